"""Totals under every alternative are those of a run that takes it: of the shipped rubric, of forms with formulas."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from kaohe import source
from kaohe.analysis.reading_effects import Alternative, Switches, Totals, switched
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.library import rubric_files
from kaohe.library.checks import problems
from kaohe.library.readings import patched, readings
from kaohe.problems import errors
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import Sheet
from kaohe.results.summary import Switched, unit_score
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.source.models import construct
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Judgement, Values, Why
from support import rule_cases, shipped
from support.command_line import CITY_FILES
from support.folders import FORMS
from support.random_rows import KINDS, random_row, seeded
from support.rounds import share

Row = tuple[Any, ...]
PLAIN = """\
kaohe: 1
id: plain
title: 表
points: 20
stages: {self: 自评分}
sections:
  - id: one
    title: 项目
    points: 20
    items:
      - id: first
        title: 子项目
        points: 10
        target: 目标
        method: 每次扣1分，每次扣2分
        indicators: {late: {label: 迟报, kind: count}}
        rules:
          - type: deductions
            clause: 每次扣1分
            points: 5
            deductions: [{count: late, each: 1}]
            readings:
              - id: most
                words: 每次扣1分
                chosen: usual
                options:
                  usual: {meaning: 满分5分}
                  more: {meaning: 满分8分, patch: {points: 8}}
                  double: {meaning: 每次2分，不是1分, patch: {deductions: [{count: late, each: 2}]}}
              - id: limit
                words: 每次
                chosen: none
                options:
                  none: {meaning: 不封顶}
                  half: {meaning: 最多扣2.5分, patch: {cap: 2.5}}
          - {type: deductions, clause: 每次扣2分, points: 5, deductions: [{count: late, each: 2}]}
      - id: second
        title: 子项目
        points: 10
        target: 目标
        method: 按比例得分
        indicators: {base: {label: 基数, kind: number}, got: {label: 数, kind: number}}
        rules:
          - type: computed
            clause: 按比例得分
            points: 10
            award: got
            readings:
              - id: share
                words: 比例
                chosen: number
                options:
                  number: {meaning: 数}
                  ratio: {meaning: 比值, patch: {award: got / base * 10}}
                  other: {meaning: 另一项得分, patch: {award: items.first}}
"""
NAMED = "award: got\n"
TEXTS = {
    "plain": PLAIN,
    "formula": PLAIN.replace("\nsections:", "\nscore: sections.one * 2\nmost: 30\nsections:", 1),
    "section": PLAIN.replace("    items:", "    score: max(items.first, items.second)\n    items:", 1),
    "linked": PLAIN.replace(NAMED, "award: got + items.first\n"),
}
"""A form of plain sums, formulas of the whole and of a section, and an item that names another."""
USUAL, TAKEN = (
    "half: {meaning: 最多扣2.5分, patch: {cap: 2.5}}",
    ("half: {meaning: 按得分，不再每次扣1分, patch: {type: computed, deductions: ~, award: 5 - late}}"),
)


@dataclass(frozen=True)
class Cities:
    """The example cities with some readings taken."""

    sheets: tuple[Sheet, ...]
    totals: tuple[Totals, ...]

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(self.totals[0])


@cache
def documents() -> tuple[Document, ...]:
    return tuple(source.read(str(path)) for path in CITY_FILES)


def cities(choices: Mapping[str, str], *, switched: bool = False) -> Cities:
    """Every city scored; its totals under other readings where they are wanted."""
    loader = UnitLoader("zh", choices)
    found = [loader.values(document) for document in documents()]
    sheets = tuple(scorer.score(values) for scorer, values in found)
    if not switched:
        return Cities(sheets, ())
    several = zip(found, sheets, strict=True)
    ready = Switches(*loader.rubrics.origin(found[0][0]), found[0][0].compiled, "zh")
    return Cities(sheets, tuple(ready.totals(values.row, {}, sheet) for (_, values), sheet in several))


@cache
def usual() -> Cities:
    return cities({}, switched=True)


def standing(sheet: Sheet) -> ScoreRange:
    return ScoreRange(sheet.points, sheet.low, sheet.high)


@pytest.mark.parametrize(("name", "option"), share(shipped.alternatives(), of=6))
def test_the_cities_under_every_alternative(name: str, option: str) -> None:
    """What a batch says with the reading taken; totals that stay are told as such."""
    (one,) = [one for one in usual().alternatives if (one.reading, one.option) == (name, option)]
    for sheet, totals, taken in zip(usual().sheets, usual().totals, cities({name: option}).sheets, strict=True):
        assert (totals[one] or standing(sheet)) == standing(taken)
        assert (totals[one] is None) == (standing(sheet) == standing(taken))


def test_beside_the_readings_that_were_chosen() -> None:
    """One switched back to the rubric's own, one to a third option, one of another item."""
    choices = {"data_use.deviation_steps": "started", "insurance_statistics.full_mark": "five"}
    chosen = cities(choices, switched=True)
    for reading, option in (
        ("data_use.deviation_steps", "whole"),
        ("data_use.deviation_steps", "pro_rata"),
        ("coverage.further_awards", "cumulative"),
    ):
        (one,) = [one for one in chosen.alternatives if (one.reading, one.option) == (reading, option)]
        assert one.chosen == choices.get(reading, "exclusive")
        taken = cities({**choices, reading: option})
        for sheet, totals, other in zip(chosen.sheets, chosen.totals, taken.sheets, strict=True):
            assert (totals[one] or standing(sheet)) == standing(other)


@cache
def document(name: str) -> Document:
    if name in TEXTS:
        return source.read(f"{name}.yaml", TEXTS[name].encode())
    return source.read(str(rubric_files.shipped().get(name, FORMS / f"{name}.yaml")))


@cache
def compiled(name: str, choices: tuple[tuple[str, str], ...] = ()) -> CompiledRubric:
    return CompiledRubric(construct(Rubric, patched(document(name).data, dict(choices))), document(name).sha256)


@cache
def switches(name: str) -> Switches:
    return Switches(document(name), {}, compiled(name), "zh")


def expected(name: str, one: Alternative, row: Row) -> ScoreRange:
    """The total by the program of the whole rubric with the reading taken."""
    other = compiled(name, ((one.reading, one.option),))
    facts = [fact for facts in other.reads for fact in facts if other.optional.isdisjoint(fact.keys())]
    if any(row[fact.start] is NOT_APPLICABLE for fact in facts) or list(other.undefined(row)):
        return ScoreRange(other.rubric.points, None, None)
    return standing(shipped.scorer(other).score(Values("", "甲市", 2011, "self", row)))


READ_IN_WAYS = [
    path.stem
    for path in sorted(FORMS.glob("*.yaml"))
    if not path.name.endswith(".cases.yaml")
    and list(readings(document(path.stem).data))
    and {fact.indicator.kind for fact in compiled(path.stem).layout.facts} <= {*KINDS, "choice"}
]


@pytest.mark.parametrize("name", [*share(READ_IN_WAYS, of=8), *TEXTS, shipped.NAME])
@pytest.mark.parametrize("gaps", [0.0, 0.1])
def test_any_unit_under_every_alternative(name: str, gaps: float) -> None:
    """Also where sections or the whole are formulas, where items name each other, and where facts are missing."""
    random, ready = seeded(11), switches(name)
    assert errors(problems(document(name))) == ()
    changed = 0
    for _ in share(range(4 if name == shipped.NAME else 10), of=3):
        row = random_row(compiled(name), random, gaps=gaps)
        if list(compiled(name).undefined(row)):
            continue
        sheet = shipped.scorer(compiled(name)).score(Values("", "甲市", 2011, "self", row))
        totals = ready.totals(row, {}, sheet)
        assert totals
        changed += sum(total is not None for total in totals.values())
        for one, total in totals.items():
            assert (total or standing(sheet)) == expected(name, one, row), one
    assert changed or name in READ_IN_WAYS


def test_what_an_alternative_can_not_compute_is_open() -> None:
    ready = switches("plain")
    sheet, row = scored("plain", first={"late": 0}, second={"base": 0, "got": 5})
    assert sheet.score == 15
    assert total(ready, "ratio", row, sheet) == ScoreRange(Fraction(20), Fraction(10), Fraction(20))


def total(ready: Switches, option: str, row: Row, sheet: Sheet) -> ScoreRange | None:
    (found,) = [one for name, one in ready.totals(row, {}, sheet).items() if name.option == option]
    return found


def test_full_points_go_with_the_reading() -> None:
    ready = switches("plain")
    sheet, row = scored("plain", first={"late": 7}, second={"base": 1, "got": 10})
    assert (sheet.points, sheet.score) == (Fraction(20), Fraction(10))
    assert total(ready, "more", row, sheet) == ScoreRange(Fraction(23), Fraction(11), Fraction(11))


def scored(name: str, **facts: Any) -> tuple[Sheet, Row]:
    values = rule_cases.document({"rubric": name, "unit": "甲市", "indicators": facts})
    read = compiled(name).reader.read(values)
    return shipped.scorer(compiled(name)).score(read), read.row


def test_alternatives_that_do_not_go_with_what_was_chosen_are_left_out() -> None:
    """A list of deductions in a rule that another reading has made one of another type."""
    clashing = source.read("clashing.yaml", PLAIN.replace(USUAL, TAKEN).encode())
    assert errors(problems(clashing)) == ()
    cases: list[tuple[dict[str, str], list[str]]] = [
        ({}, ["more", "double", "half", "ratio", "other"]),
        ({"first.limit": "half"}, ["more", "none", "ratio", "other"]),
    ]
    for choices, options in cases:
        chosen = CompiledRubric(construct(Rubric, patched(clashing.data, choices)), clashing.sha256)
        sheet, row = scored("plain", first={"late": 0}, second={"base": 1, "got": 5})
        found = Switches(clashing, choices, chosen, "zh").totals(row, {}, sheet)
        assert [one.option for one in found] == options


def test_all_units_side_by_side() -> None:
    first, second = (unit_score("", sheet) for sheet in usual().sheets[:2])
    one = Alternative("a.b", "words", "one", "this", "two", "that")
    other = ScoreRange.at(first.total.points, Fraction(1))
    (found,) = switched([(first, {}), (second, {one: other})])
    assert found == Switched("a.b", "words", "one", "this", "two", "that", (first.total, other))


@pytest.mark.parametrize("name", TEXTS)
def test_points_given_by_judgement_stay(name: str) -> None:
    """Whatever the item's rules are read to say; other items, and what is above them, go by the readings."""
    random, ready = seeded(5), switches(name)
    judgements = {0: Judgement(Fraction(3), Why("酌情"))}
    for _ in range(10):
        row = random_row(compiled(name), random)
        values = Values("", "甲市", 2011, "self", row, judgements)
        sheet = shipped.scorer(compiled(name)).score(values)
        for one, total in ready.totals(row, judgements, sheet).items():
            other = compiled(name, ((one.reading, one.option),))
            if list(other.undefined(row)) or list(compiled(name).undefined(row)):
                continue
            expected_total = standing(shipped.scorer(other).score(values))
            if (total or standing(sheet)).points == expected_total.points:
                assert (total or standing(sheet)) == expected_total, one
