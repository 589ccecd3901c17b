"""Empty indicator files: what they look like, and that kaohe reads them as everything missing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kaohe.cli.commands.template import TemplateOptions, run
from kaohe.cli.reporter import FINE, Reporter
from kaohe.formulas.kinds import KINDS
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.render import blank_submission
from kaohe.render.terminal.line_wrapping import cells
from kaohe.source import read
from kaohe.stages.unit_loader import UnitLoader
from support.folders import RENDERED, TESTS

SAMPLE = TESTS / "support" / "every_kind.yaml"
RUBRICS = [*rubric_files.shipped().values(), SAMPLE]


def written(path: Path, language: Language) -> str:
    rubric, _ = rubric_files.load(path)
    return blank_submission.text(rubric, path.resolve().as_posix(), language)


def test_the_sample_has_every_kind() -> None:
    rubric, _ = rubric_files.load(SAMPLE)
    found = {indicator.kind for item in dict(rubric.items()).values() for indicator in item.indicators.values()}
    assert found | {indicator.kind for indicator in (*rubric.parameters.values(), *rubric.shared.values())} == set(
        KINDS
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_looks_as_pinned(language: Language, pinned: Callable[[Path, str], None]) -> None:
    rubric, _ = rubric_files.load(SAMPLE)
    pinned(RENDERED / f"template-{language}.yaml", blank_submission.text(rubric, "every_kind.yaml", language))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_only_the_unit_is_wanting(path: Path, language: Language) -> None:
    with pytest.raises(Problems) as found:
        UnitLoader(language, {}).values(read("template.yaml", written(path, language).encode()))
    assert [problem.code for problem in found.value.problems] == ["unit-expected"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_every_fact_is_missing(path: Path, language: Language) -> None:
    text = written(path, language).replace("\nunit:", "\nunit: 甲市", 1)
    scorer, values = UnitLoader(language, {}).values(read("template.yaml", text.encode()))
    gaps = scorer.compiled.gaps(values.row)
    assert (values.unit, values.year, values.stage) == ("甲市", None, "self")
    assert set(values.row) == {None}
    assert gaps


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_indicator_has_its_label_its_unit_and_the_clause_that_asks(language: Language) -> None:
    (path,) = rubric_files.shipped().values()
    rubric, _ = rubric_files.load(path)
    text = written(path, language).replace("\n", "").replace("#", "").replace(" ", "")
    for number, item in rubric.items():
        assert f"{number}{item.title}" in text
        assert all(clause.replace(" ", "") in text for clause in (rule.clause for rule in item.rules))
        for indicator in item.indicators.values():
            assert indicator.label.replace(" ", "") in text
            assert indicator.note.replace(" ", "") in text


def test_lines_fit_a_terminal() -> None:
    lines = written(rubric_files.shipped()["jiangsu-employment-2011"], "zh").splitlines()
    assert max(cells(line) for line in lines if line.lstrip().startswith("#")) <= blank_submission.WIDTH


def test_text_of_the_rubric_cannot_leave_its_comment(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    tricky = text.replace("label: 建立制度", r'label: "建立制度\n    x: 1"').replace("上年末", r'"上年\n年末"')
    path = tmp_path / "tricky.yaml"
    path.write_text(tricky, encoding="utf-8")
    answered = written(path, "zh").replace("\nunit:", "\nunit: 甲市", 1)
    _, values = UnitLoader("zh", {}).values(read("template.yaml", answered.encode()))
    assert set(values.row) == {None}


def test_the_command_writes_a_file_that_finds_its_rubric(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "我的 表.yaml").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "units").mkdir()
    target = Path("units/city.yaml")
    assert run(Reporter("zh"), TemplateOptions("我的 表.yaml", target)) == FINE
    assert capsys.readouterr().err == f"已写入 {target}\n"
    answered = target.read_text(encoding="utf-8").replace("\nunit:", "\nunit: 甲市", 1)
    _, values = UnitLoader("zh", {}).values(read(str(target), answered.encode()))
    assert values.unit == "甲市"


def test_a_rubric_may_have_no_parameters_and_an_item_no_indicators() -> None:
    rubric, _ = rubric_files.load(SAMPLE)
    bare = replace(rubric.sections[0].items[0], indicators={}, rules=())
    alone = replace(rubric, parameters={}, sections=(replace(rubric.sections[0], items=(bare,)),))
    text = blank_submission.text(replace(alone, score=None, grades=(), limits=()), "x", "en")
    assert "parameters:" not in text
    assert text.partition("\n\n# Evidence")[0].endswith("\n  # 1.1 工作机制 (7 points)\n  mechanism:")


@pytest.mark.parametrize("target", [None, Path("-")])
def test_the_command_prints_utf_8(target: Path | None, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(Reporter("en"), TemplateOptions("jiangsu-employment-2011", target)) == FINE
    assert "\nrubric: jiangsu-employment-2011\n" in capfdbinary.readouterr().out.decode("utf-8")
