"""Numbers read aloud: rounded, but never over or onto what decided; grouped in English; dates and months."""

import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaohe.backends.spoken_numbers import reported, set_close, spoken, spoken_points
from kaohe.expr.dates import MONTHS, days
from kaohe.expr.tree import Notation
from kaohe.messages import Language

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
NUMBERS = st.fractions(-2_000_000, 2_000_000, max_denominator=10**6)
BESIDE = Fraction(1, 10**30)
NEAR = st.fractions(-1, 1, max_denominator=10**9)


def read(text: str) -> Fraction:
    """The number that a listener takes down; one that is said to be next to another lies just beside it."""
    if text.startswith(("不到", "under")):
        return BESIDE
    off = {"略高于": BESIDE, "just above": BESIDE, "略低于": -BESIDE, "just below": -BESIDE}
    beside = next((by for words, by in off.items() if text.startswith(words)), Fraction(0))
    return Fraction(re.sub(r"[^\d.-]", "", text)) + beside


def side(value: Fraction, other: Fraction) -> int:
    return (value > other) - (value < other)


@LANGUAGES
@given(st.data())
def test_a_number_stays_on_its_side_of_what_decided(language: Language, data: st.DataObject) -> None:
    value = data.draw(NUMBERS)
    apart = data.draw(st.lists(st.one_of(NUMBERS, NEAR.map(lambda by: value + by / 10**3)), max_size=3))
    notation = data.draw(st.sampled_from([Notation.NONE, Notation.PERCENT, Notation.PERCENTAGE_POINT, Notation.POINTS]))
    times = 100 if notation in (Notation.PERCENT, Notation.PERCENTAGE_POINT) else 1
    heard = read(spoken(value, notation, language, "", apart))
    for other in apart:
        if other != value:
            assert side(heard, other * times) == side(value, other), (value, other)


@given(NUMBERS, NEAR)
@example(Fraction("33.326"), Fraction("0.008"))
def test_two_numbers_that_differ_never_sound_alike(value: Fraction, by: Fraction) -> None:
    """Each is read with the other in mind."""
    other = value + by
    heard = read(spoken(value, Notation.NONE, "zh", "", [other])), read(spoken(other, Notation.NONE, "zh", "", [value]))
    assert side(*heard) == side(value, other)


@given(NUMBERS, st.sampled_from([Notation.NONE, Notation.PERCENT]))
@example(Fraction(1, 3), Notation.NONE)
@example(Fraction(-1, 3), Notation.NONE)
def test_a_number_alone_is_rounded_half_up_to_two_decimals(value: Fraction, notation: Notation) -> None:
    times = 100 if notation is Notation.PERCENT else 1
    text = spoken(value, notation, "zh")
    assert abs(read(text) - value * times) * 200 <= 1
    assert len(text.rstrip("%").partition(".")[2]) <= 2


@pytest.mark.parametrize(
    ("value", "apart", "text"),
    [
        ("0.01996", "0.02", "1.996%"),
        ("0.0199996", "0.02", "1.99996%"),
        ("0.02", "0.02", "2%"),
        ("0.01996", "0.03", "2.00%"),
        ("0.020001", "0.02", "2.0001%"),
        ("0.01402", "0.01", "1.40%"),
        ("-0.00533", "0", "-0.53%"),
        ("0.000001", "0", "0.0001%"),
        ("-0.000001", "0", "-0.0001%"),
        ("0.005", "0.005", "0.5%"),
    ],
)
def test_a_percent_that_decided(value: str, apart: str, text: str) -> None:
    assert spoken(Fraction(value), Notation.PERCENT, "zh", "", [Fraction(apart)]) == text


@pytest.mark.parametrize(
    ("value", "apart", "text"),
    [
        ("0.9999999999999999", ["1"], "略低于 1"),
        ("1.000001", ["1"], "1.000001"),
        ("1.0000001", ["1"], "略高于 1"),
        ("1.0000000000000001", ["1"], "略高于 1"),
        ("0.0000000000000001", ["0"], "不到 0.01"),
        ("0.9999999999999999", ["1", "0.9999999999999998"], "0.9999999999999999"),
        ("-0.0000000000000001", ["0"], "-0.0000000000000001"),
        ("1/3", ["0.3333333334", "0.3333333332"], "0.333333333333333"),
    ],
)
def test_what_is_too_near_for_any_rounding(value: str, apart: list[str], text: str) -> None:
    """By the number that it is near to, or in full where that would not tell it from another."""
    assert spoken(Fraction(value), Notation.NONE, "zh", "", [*map(Fraction, apart)]) == text


@pytest.mark.parametrize(
    ("value", "notation", "unit", "chinese", "english"),
    [
        ("1234567.5", Notation.NONE, "元", "1234567.5 元", "1,234,567.5 元"),
        ("-1234567", Notation.NONE, "", "-1234567", "-1,234,567"),
        ("1234.567", Notation.NONE, "", "1234.57", "1,234.57"),
        ("-1234.567", Notation.NONE, "", "-1234.57", "-1,234.57"),
        ("-0.5", Notation.NONE, "", "-0.5", "-0.5"),
        ("-0.125", Notation.NONE, "", "-0.13", "-0.13"),
        ("0.125", Notation.NONE, "", "0.13", "0.13"),
        ("999", Notation.NONE, "人", "999 人", "999 人"),
        ("12.34", Notation.PERCENT, "", "1234%", "1,234%"),
        ("0.01", Notation.PERCENTAGE_POINT, "", "1 个百分点", "1 percentage point"),
        ("0.02", Notation.PERCENTAGE_POINT, "", "2 个百分点", "2 percentage points"),
        ("1", Notation.POINTS, "", "1 分", "1 point"),
        ("1.5", Notation.POINTS, "", "1.5 分", "1.5 points"),
        ("1000", Notation.POINTS, "", "1000 分", "1,000 points"),
    ],
)
def test_notations(value: str, notation: Notation, unit: str, chinese: str, english: str) -> None:
    assert spoken(Fraction(value), notation, "zh", unit) == chinese
    assert spoken(Fraction(value), notation, "en", unit) == english


@LANGUAGES
def test_dates_and_months(language: Language) -> None:
    day, month = days("2012-01-05"), 2012 * MONTHS
    assert day is not None
    said = {"zh": ("2012年1月5日", "2012年1月"), "en": ("2012-01-05", "2012-01")}[language]
    for write in (spoken, reported):
        assert write(day, Notation.DATE, language) == said[0]
        assert write(month, Notation.MONTH, language) == said[1]


@pytest.mark.parametrize(
    ("value", "notation", "unit", "chinese", "english"),
    [
        ("156820000.123", Notation.NONE, "元", "156820000.123 元", "156,820,000.123 元"),
        ("0.89125", Notation.PERCENT, "", "89.125%", "89.125%"),
        ("-3", Notation.NONE, "", "-3", "-3"),
    ],
)
def test_a_fact_as_it_was_reported(value: str, notation: Notation, unit: str, chinese: str, english: str) -> None:
    """All its decimals: nothing is rounded."""
    assert reported(Fraction(value), notation, "zh", unit) == chinese
    assert reported(Fraction(value), notation, "en", unit) == english


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("2", "2", "2"),
        ("0.25", "0.25", "0.25"),
        ("1/3", "约 0.33", "about 0.33"),
        ("0.125", "约 0.13", "about 0.13"),
        ("-20/3", "约 -6.67", "about -6.67"),
        ("1/3000", "约 0.0003", "about 0.0003"),
        ("0.01", "0.01", "0.01"),
        ("1/30000000", "不到 0.01", "under 0.01"),
        ("-1/30000000", "约 -0.000000033333333", "about -0.000000033333333"),
        ("1234", "1234", "1,234"),
    ],
)
def test_points(value: str, chinese: str, english: str) -> None:
    """Those that are rounded say so, and what is left of a point is never nothing."""
    assert spoken_points(Fraction(value), "zh") == chinese
    assert spoken_points(Fraction(value), "en") == english


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("（县） 以上", "（县）以上"),
        ("30 人 以上", "30 人以上"),
        ("扣 约 2 分", "扣约 2 分"),
        ("扣 2 分", "扣 2 分"),
        ("甲 ABC 乙", "甲 ABC 乙"),
        (" 甲", "甲"),
    ],
)
def test_spaces_stand_only_beside_figures(text: str, close: str) -> None:
    assert set_close(text, "zh") == close
    assert set_close(text, "en") == text
