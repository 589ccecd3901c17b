"""The grades that all units together have settled, put on one unit's sheets and into its seal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet

Grades = Mapping[str, str]
"""A unit's grade by its id, at each stage for which it is known."""


def with_grades(dossier: Dossier, grades: Grades) -> Dossier:
    """The same unit with these grades; what they rest on, other units, its own files do not say."""
    if not grades:
        return dossier
    sheets = tuple(_graded(sheet, grades) for sheet in dossier.sheets)
    return replace(dossier, sheets=sheets, seal=partial(_sealed, dossier.seal, dict(grades)))


def _graded(sheet: Sheet, grades: Grades) -> Sheet:
    reached, settled = sheet.grade, grades.get(sheet.stage)
    if reached is None or settled is None:
        return sheet
    title = next(grade.title for grade in sheet.form.grades if grade.id == settled)
    return replace(sheet, grade=replace(reached, id=settled, title=title, may_have=(settled,)))


def _sealed(seal: Callable[[], str], grades: Grades) -> str:
    import json

    from kaohe.stages.seal import canonical

    return canonical({**json.loads(seal()), "grades": grades})
