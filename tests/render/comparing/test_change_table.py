"""Two rubrics compared, as people read it: next year's employment form, and each kind of difference by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.cells import cell_len

from kaohe.authoring.comparing.comparison import RubricComparison, compared
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.render.comparing.change_table import change_lines, change_table
from kaohe.render.terminal.terminal_table import page
from kaohe.render.words.marked_words import marked_said
from kaohe.results.marked_text import MarkedText
from support.folders import TOP
from support.two_years import next_year, version, years

SNAPSHOTS = Path(__file__).parent / "snapshots"
NEXT = TOP / "tests" / "support" / "next_year" / "jiangsu-employment-2012.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "changes.yaml").read_text(encoding="utf-8"))


def _two_years() -> RubricComparison:
    old = rubric_files.shipped()["jiangsu-employment-2011"].read_text(encoding="utf-8")
    return compared(version(old), version(NEXT.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_next_year(language: Language, pinned: Callable[[Path, str], None]) -> None:
    text = page([change_table(_two_years(), language)], language)
    assert max(map(cell_len, text.splitlines())) <= 80
    pinned(SNAPSHOTS / f"next-year-{language}.txt", text)


def test_nothing_differs() -> None:
    old = version(next_year())
    table = change_table(compared(old, old), "zh")
    assert (table.rows, table.before, table.after) == ((), (), ("两份细则没有不同",))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_each_kind_of_difference(case: dict[str, Any]) -> None:
    comparison = years(*((old, new) for old, new in case["changes"]))
    lines = change_lines(comparison, "zh")
    found = [f"{one.number} {one.title} | {one.what} | {_said(one.change)}" for one in lines]
    assert found == case["lines"]
    assert len(change_lines(comparison, "en")) == len(found)


def _said(change: str | MarkedText) -> str:
    return change if isinstance(change, str) else marked_said(change, "zh")


def test_a_rubric_that_is_not_sound_yet() -> None:
    """What names a fact that is not there is told by its words alone."""
    lines = change_lines(years(("requires: trained", "requires: trained and nowhere")), "zh")
    assert [one.what for one in lines] == ["规则 1 算法"]


REPORTS = "type: all_or_nothing\n            clause: 报表完整的得4分"
NOWHERE = "            anchors: [{points: 1}]"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("{count: late, each: 1}", "{count: late}"),
        (
            REPORTS,
            f"{REPORTS.replace('all_or_nothing', 'computed')}\n            award: late\n            deduct: late",
        ),
        (REPORTS, f"{REPORTS.replace('all_or_nothing', 'proportional')}\n            of: late\n{NOWHERE}"),
    ],
    ids=["deductions", "computed", "proportional"],
)
def test_a_rule_that_can_not_be_computed(words: str, wrong: str) -> None:
    """What it did before is gone, and nothing has come for it."""
    pairs = ((words, wrong), *[("            requires: complete\n", "")][: words == REPORTS])
    (line,) = change_lines(years(*pairs), "zh")
    assert isinstance(line.change, MarkedText)
    assert [one.gone[:4] for one in line.change.stretches] == ["「报表完" if words == REPORTS else "从 6 "]


@pytest.mark.parametrize("wrong", ["formula: forged $ 2", "peers: {of: forged, take: rank}"])
def test_a_fact_whose_making_can_not_be_told(wrong: str) -> None:
    """That the fact is another is told, and no more."""
    late = "{label: 迟报, kind: count, unit: 次"
    comparison = years((f"{late}}}", f"{late}, {wrong}}}"), ("each: 1", "each: 2"))
    assert [one.what for one in change_lines(comparison, "zh")] == ["规则 1 算法", "事实"]
