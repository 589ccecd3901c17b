"""A case of the whole form: what its sections, its total and its grades come to."""

from collections.abc import Iterator
from typing import Any

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.boundary_case import BoundaryCase, points_told
from kaohe.authoring.cases.boundaries.fact_words import FactWords
from kaohe.authoring.cases.boundaries.reported_facts import readable, reported_facts
from kaohe.authoring.cases.boundaries.whole_course import WholeCourse
from kaohe.authoring.cases.boundaries.whole_rows import WholeRow, WholeRows
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.results.grade_reached import GradeReached
from kaohe.results.sheet import Sheet


class WholeMaker:
    """Makes cases of rows of one rubric."""

    def __init__(self, course: WholeCourse, common: Row, language: Language) -> None:
        self._course, self._common, self._language = course, common, language
        self._words = FactWords(course.compiled.layout, language)

    def cases(self, rows: WholeRows) -> Iterator[BoundaryCase]:
        """Those of all rows, each once; one that no unit could report is left out."""
        seen: set[Row] = set()
        facts = [one for one in self._course.compiled.layout.facts if self._common[one.start] is None]
        for one in rows.rows():
            used = [fact for fact in facts if one.row[fact.start] is not None]
            if one.row not in seen and readable(self._course.compiled.reader, used, one.row):
                seen.add(one.row)
                sheet = self._course.sheet(one.row)
                raw = {"name": self._name(one, sheet), **reported_facts(used, one.row, ""), **_results(sheet)}
                lines = (*(line for section in sheet.sections for line in section.ledger), *sheet.ledger)
                whys = (self._sections(sheet), *(line.why for line in lines if line.why))
                told = self._told(one)
                grade = (
                    say("cases.several", self._language).join(_titles(sheet.grade)) if sheet.grade is not None else ""
                )
                yield BoundaryCase("", "", "", one.why, told, sheet.bare(), whys, raw, told, grade=grade, row=one.row)

    def _sections(self, sheet: Sheet) -> str:
        """What each section comes to."""
        told = (
            say("boundary.section", self._language, title=one.title, points=plain(one.score))
            for one in sheet.sections
            if one.score is not None
        )
        return say("boundary.between_fields", self._language).join(told)

    def _told(self, one: WholeRow) -> str:
        """What differs from the best row; of the best and the worst that they are these."""
        if one.why in ("best", "worst"):
            return say(f"boundary.whole-{one.why}", self._language)
        facts = [self._words.told(one.facts, one.row)] if one.facts else []
        numbers = self._course.compiled.rubric.items()
        facts += [f"{numbers[place][0]} {self._words.told(row.facts, row.row)}" for place, row in one.items]
        told = say("boundary.between_facts", self._language).join(facts)
        return say("boundary.whole-differs", self._language, facts=told)

    def _name(self, one: WholeRow, sheet: Sheet) -> str:
        if len(one.items) <= 1:
            return self._told(one)
        section = next((each for each in sheet.sections if each.id == one.section), None)
        if section is not None:
            points = "" if section.score is None else plain(section.score)
            return say("boundary.section-score", self._language, title=section.title, points=points)
        return say("boundary.whole-score", self._language, points="" if sheet.score is None else plain(sheet.score))


def _results(sheet: Sheet) -> dict[str, Any]:
    """What is expected above items."""
    found: dict[str, Any] = {"sections": {one.id: points_told(one) for one in sheet.sections}}
    found["score"] = points_told(sheet)
    if sheet.grade is not None and sheet.grade.may_have:
        found["grade"] = _one_or_more(sheet.grade)
    grades = {one.id: _one_or_more(one.grade) for one in sheet.sections if one.grade is not None and one.grade.may_have}
    return {**found, "grades": grades} if grades else found


def _one_or_more(grade: GradeReached) -> Any:
    titles = _titles(grade)
    return titles[0] if len(titles) == 1 else titles


def _titles(grade: GradeReached) -> list[str]:
    return [one.title for one in grade.may_have]
