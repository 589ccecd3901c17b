"""What stands in a file already says whether something may be written over it."""

from pathlib import Path

import pytest

from kaohe.problems import Said, Unusable
from kaohe.render.files.kept import kind_at, refuse_kept
from kaohe.results.sheet_columns import RESULT_COLUMNS
from kaohe.source import file_contents, files_read
from support.command_line import CITIES, FULL_MARKS, ROOT

RUBRIC = ROOT / "rubrics" / "jiangsu-employment-2011.yaml"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.yaml", "kaohe: 1\nsections: []\n", "rubric"),
        ("a.txt", "# 细则\nkaohe: 1\n", "rubric"),
        ("a.json", '{"kaohe": 1}', "rubric"),
        ("a.json", '{"id": "x", "sections": []}', "rubric"),
        ("a.yaml", "rubric: a\nunit: 甲\n", "unit"),
        ("a.yaml", "unit: 甲\nchanges: {}\n", "unit"),
        ("a.json", '{"rubric": "a", "unit": "甲"}', "unit"),
        ("a.yaml", "{rubric: a, 'unit': 甲}", "unit"),
        ("a.yaml", "parameters: {}\n", "parameters"),
        ("a.yaml", "rubric: a\n例: []\n", "cases"),
        ("a.csv", "rubric,unit,a.b\n", "table"),
        ("a.csv", "\ufeff评分细则;单位\r\n", "table"),
        ("a.csv", ",".join(RESULT_COLUMNS[0]), ""),
        ("a.csv", "单位,得分\n", ""),
        ("a.json", '{\n  "format": 1,\n  "unit": "甲",\n  "rubric": {}}', ""),
        ("a.json", '[{"format": 1, "unit": "甲", "rubric": {}}]', ""),
        ("a.json", '{"$schema": "https://json-schema.org/x", "kaohe": 1}', ""),
        ("a.html", '<html><script>{"unit": 1, "rubric": 2}</script>', ""),
        ("a.md", "# 单位\n\nunit 甲 rubric\n", ""),
        ("kaohe-manifest.json", '{"parameters": {}, "format": 1}', ""),
        ("a.yaml", "", ""),
    ],
)
def test_kinds(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert kind_at(path) == kind


def test_files_of_the_repository(tmp_path: Path) -> None:
    assert [kind_at(path) for path in (RUBRIC, FULL_MARKS, CITIES / "丙市.审定.yaml")] == ["rubric", "unit", "unit"]
    assert kind_at(CITIES / "parameters.yaml") == "parameters"
    assert kind_at(tmp_path) == kind_at(tmp_path / "nothing") == ""


def test_what_must_stay(tmp_path: Path) -> None:
    unit, result = tmp_path / "unit.yaml", tmp_path / "result.json"
    unit.write_text("rubric: a\nunit: 甲\n", encoding="utf-8")
    result.write_text("{}", encoding="utf-8")
    with files_read.noting():
        refuse_kept(result)
        assert refused(unit) == ("target-is-kept", "command.kind-unit")
        for path in (unit, result):
            file_contents.content(path)
        assert refused(unit) == ("target-is-input", "command.kind-unit")
        assert refused(result) == ("target-is-input", "command.kind-file")


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(Unusable) as raised:
        refuse_kept(path)
    kind = raised.value.parameters["kind"]
    assert isinstance(kind, Said)
    assert str(path) in raised.value.message("zh")
    assert str(path) in raised.value.message("en")
    return raised.value.code, kind.sentence
