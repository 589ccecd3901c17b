"""Two units, years or stages side by side: every fact that differs, and points that add up to the difference."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe import source
from kaohe.analysis.comparison import across_stages, side_by_side
from kaohe.library import rubric_files
from kaohe.results.causes import Cause
from kaohe.results.dossier import Dossier
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source.models import construct
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.reader import Judgement, Values, Why
from support import shipped
from support.command_line import CITIES
from support.folders import FORMS
from support.later_stages import province
from support.random_rows import KINDS, random_row, seeded
from support.rounds import rounds
from support.stage_files import scores
from support.units_on_disk import SOUND, UNITS, write

FILES = sorted(CITIES.glob("?市.yaml"))


def causes(found: Dossier) -> tuple[Cause, ...]:
    (reconciliation,) = found.reconciliations
    return reconciliation.causes


def adds_up(found: Dossier) -> None:
    """Every score that is decided on both sides differs by what its causes moved, and none is named that did not."""
    before, after = (scores(sheet) for sheet in found.sheets)
    moved = [one for cause in causes(found) for one in cause.moved]
    assert {(one.level, one.id) for one in moved} <= after.keys()
    for key, score in after.items():
        old = before.get(key)
        if old is not None and score is not None:
            assert sum(one.points or 0 for one in moved if (one.level, one.id) == key) == score - old, key


def state(loader: UnitLoader, path: Path) -> UnitState:
    return loader.unit(UnitFiles(source.read(str(path)))).states[0]


def test_there_are_thirteen_cities() -> None:
    assert len(FILES) == 13


@cache
def cities() -> dict[Path, UnitState]:
    loader = UnitLoader("zh", {})
    return {path: state(loader, path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_any_two_cities_add_up(path: Path) -> None:
    for other in FILES:
        found = side_by_side([cities()[path], cities()[other]])
        adds_up(found)
        assert (path == other) == (not causes(found))


def test_a_city_and_another_in_words() -> None:
    loader = UnitLoader("zh", {})
    found = side_by_side([state(loader, CITIES / f"{name}市.yaml") for name in "甲丙"])
    moving = [(one.number, one.subject, one.old, one.new, str(one.total)) for one in causes(found) if one.total]
    assert moving[1:3] == [
        ("1.7", "宣传未达要求的经办窗口", "1 个", "0 个", "1"),
        ("2.1", "资金低于上年度的市和县（市）", "0 个", "1 个", "-2"),
    ]
    assert {one.kind for one in causes(found)} == {"fact"}
    assert sum(one.total or 0 for one in causes(found)) == -22


class TestStages:
    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        UNITS.mkdir()
        province()

    def test_from_the_first_to_the_latest(self) -> None:
        first, later = (source.read(str(UNITS / name)) for name in ("甲市.yaml", "终.yaml"))
        unit = UnitLoader("zh", {}).unit(UnitFiles(first, [later]))
        found = across_stages(unit)
        adds_up(found)
        assert [(str(one.kind), one.subject, str(one.total), one.by, one.on) for one in causes(found)] == [
            ("fact_corrected", "迟报", "-1", "省厅王某", "2012-01-12"),
            ("entry_mistake", "缺课", "0", "省厅王某", "2012-01-12"),
            ("judgement", "增长", "-2", "省厅王某", "2012-01-12"),
        ]

    def test_a_judgement_of_one_side_alone(self) -> None:
        loader = UnitLoader("zh", {})
        plain, other = state(loader, UNITS / "甲市.yaml"), state(loader, UNITS / "乙市.yaml")
        judged = other.judged(1, Judgement(other.compiled.items[1].item.points / 2, Why("酌情")))
        for one, two in ((plain, judged), (judged, plain)):
            found = side_by_side([one, two])
            adds_up(found)
            assert [cause.kind for cause in causes(found)] == ["fact", "judgement"]
        both = plain.judged(1, judged.values.judgements[1])
        assert [cause.kind for cause in causes(side_by_side([both, judged]))] == ["fact"]
        assert (causes(found)[1].old, causes(found)[1].new, causes(found)[1].reason) == ("4", "按事实计算", "")

    def test_another_version_of_the_rubric(self) -> None:
        text = SOUND.read_text(encoding="utf-8")
        Path("旧.yaml").write_text(text, encoding="utf-8")
        stricter = text.replace("迟报一次扣1分", "迟报一次扣2分").replace(
            "count: late, each: 1", "count: late, each: 2"
        )
        Path("新.yaml").write_text(stricter, encoding="utf-8")
        write("去年.yaml", rubric="../旧.yaml", unit="甲市", late=1)
        write("今年.yaml", rubric="../新.yaml", unit="甲市", late=0)
        loader = UnitLoader("zh", {})
        found = side_by_side([state(loader, UNITS / f"{name}.yaml") for name in ("去年", "今年")])
        adds_up(found)
        assert [(str(one.kind), one.number, str(one.total)) for one in causes(found)] == [
            ("rubric_version", "1.1", "-1"),
            ("rubric_version", "", "0"),
            ("fact", "1.1", "2"),
        ]
        first = causes(found)[0]
        assert (first.subject, first.old, first.new) == (
            "评分办法",
            "每迟报一次扣1分，扣完2分为止",
            "每迟报一次扣2分，扣完2分为止",
        )


@cache
def compiled(name: str) -> CompiledRubric:
    document = source.read(str(rubric_files.shipped().get(name, FORMS / f"{name}.yaml")))
    return CompiledRubric(construct(Rubric, document.data), document.sha256)


VISITS = """\
      - id: visits
        title: 走访
        points: 3
        target: 目标
        method: 每走访一次得1分，最多3分。
        indicators: {count: {label: 走访次数, kind: count, unit: 次}}
        rules:
          - {type: awards, clause: 每走访一次得1分，最多3分, points: 3, awards: [{count: count, each: 1}]}
"""
Versions = Sequence[tuple[str, str]]


class TestYears:
    """Facts and form are kept apart, to the point; the form's changes are told item by item."""

    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        UNITS.mkdir()

    def year(self, number: int, versions: Versions = (), more: str = "", **facts: Any) -> UnitState:
        """The unit in a year, scored by the sound rubric with some words replaced."""
        text = SOUND.read_text(encoding="utf-8")
        for old, new in versions:
            assert old in text
            text = text.replace(old, new)
        Path(f"{number}.yaml").write_text(text, encoding="utf-8")
        write(f"{number}年.yaml", rubric=f"../{number}.yaml", unit=f"甲市\nyear: {number}", **facts)
        with (UNITS / f"{number}年.yaml").open("a", encoding="utf-8") as file:
            file.write(more)
        return state(UnitLoader("zh", {}), UNITS / f"{number}年.yaml")

    def told(self, *years: UnitState) -> list[list[tuple[str, str, str, str, str]]]:
        """Of each year after the first: number, subject, old, new and points of all that differs."""
        found = side_by_side(years)
        for way in found.reconciliations:
            adds_up(replace(found, sheets=found.sides(way), reconciliations=(way,)))
        return [
            [(one.number, one.subject, one.old, one.new, str(one.total)) for one in way.causes]
            for way in found.reconciliations
        ]

    ADDED = (("points: 18", "points: 21"), ("      - id: growth", VISITS + "      - id: growth"))

    def test_no_point_of_the_form_is_a_facts(self) -> None:
        """A new item asks for facts that the year before could not have: they come with the form."""
        stricter = (("迟报一次扣1分", "迟报一次扣2分"), ("count: late, each: 1", "count: late, each: 2"))
        new = self.year(2011, (*self.ADDED, *stricter), "  visits: {count: 1}\n", late=1)
        ((added, changed, whole, asked),) = (list(way) for way in self.told(self.year(2010, late=1), new))
        assert changed == ("1.2", "新增的子项目", "—", "3 分", "1")
        assert added == ("1.1", "评分办法", "每迟报一次扣1分，扣完2分为止", "每迟报一次扣2分，扣完2分为止", "-1")
        assert (whole[0], whole[1], whole[-1]) == ("", "各类指标", "0")
        assert asked == ("1.2", "走访次数", "未要求", "1 次", "0")

    def test_an_item_that_is_gone_takes_its_points_along(self) -> None:
        old = self.year(2010, self.ADDED, "  visits: {count: 2}\n")
        (found,) = self.told(old, self.year(2011, late=1))
        assert [(one[0], one[1], one[2], one[3], one[4]) for one in found if one[4] != "0"] == [
            ("1.2", "取消的子项目“走访”", "3 分", "—", "-2"),
            ("1.1", "迟报", "0 次", "1 次", "-1"),
        ]

    def test_what_of_an_item_is_another(self) -> None:
        harder = (
            (
                "title: 增长\n        points: 8\n        target: 目标",
                "title: 增加\n        points: 9\n        target: 更高",
            ),
            ("资金增长的得4分", "资金增长的得5分"),
            (
                "资金增长的得5分, points: 4, of: funds.direction, levels: {increased: 4",
                "资金增长的得5分, points: 5, requires: noted, of: funds.direction, levels: {increased: 5",
            ),
            ("points: 18", "points: 19"),
            ("kind: ratio, list: true", "kind: ratio, list: true}\n          noted: {label: 有记录, kind: flag"),
        )
        (found,) = self.told(self.year(2010), self.year(2011, harder))
        assert found[0] == (
            "1.2",
            "子项目、分值、目标要求、评分办法、要求的事实",
            "增长；8 分；目标；资金增长的得4分；—",
            "增加；9 分；更高；资金增长的得5分；有记录",
            "None",
        )

    def test_other_numbers_under_the_same_words(self) -> None:
        (found,) = self.told(self.year(2010), self.year(2011, (("unchanged: 0", "unchanged: 4"),)))
        assert found[0] == ("1.2", "规则", "原来的写法", "条款文字未改，写法有变", "0")

    def test_what_the_whole_adds_up_in_another_way_is_the_forms(self) -> None:
        least = (("    points: 18\n    items", "    points: 18\n    most: 15\n    items"),)
        (found,) = self.told(self.year(2010), self.year(2011, least))
        assert [(one[0], one[1], one[4]) for one in found] == [("", "各类指标", "-3")]

    def test_a_year_that_lacks_what_the_form_asks_anew_stays_open(self) -> None:
        (found,) = self.told(self.year(2010, late=1), self.year(2011, self.ADDED, late=2))
        assert [(one[0], one[-1]) for one in found] == [("1.2", "None"), ("", "None"), ("1.2", "None"), ("1.1", "None")]

    def test_a_year_that_lacked_facts_before(self) -> None:
        stricter = (("迟报一次扣1分", "迟报一次扣2分"), ("count: late, each: 1", "count: late, each: 2"))
        (found,) = self.told(self.year(2010, late=""), self.year(2011, stricter, late=1))
        assert [(one[0], one[-1]) for one in found] == [("1.1", "None"), ("", "None"), ("1.1", "None")]

    def test_each_year_is_set_against_the_one_before(self) -> None:
        years = [self.year(number, late=late) for number, late in ((2009, 2), (2010, 1), (2011, 0))]
        assert self.told(*years) == [
            [("1.1", "迟报", "2 次", "1 次", "1")],
            [("1.1", "迟报", "1 次", "0 次", "1")],
        ]
        assert [(one.before, one.after) for one in side_by_side(years).reconciliations] == [(0, 1), (1, 2)]


def test_a_city_by_other_readings() -> None:
    """The same rubric, so no version of it differs; which words are read in another way is said."""
    loader = UnitLoader("zh", {})
    first, later = (source.read(str(CITIES / name)) for name in ("丑市.yaml", "丑市.初评.yaml"))
    found = side_by_side(loader.unit(UnitFiles(first, [later])).states)
    adds_up(found)
    one = causes(found)[0]
    assert (one.kind, one.number, one.subject, str(one.total)) == ("reading", "2.5", "“每低1%扣1分”", "-1")
    assert (one.old, one.new) == ("不足1%的部分不扣", "不足1%的部分按1%扣")


def test_each_city_is_set_against_the_first() -> None:
    found = side_by_side([cities()[path] for path in FILES[:4]])
    assert [(one.before, one.after) for one in found.reconciliations] == [(0, 1), (0, 2), (0, 3)]
    for way in found.reconciliations:
        adds_up(replace(found, sheets=found.sides(way), reconciliations=(way,)))


KNOWN = [
    path.stem
    for path in sorted(FORMS.glob("*.yaml"))
    if not path.name.endswith(".cases.yaml")
    and {fact.indicator.kind for fact in compiled(path.stem).layout.facts} <= {*KINDS, "choice"}
]


@pytest.mark.parametrize("name", [*KNOWN, shipped.NAME])
@rounds(15)
@given(seed=st.integers(0, 10**9), gaps=st.sampled_from([0.0, 0.1]))
def test_any_two_units_of_any_form_add_up(name: str, seed: int, gaps: float) -> None:
    form, random = compiled(name), seeded(seed)
    rows = [random_row(form, random, gaps=gaps) for _ in range(2)]
    if any(list(form.undefined(row)) for row in rows):
        return
    one, other = (UnitState(shipped.scorer(form), Values("", "甲市", 2011, "self", row)) for row in rows)
    found = side_by_side([one, other])
    adds_up(found)
    assert found.sheets == (one.sheet(), other.sheet())
