"""A unit's stages put together: totals and causes, case by case; files that stay as they are, in any order."""

import json
from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from kaohe import source
from kaohe.stages.scored_dossier import scored
from support.command_line import kaohe
from support.stage_files import FIRST, FOLDER, HEAD, assembled, lay_out

CASES: list[Mapping[str, Any]] = source.read(str(FOLDER / "cases.yaml")).data["cases"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()


def number(raw: Any) -> Fraction | None:
    return None if raw is None else Fraction(str(raw))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_totals_and_causes(case: Mapping[str, Any]) -> None:
    found = assembled(lay_out(case, Path("units")))
    assert not found.bad
    dossier = scored(found)
    assert [sheet.score for sheet in dossier.sheets] == [number(one) for one in case["totals"]]
    assert {sheet.year for sheet in dossier.sheets} == {2011}
    causes = [[[one.kind, one.item, one.total] for one in step.causes] for step in dossier.reconciliations]
    assert causes == [[[kind, item, number(points)] for kind, item, points in step] for step in case["causes"]]


def case(name: str) -> Mapping[str, Any]:
    return next(one for one in CASES if one["name"].startswith(name))


class TestTheCommandLine:
    def test_the_order_of_files_does_not_matter(self) -> None:
        files = lay_out(case("facts common"), Path("units"))
        outputs = {kaohe("score", *some, "--format", "json").output for some in permutations(files)}
        assert len(outputs) == 1
        assert [one["score"] for one in json.loads(outputs.pop())["earlier"]] == ["89", "57"]

    def test_input_files_stay_as_they_are(self) -> None:
        lay_out(case("facts common"), Path("units"))
        before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path("units").iterdir()}
        files = [path for path in before if path.name not in ("form.yaml", "parameters.yaml")]
        for arguments in (["score", *files, "-o", "a.xlsx"], ["validate", "units"], ["batch", "units", "-o", "out"]):
            assert kaohe(*arguments).code == 0
        assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path("units").iterdir()} == before

    def test_a_later_file_from_standard_input(self) -> None:
        first, later = lay_out(case("from the unit's own"), Path("units"))
        text = later.read_text(encoding="utf-8").replace("form.yaml", "units/form.yaml")
        ran = kaohe("score", first, "-", "--format", "json", stdin=text.encode())
        assert (ran.code, json.loads(ran.output)["score"]) == (0, "58")

    def test_json_files(self) -> None:
        first, later = lay_out(case("from the unit's own"), Path("units"))
        data = {"rubric": "form.yaml", "unit": "甲市", "stage": "final", "on": "2012-01-12"}
        judged = {"growth": {"score": -3, "reason": "倒扣"}}
        later.unlink()
        Path("units/a.json").write_text(json.dumps({**data, "judgements": judged}), encoding="utf-8")
        ran = kaohe("score", first, "units/a.json", "--format", "json")
        assert json.loads(ran.output)["score"] == "58"
        assert json.loads(ran.output)["reconciliations"][0]["causes"][0]["on"] == "2012-01-12"

    def test_a_reading_of_the_run_and_one_of_a_file(self) -> None:
        files = lay_out(case("readings"), Path("units"))
        ran = kaohe("score", *files, "--reading", "growth.unchanged=none", "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        found = json.loads(ran.output)
        assert [one["score"] for one in (*found["earlier"], found)] == ["77", "75", "77"]
        causes = [[one["item"] for one in each["causes"]] for each in found["reconciliations"]]
        assert causes == [["basics"], ["basics"]], "the run takes the other one so at every stage"

    def test_complete(self) -> None:
        files = lay_out(case("a missing fact"), Path("units"))
        assert kaohe("score", *files, "--complete").code == 0
        assert kaohe("score", *files[:2], "--complete").code == 1

    def test_a_first_file_that_is_wrong_takes_the_others_with_it(self) -> None:
        files = lay_out({"first": [["late: 1", "late: x"]], "preliminary": ""}, Path("units"))
        for command in (["score", *files], ["validate", "units"]):
            ran = kaohe(*command)
            assert ran.code == 1
            assert "units/初评.yaml:1:1: needs-other" in ran.out + ran.err


class TestOverAllUnits:
    """The rank of output among all units."""

    @pytest.fixture(autouse=True)
    def _units(self) -> None:
        lay_out({}, Path("units"))
        common = "rubric: form.yaml\nparameters: {average: 90%}\n"
        Path("units/parameters.yaml").write_text(common, encoding="utf-8")
        text = Path("units", FIRST).read_text(encoding="utf-8")
        for unit, output in (("乙市", 60), ("丙市", 40)):
            other = text.replace("unit: 甲市", f"unit: {unit}").replace("output: 50", f"output: {output}")
            Path("units", f"{unit}.yaml").write_text(other, encoding="utf-8")

    def later(self, unit: str, stage: str, text: str = "") -> None:
        head = HEAD.format(stage=stage).replace("甲市", unit)
        Path("units", f"{unit}.{stage}.yaml").write_text(head + text, encoding="utf-8")

    def batch(self, code: int = 0) -> dict[str, Any]:
        assert kaohe("batch", "units", "-o", "out", "--format", "json").code == code
        sheets = [json.loads(path.read_bytes()) for path in Path("out").glob("?市*.json")]
        return {sheet["unit"]: sheet for sheet in sheets}

    def test_another_units_change_moves_it(self) -> None:
        change = "changes: {place: {output: {old: 60, new: 45, reason: 核减}}}\n"
        for unit in ("甲市", "乙市", "丙市"):
            self.later(unit, "preliminary", change if unit == "乙市" else "")
        sheets = self.batch()
        (cause,) = sheets["甲市"]["reconciliations"][0]["causes"]
        assert (cause["kind"], cause["item"], cause["old"], cause["new"]) == ("peers", "place", "2", "1")
        assert cause["points"] == "2"
        assert [one["kind"] for one in sheets["乙市"]["reconciliations"][0]["causes"]] == ["fact_corrected", "peers"]
        assert sheets["丙市"]["reconciliations"][0]["causes"] == []

    def test_a_final_stage_is_complete_with_them(self) -> None:
        for unit in ("甲市", "乙市", "丙市"):
            self.later(unit, "final")
        assert {unit: sheet["score"] for unit, sheet in self.batch().items()} == {
            "甲市": "87", "乙市": "89", "丙市": "85",
        }  # fmt: skip

    def test_alone_they_are_open_but_nothing_for_the_unit_to_report(self) -> None:
        self.later("甲市", "final")
        ran = kaohe("score", Path("units", FIRST), "units/甲市.final.yaml", "--format", "json")
        assert (ran.code, json.loads(ran.output)["score"]) == (0, None)

    def test_a_wrong_later_file_leaves_the_stage_before_alone(self) -> None:
        self.later("乙市", "preliminary", "changes: {place: {output: {old: 61, new: 45, reason: 核减}}}\n")
        assert {unit: sheet["score"] for unit, sheet in self.batch(1).items()} == {
            "甲市": "87", "乙市": "89", "丙市": "85",
        }  # fmt: skip
