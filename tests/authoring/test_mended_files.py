"""What the text alone leaves open is settled by what may stand at a place of a rubric or a unit's file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from kaohe.authoring.mended_files import mended
from kaohe.authoring.validation import check_document
from kaohe.problems import Problem, Problems
from kaohe.source import Document, read
from kaohe.stages.unit_loader import UnitLoader
from support.folders import TESTS

SOUND = (TESTS / "bad" / "rubrics" / "sound.yaml").read_text(encoding="utf-8")
RUBRIC = """\
kaohe: 1
id: small
title: 考核表
points: 5
stages: {self: 自评分}
sections:
  - id: section
    title: 项目
    points: 5
    items:
      - id: item
        title: 子项目
        points: 5
        target: 目标
        method: 完成率达95%得5分
        indicators:
          rate: {label: 完成率, kind: percent}
        rules:
          - {type: all_or_nothing, clause: 完成率达95%得5分, points: 5, requires: rate >= 95%}
"""


def examine(document: Document) -> Sequence[Problem]:
    return check_document(document, UnitLoader("zh", {}))


def mend(text: str, name: str = "a.yaml") -> str | None:
    found = mended(Path(name), text.encode(), examine)
    return None if found is None else found.edited.text


def test_with_a_key_twice_only_what_needs_no_look_at_the_rest_is_mended() -> None:
    assert mend("unit：甲\nyear: 1\nyear: ２\n") == "unit: 甲\nyear: 1\nyear: ２\n"
    assert mend("unit：甲\nindicators: {a: ８, a：９}\n") == "unit: 甲\nindicators: {a: ８, a: ９}\n"
    twice = RUBRIC.replace("points: 5", "points：５", 1) + "id: other\n"
    assert mend(twice) == twice.replace("points：５", "points: ５")


def test_a_sound_file_has_nothing_to_mend() -> None:
    assert mend(RUBRIC) is None
    assert mend(SOUND) is None


@pytest.mark.parametrize(
    ("found", "there"),
    [
        ("points: 5\nstages", "points: ５\nstages"),
        ("points: 5, requires", "points：5, requires"),
        ("requires: rate >= 95%", "requires: rate ≥ ９５％"),
        ("requires: rate >= 95%", 'requires: "rate ＞ ９５％ or rate ＝ ９５％"'),
        ("        title: 子项目", "\t\t\t\ttitle: 子项目"),
    ],
)
def test_mended_to_what_may_stand_there(found: str, there: str) -> None:
    text = mend(RUBRIC.replace(found, there))
    assert text is not None
    assert text in (RUBRIC, RUBRIC.replace("rate >= 95%", '"rate > 95% or rate = 95%"'))
    assert not examine(read("a.yaml", text.encode()))


@pytest.mark.parametrize(
    ("found", "there"),
    [
        pytest.param("title: 子项目", "title: ８", id="a text is asked for, and it may be a number by mistake"),
        pytest.param("requires: rate >= 95%", "requires: ５", id="a condition is asked for"),
        pytest.param("requires: rate >= 95%", "requires: rate >= 95% 且 rate < 1", id="words of Chinese in formulas"),
        pytest.param("target: 目标", "target:\n          要点：目标", id="a text that begins with a word and a colon"),
        pytest.param("target: 目标", "target:\n          note：目标", id="whatever its letters"),
    ],
)
def test_where_something_else_may_be_meant(found: str, there: str) -> None:
    assert mend(RUBRIC.replace(found, there)) is None


def test_a_key_that_is_misspelt_is_a_key() -> None:
    text = mend(RUBRIC.replace("target: 目标", "targett：目标"))
    assert text == RUBRIC.replace("target:", "targett:")


def test_labels_are_keys_of_units_files() -> None:
    unit = "rubric: rubrics/sound.yaml\nunit：甲市\nyear: 2011\nindicators:\n  basics:\n    完成：true\n"
    text = mend(unit, str(TESTS / "bad" / "a.yaml"))
    assert text == unit.replace("：", ": ")
    other = unit.replace("完成", "办好")
    assert mend(other, str(TESTS / "bad" / "a.yaml")) == other.replace("unit：", "unit: ")


def test_while_a_file_can_not_be_read_through_only_what_is_sure_is_mended() -> None:
    broken = RUBRIC.replace("points: 5\nstages", "points: ５\nstages").replace("target: 目标", "target：目标")
    broken += "    oops: [1\n"
    assert mend(broken) == broken.replace("：", ": ")
    assert mend(f"{RUBRIC}办法：一\n{broken[-13:]}") is None


@pytest.mark.parametrize("text", ["- 单位：甲市\n- ８\n", "services:\n\tweb: ８\n", "name：甲\n", "\0"])
def test_files_of_others_are_left(text: str) -> None:
    assert mend(text) is None


def test_a_list_is_none_of_ours_though_a_key_stands_in_it() -> None:
    assert mend("rubric：甲\n- ８\n") == "rubric: 甲\n- ８\n"


class TestFolds:
    """A line end within official text is a blank for YAML: where a clause is not found for it, the lines are joined."""

    FOLDED = RUBRIC.replace("method: 完成率达95%得5分", "method: 完成率达95%\n          得5分")

    def test_joined_where_a_clause_is_not_found_for_it(self) -> None:
        assert {one.code for one in examine(read("a.yaml", self.FOLDED.encode()))} == {
            "clause-not-in-method",
            "orphan-words",
        }
        assert mend(self.FOLDED) == RUBRIC

    @pytest.mark.parametrize(
        ("found", "there"),
        [
            pytest.param("target: 目标", "target: 目标\n          二", id="no finding comes of it"),
            pytest.param("完成率达95%得5分, points", "完成率得5分, points", id="that is not why"),
            pytest.param("title: 子项目", "titel: 子项目", id="the file is wrong otherwise"),
        ],
    )
    def test_left(self, found: str, there: str) -> None:
        text = (RUBRIC if "target" in found else self.FOLDED).replace(found, there)
        assert mend(text) is None

    def test_two_texts_at_once(self) -> None:
        assert mend(self.FOLDED.replace("target: 目标", "target: 目标\n          二")) == RUBRIC.replace(
            "目标", "目标二"
        )


def test_what_can_be_read_has_nothing_to_mend() -> None:
    """Whatever else may be wrong in it."""
    for path in (TESTS / "bad").glob("*.yaml"):
        with suppress(Problems):
            read(str(path))
            assert mended(path, path.read_bytes(), lambda _: ()) is None, path.name
