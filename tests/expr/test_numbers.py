"""Numbers as people write them: what is read, what is refused and with which words, how they are written back."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kaohe.expr.numbers import (
    COUNT,
    FLAG,
    LARGEST,
    NUMBER,
    PERCENT,
    POSITIVE,
    QUANTITY,
    TEXT,
    Quantity,
    Scalar,
    Unreadable,
    percent_text,
    plain,
    read_quantity,
    shown,
)
from kaohe.expr.tree import Notation

READ = [
    (NUMBER, 0, Fraction(0)),
    (NUMBER, 8, Fraction(8)),
    (NUMBER, LARGEST - 1, Fraction(LARGEST - 1)),
    (NUMBER, Decimal("0.1"), Fraction(1, 10)),
    (NUMBER, Decimal("2.50"), Fraction(5, 2)),
    (POSITIVE, Decimal("0.01"), Fraction(1, 100)),
    (COUNT, 3, 3),
    (COUNT, Decimal("3.0"), 3),
    (PERCENT, "93.2%", Fraction(932, 1000)),
    (PERCENT, "0%", Fraction(0)),
    (PERCENT, "120%", Fraction(12, 10)),
    (PERCENT, "0.05%", Fraction(5, 10000)),
    (FLAG, True, True),
    (FLAG, False, False),
    (FLAG, "是", True),
    (FLAG, "否", False),
    (TEXT, "扩面", "扩面"),
    (QUANTITY, "1%", Quantity(Fraction(1, 100), Notation.PERCENT)),
    (QUANTITY, 1, Quantity(Fraction(1), Notation.NONE)),
]


@pytest.mark.parametrize(("scalar", "raw", "value"), READ)
def test_read(scalar: Scalar, raw: object, value: object) -> None:
    assert scalar.read(raw) == value
    assert type(scalar.read(raw)) is type(value)


REFUSED = [
    (NUMBER, -1, "negative-number", {"found": "-1"}),
    (NUMBER, Decimal("-0.5"), "negative-number", {"found": "-0.5"}),
    (NUMBER, LARGEST, "number-too-large", {"found": str(LARGEST)}),
    (COUNT, -LARGEST, "number-too-large", {"found": str(-LARGEST)}),
    (NUMBER, True, "number-expected", {"found": "true"}),
    (NUMBER, None, "number-expected", {"found": "(空)"}),
    (NUMBER, [1], "number-expected", {"found": "[1]"}),
    (NUMBER, "许多", "number-expected", {"found": "许多"}),
    (NUMBER, "8", "quoted-number", {"found": "8"}),
    (NUMBER, "-2.5", "quoted-number", {"found": "-2.5"}),
    (NUMBER, "120人", "number-with-unit", {"found": "120人", "expected": "120"}),
    (NUMBER, "1,200", "grouped-number", {"found": "1,200", "expected": "1200"}),
    (NUMBER, "93%", "number-expected", {"found": "93%"}),
    (NUMBER, "120.34万", "number-with-unit", {"found": "120.34万", "expected": "1203400"}),
    (NUMBER, "2011-01-01", "number-expected", {"found": "2011-01-01"}),
    (NUMBER, "８", "full-width-number", {"found": "８", "expected": "8"}),
    (NUMBER, "２．５", "full-width-number", {"found": "２．５", "expected": "2.5"}),
    (NUMBER, " ８ ", "full-width-number", {"found": " ８ ", "expected": "8"}),
    (POSITIVE, 0, "zero-divisor", {"found": "0"}),
    (POSITIVE, -1, "negative-number", {"found": "-1"}),
    (COUNT, Decimal("2.5"), "whole-number-expected", {"found": "2.5"}),
    (COUNT, "2", "quoted-number", {"found": "2"}),
    (PERCENT, "93.2", "percent-expected", {"found": "93.2"}),
    (PERCENT, Decimal("0.932"), "percent-expected", {"found": "0.932"}),
    (PERCENT, "１２％", "full-width-number", {"found": "１２％", "expected": "12%"}),
    (PERCENT, "12％", "full-width-number", {"found": "12％", "expected": "12%"}),
    (PERCENT, "-5%", "negative-number", {"found": "-5%"}),
    (PERCENT, "05%", "percent-expected", {"found": "05%"}),
    (PERCENT, "5 %", "percent-expected", {"found": "5 %"}),
    (QUANTITY, "一%", "percent-expected", {"found": "一%"}),
    (QUANTITY, "一", "number-expected", {"found": "一"}),
    (FLAG, 1, "flag-expected", {"found": "1"}),
    (FLAG, "yes", "flag-expected", {"found": "yes"}),
    (FLAG, "true", "flag-expected", {"found": "true"}),
    (FLAG, None, "flag-expected", {"found": "(空)"}),
    (TEXT, "", "text-empty", {}),
    (TEXT, None, "text-empty", {}),
    (TEXT, 3, "text-expected", {"found": "3"}),
]


@pytest.mark.parametrize(("scalar", "raw", "code", "parameters"), REFUSED)
def test_refused(scalar: Scalar, raw: object, code: str, parameters: dict[str, object]) -> None:
    with pytest.raises(Unreadable) as refused:
        scalar.read(raw)
    assert (refused.value.code, refused.value.parameters) == (code, parameters)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("7.50", "7.5"),
        ("-5", "-5"),
        ("-0.05", "-0.05"),
        ("0.005", "0.005"),
        ("400", "400"),
        ("1/3", "1/3"),
        ("-2/3", "-2/3"),
        ("1/1024", "0.0009765625"),
        ("12345678901234567890.1", "12345678901234567890.1"),
        ("1e-20", "0.00000000000000000001"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.01", "1%"),
        ("0.932", "93.2%"),
        ("0", "0%"),
        ("-0.001", "-0.1%"),
        ("1.2", "120%"),
        ("0.00001", "0.001%"),
        ("0.000015", "0.001…%"),
        ("1/3", "33.333…%"),
        ("-1/3", "-33.333…%"),
        ("2/3", "66.666…%"),
        ("-0.0000001", "-0…%"),
    ],
)
def test_percent_text_says_where_it_was_cut(value: str, text: str) -> None:
    assert percent_text(Fraction(value)) == text


def test_a_quantity_writes_itself_as_it_was_read() -> None:
    assert read_quantity("2.5%").text() == "2.5%"
    assert read_quantity(Decimal("2.5")).text() == "2.5"
    assert read_quantity("2.5%").const().unit is Notation.PERCENT
    assert read_quantity(2).const().value == 2


@pytest.mark.parametrize(
    ("raw", "text"),
    [(None, "(空)"), (True, "true"), (False, "false"), ("甲" * 40, "甲" * 40), ("甲" * 41, f"{'甲' * 39}…")],
)
def test_shown(raw: object, text: str) -> None:
    assert shown(raw) == text


@pytest.mark.parametrize("scalar", [NUMBER, POSITIVE, COUNT, PERCENT, QUANTITY, FLAG, TEXT])
def test_a_model_reads_as_the_scalar_does(scalar: Scalar) -> None:
    """Through pydantic too: the same values, the same codes, and a schema of its own."""
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[object, scalar])
    for one, raw, value in READ:
        if one is scalar:
            assert adapter.validate_python(raw) == value
    for one, raw, code, parameters in REFUSED:
        if one is scalar:
            with pytest.raises(ValidationError) as refused:
                adapter.validate_python(raw)
            (detail,) = refused.value.errors()
            assert (detail["type"], detail["ctx"]) == (code, {"code": code, **parameters})
    assert adapter.json_schema() == scalar.schema
