"""The outline of a text is what YAML reads, each part in its place; of a text that is half written, what there is."""

from pathlib import Path
from random import Random

import pytest

from kaohe import source
from kaohe.editor.outline.block import outline
from support.folders import BAD, FORMS, TOP

SOUND = [*sorted((TOP / "rubrics").glob("*.yaml")), *sorted((TOP / "examples").rglob("*.yaml")), *FORMS.glob("*.yaml")]
ON_LINES = "soe-principals-2009.yaml"
"""Has texts of several lines, which the outline joins otherwise: no place hangs on that."""


@pytest.mark.parametrize("path", SOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_it_has_what_the_reader_has(path: Path) -> None:
    document = source.read(str(path))
    root = outline(document.text)
    if path.name != ON_LINES:
        assert root.data == document.data
    starts = [0]
    starts += [at + 1 for at, sign in enumerate(document.text) if sign == "\n"]
    for where, entry in root.walk():
        if entry.value.text or entry.value.entries:
            line, column = document.position(where)
            assert entry.value.start == starts[line - 1] + column - 1, where


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", {}),
        ("# 只有一句\n", {}),
        ("a: {b: 1, c: [2, 3\nd: 4\n", {"a": {"b": 1, "c": [2, 3]}, "d": 4}),
        ("a: [1, {b: \nc: 2", {"a": [1, {"b": None}], "c": 2}),
        ("a: 'x\nb: 1", {"a": "x", "b": 1}),
        ("a:\n  b\n  c: 1\n", {"a": {"c": 1}}),
        ("a:\n- b: 1\n- c\n", {"a": [{"b": 1}, "c"]}),
        ("a:\n  - b: 1\n    c: 2\n  -\n    d: 3\n", {"a": [{"b": 1, "c": 2}, {"d": 3}]}),
        ("a: |\n  x\n  y\nb: 1", {"a": "x\n  y", "b": 1}),
        ("a: 1 # 句\nb: x#y", {"a": 1, "b": "x#y"}),
        ("'a b': 1\n\"c\": 2", {"a b": 1, "c": 2}),
        ("a: {x: 1\n  }\nb: 2", {"a": {"x": 1}, "b": 2}),
        ("a:\n      b: 1\n   stray: 2\nc: 3", {"a": {"b": 1}, "c": 3}),
        ("a: {b: 1]}\nc: 2", {"a": {"b": 1}, "c": 2}),
        ("{a: 1}", {"a": 1}),
        ("a: yes", {"a": "yes"}),
    ],
)
def test_what_is_half_written(text: str, data: object) -> None:
    assert outline(text).data == data


def test_whatever_is_cut_out_or_put_in_has_an_outline() -> None:
    """Places stay within the text, and nothing raises."""
    random = Random(7)  # noqa: S311 - any cuts will do
    signs = ["", "{", "[", '"', "'", "- ", ": ", "\n", "  ", "|", "#", "]", "}", "，", "\t"]
    for path in sorted(BAD.glob("*.yaml")):
        text = path.read_bytes().decode("utf-8", "replace")
        for _ in range(5):
            start = random.randrange(len(text) + 1)
            written = text[:start] + random.choice(signs) + text[start + random.choice((0, 1, 30, 300)) :]
            for _, entry in outline(written).walk():
                assert 0 <= entry.start <= entry.end <= len(written)
                assert 0 <= entry.value.start <= entry.value.end <= len(written)


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", '"', "'b\n", "- [\n", "? "])
def test_no_depth_ends_it(sign: str) -> None:
    assert outline(sign * 20_000) is not None


def test_steps_lead_to_parts() -> None:
    root = outline("a: [{b: 1}, {b: 2}]\nc: x\nc: y\n")
    part = root.at(("a", 1, "b"))
    assert part is not None
    assert (part.data, part.start) == (2, 16)
    assert root.at(("a", 7)) is None
    assert root.at(("c", 0)) is None
    entry = root.entry("c")
    assert entry is not None
    assert entry.value.text == "y"
    assert [one.get("b") for one in root.members("a")] == ["1", "2"]
    assert (root.members("c"), root.under("c")) == ([], [])
