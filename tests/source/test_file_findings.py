"""What is gathered of one file of facts: unknown keys and names, with those that there are or the one that is meant."""

import pytest

from kaohe.problems import Problem, Problems
from kaohe.source import read
from kaohe.source.file_findings import FEW, FileFindings, listed

CALLED = {"late": "迟报", "done": "完成"}


@pytest.fixture
def found() -> FileFindings:
    return FileFindings(read("a.yaml", b"b: 1\nlate: 2\n"))


def only(found: FileFindings) -> Problem:
    with pytest.raises(Problems) as raised:
        found.raise_any()
    (one,) = raised.value.problems
    return one


def test_names_are_listed_with_what_people_call_them_where_they_are_few() -> None:
    assert listed({**CALLED, "rest": ""}) == "late（迟报）, done（完成）, rest"
    many = {f"n{number}": "项" for number in range(FEW + 1)}
    assert listed(many) == ", ".join(many)
    del many["n0"]
    assert listed(many).count("（项）") == FEW


@pytest.mark.parametrize(
    ("name", "nearest", "known"),
    [
        ("迟报", "late", ""),
        ("lates", "late", ""),
        ("b", "", "late（迟报）, done（完成）"),
    ],
)
def test_an_unknown_key(found: FileFindings, name: str, nearest: str, known: str) -> None:
    found.keys({name: 1, "done": 2}, CALLED, ())
    one = only(found)
    assert (one.code, one.line) == ("unknown-key", 1)
    assert one.parameters == {"key": name, "nearest": nearest, "known": known, "label": ""}


def test_keys_without_labels(found: FileFindings) -> None:
    found.keys({"b": 1}, ("late", "done"), ())
    assert only(found).parameters["known"] == "late, done"


@pytest.mark.parametrize(("raw", "nearest"), [("迟报", "late"), ("lates", "late"), (3, "")])
def test_none_of_some_names(found: FileFindings, raw: object, nearest: str) -> None:
    found.not_one_of(raw, CALLED, ("late",), "何事")
    one = only(found)
    assert (one.code, one.line, one.column) == ("not-one-of", 2, 7)
    expected = {"found": str(raw), "nearest": nearest, "expected": "late（迟报）, done（完成）", "label": "何事"}
    assert one.parameters == expected
