"""How often a command opens each file and scores each sheet: once, whatever is in the files."""

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kaohe.cli.folder.worker_processes import SMALL
from kaohe.scoring.scorer import Scorer
from kaohe.stages.unit_loader import PARAMETERS
from kaohe.submission.reader import Values
from support.command_line import CITIES, CITY_FILES, SHIPPED, Ran, kaohe
from support.later_stages import province
from support.stage_files import lay_out
from support.units_on_disk import SOUND, UNITS, write

LOG = Path("log")
ROSTER = "units.csv"
STAGES = ("self", "preliminary", "final")
WAY = {
    "preliminary": """\
changes:
  basics: {late: {old: 1, new: 2, reason: 核查}}
  place: {output: {old: 50, new: 60, reason: 核查}}
""",
    "final": """\
changes: {basics: {late: {old: 2, new: 1, reason: 申诉}}}
judgements: {growth: {score: 3, reason: 酌情}}
""",
}
"""What the province changes of 甲市, whose output is ranked among all units."""


@pytest.fixture(autouse=True)
def _logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Notes every file of ours that is opened to be read, every sheet that is scored, and scores without a sheet.

    So does any process that a command starts.
    """
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    log = os.open(LOG, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    opened: Any = Path.open
    sheet, bare = Scorer.score, Scorer.scores

    def note(what: str, name: str) -> None:
        os.write(log, f"{what} {name}\n".encode())

    def opening(path: Path, mode: str = "r", *others: Any, **options: Any) -> Any:
        if (path.suffix in (".yaml", ".json") or path.name == ROSTER) and mode.startswith("r"):
            note("opened", str(path))
        return opened(path, mode, *others, **options)

    def scoring(scorer: Scorer, values: Values, *, told: bool = True) -> Any:
        note("scored", f"{values.unit} {values.stage}")
        return sheet(scorer, values, told=told)

    def counting(scorer: Scorer, values: Values) -> Any:
        note("counted", f"{values.unit} {values.stage}")
        return bare(scorer, values)

    monkeypatch.setattr(Path, "open", opening)
    monkeypatch.setattr(Scorer, "score", scoring)
    monkeypatch.setattr(Scorer, "scores", counting)
    yield
    os.close(log)


def ran(*arguments: str | Path, code: int = 0) -> Ran:
    """A command whose files alone are counted, not those that were written for it."""
    LOG.write_bytes(b"")
    found = kaohe(*arguments)
    assert found.code == code, found.err
    return found


def noted(what: str) -> Counter[str]:
    lines = [line.partition(" ") for line in LOG.read_text(encoding="utf-8").splitlines()]
    return Counter(name for word, _, name in lines if word == what)


def once(*named: str | Path) -> Mapping[str, int]:
    return dict.fromkeys(map(str, named), 1)


def cities() -> Mapping[str, int]:
    return once(*(f"{path.stem} {stage}" for path in CITY_FILES for stage in STAGES))


def ranked() -> list[Path]:
    """A form with a fact over all units, two of them, one of which goes through all stages."""
    lay_out(WAY, UNITS)
    text = (UNITS / "甲市.yaml").read_text(encoding="utf-8")
    (UNITS / "乙市.yaml").write_text(text.replace("unit: 甲市", "unit: 乙市"), encoding="utf-8")
    return sorted(UNITS.glob("*.yaml"))


def own() -> list[Path]:
    """The units' files among these."""
    return [path for path in ranked() if path.stem not in ("form", "parameters")]


def opened_of(files: Iterable[Path]) -> Mapping[str, int]:
    """How often each of these files was opened."""
    times = noted("opened")
    return {str(path): times[str(path)] for path in files}


class TestBatch:
    @pytest.mark.parametrize("target", ["全省.csv", "全省.xlsx"])
    def test_the_province(self, target: str) -> None:
        ran("batch", CITIES, "-o", target, "--processes", "1")
        rubric = next(path for path in noted("opened") if SHIPPED in path)
        assert noted("opened") == once(rubric, *CITIES.glob("*.yaml"), CITIES / ROSTER)
        assert noted("scored") == cities()

    def test_the_province_in_a_folder(self) -> None:
        """Once to be read, once for the manifest to say what was read."""
        ran("batch", CITIES, "-o", "out", "--processes", "1")
        assert opened_of(CITIES.glob("*.yaml")) == {str(path): 2 for path in CITIES.glob("*.yaml")}
        assert noted("scored") == cities()

    @pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="only forked processes count along")
    def test_the_province_by_several_processes(self) -> None:
        """Those that are read before processes start, so that all is made ready in each of them, are not read again."""
        ran("batch", CITIES, "-o", "全省.csv", "--processes", "2")
        files = [*(path for path in CITIES.glob("*.yaml") if path.name != PARAMETERS), CITIES / ROSTER]
        assert len(files) > SMALL
        assert opened_of(files) == once(*files)
        assert noted("scored") == cities()

    def test_facts_over_all_units(self) -> None:
        files = ranked()
        ran("batch", UNITS, "-o", "全省.csv")
        form = str(UNITS / "form.yaml")
        assert noted("opened") == {**once(*files), form: 2}, "it lies among the units and might be one of them"
        assert noted("scored") == once("乙市 self", *(f"甲市 {stage}" for stage in STAGES))

    def test_bad_files(self) -> None:
        province()
        write("丙市.yaml", late="两次")
        write("丁市.yaml")
        write("丁市又.yaml", unit="丁市")
        (UNITS / "空.yaml").write_bytes(b"")
        (UNITS / "无主.yaml").write_text("unit: 戊市\nchanges: {}\n", encoding="utf-8")
        ran("batch", UNITS, "-o", "全省.csv", code=1)
        files = list(UNITS.glob("*.yaml"))
        assert opened_of(files) == once(*files)
        assert noted("scored") == once("甲市 self", "甲市 final", "乙市 self"), "doubles are not scored"


class TestOtherCommands:
    @pytest.mark.parametrize("form", ["terminal", "json", "html", "csv"])
    def test_score(self, form: str) -> None:
        files = own()
        ran("score", *files, "--format", form)
        assert opened_of(files) == once(*files)
        assert noted("scored") == once("乙市 self", *(f"甲市 {stage}" for stage in STAGES))
        assert noted("counted") == once("甲市 preliminary", "甲市 final"), "between the two changes of each stage"

    def test_validate_scores_nothing(self) -> None:
        files = own()
        ran("validate", *files)
        assert opened_of(files) == once(*files)
        assert not noted("scored")
        assert not noted("counted")

    def test_diff_scores_the_two_that_it_compares(self) -> None:
        files = own()
        ran("diff", *files)
        assert opened_of(files) == once(*files)
        assert noted("scored") == once("乙市 self", "甲市 final")

    def test_evidence(self) -> None:
        province()
        files = [UNITS / "甲市.yaml", UNITS / "终.yaml"]
        ran("evidence", *files, "--record", code=1)
        assert opened_of(files) == once(*files)
        assert noted("scored") == once("甲市 self", "甲市 final")

    def test_verify(self) -> None:
        province()
        files = [UNITS / "甲市.yaml", UNITS / "终.yaml"]
        ran("score", *files, "-o", "甲市.xlsx")
        ran("verify", "甲市.xlsx", "--rubric", SOUND, "--facts", files[0], "--facts", files[1])
        assert opened_of(files) == once(*files)
        assert noted("scored") == once("甲市 self", "甲市 final")
