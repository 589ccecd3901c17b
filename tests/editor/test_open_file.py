"""What is known of a file that is open, however little of it is written."""

from pathlib import Path

import pytest

from support.editing import SMALL, open_file
from support.folders import TOP

UNIT = TOP / "examples" / "new.yaml"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "unknown"),
        ("half", "unknown"),
        ("- a\n- b\n", "unknown"),
        ("services: {}\n", "unknown"),
        ("kaohe: 1\n", "rubric"),
        ("sections:\n  - ", "rubric"),
        ("rubric: x\nunit: 甲市\nindic", "values"),
        ("评分细则: x\n单位: 甲市\n", "values"),
        ("rubric: x\nunit: 甲市\nstage: final\nchanges:\n  ", "later"),
        ("rubric: x\nparameters: {", "parameters"),
        ("rubric: x\ncases:\n- ", "cases"),
    ],
)
def test_its_kind(text: str, kind: str) -> None:
    assert open_file(text, str(UNIT)).kind == kind


@pytest.mark.parametrize("head", ["rubric: jiangsu-employment-2011", "评分细则: jiangsu-employment-2011"])
def test_the_rubric_that_it_names(head: str) -> None:
    found = open_file(f"{head}\nunit: 甲市\n", str(UNIT)).rubric
    assert found is not None
    assert found.model.title == "全省就业工作单项考核表"


def test_a_rubric_is_loaded_once_for_what_it_holds(tmp_path: Path) -> None:
    sound = (TOP / "examples" / "small" / "rubric.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(sound, encoding="utf-8")
    file = open_file("rubric: own.yaml\nunit: 甲\n", str(tmp_path / "unit.yaml"))
    first = file.rubrics.named("own.yaml", tmp_path)
    assert first is not None
    assert file.rubrics.named("own.yaml", tmp_path) is first
    path.write_text(sound.replace("title: ", "title: 新", 1), encoding="utf-8")
    second = file.rubrics.named("own.yaml", tmp_path)
    assert second is not None
    assert second.model.title.startswith("新")
    path.write_text(SMALL, encoding="utf-8")
    assert file.rubrics.named("own.yaml", tmp_path) is None
