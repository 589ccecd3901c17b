"""Numbers that are not exact: each kind of them has a sentence with its mend, in either language."""

from decimal import Decimal

import pytest

from kaohe.messages import Language, say
from kaohe.submission.number_mends import number_mend


def told(word: object, language: Language, *, percent: bool = False) -> str:
    found = number_mend(word, percent=percent)
    return say(f"problem.{found[0]}", language, **found[1], label="") if found else ""


@pytest.mark.parametrize(
    ("word", "chinese", "english"),
    [
        (
            "约100",
            "“约100”不是确切的数；写出确切的数，还不知道的留空",
            "“约100” is no exact number; write the exact one, leave empty what is not known",
        ),
        (
            "3-5",
            "“3-5”是个范围，不是一个数；写出确切的数，还不知道的留空",
            "“3-5” is a range, not a number; write the exact one, leave empty what is not known",
        ),
        ("一", "“一”用阿拉伯数字写：1", "“一” is written in digits: 1"),
    ],
)
def test_what_is_said(word: str, chinese: str, english: str) -> None:
    assert (told(word, "zh"), told(word, "en")) == (chinese, english)


@pytest.mark.parametrize(
    ("number", "one", "other"),
    [
        ("0.5", "0.5%", "50%"),
        (Decimal("0.50"), "0.5%", "50%"),
        (1, "1%", "100%"),
        ("-86.5", "-86.5%", "-8650%"),
    ],
)
def test_a_percent_without_its_sign(number: object, one: str, other: str) -> None:
    shown = one.removesuffix("%")
    assert (
        told(number, "zh", percent=True)
        == f"写的是 {shown}，没有百分号，分不清是 {one} 还是 {other}；写成“{one}”或“{other}”"
    )
    english = f"{shown} without a percent sign may be {one} or {other}; write the one that is meant"
    assert told(number, "en", percent=True) == english


@pytest.mark.parametrize(
    ("word", "digits"),
    [("九", 9), ("两", 2), ("三次", 3), ("十", 10), ("十二", 12), ("二十", 20), ("九十九人", 99)],
)
def test_numbers_in_words(word: str, digits: int) -> None:
    assert number_mend(word, percent=False) == ("number-in-words", {"found": word, "expected": str(digits)})
    assert number_mend(word, percent=True) == ("number-in-words", {"found": word, "expected": f"{digits}%"})


@pytest.mark.parametrize("word", ["一般", "十分满意", "三无", "100", "1e5", "第3", "2012年3月", "", None, True, 7])
def test_what_is_none_of_these(word: object) -> None:
    assert number_mend(word, percent=False) is None
