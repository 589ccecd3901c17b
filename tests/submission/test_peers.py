"""Facts over all units: what is taken, who is in it, how ties rank, and where they come from in a batch and alone."""

import json
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Peers
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import read
from kaohe.source.models import validate
from kaohe.submission.peers import over_all
from support.command_line import kaohe
from support.units_on_disk import SOUND, cells, write

FORM = Path(__file__).parent / "peers.yaml"
UNITS = {"甲市": ("9%", "90%"), "乙市": ("9%", "95%"), "丙市": ("7%", "100%")}
SCORES = {
    "甲市": (Fraction(10), Fraction("4.5")),  # 4 + 6; 90 is 7.5 below 97.5: all 5 lost; 5 × 90/100
    "乙市": (Fraction(10), Fraction("9.75")),  # shares rank 1; 95 = mean of 90 and 100
    "丙市": (Fraction("5.4"), Fraction(10)),  # 6 × 90%, short of 8%
}


def peers(**keys: Any) -> Any:
    """A fact over all units, of a rubric that declares it so."""
    text = FORM.read_text(encoding="utf-8")
    document = read("peers.yaml", text.encode())
    fact = CompiledRubric(validate(Rubric, document, document.data), "").peers[0]
    return replace(fact, peers=Peers(of="growth", **keys))


@pytest.mark.parametrize(
    ("keys", "owns", "found"),
    [
        ({"take": "mean", "with_self": True}, [1, 2, 6], [3, 3, 3]),
        ({"take": "mean", "with_self": False}, [1, 2, 6], [4, Fraction(7, 2), Fraction(3, 2)]),
        ({"take": "minimum", "with_self": True}, [1, 2, 6], [1, 1, 1]),
        ({"take": "maximum", "with_self": False}, [1, 2, 6], [6, 6, 2]),
        ({"take": "sum", "with_self": True}, [1, 2, None], [3, 3, 3]),
        ({"take": "number"}, [1, 2, None], [2, 2, 2]),
        ({"take": "mean", "with_self": False}, [1, None], [NOT_APPLICABLE, 1]),
        ({"take": "mean", "with_self": True}, [None], [NOT_APPLICABLE]),
        ({"take": "mean", "with_self": True}, [1, "missing"], [None, None]),
        ({"take": "rank", "first": "highest", "ties": "shared"}, [5, 9, 5, 1], [2, 1, 2, 4]),
        ({"take": "rank", "first": "highest", "ties": "dense"}, [5, 9, 5, 1], [2, 1, 2, 3]),
        ({"take": "rank", "first": "lowest", "ties": "mean"}, [5, 9, 5, 1], [Fraction(5, 2), 4, Fraction(5, 2), 1]),
        ({"take": "rank", "first": "lowest", "ties": "shared"}, [5, None], [1, NOT_APPLICABLE]),
    ],
)
def test_over_all(keys: dict[str, Any], owns: list[Any], found: list[Any]) -> None:
    numbers = [Fraction(own) if isinstance(own, int) else own for own in owns]
    assert over_all(peers(**keys), numbers) == found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The three units and the rubric."""
    shutil.copy(FORM, tmp_path / "peers.yaml")
    for unit, (growth, passed) in UNITS.items():
        facts = f"indicators:\n  output: {{growth: {growth}}}\n  quality: {{passed: {passed}}}\n"
        (tmp_path / f"{unit}.yaml").write_text(f"rubric: peers.yaml\nunit: {unit}\n{facts}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def items(text: bytes) -> tuple[Any, ...]:
    sheet = json.loads(text)
    return tuple(item["score"] and Fraction(item["score"]) for item in sheet["sections"][0]["items"])


def test_a_batch_computes_them(folder: Path) -> None:
    assert kaohe("batch", ".", "-o", "out", "--format", "json").code == 0
    for unit, scores in SCORES.items():
        assert items((folder / "out" / f"{unit}.自评分.json").read_bytes()) == scores


def test_one_file_alone_is_open_between_bounds(folder: Path) -> None:
    ran = kaohe("score", str(folder / "甲市.yaml"), "--format", "json")
    sheet = json.loads(ran.out)
    output = sheet["sections"][0]["items"][0]
    assert (output["score"], output["low"], output["high"]) == (None, "4", "10")
    labels = [fact["label"] for fact in sheet["missing"]]
    assert labels == ["名次（由全体单位算出）", "其他单位平均（由全体单位算出）", "最高合格率（由全体单位算出）"]


def test_one_file_with_published_ones(folder: Path) -> None:
    published = (
        "rubric: peers.yaml\npeers:\n  output.rank: {甲市: 1, 丙市: 3}\n  quality.others: 97.5%\n  quality.best: 100%\n"
    )
    (folder / "parameters.yaml").write_text(published, encoding="utf-8")
    assert kaohe("validate", "parameters.yaml").code == 0
    assert items(kaohe("score", "甲市.yaml", "--format", "json").output) == SCORES["甲市"]


def test_what_is_published_goes_before_what_is_computed(folder: Path) -> None:
    (folder / "parameters.yaml").write_text("rubric: peers.yaml\npeers: {output.rank: 2}\n", encoding="utf-8")
    kaohe("batch", ".", "-o", "out", "--format", "json")
    assert items((folder / "out" / "甲市.自评分.json").read_bytes())[0] == Fraction("9.7")


def test_a_unit_that_has_not_reported_leaves_all_open(folder: Path) -> None:
    (folder / "甲市.yaml").write_text("rubric: peers.yaml\nunit: 甲市\n", encoding="utf-8")
    kaohe("batch", ".", "-o", "out", "--format", "json")
    assert items((folder / "out" / "乙市.自评分.json").read_bytes()) == (None, None)


def test_a_division_by_what_all_units_make(folder: Path) -> None:
    for unit in UNITS:
        path = folder / f"{unit}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(UNITS[unit][1], "0%"), encoding="utf-8")
    kaohe("batch", ".", "-o", "out", "--format", "json")
    assert items((folder / "out" / "甲市.自评分.json").read_bytes())[1] == 5  # no best to compare with: zero of its 5


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("peers: 5", "mapping-expected"),
        ("peers: {output.rang: 1}", "unknown-key"),
        ("peers: {output.rank: 1.5}", "whole-number-expected"),
        ("peers: {output.rank: {甲市: 第一}}", "number-expected"),
    ],
)
def test_wrong_published_ones(folder: Path, text: str, code: str) -> None:
    (folder / "parameters.yaml").write_text(f"rubric: peers.yaml\n{text}\n", encoding="utf-8")
    ran = kaohe("validate", "parameters.yaml")
    assert ran.code == 1
    assert f" {code} " in ran.out


def test_the_summary_ranks_and_grades(folder: Path) -> None:
    """Two units reach the best grade; there is one place for it."""
    kaohe("batch", str(folder), "-o", "全省.xlsx")
    said = cells("全省.xlsx", "总排名").splitlines()
    assert [word for word in said if word in ("优秀", "合格")] == ["优秀", "合格", "合格"]


def test_no_grade_while_one_unit_is_open(folder: Path) -> None:
    (folder / "甲市.yaml").write_text("rubric: peers.yaml\nunit: 甲市\n", encoding="utf-8")
    kaohe("batch", str(folder), "-o", "全省.xlsx")
    said = cells("全省.xlsx", "总排名")
    assert "优秀" not in said
    assert "等次" in said


def test_a_wrong_file_leaves_all_open(folder: Path) -> None:
    """It is a unit too: what is over all of them can't be known without it, nor who has a place."""
    path = folder / "丙市.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("7%", "七成"), encoding="utf-8")
    assert kaohe("batch", str(folder), "-o", "out", "--format", "json").code == 1
    assert items((folder / "out" / "甲市.自评分.json").read_bytes()) == (None, None)


def test_a_unit_with_two_files_leaves_all_open(folder: Path) -> None:
    shutil.copy(folder / "丙市.yaml", folder / "丙市又一份.yaml")
    kaohe("batch", str(folder), "-o", "out", "--format", "json")
    assert items((folder / "out" / "甲市.自评分.json").read_bytes()) == (None, None)


def test_another_form_in_the_folder_is_not_compared(folder: Path) -> None:
    """Not even where a unit of it has two whole files."""
    (folder / "units").mkdir()
    for stage in ("self", "final"):
        write(f"戊市.{stage}.yaml", unit="戊市", stage=stage)
        text = (folder / "units" / f"戊市.{stage}.yaml").read_text(encoding="utf-8")
        (folder / f"戊市.{stage}.yaml").write_text(f"{text}year: 2011\n", encoding="utf-8")
    ran = kaohe("batch", ".", "-o", "out", "--format", "json")
    assert (ran.code, SOUND.name in ran.err, "peers.yaml" in ran.err) == (2, True, True)


def test_a_wrong_file_leaves_quotas_open(folder: Path) -> None:
    (folder / "丁市.yaml").write_text("rubric: peers.yaml\n", encoding="utf-8")
    published = "peers: {output.rank: 1, quality.others: 90%, quality.best: 100%}"
    (folder / "parameters.yaml").write_text(f"rubric: peers.yaml\n{published}\n", encoding="utf-8")
    kaohe("batch", str(folder), "-o", "全省.xlsx")
    assert "优秀" not in cells("全省.xlsx", "总排名")


def test_what_does_not_apply_has_no_number() -> None:
    assert peers(take="number").own((NOT_APPLICABLE, None)) is None


def test_a_unit_alone_in_its_folder_stays_open(folder: Path) -> None:
    """The mean of the others does not exist; where no rule says what then, it is missing."""
    for unit in ("乙市", "丙市"):
        (folder / f"{unit}.yaml").unlink()
    text = (
        (folder / "peers.yaml")
        .read_text(encoding="utf-8")
        .replace(", not_applicable: full", "")
        .replace(", not_applicable: zero", "")
    )
    (folder / "peers.yaml").write_text(text, encoding="utf-8")
    kaohe("batch", str(folder), "-o", "out", "--format", "json")
    assert items((folder / "out" / "甲市.自评分.json").read_bytes())[1] is None


def test_what_is_ranked_may_be_a_quotient(folder: Path) -> None:
    text = (folder / "peers.yaml").read_text(encoding="utf-8")
    (folder / "peers.yaml").write_text(text.replace("of: growth,", "of: 1 / growth,"), encoding="utf-8")
    kaohe("batch", str(folder), "-o", "out", "--format", "json")
    assert items((folder / "out" / "丙市.自评分.json").read_bytes())[0] == 6
