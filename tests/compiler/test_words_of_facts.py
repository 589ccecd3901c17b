"""`words:` of a fact in the sentences about it: a short name, and words for yes, no, none and not applicable."""

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source.models import construct
from kaohe.submission.reader import Values
from support import shipped
from support.random_rows import random_row, seeded
from support.rounds import rounds
from support.small_rubric import RULE, deductions
from support.small_scores import item_reasons

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
FOREIGN = re.compile(r"[A-Za-z_{}]")


def done(words: Any, **fact: Any) -> dict[str, Any]:
    return {"indicators": {"done": {"label": "按规定时间完成", "kind": "flag", "words": words, **fact}}}


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        ({}, False, "「按规定时间完成」为否"),
        ({"short": "完成"}, False, "「完成」为否"),
        ({"false": "没有完成"}, False, "没有完成"),
        ({"short": "完成", "false": "没有完成"}, False, "没有完成"),
        ({"true": "完成了"}, False, "「按规定时间完成」为否"),
    ],
)
def test_a_flag(words: Any, value: bool, said: str) -> None:  # noqa: FBT001 - a value of a table
    assert item_reasons({"done": value}, **done(words)) == [f"{said}，这 5 分不得"]


def test_a_flag_that_holds() -> None:
    rule = deductions("甲", {"when": "done", "once": 1})
    assert item_reasons({"done": True}, **done({"true": "出了事故"}), rules=[rule]) == ["出了事故，扣 1 分"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, "「按规定时间完成」不适用"),
        ({"inapplicable": "非试点"}, "非试点"),
        ({"short": "完成"}, "「完成」不适用"),
    ],
)
def test_what_does_not_apply(words: Any, said: str) -> None:
    rule = {**RULE, "not_applicable": "zero"}
    assert item_reasons({"done": "不适用"}, **done(words), rules=[rule]) == [f"{said}，这 5 分不得"]


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        ({}, 0, "开展活动次数 0 次，不到 3 次"),
        ({"short": "活动"}, 1, "活动 1 次，不到 3 次"),
        ({"none": "没有开展活动"}, 0, "没有开展活动，不到 3 次"),
        ({"none": "没有开展活动"}, 1, "开展活动次数 1 次，不到 3 次"),
    ],
)
def test_a_count(words: Any, value: int, said: str) -> None:
    held = {"label": "开展活动次数", "kind": "count", "unit": "次", "words": words}
    fields: Any = {"indicators": {"held": held}, "rules": [{**RULE, "requires": "held >= 3"}]}
    assert item_reasons({"held": value}, **fields) == [f"{said}，这 5 分不得"]


def test_fields_and_what_is_made_of_them_are_called_by_the_short_name() -> None:
    funds = {"label": "促进就业专项资金", "kind": "change", "unit": "元", "words": {"short": "资金"}}
    fields: Any = {"indicators": {"funds": funds}, "rules": [{**RULE, "requires": "funds.growth > 0%"}]}
    assert item_reasons({"funds": {"previous": 10, "current": 9}}, **fields) == [
        "资金由 10 元降到 9 元，降 10%，不超过 0%，这 5 分不得"
    ]
    share = {"label": "调查数量", "kind": "ratio", "words": {"short": "调查完成"}}
    fields = {"indicators": {"share": share}, "rules": [{**RULE, "requires": "share.rate >= 90%"}]}
    assert item_reasons({"share": {"part": 8, "whole": 10}}, **fields) == ["调查完成 80%，不到 90%，这 5 分不得"]


def test_a_fact_of_a_record_and_one_that_is_made_have_words_too() -> None:
    towns = {
        "label": "乡镇",
        "kind": "record",
        "list": True,
        "facts": {"staffed": {"label": "配备专职人员", "kind": "flag", "words": {"false": "没有专职人员"}}},
    }
    rule = deductions("甲", {"unless": "towns.staffed", "once": 1})
    assert item_reasons({"towns": {"甲镇": {"staffed": False}}}, indicators={"towns": towns}, rules=[rule]) == [
        "甲镇：没有专职人员，扣 1 分"
    ]
    made = {"label": "按规定配备", "kind": "flag", "formula": "staff >= 2", "words": {"false": "配备不足"}}
    fields: Any = {"indicators": {"staff": {"label": "人员", "kind": "count"}, "enough": made}}
    assert item_reasons({"staff": 1}, **fields, rules=[{**RULE, "requires": "enough"}]) == ["配备不足，这 5 分不得"]


@cache
def _scorer(language: Language) -> Scorer:
    def taken(name: str, option: str) -> Any:
        return rubric_files.taken(shipped.document(), {name: option})

    return Scorer(shipped.compiled(), language, taken)


@cache
def _read_otherwise(seed: int) -> tuple[CompiledRubric, Scorer]:
    """The shipped rubric with each reading in any of its options, and what else could have been chosen."""
    choices = shipped.random_choices(seeded(seed))
    data = rubric_files.taken(shipped.document(), choices)
    compiled = CompiledRubric(construct(Rubric, data), shipped.document().sha256)
    return compiled, Scorer(
        compiled, "zh", lambda name, option: rubric_files.taken(shipped.document(), {**choices, name: option})
    )


@rounds(120)
@given(st.integers(0, 2**32), st.sampled_from([0.0, 0.1]))
def test_nothing_foreign_stands_on_chinese_paper(seed: int, gaps: float) -> None:
    """No id, key or English word, no fraction and no cut number, whatever a unit reports."""
    compiled = shipped.compiled()
    sheet = _scorer("zh").score(Values("", "甲市", 2011, "self", random_row(compiled, seeded(seed), gaps=gaps)))
    _assert_chinese(sheet)


@rounds(40)
@given(st.integers(0, 3), st.integers(0, 2**32))
def test_nothing_foreign_stands_there_in_any_reading(readings: int, seed: int) -> None:
    compiled, scorer = _read_otherwise(readings)
    _assert_chinese(scorer.score(Values("", "甲市", 2011, "self", random_row(compiled, seeded(seed)))))


def _assert_chinese(sheet: Any) -> None:
    lines = [line for section in sheet.sections for one in section.items for line in one.ledger]
    for line in lines:
        assert line.why
        assert not FOREIGN.search(line.why), line.why
        assert not re.search(r"…|\d/\d|\d \d|，，|；；|，$", line.why), line.why
