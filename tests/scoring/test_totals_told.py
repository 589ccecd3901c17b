"""What sections and the whole took or gave themselves, in words: formula, rescaling, bounds, vetoes, rounding."""

from typing import Any

import pytest

from kaohe.messages import Language
from support.small_rubric import COUNT, FLAG, RULE, item, rubric
from support.small_scores import sheet_of

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
DONE: Any = item()
MORE: Any = {**item(), "id": "more", "title": "其余"}
BOTH = {"item": {"done": True}, "more": {"done": True}}
GONE: Any = {**item(rules=[{**RULE, "not_applicable": "rescaled"}]), "id": "gone"}


def told(facts: Any, language: Language, *items: Any, **head: Any) -> list[tuple[str, str]]:
    """The whole's own lines."""
    return [(line.rule, line.why) for line in sheet_of(rubric([*items], **head), facts, language).ledger]


@LANGUAGES
@pytest.mark.parametrize(
    ("head", "rule", "chinese", "english"),
    [
        (
            {"score": "items.item * 40% + items.more * 60%"},
            "total.score",
            "子项目 5 分，其余 5 分，按办法算得 5 分（满分减去各项失分是 10 分），扣 5 分",
            "子项目 5 分, 其余 5 分, by the formula 5 points (full marks less what was lost above: 10); 5 points off",
        ),
        (
            {"most": 8},
            "total.most",
            "合计 10 分，最多得 8 分，扣 2 分",
            "10 points in all, at most 8 points; 2 points off",
        ),
        (
            {"vetoes": [{"clause": "弄虚作假", "when": "item.done"}]},
            "total.veto1",
            "「完成」为是，扣 10 分",
            "完成: yes; 10 points off",
        ),
        (
            {"vetoes": [{"clause": "弄虚作假", "when": "item.done", "zero": False, "penalty": 3}]},
            "total.veto1",
            "「完成」为是，扣 3 分",
            "完成: yes; 3 points off",
        ),
    ],
)
def test_one_step(head: Any, rule: str, chinese: str, english: str, language: Language) -> None:
    assert told(BOTH, language, DONE, MORE, **head) == [(rule, {"zh": chinese, "en": english}[language])]


@LANGUAGES
def test_the_least_is_given(language: Language) -> None:
    """A penalty would leave the whole below zero."""
    veto = {"clause": "违规", "when": "misused", "penalty": 3}
    bad = item(indicators={"done": FLAG, "misused": COUNT}, rules=[RULE], vetoes=[veto], method="完成的得5分；违规")
    facts = {"item": {"done": True, "misused": 1}}
    assert told(facts, language, bad, least=0) == [
        (
            "total.least",
            {
                "zh": "合计 -3 分，最低得 0 分，加 3 分",
                "en": "-3 points in all, at least 0 points; 3 points more",
            }[language],
        )
    ]


@LANGUAGES
def test_rescaled_and_rounded(language: Language) -> None:
    third: Any = {**item(), "id": "third"}
    facts = {"item": {"done": True}, "third": {"done": False}, "gone": {"done": "不适用"}}
    other = {**GONE, "rules": [{**GONE["rules"][0], "points": 8}], "points": 8}
    items = (_with_points(DONE, 4), _with_points(third, 7), _with_points(other, 8))
    assert (
        told(facts, language, *items, rescale="total")
        == {
            "zh": [
                ("total.rescaled", "缺项折算：适用的 11 分中得 4 分，折成满分 19 分的，加约 2.91 分"),
                ("total.rounding", "四舍五入到 2 位小数，加约 0.001 分"),
            ],
            "en": [
                ("total.rescaled", "rescaled: 4 of the 11 points that apply, as if 19 applied; about 2.91 points more"),
                ("total.rounding", "rounded half up to 2 decimals; about 0.001 points more"),
            ],
        }[language]
    )


def _with_points(one: Any, points: int) -> Any:
    return {**one, "points": points, "rules": [{**one["rules"][0], "points": points}]}


@LANGUAGES
def test_a_section_tells_its_own(language: Language) -> None:
    written = rubric([DONE, MORE])
    written.data["sections"][0]["most"] = 6
    (section,) = sheet_of(written, BOTH, language).sections
    assert [(line.rule, line.why) for line in section.ledger] == [
        (
            "section_1.most",
            {
                "zh": "合计 10 分，最多得 6 分，扣 4 分",
                "en": "10 points in all, at most 6 points; 4 points off",
            }[language],
        )
    ]


@LANGUAGES
def test_what_is_certain_though_facts_are_missing(language: Language) -> None:
    veto = {"clause": "弄虚作假", "when": "item.done"}
    facts = {"item": {"done": True}}
    assert told(facts, language, DONE, MORE, most=3) == [
        (
            "total.most",
            {
                "zh": "最多得 3 分，缺报的事实改变不了这一结果，扣 7 分",
                "en": "at most 3 points, whatever the missing facts are; 7 points off",
            }[language],
        )
    ]
    assert told(facts, language, DONE, MORE, vetoes=[veto]) == [
        (
            "total.veto1",
            {
                "zh": "缺报的事实改变不了这一结果，扣 10 分",
                "en": "whatever the missing facts are; 10 points off",
            }[language],
        )
    ]


@LANGUAGES
def test_an_item_that_is_rounded(language: Language) -> None:
    share = {"label": "完成率", "kind": "percent"}
    rule = {"type": "proportional", "clause": "按比例", "points": 5, "of": "share"}
    anchors = [{"at": "0%", "points": 0}, {"at": "90%", "points": 5}]
    written = rubric([item(indicators={"share": share}, rules=[{**rule, "anchors": anchors}])])
    ledger = sheet_of(written, {"item": {"share": "50%"}}, language).sections[0].items[0].ledger
    assert [(line.rule, line.why) for line in ledger][-1] == (
        "item.rounding",
        {
            "zh": "四舍五入到 2 位小数，加约 0.002 分",
            "en": "rounded half up to 2 decimals; about 0.002 points more",
        }[language],
    )
