"""Lists as they are read aloud: the members that matter, by name, a few of many; sums, numbers, the greatest."""

from typing import Any

import pytest

from kaohe.messages import Language
from support.small_rubric import deductions
from support.small_scores import item_reasons

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
NAMES = "甲乙丙丁戊己庚辛壬癸子丑"
LATE: dict[str, Any] = {"label": "各县迟报", "kind": "count", "unit": "次", "list": True}
SHARES: dict[str, Any] = {"label": "各县上传", "kind": "percent", "list": True}
TOWNS: dict[str, Any] = {
    "label": "乡镇",
    "kind": "record",
    "list": True,
    "facts": {"area": {"label": "面积", "kind": "number", "unit": "亩"}, "farmed": {"label": "耕种", "kind": "number"}},
}


def said(condition: str, facts: Any, language: Language = "zh", **indicators: Any) -> str:
    """What is said of a condition: one of two deductions speaks, the other is silent."""
    rule = deductions("甲", {"when": condition, "once": 1}, {"unless": condition, "once": 1})
    (text,) = item_reasons(facts, language, indicators=indicators, rules=[rule])
    end = {"zh": "，扣 1 分", "en": "; 1 point off"}[language]
    assert text.endswith(end)
    return text.removesuffix(end)


def counties(many: int) -> dict[str, int]:
    return {f"{name}县": place for place, name in enumerate(NAMES[:many], 1)}


@pytest.mark.parametrize(
    ("condition", "chinese", "english"),
    [
        ("sum(late) >= 7", "各县迟报合计 6 次，不到 7", "sum of 各县迟报 6 次, below 7"),
        ("members(late) > 3", "各县迟报共 3 个，不超过 3 个", "number of 各县迟报 3, not above 3"),
        ("highest(late) > 2", "各县迟报最高 3 次，超过 2", "highest 各县迟报 3 次, above 2"),
        ("lowest(late) > 1", "各县迟报最低 1 次，不超过 1", "lowest 各县迟报 1 次, not above 1"),
        (
            "count(late > 1) > 1",
            "乙县（各县迟报 2 次，超过 1 次）；丙县（各县迟报 3 次，超过 1 次），共 2 个，超过 1 个",
            "乙县 (各县迟报 2 次, above 1 次); 丙县 (各县迟报 3 次, above 1 次), 2 in all, above 1",
        ),
        ("count(late > 9) > 1", "各县迟报中没有一个符合，不超过 1 个", "none of 各县迟报 qualifies, not above 1"),
        ("sum(late) > 0", "各县迟报合计 6 次", "sum of 各县迟报 6 次"),
    ],
)
def test_what_is_made_of_a_list(condition: str, chinese: str, english: str) -> None:
    assert said(condition, {"late": counties(3)}, "zh", late=LATE) == chinese
    assert said(condition, {"late": counties(3)}, "en", late=LATE) == english


@pytest.mark.parametrize(
    ("many", "tail"),
    [
        (3, "丙县（各县迟报 3 次）"),
        (4, "丙县（各县迟报 3 次）；另有丁县"),
        (9, "丙县（各县迟报 3 次）；另有丁县、戊县、己县、庚县、辛县、壬县"),
        (12, "丙县（各县迟报 3 次）；另有丁县、戊县、己县、庚县、辛县、壬县等，还有 3 个"),
    ],
)
def test_of_many_members_a_few_are_named(many: int, tail: str) -> None:
    text = said("count(late > 0) > 0", {"late": counties(many)}, late=LATE)
    assert text == f"甲县（各县迟报 1 次）；乙县（各县迟报 2 次）；{tail}，共 {many} 个"


def test_of_many_members_a_few_are_named_in_english() -> None:
    text = said("count(late > 0) > 0", {"late": counties(12)}, "en", late=LATE)
    assert text.endswith("丙县 (各县迟报 3 次); 丁县, 戊县, 己县, 庚县, 辛县, 壬县 and 3 more too, 12 in all")


@LANGUAGES
def test_the_member_for_which_a_number_is_greatest(language: Language) -> None:
    facts = {"towns": {"甲镇": {"area": 4, "farmed": 1}, "乙镇": {"area": 4, "farmed": 3}}}
    greatest = said("highest(towns.area - towns.farmed) >= 5", facts, language, towns=TOWNS)
    least = said("lowest(towns.area - towns.farmed) >= 5", facts, language, towns=TOWNS)
    assert (greatest, least) == {
        "zh": ("乡镇：甲镇（面积 4 亩，耕种 1），不到 5", "乡镇：乙镇（面积 4 亩，耕种 3），不到 5"),
        "en": ("乡镇: 甲镇 (面积 4 亩, 耕种 1), below 5", "乡镇: 乙镇 (面积 4 亩, 耕种 3), below 5"),
    }[language]


def test_of_several_that_are_greatest_the_first_is_named() -> None:
    facts = {"towns": {"甲镇": {"area": 4, "farmed": 1}, "乙镇": {"area": 5, "farmed": 2}}}
    assert (
        said("highest(towns.area - towns.farmed) >= 5", facts, towns=TOWNS) == "乡镇：甲镇（面积 4 亩，耕种 1），不到 5"
    )


def test_members_beside_a_fact_of_the_unit() -> None:
    most = {"label": "上限", "kind": "count", "unit": "次"}
    text = said("count(late > most) > 1", {"late": counties(3), "most": 2}, late=LATE, most=most)
    assert text == "丙县（各县迟报 3 次，超过上限 2 次），不超过 1 个"


@pytest.mark.parametrize(
    ("condition", "chinese"),
    [
        ("mean(towns.area) >= 9", "面积平均 4.5 亩（共 2 个），不到 9"),
        ("mean(towns.area - towns.farmed) >= 9", "乡镇平均 3（共 2 个），不到 9"),
        ("sum(late) / members(towns) >= 9", "各县迟报合计 6 次，乡镇共 2 个，算得 3，不到 9"),
        ("members(towns) / members(towns) >= 9", "乡镇共 2 个，算得 1，不到 9"),
    ],
)
def test_a_mean_and_what_is_none(condition: str, chinese: str) -> None:
    facts = {"towns": {"甲镇": {"area": 4, "farmed": 1}, "乙镇": {"area": 5, "farmed": 2}}, "late": counties(3)}
    own: dict[str, Any] = {name: one for name, one in {"towns": TOWNS, "late": LATE}.items() if name in condition}
    assert said(condition, {name: facts[name] for name in own}, **own) == chinese


@LANGUAGES
def test_a_mean_of_percents(language: Language) -> None:
    facts = {"shares": {"甲县": "80%", "乙县": "91%"}}
    assert (
        said("mean(shares) >= 90%", facts, language, shares=SHARES)
        == {
            "zh": "各县上传平均 85.5%（共 2 个），不到 90%",
            "en": "mean of 各县上传 85.5% (of 2), below 90%",
        }[language]
    )


@LANGUAGES
def test_members_that_lose_points(language: Language) -> None:
    rule = deductions("甲", {"count": "late", "each": 1, "cap": 2})
    assert (
        item_reasons({"late": counties(3)}, language, indicators={"late": LATE}, rules=[rule])
        == {
            "zh": [
                "甲县：各县迟报 1 次，扣 1 分",
                "乙县：各县迟报 2 次，扣 2 分",
                "丙县：各县迟报 3 次，应扣 3 分；最多扣 2 分",
            ],
            "en": [
                "甲县: 各县迟报 1 次; 1 point off",
                "乙县: 各县迟报 2 次; 2 points off",
                "丙县: 各县迟报 3 次; 3 points due: at most 2 off",
            ],
        }[language]
    )


@LANGUAGES
def test_members_that_earn_nothing(language: Language) -> None:
    rule = {"type": "awards", "clause": "甲", "points": 5, "awards": [{"count": "late", "each": 1}]}
    said_of = {
        "zh": "各县迟报中没有一个得分，这 5 分不得",
        "en": "none of 各县迟报 earns anything; 5 points not earned",
    }
    for facts in ({}, {"甲县": 0}):
        assert item_reasons({"late": facts}, language, indicators={"late": LATE}, rules=[rule]) == [said_of[language]]
