"""Units' files as they come in: what many of them need is read once, whether it is sound or not."""

from pathlib import Path

import pytest

from kaohe.library import rubric_files
from kaohe.problems import Problems, unreadable
from kaohe.source import Document
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from support.units_on_disk import SOUND, UNITS, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The rubrics that were loaded."""
    seen: list[Path] = []
    usual = rubric_files.sound

    def sound(path: Path) -> Document:
        seen.append(path)
        return usual(path)

    monkeypatch.setattr(rubric_files, "sound", sound)
    return seen


def values(loader: UnitLoader, name: str) -> Values:
    _, found = loader.read(str(UNITS / name))
    return found


def problems(loader: UnitLoader, name: str) -> list[tuple[str, str, int]]:
    with pytest.raises(Problems) as raised:
        values(loader, name)
    return [(Path(one.path).name, one.code, one.line) for one in raised.value.problems]


def test_a_rubric_is_loaded_once(loaded: list[Path]) -> None:
    loader = UnitLoader("zh", {})
    for name in ("甲", "乙", "丙"):
        write(f"{name}.yaml")
        assert values(loader, f"{name}.yaml").unit == name
    assert loaded == [SOUND]


def test_an_unsound_one_too(loaded: list[Path]) -> None:
    loader = UnitLoader("zh", {})
    Path("细则.yaml").write_text("kaohe: 2\n", encoding="utf-8")
    for name in ("甲.yaml", "乙.yaml"):
        write(name, rubric="../细则.yaml")
        found = problems(loader, name)
        assert ("细则.yaml", "not-one-of", 1) in found
        assert found[-1] == (name, "needs-other", 1)
    assert len(loaded) == 1


def test_parameters_of_the_folder_or_by_name() -> None:
    write("甲.yaml")
    text = (UNITS / "甲.yaml").read_text(encoding="utf-8").replace("parameters: {average: 90%}\n", "")
    (UNITS / "甲.yaml").write_text(text, encoding="utf-8")
    assert values(UnitLoader("zh", {}), "甲.yaml").row[0] is None
    (UNITS / "parameters.yaml").write_text("parameters: {average: 91%}\n", encoding="utf-8")
    assert values(UnitLoader("zh", {}), "甲.yaml").row[0] == pytest.approx(0.91)
    Path("别的.yaml").write_text("parameters: {average: 92%}\n", encoding="utf-8")
    loader = UnitLoader("zh", {}, Path("别的.yaml"))
    assert values(loader, "甲.yaml").row[0] == pytest.approx(0.92)
    Path("别的.yaml").unlink()
    assert values(loader, "甲.yaml").row[0] == pytest.approx(0.92), "they are read once"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("unit: 甲", "missing-key", 1),
        ("unit: 甲\nrubric:", "missing-key", 2),
        ("unit: 甲\nrubric: 2011", "text-expected", 2),
        ("unit: 甲\nrubric: 无", "unknown-rubric", 2),
        ("unit: 甲\nrubric: 无.yaml", "no-such-rubric-file", 2),
        (f"unit: 甲\nrubric: {'长' * 100}.yaml", "no-such-rubric-file", 2),  # more bytes than a file's name can have
        ("unit: 甲\nrubric: ../units.yaml", "no-such-rubric-file", 2),
        ("kaohe: 1\nsections: []", "unit-file-expected", 1),
    ],
)
def test_rubrics_that_are_not_there(text: str, code: str, line: int) -> None:
    (UNITS / "甲.yaml").write_text(text, encoding="utf-8")
    assert problems(UnitLoader("zh", {}), "甲.yaml") == [("甲.yaml", code, line)]


def test_what_is_no_rubric_is_quoted_as_it_was_written() -> None:
    (UNITS / "甲.yaml").write_text("unit: 甲\nrubric: [甲, {a: true}]", encoding="utf-8")
    with pytest.raises(Problems) as wrong:
        UnitLoader("zh", {}).read(str(UNITS / "甲.yaml"))
    assert [one.parameters["found"] for one in wrong.value.problems] == ["[甲, {a: true}]"]


def test_choices_go_to_every_rubric() -> None:
    (UNITS / "甲.yaml").write_text("rubric: jiangsu-employment-2011\nunit: 甲\n", encoding="utf-8")
    scorer, _ = UnitLoader("zh", {"coverage.exactly_one_percent": "outside"}).read(str(UNITS / "甲.yaml"))
    (first, *_) = scorer.compiled.rubric.sections[0].items[0].rules[0].readings
    assert first.chosen == "outside"


def test_what_can_not_be_read_is_named() -> None:
    own = unreadable(Path("甲.yaml"), OSError(5, "Input/output error", "甲.yaml"))
    assert [(one.path, one.code) for one in own] == [("甲.yaml", "unreadable-file")]
    nameless = unreadable(Path("甲.yaml"), OSError(5, "Input/output error"))
    assert [one.path for one in nameless] == ["甲.yaml"]


@pytest.mark.parametrize(
    ("written", "stage"), [("自评分", "self"), ("自评", "self"), ("self", "self"), ("终评", "终评")]
)
def test_a_stage_by_the_name_that_its_rubric_has_for_it(written: str, stage: str) -> None:
    """Known before the files of a unit are put together."""
    write("甲.yaml")
    path = UNITS / "甲.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("stage: self", f"阶段: {written}"), encoding="utf-8")
    (found,) = UnitLoader("zh", {}).documents(str(path))
    assert found.data["stage"] == stage
    assert found.position(("stage",))[1] == len("阶段: ") + 1


def test_a_stage_whose_rubric_can_not_be_had() -> None:
    path = UNITS / "甲.yaml"
    path.write_text("rubric: 无\nunit: 甲\nstage: 自评分\n", encoding="utf-8")
    (found,) = UnitLoader("zh", {}).documents(str(path))
    assert found.data["stage"] == "自评分"


@pytest.mark.parametrize(
    ("roster", "official"),
    [
        ("", "甲"),
        ("units: [乙]", "甲"),
        ("units: [甲]", "甲"),
        ("units: [{unit: 甲市, 别名: 甲}]", "甲市"),
    ],
)
def test_a_unit_by_the_name_that_the_roster_has_for_it(roster: str, official: str) -> None:
    write("甲.yaml")
    if roster:
        (UNITS / "units.yaml").write_text(roster, encoding="utf-8")
    loader = UnitLoader("zh", {})
    found, said = loader.called_officially(*loader.documents(str(UNITS / "甲.yaml")))
    assert (found.data["unit"], [one.code for one in said]) == (official, ["taken-for-official"] * (official != "甲"))
