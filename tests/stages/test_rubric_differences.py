"""What two versions of a rubric have differently, item by item, in one sentence each."""

from pathlib import Path

from kaohe.library import rubric_files
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.rubric_differences import rubric_parts
from support.two_years import LATE_TWO, NO_VETO, write_years


def told(folder: Path, *pairs: tuple[str, str]) -> dict[str, tuple[str, str, str]]:
    old, new = (CompiledRubric(rubric_files.load(path)[0], path.stem) for path in write_years(folder, *pairs)[:2])
    return {one.item: (one.subject, one.old, one.new) for one in rubric_parts(old, new, "zh")}


def test_all_that_an_item_has_differently(tmp_path: Path) -> None:
    found = told(tmp_path, *LATE_TWO, *NO_VETO, ("title: 报送", "title: 报表报送"))
    assert found == {
        "reports": (
            "子项目、评分办法、要求的事实",
            "报送；按时报送得6分，迟报一次扣1分，扣完为止；弄虚作假的，此项不得分；弄虚作假",
            "报表报送；按时报送得6分，迟报一次扣2分，扣完为止；—",
        ),
        "training": ("", "—", "—"),
    }


def test_ways_of_scoring_that_no_clause_tells(tmp_path: Path) -> None:
    found = told(tmp_path, ("label: 迟报,", "label: 迟报次数,"))
    assert found == {"reports": ("规则", "原来的写法", "条款文字未改，写法有变"), "training": ("", "—", "—")}
