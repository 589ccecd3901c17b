"""What is known of a unit before its workbook is filled in: its facts, and what was said beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from kaohe.results.sheet import Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.unit_stages import UnitStages
from kaohe.submission.given_facts import NOTHING, Common
from kaohe.submission.reader import Values

Beside = tuple[str, str]
"""An item and one of its facts; an empty text for the item as a whole."""


@dataclass(frozen=True, slots=True)
class Known:
    """The facts as the unit's row has them, files of evidence and notes, and the points of items that are judged."""

    row: Sequence[Any]
    unit: str = ""
    year: int | None = None
    evidence: Mapping[Beside, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[Beside, str] = field(default_factory=dict)
    judged: Mapping[str, Fraction] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    """The unit's sheets at the stages that it has reached."""


def known_of(compiled: CompiledRubric, values: Values) -> Known:
    """What a unit's values say."""
    evidence: dict[Beside, list[str]] = {}
    for one in values.evidence:
        evidence.setdefault((one.item, one.fact), []).append(one.file)
    judged = {compiled.items[place].item.id: one.score for place, one in values.judgements.items()}
    notes = {(one.item, one.fact): one.text for one in values.notes}
    return Known(values.row, values.unit, values.year, evidence, notes, judged)


def known_before(unit: UnitStages) -> Known:
    """What is known of a unit before its next stage: its latest values, and its sheets so far."""
    state = unit.states[-1]
    return replace(known_of(state.compiled, state.whole), sheets=tuple(one.sheet() for one in unit.states))


def nothing_known(compiled: CompiledRubric, common: Common = NOTHING) -> Known:
    """Of a unit that has reported nothing yet: only what is given once for all."""
    row: list[Any] = [None] * compiled.layout.width
    common.fill(row, "")
    for place, one in common.parameters.items():
        row[place] = one.value
    return Known(row)
