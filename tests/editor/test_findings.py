"""What `validate` finds in a text that is not saved, with the stretch that is marked of each finding."""

import shutil
from pathlib import Path

import pytest

from kaohe.cli.commands.lsp import wanted
from kaohe.editor.findings import findings
from support.editing import EMPLOYMENT, RUBRICS, SMALL, edited
from support.folders import TOP

HEAD = "rubric: small.yaml\nunit: 甲\nyear: 2011\nindicators:\n  reports: {sent: 是}\n"


def found(text: str, path: Path = RUBRICS / "unsaved.yaml", **others: str) -> list[tuple[str, str]]:
    texts = {str(path): text, **{str(path.with_name(f"{name}.yaml")): one for name, one in others.items()}}
    return [(one.problem.code, text[one.start : one.end]) for one in findings(str(path), texts, "zh")]


def test_the_shipped_rubric_as_it_is() -> None:
    assert found(EMPLOYMENT) == [("number-not-in-rule", "达到省要求的得5分，每有一项未达要求的扣1分，扣完为止")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("points: 4\n", "ponts: 4\n", ("unknown-key", "ponts")),
        ("count: missing", "count: mising", ("unknown-reference", "mising")),
        ("when: accident}", "when: missing > 2 and acident}", ("unknown-reference", "acident")),
        ("type: deductions", "type: deduction", ("unknown-rule-type", "deduction")),
        ("points: 4\n", "points: ４\n", ("full-width-number", "４")),
        ("points: 4\n", "points：4\n", ("full-width-colon", "：")),
        ("kaohe: 1\n", "kaohe: 1\n\t", ("tab", "\t")),
    ],
)
def test_what_is_marked(old: str, new: str, expected: tuple[str, str]) -> None:
    assert expected in found(edited(old, new))


def test_the_words_that_no_rule_has() -> None:
    assert ("orphan-words", "每少一人扣1分；发生事故的不得分；表格报送及时得2分。") in found(SMALL)


def test_a_units_file_beside_a_rubric_that_is_not_saved_either(tmp_path: Path) -> None:
    path = tmp_path / "unit.yaml"
    (tmp_path / "small.yaml").write_text("sections: 1\n", encoding="utf-8")
    text = f"{HEAD}  training: {{missing: 三}}\n"
    assert found(text, path)[0][0] == "needs-other"
    assert found(text, path, small=EMPLOYMENT)[0] == ("unknown-key", "reports")


def test_line_ends_of_other_systems() -> None:
    text = edited("count: missing", "count: mising").replace("\n", "\r\n")
    path = str(RUBRICS / "unsaved.yaml")
    narrow = text.replace("\r\n", "\n")
    marked = [(one.problem.code, narrow[one.start : one.end]) for one in findings(path, {path: text}, "zh")]
    assert ("unknown-reference", "mising") in marked


def test_a_finding_on_the_whole_file() -> None:
    assert found("") == [("file-empty", "")]
    assert found("unit: 甲\n") == [("missing-key", "unit")]


def test_half_of_a_character_is_no_end(tmp_path: Path) -> None:
    assert found("title: \ud800\n", tmp_path / "x.yaml") != []


def test_a_later_stages_file_beside_what_it_changes() -> None:
    path = TOP / "examples" / "cities" / "丁市.初评.yaml"
    text = path.read_text(encoding="utf-8")
    assert found(text, path) == []
    stale = text.replace("old: {part: 15720", "old: {part: 15721", 1)
    assert [code for code, _ in found(stale, path)] == ["old-differs"]


def test_a_file_of_cases() -> None:
    text = (
        "rubric: jiangsu-employment-2011\ncases:\n- {name: 例, item: coverage, facts: {contributers: 3}, points: 1}\n"
    )
    assert found(text) == [("unknown-key", "contributers")]


def test_a_project_chooses_what_is_told(tmp_path: Path) -> None:
    (tmp_path / "kaohe.toml").write_text('ignore = ["number-not-in-rule"]\n', encoding="utf-8")
    path = str(tmp_path / "rubric.yaml")
    assert findings(path, {path: EMPLOYMENT}, "zh", wanted) == []
    (tmp_path / "kaohe.toml").write_text('ignore = ["number-not-in-rules"]\n', encoding="utf-8")
    told = findings(path, {path: EMPLOYMENT}, "zh", wanted)
    assert [one.problem.code for one in told] == ["number-not-in-rule", "unknown-code"]
    assert "number-not-in-rules" in told[-1].problem.message("zh")


def test_every_example_is_as_sound_as_on_disk(tmp_path: Path) -> None:
    for path in sorted((TOP / "examples" / "small").glob("*.yaml")):
        shutil.copy(path, tmp_path)
    for path in sorted(tmp_path.glob("*.yaml")):
        assert found(path.read_text(encoding="utf-8"), path) == []
