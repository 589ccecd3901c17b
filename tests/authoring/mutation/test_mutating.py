"""Mutants judged: what some case notices and what none does, in items, above them, under readings."""

from collections import Counter
from functools import partial

import pytest

from kaohe import source
from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import run
from kaohe.authoring.mutation.mutant import Mutant
from kaohe.authoring.mutation.mutating import Mutating
from kaohe.stages.prepared_rubrics import PreparedRubrics
from support.small_cases import CASES, RUBRIC


def mutants(cases: str = "", change: tuple[str, str] = ("", "")) -> list[Mutant]:
    """Those of the small rubric under cases of its own, and some more."""
    rubric = source.read(str(RUBRIC), RUBRIC.read_text(encoding="utf-8").replace(*change).encode())
    text = CASES.read_text(encoding="utf-8") + cases
    prepared = PreparedRubrics("zh", {})
    found = read_cases(source.read(str(CASES), text.encode()), prepared)
    assert found.problems == ()
    if change == ("", ""):
        assert all(one.passed for one in run(found.cases, partial(prepared.scorer, found.document)))
    return list(Mutating(rubric, found.cases, "zh").mutants())


@pytest.fixture(scope="module")
def every() -> dict[str, Mutant]:
    return {f"{one.name}: {one.change}": one for one in mutants()}


def test_each_has_a_verdict(every: dict[str, Mutant]) -> None:
    counted = Counter(one.verdict for one in every.values())
    assert counted == {"noticed": 87, "survived": 14, "refused": 18, "same": 13}


@pytest.mark.parametrize(
    ("mutant", "verdict", "by"),
    [
        ("growth.rules.1.bands.1.from: from: 1% → above: 1%", "noticed", "人数恰好增加1%，算在这一档"),
        ("growth.rules.1.bands.1.from: from: 1% → from: 0.9%", "survived", ""),
        ("growth.rules.2.levels.unchanged: unchanged: 1 → unchanged: 0", "noticed", "迟报三次，扣完2分为止"),
        ("growth.rules.3: → floor: none", "same", ""),
        ("growth.rules.3.cap: cap: 2 →", "same", ""),
        ("growth.rules.3.points: points: 2 → points: 1", "noticed", "人数恰好增加1%，算在这一档"),
        (
            "growth.rules.1.readings.exactly.chosen: chosen: with → chosen: without",
            "noticed",
            "人数恰好增加1%，算在这一档",
        ),
        ("visits.rules.2.requires: requires: [rules_made, rules_kept] →", "noticed", "走访九户"),
        ("visits.rules.2.requires.1: rules_made → rules_kept", "survived", ""),
        ("safety.rules.1: → floor: none", "survived", ""),
        ("safety.vetoes.1.penalty: penalty: 2 → penalty: 3", "noticed", "事故"),
        ("safe.most: most: 9 → most: 8", "noticed", "满分"),
        ("grades.good.from: from: 15 → above: 15", "survived", ""),
        ("limits.1: {clause: 发生事故的不得评为好, when: safety.accid… →", "noticed", "事故"),
        ("safe.points: points: 10 → points: 11", "refused", ""),
        ("growth.rules.1.base.points: points: 2 → points: 1", "noticed", "人数恰好增加1%，算在这一档"),
    ],
)
def test_verdicts(every: dict[str, Mutant], mutant: str, verdict: str, by: str) -> None:
    assert (every[mutant].verdict, every[mutant].by) == (verdict, by)


def test_a_case_more_notices_more() -> None:
    more = """
- name: 两处隐患，还有十二处
  item: safety
  facts: {hazards: 12, accidents: 0}
  points: 0
- name: 人数增加0.9%
  item: growth
  facts: {insured: {previous: 1000, current: 1009}, funds: {previous: 5, current: 6}, late: 0}
  points: 6
"""
    left = {f"{one.name}: {one.change}" for one in mutants(more) if one.verdict == "survived"}
    assert "safety.rules.1: → floor: none" not in left
    assert "growth.rules.1.bands.1.from: from: 1% → from: 0.9%" not in left
    assert "visits.rules.2.requires.1: rules_made → rules_kept" in left


def test_a_patch_is_noticed_where_its_reading_is_taken(every: dict[str, Mutant]) -> None:
    start = "growth.rules.1.readings.exactly.options.without.patch.bands"
    of_patch = {name.removeprefix(start): one for name, one in every.items() if name.startswith(start)}
    assert {one.reading for one in of_patch.values()} == {"growth.exactly=without"}
    assert of_patch[".1.above: above: 1% → from: 1%"].by == "人数恰好增加1%，读作不算"
    assert of_patch[".1.above: above: 1% → above: 2%"].verdict == "survived"


def test_it_says_where(every: dict[str, Mutant]) -> None:
    mutant = every["growth.rules.1.bands.1.from: from: 1% → from: 0.9%"]
    line = RUBRIC.read_text(encoding="utf-8").splitlines()[mutant.line - 1]
    assert line[mutant.column - 1 :].startswith("1%, add: 2}")
    assert (mutant.number, mutant.title) == ("1.1", "参保")
    assert [(one.number, one.title) for name, one in every.items() if name.startswith("safe.most")] == [
        ("2", "安全")
    ] * 3
    assert [(one.number, one.title) for name, one in every.items() if name.startswith("limits.1:")] == [
        ("", "小考核表")
    ]


def test_items_that_name_each_other_are_judged_together() -> None:
    """A case of one item notices what was changed in another."""
    linked = ("requires: [rules_made, rules_kept]", "requires: [rules_made, rules_kept, items.growth >= 1]")
    found = {f"{one.name}: {one.change}": one for one in mutants(change=linked)}
    assert found["growth.rules.2.levels.increased: increased: 2 → increased: 1"].verdict == "noticed"
    assert found["visits.rules.2.requires.3: items.growth >= 1 → items.growth < 1"].by == "走访十户"
