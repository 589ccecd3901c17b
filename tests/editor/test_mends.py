"""What may be written instead, at a finding that says so."""

from pathlib import Path

import pytest

from kaohe.editor.findings import findings
from kaohe.editor.mends import mends
from support.editing import RUBRICS, edited

UNIT = """\
rubric: jiangsu-employment-2011
unit: 甲市
year: 2011
indicators:
  coverage:
    contributors: {previous: 1, current: 2}
"""


def mended(text: str, path: Path = RUBRICS / "unsaved.yaml") -> list[tuple[str, str]]:
    """Each finding's code that has a mend, and the line after it."""
    found = []
    for one in findings(str(path), {str(path): text}, "zh"):
        for mend in mends(one, text, "zh"):
            line = text[: mend.start].rpartition("\n")[2] + mend.text + text[mend.end :].partition("\n")[0]
            found.append((one.problem.code, line.strip()))
    return found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("            points: 4\n", "            ponts: 4\n", ("unknown-key", "points: 4")),
        ("{count: missing", "{count: mising", ("unknown-reference", "deductions: [{count: missing, each: 1}]")),
        ("when: accident}", "when: missing and acident}", ("unknown-reference", "when: missing and accident}")),
        ("type: deductions", "type: deduction", ("unknown-rule-type", "- type: deductions")),
        ("kind: flag}", "kind: flagg}", ("not-one-of", "kind: flag}")),
        ("            points: 4\n", "            points: ４\n", ("full-width-number", "points: 4")),
        ("            points: 4\n", "            points：4\n", ("full-width-colon", "points: 4")),
        ("            points: 4\n", "            points:4\n", ("colon-without-blank", "points: 4")),
        ("          - type", "          -type", ("dash-without-blank", "- type: deductions")),
        ("when: accident}", "when: missing ≥ 2}", ("formula-foreign", "when: missing >= 2}")),
        ("            points: 4\n", "            points: +4\n", ("plus-sign", "points: 4")),
        ("title: 工作", "title: 12", ("text-expected", 'title: "12"')),
        ("id: short\n", "id: short\n            counts: yes\n", ("yes-word", "counts: true")),
    ],
)
def test_of_a_rubric(old: str, new: str, expected: tuple[str, str]) -> None:
    found = mended(edited(old, new))
    assert [line for code, line in found if code == expected[0] and line.endswith(expected[1])]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("contributors:", "contributers:", ("unknown-key", "contributors: {previous: 1, current: 2}")),
        ("previous: 1,", "previous: 一,", ("number-in-words", "contributors: {previous: 1, current: 2}")),
        (
            "rubric: jiangsu-employment-2011",
            "rubric: jiangsu-employment-2010",
            ("unknown-rubric", UNIT.partition("\n")[0]),
        ),
    ],
)
def test_of_a_units_file(old: str, new: str, expected: tuple[str, str]) -> None:
    assert mended(edited(old, new, UNIT)) == [expected]


def test_its_title_says_both() -> None:
    text = edited("{count: missing", "{count: mising")
    path = str(RUBRICS / "unsaved.yaml")
    several = [mend.title for one in findings(path, {path: text}, "en") for mend in mends(one, text, "en")]
    assert several == ["write “missing” instead of “mising”"]


def test_no_mend_where_none_is_certain() -> None:
    assert mended(edited("{count: missing", "{count: xyzxyz")) == []
    assert mended(edited("points: 4\n", "points: {a: 1}\n")) == []
