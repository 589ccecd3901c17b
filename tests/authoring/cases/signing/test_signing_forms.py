"""Cases as rows to be signed: facts apart from the first case, points in words where they are no number."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.messages import Language
from support.folders import TOP
from support.signing import form

PINNED = Path(__file__).parent / "pinned"


def _text(points: Fraction | str) -> str:
    return points if isinstance(points, str) else str(points)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_the_small_rubric(language: Language, pinned: Callable[[Path, str], None]) -> None:
    made = form(language)
    lines = [made.title, *made.how_to]
    for group in made.groups:
        lines += ["", group.title, group.method]
        lines += [f"{one.number} | {one.facts} | {_text(one.points)} | {one.whys}" for one in group.cases]
    pinned(PINNED / f"small.{language}.txt", "\n".join([*lines, ""]))


def test_readings_grades_and_what_is_common() -> None:
    made = form("zh", TOP / "tests" / "forms" / "county-energy-saving.yaml")
    assert any("\n读法：“" in one.facts for one in made.every())
    assert {"80，完成", "79.99，基本完成"} <= {one.points for one in made.every()}
    made = form("zh", TOP / "rubrics" / "jiangsu-employment-2011.yaml", items=(0, 1))
    assert made.how_to[-1] == "各例共同的数：省当年平均通过率：90%。"
    assert made.groups[0].title == "1.1 扩面征缴工作（8 分）"
    assert [one.number for one in made.every()] == list(range(1, len(list(made.every())) + 1))
