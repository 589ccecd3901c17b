"""`kaohe template`: an empty indicator file that says what to write where."""

import json
import os
import re
from pathlib import Path

from kaohe import library
from kaohe.commands.delivery import deliver
from kaohe.commands.desk import FINE, Desk
from kaohe.problems import Unusable
from kaohe.render import template
from kaohe.render.output import to_file

PLAIN = re.compile(r"[A-Za-z./][A-Za-z0-9._/-]*")
"""Names that mean themselves in YAML without quotes."""


def run(desk: Desk, rubric: str, target: Path | None) -> int:
    if target is not None and to_file(target) and target.is_file():
        raise Unusable("file-exists", path=target)
    path = library.find(rubric, Path())
    model, _ = library.load(path)
    deliver(desk, template.text(model, _quoted(_name(rubric, path, target)), desk.language), target)
    return FINE


def _name(rubric: str, path: Path, target: Path | None) -> str:
    """What the file calls the rubric: its shipped id, or the way to it from the file's own folder."""
    if rubric in library.shipped():
        return rubric
    folder = target.parent if target is not None and to_file(target) else Path()
    return Path(os.path.relpath(path, folder)).as_posix()


def _quoted(name: str) -> str:
    return name if PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
