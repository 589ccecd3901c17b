"""Keys by other names: only where one thing can be meant, in the order and at the places of what is written."""

import pickle
from typing import Any

import pytest

from kaohe.problems import Problem, Problems
from kaohe.source import Document, read
from kaohe.submission.key_names import KeyNames, called, read_with_keys, with_keys

FIELDS = KeyNames(called([("previous", "previous"), ("previous", "上年"), ("current", "本年")]))
FACTS = KeyNames(
    called(
        [("late", "late"), ("late", "迟报"), ("late", "1.1 迟报"), ("funds", "资金"), ("one", "同名"), ("two", "同名")]
    ),
    {"funds": FIELDS},
)
FUNDS = {"previous": 1, "current": 2}
NAMES = KeyNames(called([("basics", "basics"), ("basics", "1.1"), ("basics", "基础")]), {"basics": FACTS})


def document(text: str) -> Document:
    return read("甲市.yaml", text.encode())


def meant(text: str) -> Document:
    return with_keys(document(text), NAMES)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            "基础: {迟报: 1, 资金: {上年: 1, current: 2}}",
            {"basics": {"late": 1, "funds": {"previous": 1, "current": 2}}},
        ),
        ("1.1: {1.1迟报: 1}", {"basics": {"late": 1}}),
        ("１．１: {１．１　迟报: 1}", {"basics": {"late": 1}}),
        ("1.1: [{迟报: 1}, 字]", {"basics": [{"late": 1}, "字"]}),
        ("1.1: {同名: 1}", {"basics": {"同名": 1}}),
        ("其他: {迟报: 1}", {"其他": {"迟报": 1}}),
    ],
)
def test_keys_that_are_meant(text: str, data: object) -> None:
    assert meant(text).data == data


@pytest.mark.parametrize("text", ["basics: {late: 1, funds: {previous: 1}}", "a: 1", "basics: [{late: 1}]", "basics:"])
def test_a_file_of_plain_keys_stays_what_it_is(text: str) -> None:
    plain = document(text)
    assert with_keys(plain, NAMES) is plain


def test_a_name_that_is_another_s_key_is_that_key() -> None:
    assert called([("a", "a"), ("b", "b"), ("b", "a")]) == {"b": "b"}


def test_places_are_those_of_what_is_written() -> None:
    found = meant("其他: 1\n基础:\n  资金: {本年: 3, 上年: 2}\n  迟报: 1\n")
    assert found.position(("basics",), key=True) == (2, 1)
    assert found.position(("basics", "funds", "current")) == (3, 12)
    assert found.position(("basics", "funds", "previous"), key=True) == (3, 15)
    assert found.position(("basics", "late")) == (4, 7)


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("basics: {late: 1, 迟报: 2}", {("basics", "迟报"): "late"}),
        ("basics: {迟报: 2, late: 1}", {("basics", "迟报"): "late"}),
        ("基础: {迟报: 2, 1.1 迟报: 1}", {("basics", "1.1 迟报"): "迟报"}),
        ("基础: {}\n1.1: {}", {("1.1",): "基础"}),
    ],
)
def test_the_same_key_twice(text: str, twice: object) -> None:
    found = meant(text)
    assert found.twice == twice
    assert pickle.loads(pickle.dumps(found)).twice == twice  # noqa: S301 - our own bytes


def test_what_stands_in_two_places_stays_as_it_is() -> None:
    """An alias has its place where the anchor is."""
    found = meant("基础: &a {迟报: 1}\n1.2: *a\n")
    assert found.data == {"basics": {"迟报": 1}, "1.2": {"迟报": 1}}


def test_parts_behind_a_dot() -> None:
    inside, member = KeyNames(called([("old", "原值")])), KeyNames(called([("new", "新值")]))
    facts = called([("late", "迟报"), ("late.current", "迟报.本年")])
    names = KeyNames(facts, {"late": inside, "late.": member}, dotted=True)
    text = "迟报: {原值: 1}\n迟报.本年: {新值: 2}\n迟报.一县: {新值: 3}\n别的.一县: {新值: 3}\n别的: {}\n"
    assert with_keys(document(text), names).data == {
        "late": {"old": 1},
        "late.current": {"new": 2},
        "late.一县": {"new": 3},
        "别的.一县": {"新值": 3},
        "别的": {},
    }


def test_names_are_asked_for_only_where_reading_fails() -> None:
    def fails(one: Document) -> Any:
        raise Problems([Problem("unknown-key", one.path)])

    def names() -> KeyNames:
        asked.append(1)
        return NAMES

    asked: list[int] = []
    plain, other = document("basics: {}"), document("基础: {}")
    assert read_with_keys(plain, names, lambda one: one) is plain
    assert not asked
    with pytest.raises(Problems):
        read_with_keys(plain, names, fails)
    found = read_with_keys(other, names, lambda one: one.data if "basics" in one.data else fails(one))
    assert found == {"basics": {}}
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("indicators: {基础: {}}", ["basics"]),
        ("indicators: {basics: {迟报: 1}}", ["basics"]),
        ("indicators: {basics: {late: 1}}", ["basics"]),
        ("indicators: {basics: 1}", ["basics"]),
        ("indicators: 1", [1]),
        ("其他: {基础: 1}", ["其他", "basics"]),
    ],
)
def test_keys_of_others_are_looked_up_at_once(text: str, tried: list[object]) -> None:
    """Reading is not tried in vain, for it would look for what is spelt alike."""

    def fails(one: Document) -> Any:
        inside = one.data.get("indicators", "其他")
        found.append(next(iter(inside)) if isinstance(inside, dict) else inside)
        raise Problems([Problem("unknown-key", one.path)])

    found: list[object] = []
    names = KeyNames(called([("indicators", "其他")]), {"indicators": NAMES})
    with pytest.raises(Problems):
        read_with_keys(document(text), lambda: names, fails, {"basics": {"late": 1}})
    assert found == tried
