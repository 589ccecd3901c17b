"""What is said to come of a reason: lost, earned in part, cut short, a bonus, a veto, a penalty."""

from typing import Any

import pytest

from kaohe.messages import Language
from support.small_rubric import COUNT, FLAG, RULE, deductions
from support.small_scores import item_reasons

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
LATE: Any = {"indicators": {"late": COUNT}, "rules": [deductions("迟报扣2分", {"count": "late", "each": 2})]}
FUNDED = {"label": "经费", "kind": "flag"}
MISUSED = {"label": "违规", "kind": "count", "unit": "起"}
PRAISED = {"label": "表彰", "kind": "count", "unit": "次"}
AWARD: dict[str, Any] = {"type": "awards", "clause": "表彰加1分", "awards": [{"count": "praised", "each": 1}]}


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "fields", "chinese", "english"),
    [
        ({"done": False}, {}, "「完成」为否，这 5 分不得", "完成: no; 5 points not earned"),
        ({"late": 1}, LATE, "迟报 1，扣 2 分", "迟报 1; 2 points off"),
        (
            {"late": 3},
            LATE,
            "迟报 3，应扣 6 分；这部分只有 5 分，扣完为止",
            "迟报 3; 6 points due: the part has only 5 points, and all of it is lost",
        ),
        (
            {"praised": 2},
            {"indicators": {"praised": PRAISED}, "rules": [{**AWARD, "points": 5}]},
            "表彰 2 次，得 2 分，扣 3 分",
            "表彰 2 次; 2 points earned, 3 off",
        ),
        (
            {"praised": 7},
            {"indicators": {"praised": PRAISED}, "rules": [{**AWARD, "points": 5, "most": 8}]},
            "表彰 7 次，得 7 分，比满分多 2 分",
            "表彰 7 次; 7 points earned, 2 above full marks",
        ),
        (
            {"praised": 1},
            {"indicators": {"praised": PRAISED}, "rules": [{**AWARD, "points": 0, "most": 3}]},
            "表彰 1 次，加 1 分",
            "表彰 1 次; 1 point more",
        ),
    ],
)
def test_one_line(facts: Any, fields: Any, chinese: str, english: str, language: Language) -> None:
    assert item_reasons(facts, language, **fields) == [{"zh": chinese, "en": english}[language]]


TWO: Any = {
    "indicators": {"late": COUNT, "lost": {"label": "遗失", "kind": "count"}},
    "rules": [
        deductions("甲", {"count": "late", "each": 2}, {"count": "lost", "each": 2}),
    ],
}


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "chinese", "english"),
    [
        (
            {"late": 2, "lost": 1},
            "遗失 1，应扣 2 分；这部分只剩 1 分，扣完为止",
            "遗失 1; 2 points due: only 1 is left of the part, and all is lost",
        ),
        (
            {"late": 3, "lost": 1},
            "遗失 1，应扣 2 分；这部分的分已经扣完，不再扣",
            "遗失 1; 2 points due: nothing is left of the part",
        ),
    ],
)
def test_what_a_part_has_left(facts: Any, chinese: str, english: str, language: Language) -> None:
    assert item_reasons(facts, language, **TWO)[1] == {"zh": chinese, "en": english}[language]


def shared_floor(**changes: Any) -> Any:
    """Two rules of which the second goes on to the item's own zero, or as far as it may."""
    rule = {**deductions("迟报扣2分", {"count": "late", "each": 2}), "points": 1, "floor": "item", **changes}
    return {"indicators": {"done": FLAG, "late": COUNT}, "rules": [{**RULE, "points": 3}, rule]}


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "fields", "chinese", "english"),
    [
        (
            {"done": True, "late": 3},
            shared_floor(),
            "迟报 3，应扣 6 分；本项只剩 4 分，扣完为止",
            "迟报 3; 6 points due: only 4 are left of the item, and all is lost",
        ),
        (
            {"done": True, "late": 2},
            shared_floor(),
            "迟报 2，扣 4 分",
            "迟报 2; 4 points off",
        ),
        (
            {"done": True, "late": 3},
            shared_floor(deductions=[{"count": "late", "each": 2, "cap": 2}]),
            "迟报 3，应扣 6 分；最多扣 2 分",
            "迟报 3; 6 points due: at most 2 off",
        ),
    ],
)
def test_what_an_item_has_left(facts: Any, fields: Any, chinese: str, english: str, language: Language) -> None:
    assert item_reasons(facts, language, **fields)[-1] == {"zh": chinese, "en": english}[language]


ENDLESS: Any = {
    "indicators": {"late": COUNT, "lost": {"label": "遗失", "kind": "count"}},
    "rules": [
        {**deductions("迟报扣2分", {"count": "late", "each": 2}), "floor": "none"},
        {**deductions("遗失扣1分", {"count": "lost", "each": 1}), "points": 0, "floor": "item"},
    ],
}


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "chinese", "english"),
    [
        ({"late": 1, "lost": 2}, "遗失 2，扣 2 分", "遗失 2; 2 points off"),
        (
            {"late": 1, "lost": 9},
            "遗失 9，应扣 9 分；本项只剩 3 分，扣完为止",
            "遗失 9; 9 points due: only 3 are left of the item, and all is lost",
        ),
        (
            {"late": 4, "lost": 1},
            "遗失 1，应扣 1 分；本项的分已经扣完，不再扣",
            "遗失 1; 1 point due: nothing is left of the item",
        ),
    ],
)
def test_what_is_left_beside_a_part_without_a_floor(facts: Any, chinese: str, english: str, language: Language) -> None:
    assert item_reasons(facts, language, **ENDLESS)[-1] == {"zh": chinese, "en": english}[language]


@LANGUAGES
def test_nothing_left_of_the_item(language: Language) -> None:
    fields = {
        "indicators": {"late": COUNT, "lost": {"label": "遗失", "kind": "count"}},
        "rules": [
            {**deductions("甲", {"count": "late", "each": 2}), "points": 2, "floor": "item"},
            {**deductions("乙", {"count": "lost", "each": 2}), "points": 2, "floor": "item"},
        ],
    }
    said = item_reasons({"late": 2, "lost": 1}, language, **fields)
    assert (
        said
        == {
            "zh": ["迟报 2，扣 4 分", "遗失 1，应扣 2 分；本项的分已经扣完，不再扣"],
            "en": ["迟报 2; 4 points off", "遗失 1; 2 points due: nothing is left of the item"],
        }[language]
    )


@LANGUAGES
def test_nothing_more_can_be_taken(language: Language) -> None:
    rule = deductions("甲", {"count": "late", "each": 2, "cap": 0}, floor="none")
    late = {"label": "各县迟报", "kind": "count", "list": True}
    said = item_reasons({"late": {"甲县": 1}}, language, indicators={"late": late}, rules=[rule])
    assert (
        said
        == {
            "zh": ["甲县：各县迟报 1，应扣 2 分；能扣的已经扣完，不再扣"],
            "en": ["甲县: 各县迟报 1; 2 points due: no more can be taken"],
        }[language]
    )


@LANGUAGES
def test_a_bonus_that_is_cut_or_gone(language: Language) -> None:
    fields = {
        "indicators": {"praised": PRAISED, "done": FLAG},
        "rules": [{**AWARD, "points": 2, "most": 5, "requires": "done"}],
    }
    said = item_reasons({"praised": 3, "done": False}, language, **fields)
    assert (
        said[-1]
        == {
            "zh": "表彰 3 次，本可加 1 分，这部分不得分，不加",
            "en": "表彰 3 次; 1 point more were due, but nothing is given for the part",
        }[language]
    )


VETO = {"clause": "违规的不得分并倒扣3分", "when": "misused"}


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "veto", "chinese", "english"),
    [
        (
            {"done": True, "misused": 1},
            VETO,
            ["违规 1 起，本项 5 分不得"],
            ["违规 1 起; the item's 5 points not earned"],
        ),
        (
            {"done": False, "misused": 1},
            VETO,
            ["「完成」为否，这 5 分不得", "违规 1 起，本项不得分，前面已经扣完"],
            ["完成: no; 5 points not earned", "违规 1 起; nothing is given for the item, and nothing is left of it"],
        ),
        (
            {"done": True, "misused": 2},
            {**VETO, "penalty": 3},
            ["违规 2 起，本项 5 分不得", "违规 2 起，另倒扣 3 分，计 -3 分"],
            [
                "违规 2 起; the item's 5 points not earned",
                "违规 2 起; a penalty of 3 besides, which makes -3",
            ],
        ),
    ],
)
def test_vetoes(facts: Any, veto: Any, chinese: list[str], english: list[str], language: Language) -> None:
    fields = {"indicators": {"done": FLAG, "misused": MISUSED}, "rules": [RULE], "vetoes": [veto]}
    assert item_reasons(facts, language, **fields) == {"zh": chinese, "en": english}[language]


@LANGUAGES
def test_a_veto_after_a_loss_takes_what_is_left(language: Language) -> None:
    fields = {**LATE, "indicators": {"late": COUNT, "misused": MISUSED}, "vetoes": [VETO]}
    assert (
        item_reasons({"late": 2, "misused": 1}, language, **fields)
        == {
            "zh": ["迟报 2，扣 4 分", "违规 1 起，本项不得分，余下的 1 分也扣去"],
            "en": [
                "迟报 2; 4 points off",
                "违规 1 起; nothing is given for the item, and the 1 left is lost too",
            ],
        }[language]
    )


@LANGUAGES
def test_a_penalty_that_does_not_go_below_zero(language: Language) -> None:
    fields = {
        "indicators": {"done": FLAG, "funded": FUNDED, "misused": MISUSED},
        "rules": [{**RULE, "points": 2}, {**RULE, "clause": "经费", "points": 3, "requires": "funded"}],
        "vetoes": [{"clause": "违规", "when": "misused", "scope": [1], "penalty": 1}],
    }
    said = item_reasons({"done": True, "funded": True, "misused": 1}, language, **fields)
    assert (
        said[-1]
        == {
            "zh": "违规 1 起，另倒扣 1 分",
            "en": "违规 1 起; a penalty of 1 besides",
        }[language]
    )


CAPPED = [{"count": "late", "each": 2, "cap": 2}, {"count": "lost", "each": 3}]
LOST = {"label": "遗失", "kind": "count"}


@pytest.mark.parametrize("floor", ["part", "item"])
def test_a_cap_is_not_taken_for_what_is_left(floor: str) -> None:
    """A later loss, or none, empties the part: what its own cap cut short says so."""
    fields: Any = {
        "indicators": {"late": COUNT, "lost": LOST},
        "rules": [deductions("甲", *CAPPED, floor=floor)],
    }
    capped = "迟报 2，应扣 4 分；最多扣 2 分"
    assert item_reasons({"late": 2, "lost": 0}, **fields) == [capped]
    assert item_reasons({"late": 2, "lost": 1}, **fields) == [capped, "遗失 1，扣 3 分"]
    left = {"part": "这部分", "item": "本项"}[floor]
    assert item_reasons({"late": 2, "lost": 2}, **fields) == [
        capped,
        f"遗失 2，应扣 6 分；{left}只剩 3 分，扣完为止",
    ]


def test_a_bonus_is_lost_again_before_the_item_is_empty() -> None:
    fields: Any = {
        "indicators": {"late": COUNT, "praised": PRAISED},
        "rules": [
            deductions("甲", {"count": "late", "each": 2}, floor="item"),
            {**AWARD, "points": 0, "most": 2, "floor": "item"},
        ],
    }
    assert item_reasons({"late": 3, "praised": 1}, **fields) == ["迟报 3，扣 6 分", "表彰 1 次，加 1 分"]
    assert item_reasons({"late": 4, "praised": 1}, **fields) == [
        "迟报 4，应扣 8 分；本项只剩 6 分，扣完为止",
        "表彰 1 次，加 1 分",
    ]
