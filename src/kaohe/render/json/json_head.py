"""What every document for machines begins with, and how a number that may be open is written."""

from fractions import Fraction
from typing import Any

from kaohe import __version__
from kaohe.expr.numbers import plain
from kaohe.results.sheet import MissingFact, Sheet

Data = dict[str, Any]


def head() -> Data:
    """The format and who wrote it."""
    return {"format": 1, "kaohe": __version__}


def rubric(sheet: Sheet) -> Data:
    return {"id": sheet.form.id, "title": sheet.form.title, "sha256": sheet.form.sha256}


def named(sheet: Sheet) -> Data:
    """Whose sheet it is."""
    return {"unit": sheet.unit, "year": sheet.year, "stage": sheet.stage}


def missing(fact: MissingFact) -> Data:
    reason = "not_reported" if fact.computable else "not_computable"
    found = {"number": fact.number, "item": fact.item, "indicator": fact.indicator, "label": fact.label}
    return {**found, "reason": reason}


def number(value: Fraction | None) -> str | None:
    """An exact number as a string; null while it is open."""
    return None if value is None else plain(value)
