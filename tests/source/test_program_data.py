"""Data from a program: copied where a file could hold them, all else refused with the keys that lead to it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.source import read
from kaohe.source.program_data import document_of

SNAPSHOTS = Path(__file__).parent / "snapshots"
REFUSED: Mapping[str, object] = {
    "a list": ["乙市"],
    "a float": {"a": {"b": [1, 0.5]}},
    "a set": {"a": {1, 2}},
    "a number as key": {"a": {2011: "x"}},
    "infinite": {"a": Decimal("-Infinity")},
    "digits without end": {"a": 10**5000, "b": Decimal("1E-999999"), "c": Decimal("1E+999999")},
}


def refusal(data: object, language: Language) -> list[str]:
    with pytest.raises(Problems) as found:
        document_of(data, "row")
    return [f"{one.place}: {one.code} {one.message(language)}" for one in found.value.problems]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_no_file_could_hold(language: Language, pinned: Callable[[Path, str], None]) -> None:
    lines = [line for name, data in REFUSED.items() for line in (f"# {name}", *refusal(data, language))]
    pinned(SNAPSHOTS / f"refused_data.{language}.txt", "\n".join(lines) + "\n")


def test_what_holds_itself_has_no_end() -> None:
    endless: dict[str, Any] = {}
    endless["a"] = [endless, endless]
    assert refusal(endless, "en") == ["row: a: too-deep nested more than 64 levels deep; reading stops here"]


def test_what_a_file_holds_is_the_same_from_a_program() -> None:
    text = '{unit: 甲市, year: 2011, share: 93.2%, rate: 0.10, applies: true, unknown: , members: [一, {points: "7"}]}'
    data = {
        "unit": "甲市",
        "year": 2011,
        "share": "93.2%",
        "rate": Decimal("0.10"),
        "applies": True,
        "unknown": None,
        "members": ("一", MappingProxyType({"points": "7"})),
    }
    assert document_of(data, "row").data == read("row.yaml", text.encode()).data


def test_a_later_change_of_the_data_changes_nothing() -> None:
    data = {"indicators": {"coverage": [1]}}
    document = document_of(data, "row")
    data["indicators"]["coverage"].append(2)
    assert document.data == {"indicators": {"coverage": [1]}}


def test_every_place_is_by_key() -> None:
    assert document_of({"a": 1}, "row").position(("a",)) == (0, 0)
