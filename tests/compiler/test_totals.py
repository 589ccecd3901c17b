"""Sections, the whole and grades: every row of totals.yaml, conserved at each level, bounded where facts lack."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.results.sheet import Sheet
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import read
from kaohe.source.models import validate
from support.conservation import lost
from support.rule_cases import document

CASES: Any = read(str(Path(__file__).parent / "totals.yaml")).data["cases"]


def _item(name: str, points: Any, *, rescaled: bool) -> Mapping[str, Any]:
    rule: dict[str, Any] = {"type": "computed", "clause": "按得分", "points": points, "award": "got", "most": 100}
    if rescaled:
        rule |= {"not_applicable": "rescaled"}
    facts = {"got": {"label": f"{name}得分", "kind": "number"}}
    texts = {"target": "目标", "method": "按得分"}
    return {"id": name, "title": f"子项目{name}", "points": points, **texts, "indicators": facts, "rules": [rule]}


@cache
def compiled(number: int) -> CompiledRubric:
    data = CASES[number]["rubric"]
    sections = [
        {
            "title": f"项目{one['id']}",
            **one,
            "items": [_item(name, points, rescaled="rescale" in data) for name, points in one["items"].items()],
        }
        for one in data["sections"]
    ]
    head = {"kaohe": 1, "id": "case", "title": "表", "stages": {"self": "自评分"}}
    written = document({**head, **data, "sections": sections})
    assert problems(written) == ()
    return CompiledRubric(validate(Rubric, written, written.data), written.sha256)


def sheet(number: int, facts: Mapping[str, Any]) -> Sheet:
    made = compiled(number)
    known = {item.id for _, item in made.rubric.items()}
    shared = {name: value for name, value in facts.items() if name not in known}
    given = {"shared": shared} if shared else {}
    own = {name: {"got": value} for name, value in facts.items() if name in known}
    written = document({"rubric": "case", "unit": "甲市", "indicators": {**given, **own}})
    return Scorer(made, "zh").score(made.reader.read(written))


ROWS = [
    pytest.param(number, *row, id=f"{case['name']}: {row[0]}")
    for number, case in enumerate(CASES)
    for row in case["rows"]
]


@pytest.mark.parametrize(
    ("number", "facts", "sections", "whole", "grade"), [row for row in ROWS if len(row.values) == 5]
)
def test_grades(number: int, facts: Any, sections: Any, whole: Any, grade: str) -> None:
    scored = sheet(number, facts)
    assert _scores(scored) == ([Fraction(str(one)) for one in sections], Fraction(str(whole)))
    assert scored.grade is not None
    assert scored.grade.may_have[0].id == grade


@pytest.mark.parametrize(("number", "facts", "sections", "whole"), [row for row in ROWS if len(row.values) == 4])
def test_scores(number: int, facts: Any, sections: Any, whole: Any) -> None:
    found = sheet(number, facts)
    assert _scores(found) == ([_exact(one) for one in sections], _exact(whole))
    parts = [*found.sections, found]
    assert [one.state for one in parts] == ["not_scored" if one.score is None else "decided" for one in parts]


def _exact(value: Any) -> Fraction | None:
    """A score as a case has it; none where there is nothing to score."""
    return None if value is None else Fraction(str(value))


@pytest.mark.parametrize("row", [pytest.param(row.values, id=row.id) for row in ROWS])
def test_conserved(row: tuple[Any, ...]) -> None:
    """Full marks less what its parts and itself have lost is the score, of every section and of the whole."""
    scored = sheet(row[0], row[1])
    if not scored.scored:
        assert scored.ledger == ()
        return
    for section in scored.sections:
        assert section.score == section.points - lost(section.items) - sum(line.applied for line in section.ledger)
    below = sum((section.points - (section.score or 0) for section in scored.sections), Fraction(0))
    assert scored.score == scored.points - below - sum(line.applied for line in scored.ledger)
    lines = [*scored.ledger, *(line for section in scored.sections for line in section.ledger)]
    assert all(line.why for line in lines)


@pytest.mark.parametrize("row", [pytest.param(row.values, id=row.id) for row in ROWS])
def test_bounds_hold_whatever_is_missing(row: tuple[Any, ...]) -> None:
    whole = sheet(row[0], row[1])
    for name in row[1]:
        part = sheet(row[0], {one: value for one, value in row[1].items() if one != name})
        pairs: list[tuple[Any, Any]] = [(whole, part), *zip(whole.sections, part.sections, strict=True)]
        for known, unsure in pairs:
            if known.score is None:
                assert unsure.score is None
                continue
            assert unsure.low is None or unsure.low <= known.score
            assert unsure.high is None or known.score <= unsure.high
            assert unsure.score in (None, known.score)
        if part.grade is not None and whole.grade is not None:
            assert part.grade.id in (None, whole.grade.id)


def _scores(scored: Sheet) -> tuple[list[Fraction | None], Fraction | None]:
    return [section.score for section in scored.sections], scored.score


def test_a_place_that_may_be_lost_to_an_unknown_grade_is_open() -> None:
    """The best grade is reached, but whether the next one is can't be known."""
    number = next(place for place, case in enumerate(CASES) if "what is left" in case["name"])
    known = sheet(number, {"p": 95, "complete": True}).grade
    assert known is not None
    assert [grade.id for grade in known.may_have] == ["best", "fair"]


@pytest.mark.parametrize(
    "keys",
    [
        {"score": "sum / shared.factor"},
        {"vetoes": [{"clause": "超额的不得分", "when": "1 / shared.factor > 1"}]},
        {"grades": [{"id": "a", "title": "甲", "requires": "1 / shared.factor > 1"}, {"id": "b", "title": "乙"}]},
        {
            "grades": [
                {"id": "a", "title": "甲", "requires": ["items.p >= 1", "1 / shared.factor > 1"]},
                {"id": "b", "title": "乙"},
            ]
        },
        {
            "grades": [{"id": "a", "title": "甲", "from": 3}, {"id": "b", "title": "乙"}],
            "limits": [{"clause": "超", "when": "1 / shared.factor > 1", "grade": "b"}],
        },
    ],
    ids=["score", "veto", "grade", "grade behind a score", "limit"],
)
def test_what_divides_by_zero_above_items_is_open_and_says_why(keys: Mapping[str, Any]) -> None:
    head = {"kaohe": 1, "id": "case", "title": "表", "points": 5, "stages": {"self": "自评分"}}
    section = {"id": "s", "title": "项目", "points": 5, "items": [_item("p", 5, rescaled=False)]}
    shared = {"factor": {"label": "系数", "kind": "amount"}}
    written = document({**head, "shared": shared, **keys, "sections": [section]})
    assert problems(written) == ()
    made = CompiledRubric(validate(Rubric, written, written.data), "")
    for factor in (0, -2):
        facts = {"shared": {"factor": factor}, "p": {"got": 5}}
        values = made.reader.read(document({"rubric": "case", "unit": "甲市", "indicators": facts}))
        found = Scorer(made, "zh").score(values)
        (missing,) = found.missing
        assert (missing.item, missing.indicator, missing.computable) == ("shared", "factor", False)
        assert found.score is None or (found.grade is not None and found.grade.id is None)
        assert not found.complete


@pytest.mark.parametrize(
    ("requires", "wanting"),
    [
        (["shared.factor > 0", "1 / shared.factor > 1"], False),
        (["shared.factor > 0", "items.p >= 1", "1 / shared.factor > 1"], False),
        (["items.p >= 1", "shared.factor > 0", "1 / shared.factor > 1"], False),
        (["items.p >= 9", "1 / shared.factor > 1"], True),
        (["1 / shared.factor > 1", "shared.factor > 0"], True),
    ],
)
def test_a_division_is_not_wanted_behind_facts_that_rule_it_out(requires: list[str], *, wanting: bool) -> None:
    """A score rules nothing out: what can't be computed of a unit's facts is known before there is one."""
    head = {"kaohe": 1, "id": "case", "title": "表", "points": 5, "stages": {"self": "自评分"}}
    section = {"id": "s", "title": "项目", "points": 5, "items": [_item("p", 5, rescaled=False)]}
    shared = {"factor": {"label": "系数", "kind": "amount"}}
    grades = [{"id": "a", "title": "甲", "requires": requires}, {"id": "b", "title": "乙"}]
    written = document({**head, "shared": shared, "grades": grades, "sections": [section]})
    assert problems(written) == ()
    made = CompiledRubric(validate(Rubric, written, written.data), "")
    facts = {"shared": {"factor": 0}, "p": {"got": 5}}
    values = made.reader.read(document({"rubric": "case", "unit": "甲市", "indicators": facts}))
    assert bool(Scorer(made, "zh").score(values).missing) is wanting


def test_a_grade_is_open_where_the_next_one_is_unknown() -> None:
    """Who finds no place may have the next grade or not, by a fact that is missing."""
    head = {"kaohe": 1, "id": "case", "title": "表", "points": 5, "stages": {"self": "自评分"}}
    section = {"id": "s", "title": "项目", "points": 5, "items": [_item("p", 5, rescaled=False)]}
    shared = {"trained": {"label": "培训", "kind": "flag"}, "fraud": {"label": "造假", "kind": "flag"}}
    grades = [
        {"id": "a", "title": "甲", "from": 4, "quota": 1},
        {"id": "b", "title": "乙", "from": 3, "requires": "shared.trained"},
        {"id": "c", "title": "丙"},
    ]
    limits = [{"clause": "造假的不得评为甲等", "when": "shared.fraud", "grade": "b"}]
    written = document({**head, "shared": shared, "grades": grades, "limits": limits, "sections": [section]})
    made = CompiledRubric(validate(Rubric, written, written.data), "")

    def grade(got: int, **known: bool) -> str | None:
        facts = {"shared": known, "p": {"got": got}}
        values = made.reader.read(document({"rubric": "case", "unit": "甲市", "indicators": facts}))
        found = Scorer(made, "zh").score(values).grade
        assert found is not None
        return next((one.id for one in found.may_have), None)

    assert grade(5, fraud=False) is None
    assert grade(5, fraud=False, trained=True) == "a"
    assert grade(5, trained=True) is None
    assert grade(2, trained=True) == "c"
