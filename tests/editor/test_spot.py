"""Where the cursor is, however little is written there."""

import pytest

from kaohe.editor.spot import spot
from support.editing import at_cursor


@pytest.mark.parametrize(
    ("text", "role", "path", "before"),
    [
        ("▮", "key", (), ""),
        ("ru▮", "key", (), "ru"),
        ("a: ▮\nb: 1\n", "value", ("a",), ""),
        ("a: b >= c▮d and e\n", "value", ("a",), "b >= c"),
        ("a: 'x▮y'\n", "value", ("a",), "x"),
        ("a:\n  - type: x\n    ▮\n", "key", ("a", 0), ""),
        ("a:\n  - ty▮\n    clause: x\n", "key", ("a", 0), "ty"),
        ("a:\n  - ▮\n", "value", ("a", 0), ""),
        ("a:\n  ▮\n  b: 1\n", "key", ("a",), ""),
        ("a:\n- b: 1\n  ▮\n- c: 1", "key", ("a", 0), ""),
        ("a: {b: 1, ▮}\nc: 1\n", "key", ("a",), ""),
        ("a: {b: 1, c▮: 2}\n", "key", ("a",), "c"),
        ("a: {▮\nc: 1\n", "key", ("a",), ""),
        ("a: {b: ▮\nc: 1\n", "value", ("a", "b"), ""),
        ("a: [x, {b: [1, ▮\nc: 1\n", "value", ("a", 1, "b", 1), ""),
    ],
)
def test_it_is_found(text: str, role: str, path: tuple[str | int, ...], before: str) -> None:
    written, offset = at_cursor(text)
    found = spot(written, offset)
    assert found is not None
    assert (found.role, found.path, found.before) == (role, path, before)
    assert written[found.start :].startswith(before) or found.quoted


@pytest.mark.parametrize("text", ["a: 1 # hm ▮\n", "# ▮"])
def test_nothing_can_stand_there(text: str) -> None:
    assert spot(*at_cursor(text)) is None


def test_a_mapping_can_begin_on_a_line_of_its_own_alone() -> None:
    fresh = {text: spot(*at_cursor(text)) for text in ("a:\n  - ▮", "a: ▮", "a: [▮]", "a:\n  ▮")}
    assert {text: found is not None and found.fresh for text, found in fresh.items()} == {
        "a:\n  - ▮": True,
        "a: ▮": False,
        "a: [▮]": False,
        "a:\n  ▮": True,
    }
