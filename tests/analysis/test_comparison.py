"""Two units, years or stages side by side: every fact that differs, and points that add up to the difference."""

from functools import cache
from pathlib import Path

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
        found = side_by_side(cities()[path], cities()[other])
        adds_up(found)
        assert (path == other) == (not causes(found))


def test_a_city_and_another_in_words() -> None:
    loader = UnitLoader("zh", {})
    found = side_by_side(*(state(loader, CITIES / f"{name}市.yaml") for name in "甲丙"))
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
            found = side_by_side(one, two)
            adds_up(found)
            assert [cause.kind for cause in causes(found)] == ["fact", "judgement"]
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
        found = side_by_side(*(state(loader, UNITS / f"{name}.yaml") for name in ("去年", "今年")))
        adds_up(found)
        assert [(str(one.kind), one.number, str(one.total)) for one in causes(found)] == [
            ("rubric_version", "", "-1"),
            ("fact", "1.1", "2"),
        ]


@cache
def compiled(name: str) -> CompiledRubric:
    document = source.read(str(rubric_files.shipped().get(name, FORMS / f"{name}.yaml")))
    return CompiledRubric(construct(Rubric, document.data), document.sha256)


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
    found = side_by_side(one, other)
    adds_up(found)
    assert found.sheets == (one.sheet(), other.sheet())
