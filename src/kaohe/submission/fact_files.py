"""A unit's file as it is read before its rubric is known: the outermost keys and the year as people write them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kaohe import source
from kaohe.source import Document
from kaohe.source.document import is_rubric
from kaohe.submission.cell_text import year_value
from kaohe.submission.file_keys import WORDS, outermost
from kaohe.submission.key_names import plainly, with_keys

KNOWN = frozenset((*WORDS, "rubric_reason", "peers"))
STAGES = {"self": ("自评", "自评分"), "preliminary": ("初评", "初评分"), "final": ("审定", "审定分")}
"""What stages are called where no rubric says otherwise."""


def usual_label(stage: str) -> str:
    """The stage's name on a form."""
    return STAGES[stage][-1]


def read(path: str) -> Document:
    """Read a unit's file, or standard input where the path is `-`; raises as `source.read` does."""
    return as_meant(source.read(path))


def as_meant(document: Document) -> Document:
    """The document with its outermost keys and its year; itself where they stand there already."""
    data: Any = document.data
    if is_rubric(data):
        return document
    if not data.keys() <= KNOWN:
        document = with_keys(document, outermost())
    year = document.data.get("year")
    if not isinstance(year, str) or year_value(year.strip()) == year:
        return document
    return replace(document, data={**document.data, "year": year_value(year.strip())})


def stage_named(written: object, labels: Mapping[Any, str]) -> object:
    """The stage that is meant: by its own name, by the label that a rubric gives it, by what it is usually called."""
    if not isinstance(written, str) or written in labels:
        return written
    plain = plainly(written)
    named = [stage for stage, label in labels.items() if plainly(label) == plain]
    usual = [stage for stage in labels if plain in STAGES[stage]]
    return (named or usual or [written])[0]
