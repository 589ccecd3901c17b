"""Consoles, locales and files in the encodings that are met: never a traceback, always the same machine output."""

import re
import sys
import unicodedata
from pathlib import Path
from shutil import copytree
from typing import Literal, get_args

import pytest

from support.command_line import ROOT, kaohe
from support.processes import ran_under

Form = Literal["NFC", "NFD"]
SMALL = ROOT / "examples" / "small"
FOLDER = "市 里（表）"
COMMANDS = """
score unit.yaml check.yaml
score “乙”①𠮷½市.yaml --format json
validate rubric.yaml “乙”①𠮷½市.yaml
batch . -o out
draft 表.md
score 没有.yaml
"""
SURROUNDINGS: dict[str, tuple[list[str], dict[str, str]]] = {
    "GBK console": ([], {"PYTHONIOENCODING": "gbk"}),
    "GBK, strict": (["-X", "utf8=0"], {"PYTHONIOENCODING": "gbk:strict", "LC_ALL": "C.UTF-8"}),
    "C locale": ([], {"LC_ALL": "C"}),
    "ASCII alone": (["-X", "utf8=0"], {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copytree(SMALL, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path / FOLDER)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_no_surroundings_end_in_a_traceback(name: str) -> None:
    text = Path("unit.yaml").read_text(encoding="utf-8").replace("甲市", "“乙”①𠮷½市 ✓")
    Path("“乙”①𠮷½市.yaml").write_text(text, encoding="utf-8")
    Path("表.md").write_text("| 子项目 | 分值 | 评分办法 |\n|-|-|-|\n| 甲 | 5 | 完成的得5分 |\n", encoding="gb18030")
    options, environment = SURROUNDINGS[name]
    ended = ran_under([*options, "-X", "warn_default_encoding"], COMMANDS.strip().splitlines(), environment)
    for command, ran in ended.items():
        assert b"Traceback" not in ran.errors, command
        assert b"EncodingWarning" not in ran.errors, command
        assert ran.code in ((2,) if "没有" in command else (0, 1, 2)), command
    machine = next(ran for command, ran in ended.items() if "json" in command)
    if name != "ASCII alone":  # where names of files are read otherwise
        assert machine.output == kaohe("score", "“乙”①𠮷½市.yaml", "--format", "json").output


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", r"这里的系统设置（ascii）写不出文件名 (.*)；先设 PYTHONUTF8=1 或 LC_ALL=C.UTF-8 再运行\n"),
        (
            "en",
            r"with the settings of this system \(ascii\) no file can be called (.*); set PYTHONUTF8=1 or .* again\n",
        ),
    ],
)
def test_a_system_that_has_no_such_names(language: str, sentence: str) -> None:
    """Who writes results by the names of units is told what to set."""
    (ran,) = ran_under(
        ["-X", "utf8=0"],
        ["batch . -o out"],
        {**SURROUNDINGS["ASCII alone"][1], "PYTHONIOENCODING": "utf-8", "KAOHE_LANG": language},
    ).values()
    found = re.fullmatch(sentence, ran.err)
    assert (ran.code, ran.output) == (2, b"")
    assert found, ran.err
    assert "甲市" in found[1]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("form", get_args(Form))
def test_files_as_other_systems_write_them(start: bytes, end: bytes, form: Form) -> None:
    """Marks, line ends and composed characters do not change a score, nor who it is of."""
    text = Path("unit.yaml").read_text(encoding="utf-8").replace("甲市", "Zürich")
    Path("plain.yaml").write_text(text, encoding="utf-8")
    content = unicodedata.normalize(form, text).encode().replace(b"\n", end)
    name = unicodedata.normalize(form, "Zürich.yaml")
    Path(name).write_bytes(start + content)
    assert scored(name) == scored("plain.yaml")


def scored(name: str) -> str:
    ran = kaohe("score", name, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    return unicodedata.normalize("NFC", ran.out)


def test_one_unit_whose_name_is_composed_in_two_ways() -> None:
    """Two files of it are two files of one unit, not two units."""
    Path("check.yaml").unlink()
    text = Path("unit.yaml").read_text(encoding="utf-8")
    Path("unit.yaml").unlink()
    for form in ("NFC", "NFD"):
        Path(f"{form}.yaml").write_text(text.replace("甲市", unicodedata.normalize(form, "Zürich")), encoding="utf-8")
    ran = kaohe("batch", ".", "-o", "out.csv")
    assert ran.code == 1
    assert "NFC.yaml" in ran.err
    assert "NFD.yaml" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="a system whose names are characters")
@pytest.mark.parametrize(
    "command", ["draft X.md", "draft X.md -o o.yaml", "score X.yaml --format json", "batch . -o o.csv --log X.log"]
)
def test_names_whose_bytes_are_no_characters(command: str) -> None:
    Path("\udcff.md").write_text("| 子项目 | 分值 | 评分办法 |\n|-|-|-|\n| 甲 | 5 | 完成的得5分 |\n", encoding="utf-8")
    Path("\udcff.yaml").write_bytes(Path("unit.yaml").read_bytes())
    Path("unit.yaml").unlink()
    ran = kaohe(*command.replace("X", "\udcff").split())
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err


def test_a_line_of_the_log_is_one_line() -> None:
    kaohe("batch", ".", "-o", "out.csv", "--log", "run.log", "--roster", "无\n# kaohe 9 假的一行.yaml")
    heads = [line for line in Path("run.log").read_text(encoding="utf-8").splitlines() if line.startswith("# kaohe")]
    assert len(heads) == 1
