"""A unit's file: every way in which it can be wrong, and the three states of a fact that say nothing."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.problems import Problems
from kaohe.source import Document, read
from kaohe.submission.given_facts import NOTHING, Common
from kaohe.submission.reader import Values
from support.broken_values import HEAD, INDICATORS
from support.every_kind import VALUES, compiled

Found = list[tuple[str, int, int]]


def document(text: str) -> Document:
    return read("甲市.yaml", text.encode())


def values(text: str, common: Common = NOTHING) -> Values:
    return compiled().reader.read(document(text), common)


def fact(row: tuple[Any, ...], key: str) -> Any:
    (found,) = [one for one in compiled().layout.facts if one.key == key]
    fields = row[found.start : found.start + found.width()]
    return fields[0] if len(fields) == 1 else fields


def problems(text: str) -> Found:
    with pytest.raises(Problems) as raised:
        values(text)
    assert all(problem.path == "甲市.yaml" for problem in raised.value.problems)
    return [(problem.code, problem.line, problem.column) for problem in raised.value.problems]


def test_a_full_file() -> None:
    read_values = values(VALUES)
    assert (read_values.unit, read_values.year, read_values.stage) == ("甲市", 2011, "self")
    assert read_values.path == "甲市.yaml"
    assert fact(read_values.row, "parameters.average") == Fraction(87, 100)
    assert fact(read_values.row, "basics.done") is True
    assert fact(read_values.row, "basics.late") == 1
    assert fact(read_values.row, "basics.hours") == Fraction("39.9")
    assert fact(read_values.row, "basics.paid") == Fraction("0.865")
    assert fact(read_values.row, "basics.grade") == "fair"
    assert fact(read_values.row, "growth.funds") == (100, Fraction("100.5"))
    assert fact(read_values.row, "uploads.sent") == (("甲", 70, 100), ("乙", 9, 10))
    assert fact(read_values.row, "uploads.spoiled") == (("甲", 0), ("乙", 3))


def test_whole_numbers_are_int_and_truth_values_stay() -> None:
    row = values("unit: 甲市\nindicators: {basics: {done: true, late: 2, hours: 40.0, paid: 100%}}\n").row
    assert [type(fact(row, f"basics.{name}")) for name in ("done", "late", "hours", "paid")] == [bool, int, int, int]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("growth: ", None),
        ("growth: {}", None),
        ("growth: {passed: }", None),
        ("growth: {passed: ~}", None),
        ("growth: {passed: 不适用}", NOT_APPLICABLE),
        ("growth: {passed: not_applicable}", NOT_APPLICABLE),
        ("growth: {passed: {part: 0, whole: 5}}", 0),
        ("growth: {passed: {part: , whole: 5}}", None),
        ("growth: {passed: {whole: 5}}", None),
        ("growth: {passed: {}}", None),
    ],
)
def test_missing_not_applicable_and_zero_are_three_things(text: str, value: object) -> None:
    row = values(f"unit: 甲市\nindicators: {{{text}}}\n").row
    assert fact(row, "growth.passed")[0] == value
    assert type(fact(row, "growth.passed")[0]) is type(value)


@pytest.mark.parametrize("text", ["indicators:", "indicators: ~", "parameters:", "year:", ""])
def test_what_is_left_empty_is_missing(text: str) -> None:
    assert set(values(f"unit: 甲市\n{text}\n").row) == {None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sent: 不适用", NOT_APPLICABLE),
        ("sent: {}", ()),
        ("sent: []", ()),
        ("sent: ", None),
        ("sent: {甲: }", (("甲", None, None),)),
        ("sent: {甲: {part: 1}}", (("甲", 1, None),)),
        ("sent: {甲: {part: 0, whole: 1}, 乙: {}}", (("甲", 0, 1), ("乙", None, None))),
        ("spoiled: {甲: , 乙: 0}", None),
    ],
)
def test_lists(text: str, value: object) -> None:
    row = values(f"unit: 甲市\nindicators: {{uploads: {{{text}}}}}\n").row
    assert fact(row, "uploads.sent") == value


def test_a_member_without_a_value() -> None:
    row = values("unit: 甲市\nindicators: {uploads: {spoiled: {甲: , 乙: 0}}}\n").row
    assert fact(row, "uploads.spoiled") == (("甲", None), ("乙", 0))


@pytest.mark.parametrize(("text", "found"), HEAD)
def test_head(text: str, found: Found) -> None:
    assert problems(text) == found


@pytest.mark.parametrize(("text", "found"), INDICATORS)
def test_indicators(text: str, found: Found) -> None:
    assert problems(f"unit: 甲市\nindicators:\n  {text}\n") == found


def test_the_nearest_known_name_is_told() -> None:
    with pytest.raises(Problems) as raised:
        values("unit: 甲市\nindicators: {basics: {dune: true}, growht: {}}\n")
    assert sorted(str(problem.parameters["nearest"]) for problem in raised.value.problems) == ["done", "growth"]


def test_the_label_is_told() -> None:
    with pytest.raises(Problems) as raised:
        values("unit: 甲市\nindicators: {basics: {late: -1}}\n")
    assert raised.value.problems[0].parameters == {"found": "-1", "label": "1.1 迟报", "gone": ""}


def test_parameters_of_all_units() -> None:
    common = compiled().reader.parameters(document("rubric: every-kind\nyear: 2011\nparameters: {average: 80%}\n"))
    assert fact(values("unit: 甲市\n", common).row, "parameters.average") == Fraction(80, 100)
    same = values("unit: 甲市\nparameters: {average: 80.0%}\n", common)
    assert fact(same.row, "parameters.average") == Fraction(80, 100)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("unit: 甲市\n", [("unknown-key", 1, 1)]),
        ("parameters: {averge: 1%}\n", [("unknown-key", 1, 14)]),
        ("parameters: {average: 1}\n", [("percent-without-sign", 1, 23)]),
        ("parameters: 5\n", [("mapping-expected", 1, 13)]),
    ],
)
def test_broken_parameters(text: str, found: Found) -> None:
    with pytest.raises(Problems) as raised:
        compiled().reader.parameters(document(text))
    assert [(problem.code, problem.line, problem.column) for problem in raised.value.problems] == found


def test_no_parameters() -> None:
    found = compiled().reader.parameters(document("rubric: every-kind\n"))
    assert (found.parameters, found.peers, found.year) == ({}, {}, None)
