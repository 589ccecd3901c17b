"""`kaohe lsp`: the language server, which an editor starts and speaks with over standard input and output."""

import os
import sys
from importlib.util import find_spec

from kaohe.cli.reporter import FINE, Reporter
from kaohe.problems import Unusable


def run(reporter: Reporter, lang: str | None) -> int:
    """Raises Unusable where pygls is not installed."""
    if find_spec("pygls") is None:
        raise Unusable("no-language-server")
    from kaohe.editor.server.serving import serve

    if sys.stdin.isatty():
        reporter.notice("lsp-waits")
    serve(reporter.language, settled=lang is not None or bool(os.environ.get("KAOHE_LANG")))
    return FINE
