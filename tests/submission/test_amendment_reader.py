"""What is wrong in a later stage's file is told once, and nothing that only follows from it."""

import json
from pathlib import Path

import pytest

from support.command_line import CITIES, SHIPPED, kaohe

FILE = f"""\
rubric: {SHIPPED}
unit: 甲市
year: 2011
stage: preliminary
changes:
  coverage:
    contributors.current: {{old: OLD, new: NEW, reason: 核减}}
"""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("2_946_120", "2 900 000", ["grouped-number", "grouped-number"]),
        ("294万", "290万", ["number-with-unit", "number-with-unit"]),
        ("2946120", "290万", ["number-with-unit"]),
        ("2946120", "2946120", ["nothing-changed"]),
    ],
)
def test_what_can_not_be_read_is_not_called_unchanged(tmp_path: Path, old: str, new: str, codes: list[str]) -> None:
    path = tmp_path / "甲市.初评.yaml"
    path.write_text(FILE.replace("OLD", old).replace("NEW", new), encoding="utf-8")
    ran = kaohe("score", CITIES / "甲市.yaml", path)
    assert ran.code == 1
    assert [line.split()[1] for line in ran.err.splitlines()] == codes


class TestWholeFiles:
    """A file with all facts where the unit has one at an earlier stage, and what `score` passes over."""

    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("甲市.yaml").write_bytes((CITIES / "甲市.yaml").read_bytes())
        whole = (CITIES / "甲市.yaml").read_text(encoding="utf-8").replace("stage: self", "stage: final")
        Path("全.yaml").write_text(whole, encoding="utf-8")

    def test_score_and_validate_refuse_it(self) -> None:
        sentence = (
            "“甲市”已有前一阶段的文件 甲市.yaml；后一阶段只写改动：把 indicators 换成 changes，逐处写 old、new、reason"
        )
        ran = kaohe("score", "全.yaml", "甲市.yaml", "--format", "json")
        assert (ran.code, json.loads(ran.output)["stage"]) == (1, "self")
        assert ran.err == f"全.yaml:6:8: whole-after-first {sentence}\n"
        ran = kaohe("validate", ".", "-q")
        assert (ran.code, ran.out) == (1, f"全.yaml:6:8: whole-after-first {sentence}\n")

    def test_alone_it_is_a_unit_that_began_there(self) -> None:
        assert kaohe("score", "全.yaml", "-q").code == 0

    def test_another_year_is_another_matter(self) -> None:
        text = Path("全.yaml").read_text(encoding="utf-8").replace("year: 2011", "year: 2012")
        Path("全.yaml").write_text(text, encoding="utf-8")
        assert kaohe("score", "全.yaml", "甲市.yaml", "--format", "json").code == 0

    def test_parameters_that_come_with_a_folder_are_no_unit(self) -> None:
        ran = kaohe("score", CITIES / "甲市.yaml", CITIES / "parameters.yaml", "--format", "json")
        assert (ran.code, ran.err, json.loads(ran.output)["unit"]) == (0, "", "甲市")
        assert kaohe("score", CITIES / "parameters.yaml").code == 1


def test_a_reading_of_the_run_is_taken_at_every_stage() -> None:
    """The province switches it in its check, and the run asks for a third way."""
    files = [CITIES / f"甲市{part}.yaml" for part in ("", ".初评", ".审定")]
    name = "labour_surveys.survey_steps"
    found = json.loads(kaohe("score", *files, "--reading", f"{name}=pro_rata", "--format", "json").output)
    taken = {one["id"]: one["chosen"] for one in found["readings"]}
    causes = [one["kind"] for each in found["reconciliations"] for one in each["causes"]]
    assert taken[name] == "pro_rata"
    assert "reading" not in causes
    usual = json.loads(kaohe("score", *files, "--format", "json").output)
    assert "reading" in [one["kind"] for each in usual["reconciliations"] for one in each["causes"]]
