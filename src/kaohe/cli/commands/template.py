"""`kaohe template`: an empty indicator file that says what to write where."""

import json
import os
import re
from pathlib import Path

from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.render import blank_submission
from kaohe.render.files.output import to_file

PLAIN = re.compile(r"[A-Za-z./][A-Za-z0-9._/-]*")
"""Names that mean themselves in YAML without quotes."""


def run(reporter: Reporter, rubric: str, target: Path | None) -> int:
    if target is not None and to_file(target) and target.is_file():
        raise Unusable("file-exists", path=target)
    path = rubric_files.find(rubric, Path())
    model, _ = rubric_files.load(path)
    deliver(reporter, blank_submission.text(model, _quoted(_name(rubric, path, target)), reporter.language), target)
    return FINE


def _name(rubric: str, path: Path, target: Path | None) -> str:
    """What the file calls the rubric: its shipped id, or the way to it from the file's own folder."""
    if rubric in rubric_files.shipped():
        return rubric
    folder = target.parent if target is not None and to_file(target) else Path()
    return Path(os.path.relpath(path, folder)).as_posix()


def _quoted(name: str) -> str:
    return name if PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
