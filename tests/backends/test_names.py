"""How facts are called, and how their values are written: in arithmetic and aloud."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends.names import Name
from kaohe.expr.not_applicable import NOT_APPLICABLE
from support.compiled_once import compiled
from support.entries import EVERY_KIND

LATE = Name("超时上报", "次")
LINKED = Name("联网", flag=True)
GRADE = Name("等次", options={"good": "优"})
RATE = Name("通过率", style="percent")
PART = Name("通过率的分子", whole="通过率")


@pytest.mark.parametrize(
    ("name", "value", "written", "alone"),
    [
        (LATE, 2, "超时上报 2 次", "2 次"),
        (Name("人数"), Fraction(1, 2), "人数 0.5", "0.5"),
        (LINKED, True, "「联网」为是", "是"),
        (LINKED, False, "「联网」为否", "否"),
        (GRADE, "good", "等次：优", "优"),
        (GRADE, "fair", "等次：fair", "fair"),
        (Name("等次"), "fair", "等次：fair", "fair"),
        (RATE, Fraction(1, 4), "通过率 25%", "25%"),
        (Name("日期", style="date"), 734533, "日期 2012-01-31", "2012-01-31"),
        (LATE, NOT_APPLICABLE, "「超时上报」不适用", "不适用"),
        (PART, NOT_APPLICABLE, "「通过率」不适用", "不适用"),
        (Name("比率", style="percent"), Fraction(1, 3), "比率 33.333…%", "33.333…%"),
    ],
)
def test_a_fact_with_its_value(name: Name, value: Any, written: str, alone: str) -> None:
    assert name.write(value, "zh") == written
    assert name.value(value, "zh") == alone


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        (LATE, 3, "超时上报 3 次"),
        (LINKED, True, "联网: yes"),
        (LINKED, False, "联网: no"),
        (GRADE, "good", "等次: 优"),
        (GRADE, NOT_APPLICABLE, "等次: not applicable"),
    ],
)
def test_a_fact_with_its_value_in_english(name: Name, value: Any, written: str) -> None:
    assert name.write(value, "en") == written


def test_a_value_that_is_not_there() -> None:
    assert [LATE.value(one, "zh") for one in (None, NOT_APPLICABLE)] == ["缺报", "不适用"]
    assert [LATE.value(one, "en") for one in (None, NOT_APPLICABLE)] == ["not reported", "not applicable"]


@pytest.mark.parametrize(
    ("label", "before"),
    [
        ("超时上报", "超时上报"),
        ("1号超时上报", "1号超时上报"),
        ("PM10", "「PM10」"),
        ("迟报，漏报", "「迟报，漏报」"),
        ("迟报；漏报", "「迟报；漏报」"),
        ("late, missed", "「late, missed」"),
        ("late; missed", "「late; missed」"),
        ("9", "「9」"),
        ("项目9", "「项目9」"),
    ],
)
def test_a_name_before_a_number_tells_where_it_ends(label: str, before: str) -> None:
    assert Name(label).before_number("zh") == before
    assert Name("", aloud=label).before_number("zh") == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("label", whole="whole", subject="subject"), "subject"),
        (Name("label", subject="subject"), "subject"),
        (Name("label", whole="whole"), "whole"),
        (Name("label"), "label"),
    ],
)
@pytest.mark.parametrize("value", [None, NOT_APPLICABLE])
def test_what_does_not_exist_is_called_by_what_it_belongs_to(name: Name, said: str, value: Any) -> None:
    assert name.state(value, "en") == Name(said).state(NOT_APPLICABLE, "en")
    assert said in name.state(value, "en")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (LATE, 2, "超时上报 2 次"),
        (RATE, Fraction(1, 4), "通过率 25%"),
        (Name("PM10", "天"), 3, "「PM10」 3 天"),
        (LINKED, False, "「联网」为否"),
        (GRADE, "good", "等次为优"),
    ],
)
def test_a_fact_aloud(name: Name, value: Any, said: str) -> None:
    assert name.state(value, "zh") == said


STATES = {"true": "上报及时", "false": "上报不及时", "none": "无人超时", "inapplicable": "不用上报"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "上报及时"),
        (False, "上报不及时"),
        (0, "无人超时"),
        (NOT_APPLICABLE, "不用上报"),
    ],
)
def test_a_state_in_the_words_of_the_rubric(value: Any, said: str) -> None:
    assert Name("上报", states=STATES).state(value, "zh") == said
    assert Name("上报", states={"none": ""}).state(0, "zh") == Name("上报").state(0, "zh")


def test_only_what_holds_or_not_is_no_number() -> None:
    layout = compiled(EVERY_KIND).layout
    kinds = {fact.key: fact.indicator.kind for fact in layout.facts} | {
        key: one.kind for key, one in layout.made.items()
    }
    flags = {key for key, kind in kinds.items() if kind == "flag"}
    assert {key for key, name in layout.names("zh").items() if name.flag} == flags
