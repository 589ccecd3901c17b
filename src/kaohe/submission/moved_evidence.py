"""A unit's file that is to lie in another folder: each file of evidence is named from there, and stays the same."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import Any

from kaohe.source import Document
from kaohe.submission.stray_keys import CHANGES

EVIDENCE = "evidence"
Rename = Callable[[str], str]


def moved(document: Document, folder: Path) -> Document:
    """The document, its keys being those that are meant, as it would name its evidence from a folder."""
    own, there = Path(document.path).parent.resolve(), folder.resolve()
    if own == there:
        return document
    rename = partial(_named, own, there)
    data = {key: _read(key, value, rename) for key, value in document.data.items()}
    return replace(document, data=data)


def _read(key: str, value: Any, rename: Rename) -> Any:
    """What stands under an outermost key: evidence itself, or entries that have some."""
    if key == EVIDENCE:
        return _renamed(value, rename)
    if key == CHANGES:
        return _each(value, lambda group: _each(group, partial(_entry, rename=rename)))
    if key in ("judgements", "readings"):
        return _each(value, partial(_entry, rename=rename))
    return value


def _each(value: Any, work: Callable[[Any], Any]) -> Any:
    return {key: work(one) for key, one in value.items()} if isinstance(value, Mapping) else value


def _entry(entry: Any, rename: Rename) -> Any:
    if not isinstance(entry, Mapping) or EVIDENCE not in entry:
        return entry
    return {key: _renamed(one, rename) if key == EVIDENCE else one for key, one in entry.items()}


def _renamed(value: Any, rename: Rename) -> Any:
    """All files below, whatever they show."""
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, list):
        return [_renamed(one, rename) for one in value]
    return _each(value, partial(_renamed, rename=rename))


def _named(own: Path, there: Path, file: str) -> str:
    """Absolute paths and empty ones are refused when the file is read: they stay as they are."""
    if not file.strip() or PureWindowsPath(file).drive or PureWindowsPath(file).root:
        return file
    return Path(os.path.relpath(own / file.replace("\\", "/"), there)).as_posix()
