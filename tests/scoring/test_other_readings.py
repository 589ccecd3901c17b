"""What an item would get in other readings: said where it is another score, silent where facts do not say."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.other_readings import OtherReading, OtherReadings
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import construct
from support import shipped
from support.random_rows import random_row, seeded
from support.rounds import rounds
from support.small_rubric import FLAG, RULE, item, rubric
from support.small_scores import compiled_from, values_of

DONE, RULES = "完成的得5分", ("rules", 0)
PATCH = {"requires": "checked"}
READING: dict[str, Any] = {
    "id": "done_how",
    "words": "完成",
    "chosen": "own",
    "options": {"own": {"meaning": "自己说完成"}, "checked": {"meaning": "核查后完成", "patch": PATCH}},
}
CHECKED = {"label": "核查", "kind": "flag"}


def reader(written: Document, choices: Mapping[str, str] | None = None) -> tuple[CompiledRubric, OtherReadings]:
    taken = dict(choices or {})
    compiled = CompiledRubric(construct(Rubric, rubric_files.taken(written, taken)), written.sha256)
    return compiled, OtherReadings(compiled, lambda name, option: rubric_files.taken(written, {**taken, name: option}))


def one_item(*readings: Any, **fields: Any) -> Document:
    usual = {"indicators": {"done": FLAG, "checked": CHECKED}, "rules": [{**RULE, "readings": [*readings]}]}
    return rubric([item(**{**usual, **fields})])


def scores(written: Document, facts: Mapping[str, Any], account: tuple[str, int] = RULES) -> list[OtherReading]:
    compiled, readings = reader(written)
    return readings.scores(0, account, values_of(compiled, {"item": facts}).row)


def test_another_reading_gives_another_score() -> None:
    facts = {"done": False, "checked": True}
    (other,) = scores(one_item(READING), facts)
    assert other == ("item.done_how", "checked", "核查后完成", Fraction(5))
    compiled, readings = reader(one_item(READING))
    row = values_of(compiled, {"item": facts}).row
    assert readings.others(0, RULES, row, Fraction(0)) == [other]
    assert readings.others(0, RULES, row, Fraction(5)) == []


def test_a_sheet_says_so_in_both_languages() -> None:
    written = one_item(READING)
    compiled, _ = reader(written)
    values = values_of(compiled, {"item": {"done": False, "checked": True}})

    def why(language: Any) -> str:
        scorer = Scorer(compiled, language, lambda name, option: rubric_files.taken(written, {name: option}))
        return scorer.score(values).sections[0].items[0].ledger[0].why

    assert why("zh") == "「完成」为否，这 5 分不得（按现在的读法；若读作“核查后完成”，本项得 5 分）"
    assert why("en") == ("完成: no; 5 points not earned (as it is read now; read as “核查后完成”, the item gets 5)")
    (plain,) = Scorer(compiled, "zh").score(values).sections[0].items[0].ledger
    assert plain.why == "「完成」为否，这 5 分不得"


def test_nothing_is_said_while_a_fact_is_missing() -> None:
    assert [one.score for one in scores(one_item(READING), {"done": False})] == [None]
    compiled, readings = reader(one_item(READING))
    row = values_of(compiled, {"item": {"done": False}}).row
    assert readings.others(0, RULES, row, Fraction(0)) == []


def test_a_fact_that_the_other_reading_does_not_ask_for_may_be_missing() -> None:
    assert [one.score for one in scores(one_item(READING), {"checked": True})] == [Fraction(5)]


GONE: dict[str, Any] = {
    "id": "not_here",
    "words": "完成",
    "chosen": "lost",
    "options": {
        "lost": {"meaning": "不适用的不得分"},
        "must": {"meaning": "都应完成", "patch": {"not_applicable": None}},
    },
}


def test_what_does_not_apply_where_the_other_reading_asks_for_it() -> None:
    """In the other reading the fact must apply: what the item gets then is not known."""
    rules = [{**RULE, "not_applicable": "zero", "readings": [GONE]}]
    written = rubric([item(indicators={"done": FLAG}, rules=rules)])
    assert [one.score for one in scores(written, {"done": "不适用"})] == [None]
    assert [one.score for one in scores(written, {"done": True})] == [Fraction(5)]


def test_what_can_not_be_computed() -> None:
    share = {"label": "比率", "kind": "ratio"}
    reading = {
        **READING,
        "options": {
            "own": {"meaning": "自己说"},
            "share": {"meaning": "过半", "patch": {"requires": "share.rate > 50%"}},
        },
    }
    written = one_item(reading, indicators={"done": FLAG, "share": share})
    facts = {"done": False, "share": {"part": 0, "whole": 0}}
    assert [one.score for one in scores(written, facts)] == [None]
    assert [one.score for one in scores(written, {**facts, "share": {"part": 2, "whole": 3}})] == [Fraction(5)]


def test_what_is_divided_by_nothing() -> None:
    sizes = {name: {"label": name, "kind": "count"} for name in ("held", "planned", "late")}
    patch = {"requires": "held / (planned - late) > 50%"}
    reading = {**READING, "options": {"own": {"meaning": "自己说"}, "share": {"meaning": "过半", "patch": patch}}}
    written = one_item(reading, indicators={"done": FLAG, **sizes})
    facts = {"done": False, "held": 1, "planned": 1, "late": 1}
    assert [one.score for one in scores(written, facts)] == [None]
    assert [one.score for one in scores(written, {**facts, "planned": 2})] == [Fraction(5)]


def test_a_reading_of_a_veto() -> None:
    veto = {
        "clause": "违规的不得分",
        "when": "wrong",
        "readings": [
            {
                "id": "how_far",
                "words": "不得分",
                "chosen": "zero",
                "options": {
                    "zero": {"meaning": "只是不得分"},
                    "below": {"meaning": "还倒扣", "patch": {"penalty": 2}},
                },
            }
        ],
    }
    fields = {
        "indicators": {"done": FLAG, "wrong": {"label": "违规", "kind": "flag"}},
        "rules": [RULE],
        "vetoes": [veto],
        "method": f"{DONE}；违规的不得分",
    }
    found = scores(rubric([item(**fields)]), {"done": True, "wrong": True}, ("vetoes", 0))
    assert [(one.id, one.option, one.score) for one in found] == [("item.how_far", "below", Fraction(-2))]


def test_readings_that_clash_are_left_out() -> None:
    """What does not go with the readings that were chosen gives no score of its own."""
    written = one_item(READING)
    compiled, _ = reader(written)
    row = values_of(compiled, {"item": {"done": False, "checked": True}}).row

    def clash(name: str, option: str) -> Any:
        raise Problems([Problem("readings-clash", "", 1, 1, {"found": f"{name}={option}"})])

    assert OtherReadings(compiled, clash).scores(0, RULES, row) == []


def test_a_reading_of_a_fact_that_only_another_reading_has() -> None:
    """The words name what stands in no row: nothing is computed, and nothing said."""
    written = one_item(READING)
    compiled = compiled_from(written)
    row = values_of(compiled, {"item": {"done": False, "checked": True}}).row

    def unknown(name: str, option: str) -> Any:
        data = rubric_files.taken(written, {name: option})
        data["sections"][0]["items"][0]["rules"][0]["requires"] = "elsewhere"
        return data

    assert OtherReadings(compiled, unknown).scores(0, RULES, row) == []


def test_a_reading_that_was_switched_names_the_first_one() -> None:
    compiled, readings = reader(one_item(READING), {"item.done_how": "checked"})
    row = values_of(compiled, {"item": {"done": True, "checked": False}}).row
    assert [(one.option, one.score) for one in readings.scores(0, RULES, row)] == [("own", Fraction(5))]


@cache
def program(name: str, option: str) -> CompiledRubric:
    return shipped.program_as({name: option})


@rounds(40)
@given(st.integers(0, 2**32))
def test_the_score_is_what_switching_gives(seed: int) -> None:
    """Every reading of the shipped rubric, alone: the score that is told is the one after `--reading`."""
    compiled, readings = _shipped()
    row = random_row(compiled, seeded(seed))
    for place, (_, one) in enumerate(compiled.rubric.items()):
        for account in [("rules", at) for at in range(len(one.rules))] + [
            ("vetoes", at) for at in range(len(one.vetoes))
        ]:
            for other in readings.scores(place, account, row):
                if other.score is not None:
                    ledger = program(other.id, other.option).ledger
                    assert other.score == ledger.exact(ledger.score(row)[0][place]), other


@cache
def _shipped() -> tuple[CompiledRubric, OtherReadings]:
    return reader(shipped.document())


def test_another_reading_beside_the_score_of_an_item_before() -> None:
    """What that item gets is computed from its own facts, in other readings too."""
    both = ["items.item >= 5", "checked"]
    reading = {
        **READING,
        "options": {**READING["options"], "checked": {"meaning": "核查后完成", "patch": {"requires": both}}},
    }
    rule = {**RULE, "requires": ["items.item >= 5", "done"], "readings": [reading]}
    second = item(id="second", indicators={"done": FLAG, "checked": CHECKED}, rules=[rule])
    compiled, readings = reader(rubric([item(), second]))
    for before, points in ((True, 5), (False, 0)):
        values = values_of(compiled, {"item": {"done": before}, "second": {"done": False, "checked": True}})
        assert [one.score for one in readings.scores(1, RULES, values.row)] == [Fraction(points)]
    missing = values_of(compiled, {"second": {"done": False, "checked": True}})
    assert [one.score for one in readings.scores(1, RULES, missing.row)] == [None]
