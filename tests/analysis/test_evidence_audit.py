"""Files of evidence: found, hashed, compared with their record, and set against the points that were claimed."""

import hashlib
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe import source
from kaohe.analysis.evidence_audit import record, record_path, recorded, with_evidence
from kaohe.results.evidence_directory import EvidenceDirectory
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from support.later_stages import attach, province
from support.units_on_disk import UNITS, write

FIRST, LATER = UNITS / "甲市.yaml", UNITS / "终.yaml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    province()


def read(first: Path, *later: Path) -> UnitStages:
    documents = [source.read(str(path)) for path in (first, *later)]
    return UnitLoader("zh", {}).unit(UnitFiles(documents[0], documents[1:]))


def evidence(*later: Path) -> EvidenceDirectory:
    unit = read(FIRST, *later)
    assert not unit.bad
    found = with_evidence(unit, scored(unit)).evidence
    assert found is not None
    return found


def keep_record(*later: Path) -> None:
    unit = read(FIRST, *later)
    record_path(str(FIRST)).write_text(record(unit, evidence(*later)), encoding="utf-8")


def states(found: EvidenceDirectory) -> list[tuple[str, str]]:
    return [(one.file, one.state) for one in found.files]


def test_each_file_with_what_it_shows() -> None:
    found = evidence(LATER)
    assert [(one.stage, one.number, one.fact, one.file) for one in found.files] == [
        ("self", "1.1", "完成", "附件/完成.txt"),
        ("self", "1.1", "迟报", "附件/台账.csv"),
        ("self", "1.2", "", "附件/县表.txt"),
        ("final", "1.1", "迟报", "附件/台账.csv"),
    ]
    text = "台账.csv".encode()
    assert (found.files[1].size, found.files[1].sha256) == (len(text), hashlib.sha256(text).hexdigest())


def test_nothing_is_recorded_at_first_and_a_file_that_is_not_there_is_told() -> None:
    found = evidence()
    assert states(found) == [
        ("附件/完成.txt", "unrecorded"),
        ("附件/台账.csv", "unrecorded"),
        ("附件/县表.txt", "missing"),
    ]
    assert [(one.size, one.sha256) for one in found.files if one.state == "missing"] == [(0, "")]


def test_what_the_claimed_points_rest_on() -> None:
    found = evidence(LATER)
    assert found.claimed == 17, "the first stage's, whatever the later ones say"
    (bare,), (wrong,) = found.without, found.doubtful
    assert (bare.number, bare.score, bare.reasons) == ("1.1", Fraction(9), ("兑付率", "等次"))
    assert (wrong.number, wrong.score, wrong.reasons) == ("1.2", Fraction(8), ("附件/县表.txt",))
    assert found.supported == 0


def test_every_fact_with_a_file_supports_its_item() -> None:
    attach("县表.txt", "县")
    found = evidence()
    assert found.supported == 8
    assert found.doubtful == ()
    text = FIRST.read_text(encoding="utf-8").replace("growth: [附件/县表.txt]", "growth: {sent: 附件/县表.txt}")
    FIRST.write_text(text, encoding="utf-8")
    assert [(one.number, one.reasons) for one in evidence().without][1:] == [("1.2", ("资金",))]


def test_what_changed_since_it_was_recorded() -> None:
    keep_record(LATER)
    assert states(evidence())[:2] == [("附件/完成.txt", "fine"), ("附件/台账.csv", "fine")]
    attach("台账.csv", "另一本")
    found = evidence()
    assert states(found)[:2] == [("附件/完成.txt", "fine"), ("附件/台账.csv", "changed")]
    assert [(one.number, one.reasons) for one in found.doubtful] == [
        ("1.1", ("附件/台账.csv",)),
        ("1.2", ("附件/县表.txt",)),
    ]
    assert found.without == ()


def test_the_record_is_what_others_can_check() -> None:
    keep_record(LATER)
    path = record_path(str(FIRST))
    assert path == UNITS / "甲市.sha256"
    assert recorded(path).keys() == {"附件/完成.txt", "附件/台账.csv"}
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("sha256sum is not here")
    done = subprocess.run([tool, "--check", "--strict", path.name], cwd=UNITS, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_later_file_in_another_folder_names_files_from_there() -> None:
    folder = UNITS / "省厅"
    (folder / "附件").mkdir(parents=True)
    (folder / "附件" / "台账.csv").write_text("省", encoding="utf-8")
    LATER.rename(folder / "终.yaml")
    keep_record(folder / "终.yaml")
    assert "省厅/附件/台账.csv" in recorded(record_path(str(FIRST)))
    assert states(evidence(folder / "终.yaml"))[-1] == ("附件/台账.csv", "fine")


def test_a_unit_that_names_no_file_has_no_directory() -> None:
    write("丙市.yaml")
    unit = read(UNITS / "丙市.yaml")
    assert with_evidence(unit, scored(unit)).evidence is None


def test_a_folder_is_no_file() -> None:
    (UNITS / "附件" / "县表.txt").mkdir()
    assert states(evidence())[-1] == ("附件/县表.txt", "missing")
