"""`kaohe lsp`: the language server, which an editor starts and speaks with over standard input and output."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from kaohe.authoring.choice_of_findings import Choice, codes
from kaohe.cli.reporter import FINE, Reporter
from kaohe.cli.settings import nearest_settings
from kaohe.problems import Problem, Unusable


def run(reporter: Reporter, lang: str | None) -> int:
    """Raises Unusable where pygls is not installed."""
    if find_spec("pygls") is None:
        raise Unusable("no-language-server")
    from kaohe.editor.server.serving import serve

    if sys.stdin.isatty():
        reporter.notice("lsp-waits")
    serve(reporter.language, wanted, settled=lang is not None or bool(os.environ.get("KAOHE_LANG")))
    return FINE


def wanted(problem: Problem) -> bool:
    """Whether the settings nearest to the file want the finding told; raises Unusable."""
    settings = nearest_settings([Path(problem.path)])
    return Choice(*(codes(settings.texts(key)) for key in ("select", "ignore"))).wants(problem)
