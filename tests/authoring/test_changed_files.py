"""Of files that have changed those of others are passed over, and what rests on the rest is found."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kaohe.authoring.changed_files import by_folder, ours, resting_on
from kaohe.stages.unit_loader import UnitLoader
from support.command_line import FULL_MARKS, ROOT, kaohe

RUBRIC = """\
kaohe: 1
id: small
title: 考核表
points: 5
stages: {self: 自评分, final: 审定分}
sections:
  - id: section
    title: 项目
    points: 5
    items:
      - id: item
        title: 子项目
        points: 5
        target: 目标
        method: 完成得5分
        indicators:
          done: {label: 完成, kind: flag}
        rules:
          - {type: all_or_nothing, clause: 完成得5分, points: 5, requires: done}
"""
UNIT = "rubric: ../form.yaml\nunit: 甲市\nyear: 2011\nindicators: {item: {done: true}}\n"
LATER = "rubric: ../form.yaml\nunit: 甲市\nyear: 2011\nstage: final\nby: 张三\non: 2012-01-10\nchanges: {}\n"
FILES = {
    "form.yaml": RUBRIC,
    "other.yaml": RUBRIC.replace("id: small", "id: other"),
    "2011/甲市.yaml": UNIT,
    "2011/甲市.审定.yaml": LATER,
    "2011/乙市.yaml": UNIT.replace("甲市", "乙市"),
    "2011/丙市.yaml": UNIT.replace("甲市", "丙市").replace("form", "other"),
    "2011/表.csv": "rubric,unit,year,item.done\n../form.yaml,丁市,2011,是\n",
    "2012/parameters.yaml": "rubric: ../form.yaml\nparameters: {}\n",
    "2012/甲市.yaml": UNIT.replace("2011", "2012"),
    "2012/戊市.yaml": "unit: 戊市\nrubric: none.yaml\n",
    "common.yaml": "rubric: form.yaml\nparameters: {}\n",
    "docker-compose.yml": "services:\n  web: {<<: *x}\n",
    "data.csv": "a,b\n1,2\n",
    "package.json": '{"name": "x"}',
    "book.xlsx": "no workbook",
    "README.md": "unit: 甲市\n",
    "broken.yaml": "unit: [\n",
}


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_ours_in_whatever_encoding(encoding: str) -> None:
    path = Path("己市.yaml")
    path.write_bytes("评分细则: form.yaml\n单位: 己市\n".encode(encoding))
    assert list(ours([path])) == [path]


def test_what_is_damaged_is_ours_by_what_can_be_read() -> None:
    Path("己市.yaml").write_bytes("unit: 己市\n".encode() + b"\xff\0")
    assert list(ours([Path("己市.yaml")])) == [Path("己市.yaml")]


def resting(*changed: str) -> list[str]:
    return [str(path) for path in resting_on([*map(Path, changed)], Path(), UnitLoader("zh", {}))]


def test_others_are_passed_over() -> None:
    assert kaohe("template", "form.yaml", "-o", "made.xlsx").code == 0
    assert {str(path) for path in ours(map(Path, (*FILES, "made.xlsx")))} == {
        *(name for name in FILES if name.startswith("20")),
        *("form.yaml", "other.yaml", "common.yaml", "broken.yaml", "made.xlsx"),
    }


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (["other.yaml"], ["2011/丙市.yaml"]),
        (
            ["form.yaml"],
            [
                "2011/乙市.yaml",
                "2011/甲市.yaml",
                "2011/甲市.审定.yaml",
                "2011/表.csv",
                "2012/甲市.yaml",
                "2012/parameters.yaml",
                "common.yaml",
            ],
        ),
        (["2011/甲市.yaml"], ["2011/甲市.审定.yaml"]),
        (["2011/甲市.审定.yaml"], ["2011/甲市.yaml"]),
        (["2012/parameters.yaml"], ["2012/戊市.yaml", "2012/甲市.yaml"]),
        (["2011/表.csv", "broken.yaml"], []),
        ([], []),
    ],
)
def test_what_rests_on_them(changed: Sequence[str], expected: list[str]) -> None:
    assert sorted(resting(*changed)) == sorted(expected)


def test_by_folder() -> None:
    a, b, c = Path("x/a"), Path("y/b"), Path("x/c")
    assert by_folder([a, b, c]) == [[a, c], [b]]


class TestCommand:
    def test_the_files_of_a_changed_rubric_are_checked(self) -> None:
        Path("form.yaml").write_text(RUBRIC.replace("done", "finished"), encoding="utf-8")
        ran = kaohe("validate", "--changed", "form.yaml", "docker-compose.yml")
        assert (ran.code, ran.err) == (1, "与考核无关，没有查：docker-compose.yml\n")
        found = {line.partition(":")[0] for line in ran.out.splitlines() if "unknown-key" in line}
        assert found == {"2011/乙市.yaml", "2011/甲市.yaml", "2012/甲市.yaml"}

    def test_copies_in_another_folder_are_no_other_files_of_the_unit(self) -> None:
        Path("copy").mkdir()
        Path("copy/甲市.yaml").write_text(UNIT, encoding="utf-8")
        assert kaohe("validate", "--changed", "form.yaml").code == 0
        assert kaohe("validate", "form.yaml", "2011/甲市.yaml", "2011/甲市.审定.yaml", "copy").code == 1

    def test_only_what_has_changed_is_mended(self) -> None:
        for name in ("form.yaml", "2011/甲市.yaml"):
            Path(name).write_text(f"\ufeff{FILES[name]}", encoding="utf-8")
        assert kaohe("validate", "--changed", "--fix", "form.yaml").code == 0
        assert Path("form.yaml").read_text(encoding="utf-8") == RUBRIC
        assert Path("2011/甲市.yaml").read_bytes().startswith(b"\xef\xbb\xbf")

    def test_files_of_others_alone(self) -> None:
        ran = kaohe("validate", "--changed", "package.json", "data.csv", "--lang", "en")
        assert (ran.code, ran.err) == (0, "no rubrics nor indicator files, passed over: package.json, data.csv\n")

    def test_standard_input(self) -> None:
        assert kaohe("validate", "--changed", "-", stdin=FULL_MARKS.read_bytes()).code == 0
        stdin = (ROOT / "rubrics" / "jiangsu-employment-2011.yaml").read_bytes()
        assert kaohe("validate", "--changed", "-", "--stdin-name", "new.yaml", stdin=stdin).code == 0
