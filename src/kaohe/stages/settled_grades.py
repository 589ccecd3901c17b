"""The grades that all units together have settled, put on one unit's sheets and into its seal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from kaohe.results.dossier import Dossier
from kaohe.results.grade_reached import GradeReached
from kaohe.results.sheet import Sheet

Grades = Mapping[str, Mapping[str, str]]
"""A unit's grades by their ids: at each stage, of each section by its id, and of the whole by an empty one."""


def with_grades(dossier: Dossier, grades: Grades) -> Dossier:
    """The same unit with these grades; what they rest on, other units, its own files do not say."""
    if not grades:
        return dossier
    sheets = tuple(_graded(sheet, grades.get(sheet.stage, {})) for sheet in dossier.sheets)
    return replace(dossier, sheets=sheets, seal=partial(_sealed, dossier.seal, grades))


def _graded(sheet: Sheet, settled: Mapping[str, str]) -> Sheet:
    sections = tuple(replace(one, grade=_settled(one.grade, settled.get(one.id))) for one in sheet.sections)
    return replace(sheet, sections=sections, grade=_settled(sheet.grade, settled.get("")))


def _settled(reached: GradeReached | None, grade: str | None) -> GradeReached | None:
    """Raises KeyError where the unit can't have that grade."""
    if reached is None or grade is None:
        return reached
    return replace(reached, may_have=({one.id: one for one in reached.may_have}[grade],))


def _sealed(seal: Callable[[], str], grades: Grades) -> str:
    import json

    from kaohe.results.canonical_text import canonical

    return canonical({**json.loads(seal()), "grades": grades})
