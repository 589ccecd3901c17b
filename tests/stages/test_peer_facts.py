"""Facts over all units of a folder, stage by stage: what each of them is scored by, and where none can be known."""

from collections.abc import Set as AbstractSet
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.stages.peer_facts import over_all_units
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from support.stage_files import HEAD, RUBRICS, lay_out

OTHER = (RUBRICS / "unit.yaml").read_text(encoding="utf-8").replace("甲市", "乙市").replace("output: 50", "output: 60")
LESS = HEAD.format(stage="preliminary").replace("甲市", "乙市") + (
    "changes: {place: {output: {old: 60, new: 40, reason: 核减}}}\n"
)
SAME = HEAD.format(stage="preliminary")


def units(folder: Path, waited: AbstractSet[str] = frozenset(), **files: str) -> list[UnitStages]:
    """Those of the usual unit and of some more files, with what is known over all of them."""
    paths = lay_out({"files": {f"{name}.yaml": text for name, text in files.items()}}, folder)
    (folder / "parameters.yaml").write_text("parameters: {average: 90%}\n", encoding="utf-8")  # no ranks are given
    loader = UnitLoader("zh", {})
    documents = [one for path in paths for one in loader.documents(str(path))]
    found, _ = join(documents)
    values = {one.first.path: loader.values(one.first)[1] for one in found}
    known = over_all_units(loader, documents, values, waited)
    return [loader.stages(one, values[one.first.path], known) for one in found]


def ranks(unit: UnitStages) -> list[Fraction | None]:
    """At each stage the points for its rank."""
    items = [item for state in unit.states for section in state.sheet().sections for item in section.items]
    return [item.score for item in items if item.id == "place"]


def test_what_others_report_counts_for_a_unit(tmp_path: Path) -> None:
    assert [ranks(one) for one in units(tmp_path, other=OTHER)] == [[8], [10]]


@pytest.mark.parametrize(("waited", "known"), [({"self"}, False), ({"final"}, True)])
def test_nothing_is_known_before_all_are_there(tmp_path: Path, waited: set[str], known: object) -> None:
    assert [ranks(one) != [None] for one in units(tmp_path, waited, other=OTHER)] == [known] * 2


def test_nothing_is_known_where_a_unit_is_there_twice(tmp_path: Path) -> None:
    assert [ranks(one) for one in units(tmp_path, other=OTHER, again=OTHER)] == [[None]] * 3


def test_what_others_change_moves_a_unit(tmp_path: Path) -> None:
    one, other = units(tmp_path, other=OTHER, later=LESS, same=SAME)
    assert [ranks(one), ranks(other)] == [[8, 10], [10, 8]]
    (steps,) = one.steps
    assert [(step.kind, step.item, step.old, step.new) for step in steps] == [("peers", "place", "2", "1")]
    assert [step.kind for step in other.steps[0]] == ["fact_corrected", "peers"]
