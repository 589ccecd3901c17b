"""`kaohe template -o TABLE.csv`: an empty table of many units; no YAML under a name that promises something else."""

import shutil
from pathlib import Path

import pytest

from kaohe.problems import Unusable
from support.command_line import SHIPPED, kaohe
from support.units_on_disk import SOUND


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(*arguments: str | Path) -> str:
    ran = kaohe(*arguments)
    assert (ran.code, ran.out) == (2, "")
    return ran.err.strip()


def said(code: str, **parameters: object) -> str:
    return Unusable(code, **parameters).message("zh")


def test_a_table_is_written_as_excel_reads_it() -> None:
    ran = kaohe("template", SHIPPED, "-o", "指标.csv")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "已写入 指标.csv",
        "1 项是名单，表里放不下，用 YAML 文件报送：6.6 主要指标数据上传量",
        "1 项各单位共用，不在表里，写在同一文件夹的 parameters.yaml：省当年平均通过率",
    ]
    content = Path("指标.csv").read_bytes()
    head, first, end = content.split(b"\r\n")
    assert content.startswith(b"\xef\xbb\xbfrubric,unit,year,stage,coverage.contributors.previous,")
    assert first.startswith(f"{SHIPPED},,,self,".encode())
    assert (first.count(b","), end) == (head.count(b","), b"")


def test_labels() -> None:
    ran = kaohe("template", SHIPPED, "-o", "指标.CSV", "--labels", "--lang", "en")
    where = "write it in parameters.yaml in the same folder"
    assert ran.err.splitlines()[1:] == [
        "1 fact is a list that no table can hold; report it in a YAML file: 6.6 主要指标数据上传量",
        f"1 fact is common to all units and not in the table; {where}: 省当年平均通过率",
    ]
    head, first, _ = Path("指标.CSV").read_text(encoding="utf-8-sig").split("\n")
    assert head.startswith("rubric,unit,year,stage,1.1 实际缴费人数：")
    assert first.startswith(f"{SHIPPED},,,自评分,")


def test_a_table_without_lists_and_parameters_says_nothing_of_them() -> None:
    Path("own").mkdir()
    shutil.copy(SOUND, "sound.yaml")
    text = Path("sound.yaml").read_text(encoding="utf-8")
    assert len(kaohe("template", "sound.yaml", "-o", "own/表.csv").err.splitlines()) == 3
    Path("own/表.csv").unlink()
    plain = text.partition("      - id: growth")[0].replace("points: 18", "points: 10")
    plain = plain.replace("target: parameters.average", "target: 90%").replace("低于全省平均的", "低于90%的")
    lines = [line for line in plain.splitlines() if "average" not in line and line != "parameters:"]
    Path("sound.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert kaohe("template", "sound.yaml", "-o", "own/表.csv").err == "已写入 own/表.csv\n"
    assert Path("own/表.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith("../sound.yaml,,,self,")


@pytest.mark.parametrize("name", ["甲市.xls", "甲市.json", "甲市.txt"])
def test_no_yaml_under_another_suffix(name: str) -> None:
    assert refused("template", SHIPPED, "-o", name) == said(
        "template-suffix", found=name, known=".xlsx .yaml .yml .csv"
    )
    assert not Path(name).exists()


@pytest.mark.parametrize("target", [[], ["-o", "甲市.yaml"], ["-o", "-"]])
def test_labels_are_about_tables(target: list[str]) -> None:
    assert refused("template", SHIPPED, "--labels", *target) == said("labels-without-table")


def test_a_table_is_not_replaced() -> None:
    Path("表.csv").touch()
    assert refused("template", SHIPPED, "-o", "表.csv") == said("file-exists", path="表.csv")
