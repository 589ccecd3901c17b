"""A fact's value as a cell of the workbook: what may be entered there, and a known value as people enter it."""

from datetime import date
from fractions import Fraction
from typing import Any, get_args

from kaohe.backends.bounds import Interval
from kaohe.compiler.possible_facts import possible
from kaohe.expr.dates import month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say
from kaohe.results.entry_form import CellKind, EntryCell, EntryValue
from kaohe.scoring.calculation.decimals import decimals
from kaohe.submission.amendment import FactCause
from kaohe.submission.cell_text import flag_words
from kaohe.submission.entry_rows import GONE_WORD, NONE_WORD, option_labels

FLAGS = {True: "是", False: "否"}
KINDS: dict[str, CellKind] = {
    "flag": "flag",
    "count": "count",
    "number": "number",
    "signed-number": "amount",
    "signed-percent": "percent",
    "date": "date",
    "month": "month",
    "text": "text",
}
"""What a cell takes, by how the field is read."""
TEXT = EntryCell("text")


def value_cell(indicator: Indicator, field: str, raw: Any, *, locked: bool = False) -> EntryCell:
    """The cell of one field; `raw` is what a unit's row has for it."""
    kind = cell_kind(indicator, field)
    one, _ = indicator.of_field(field)
    low, high = (None, None) if one.range is None else (one.range.from_, one.range.to)
    return EntryCell(
        kind,
        None if raw in (None, NOT_APPLICABLE) else _entered(kind, one, raw),
        tuple(FLAGS.values()) if kind == "flag" else tuple(option_labels(one.options).values()),
        None if low is None else low.value,
        None if high is None else high.value,
        locked,
        also=_also(kind, one),
        unit="" if kind == "percent" else one.unit,
        whole=whole(indicator, field),
    )


def whole(indicator: Indicator, field: str) -> bool:
    """Whether a field takes decimals, and the form that fills itself in computes none of them."""
    one, _ = indicator.of_field(field)
    span = possible(indicator, field)
    return (
        cell_kind(indicator, field) in ("number", "amount") and isinstance(span, Interval) and not decimals(one, span)
    )


def _also(kind: CellKind, indicator: Indicator) -> tuple[str, ...]:
    """What people write in place of options."""
    if kind == "flag":
        words = (one for side in flag_words(indicator.label) for one in side)
        return tuple(one for one in words if one not in FLAGS.values())
    return tuple(indicator.options)


def cell_kind(indicator: Indicator, field: str) -> CellKind:
    one, _ = indicator.of_field(field)
    return "choice" if one.kind == "choice" else KINDS[indicator.fields[field].name]


def state_cell(raw: Any, *, locked: bool = False) -> EntryCell:
    """Where it is said that a fact does not apply."""
    word = NOT_APPLICABLE.value
    return EntryCell("state", word if raw is NOT_APPLICABLE else None, (word,), locked=locked)


def none_cell(raw: Any, *, locked: bool = False) -> EntryCell:
    """Where it is said that a list has no members."""
    return EntryCell("none", NONE_WORD if raw == () else None, (NONE_WORD,), locked=locked)


def gone_cell() -> EntryCell:
    """Where a member is taken out of a list."""
    return EntryCell("state", None, (GONE_WORD,))


def cause_cell(language: Language) -> EntryCell:
    """Where a later stage says why a fact is changed."""
    return EntryCell("cause", None, tuple(say(f"stage.{cause}", language) for cause in get_args(FactCause)))


def text_cell(text: str | None, *, locked: bool = False) -> EntryCell:
    return EntryCell("text", text or None, locked=locked)


def _entered(kind: CellKind, indicator: Indicator, raw: Any) -> EntryValue:
    if kind == "flag":
        return FLAGS[raw]
    if kind == "choice":
        return option_labels(indicator.options)[raw]
    if kind == "date":
        return date.fromordinal(raw)
    if kind == "month":
        return month_text(raw)
    return str(raw) if kind == "text" else Fraction(raw)
