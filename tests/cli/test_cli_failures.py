"""What can't be done: a sentence on standard error, the right exit code, and no trace of the program's inside."""

from pathlib import Path
from typing import Any

import pytest

from kaohe.cli.reporter import FINDINGS, FINE, IMPOSSIBLE, INTERRUPTED
from kaohe.problems import Unusable
from kaohe.rubric.rules import rule_types
from support.command_line import CITIES, FULL_MARKS, ROOT, SHIPPED, Ran, kaohe

RUBRIC = ROOT / "rubrics" / f"{SHIPPED}.yaml"
UNREADABLE = Path("/proc/self/mem")
"""It can be opened, and then not be read."""


def said(problem: str, **parameters: Any) -> str:
    return f"{Unusable(problem, **parameters).message('zh')}\n"


def is_input(path: str, kind: str) -> str:
    return said("target-is-input", path=path, kind=kind)


def refused(*arguments: str | Path, **others: Any) -> str:
    """What a run says that could not be done at all."""
    ran = kaohe(*arguments, **others)
    assert (ran.code, ran.output) == (IMPOSSIBLE, b"")
    assert "Traceback" not in ran.err
    return ran.err


def found(*arguments: str | Path, **others: Any) -> str:
    """What a run says that had findings in its files."""
    ran = kaohe(*arguments, **others)
    assert (ran.code, ran.output) == (FINDINGS, b"")
    return ran.err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a folder, so that messages name what the user typed."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", "none.yaml"],
        ["score", FULL_MARKS, "none.yaml"],
        ["score", FULL_MARKS, "--parameters", "none.yaml"],
        ["validate", "none.yaml"],
        ["validate", RUBRIC, "none.yaml"],
        ["batch", "none.yaml", "-o", "out"],
        ["batch", CITIES, "-o", "out", "--parameters", "none.yaml"],
        ["explain", "none.yaml"],
        ["schema", "none.yaml"],
        ["template", "none.yaml"],
    ],
    ids=lambda arguments: " ".join(Path(one).name for one in arguments),
)
@pytest.mark.usefixtures("here")
def test_a_path_that_is_not_there(arguments: list[str | Path]) -> None:
    assert refused(*arguments) == "没有这个文件或文件夹：none.yaml\n"


@pytest.mark.parametrize("arguments", [["folder"], [FULL_MARKS, "folder"], [FULL_MARKS, "--parameters", "folder"]])
@pytest.mark.usefixtures("here")
def test_a_folder_where_a_file_is_wanted(arguments: list[str | Path]) -> None:
    assert refused("score", *arguments) == "这是文件夹，不是文件：folder\n"


@pytest.mark.parametrize(
    ("target", "arguments", "problem"),
    [
        ("none/a.json", [], Unusable("no-such-folder", found="none/a.json", folder="none")),
        ("none/a.xlsx", ["--format", "json"], Unusable("no-such-folder", found="none/a.xlsx", folder="none")),
        ("folder", [], Unusable("file-expected", found="folder")),
        ("a.pdf", [], Unusable("unknown-suffix", found="a.pdf", known=".json .md .csv .xlsx .html .txt")),
        ("a", [], Unusable("unknown-suffix", found="a", known=".json .md .csv .xlsx .html .txt")),
        ("a.xlsx", [FULL_MARKS], Unusable("one-sheet-a-workbook")),
        (
            "a.json",
            ["--format", "pdf"],
            Unusable("unknown-format", found="pdf", known="terminal, json, markdown, csv, xlsx, html"),
        ),
    ],
)
def test_a_target_that_will_not_do(here: Path, target: str, arguments: list[str | Path], problem: Unusable) -> None:
    assert refused("score", FULL_MARKS, *arguments, "-o", target) == f"{problem.message('zh')}\n"
    assert [path.name for path in here.iterdir()] == ["folder"]


def test_a_workbook_does_not_go_to_the_screen() -> None:
    assert refused("score", FULL_MARKS, "--format", "xlsx") == said("workbook-needs-file")


def test_results_do_not_replace_what_was_given(here: Path) -> None:
    city = here / "甲市.json"
    city.write_text(f'{{"rubric": "{SHIPPED}", "unit": "甲市"}}', encoding="utf-8")
    before = city.read_bytes()
    assert refused("score", "甲市.json", "-o", "甲市.json") == said(
        "target-is-input", path="甲市.json", kind="单位的指标文件"
    )
    assert refused("template", SHIPPED, "-o", "甲市.json") == said("file-exists", path="甲市.json")
    assert city.read_bytes() == before
    assert refused("template", SHIPPED, "-o", "folder") == said("file-expected", found="folder")


@pytest.mark.parametrize("command", ["score", "next"])
def test_results_do_not_replace_parameters(here: Path, command: str) -> None:
    common = here / "p.json"
    common.write_text(f'{{"rubric": "{SHIPPED}", "parameters": {{}}}}', encoding="utf-8")
    before = common.read_bytes()
    told = refused(command, FULL_MARKS, "--parameters", "p.json", "-o", "p.json")
    assert (told, common.read_bytes()) == (said("target-is-input", path="p.json", kind="参数文件"), before)


def test_results_do_not_replace_those_of_the_year_before(here: Path) -> None:
    city = here / "甲市.json"
    city.write_text(f'{{"rubric": "{SHIPPED}", "unit": "甲市"}}', encoding="utf-8")
    for before in ("甲市.json", "."):
        told = refused("score", FULL_MARKS, "--before", before, "-o", "甲市.json")
        assert told == is_input("甲市.json", "单位的指标文件")


def test_unknown_formats_of_findings() -> None:
    assert refused("validate", RUBRIC, "--format", "xml") == said(
        "unknown-format", found="xml", known="text, json, github, sarif, gitlab, junit"
    )


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (["coverage"], said("malformed-choice", found="coverage")),
        (["coverage.exactly_one_percent="], said("malformed-choice", found="coverage.exactly_one_percent=")),
        (["=outside"], said("malformed-choice", found="=outside")),
        (["a.b=c"], said("unknown-reading", found="a.b", nearest="")),
        (
            ["coverage.exactly_one_precent=outside"],
            said("unknown-reading", found="coverage.exactly_one_precent", nearest="coverage.exactly_one_percent"),
        ),
        (
            ["coverage.exactly_one_percent=off"],
            said(
                "unknown-alternative",
                reading="coverage.exactly_one_percent",
                found="off",
                known="inside, outside",
            ),
        ),
        (
            ["coverage.exactly_one_percent=outside", "coverage.exactly_one_percent=inside"],
            said("choice-twice", found="coverage.exactly_one_percent"),
        ),
    ],
)
@pytest.mark.parametrize("command", [["score", FULL_MARKS], ["batch", CITIES, "-o", "out"]], ids=["score", "batch"])
@pytest.mark.usefixtures("here")
def test_readings_that_will_not_do(command: list[str | Path], choice: list[str], message: str) -> None:
    options = [part for one in choice for part in ("--reading", one)]
    assert refused(*command, *options) == message


def test_unknown_items() -> None:
    assert refused("explain", SHIPPED, "coverge") == said("unknown-item", found="coverge", nearest="1.1 扩面征缴工作")
    assert refused("explain", SHIPPED, "9.9") == said("unknown-item", found="9.9", nearest="")


def test_unknown_types_of_rules() -> None:
    known = ", ".join(rule_types())
    for name, hint in (("step", "steps"), ("every_kind", "")):
        expected = said("unknown-rule-type", found=name, nearest=hint, expected=known)
        assert refused("explain", "--rule", name) == expected


@pytest.mark.parametrize("arguments", [[], [SHIPPED, "--rule", "steps"], [SHIPPED, "1.1", "--rule", "steps"]])
def test_a_rubric_or_a_type_of_rule_is_explained(arguments: list[str]) -> None:
    assert refused("explain", *arguments) == said("rubric-or-rule")


@pytest.mark.parametrize("command", ["explain", "schema", "template"])
def test_unknown_rubrics(command: str) -> None:
    assert refused(command, "jiangsu-employment-2012") == said(
        "unknown-rubric", found="jiangsu-employment-2012", nearest=SHIPPED, known=SHIPPED
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "用法"),
        (["scor"], "是不是 'score'？"),
        (["score"], "缺少参数"),
        (["score", "--formt", "json"], "--formt"),
        (["score", FULL_MARKS, "--lang", "fr"], "没有“fr”这种语言，可用：zh, en"),
        (["batch", CITIES], "缺少选项"),
        (["batch", CITIES, "-o", "out", "--processes", "two"], "不是整数"),
    ],
)
def test_usage(arguments: list[str | Path], word: str) -> None:
    ran = kaohe(*arguments)
    assert ran.code == IMPOSSIBLE
    assert word in ran.err + ran.out
    assert kaohe(*arguments, environment={"KAOHE_LANG": "en"}).code == IMPOSSIBLE


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\x00\x01\x02\xff\xfe", "not-text"),
        (b"\x89PNG\r\n\x1a\n", "not-text"),
        ("unit: 甲市\n".encode("gbk"), "gbk"),
        (b"a: " + b"[" * 100_000, "too-deep"),
        (b"a: &a [" + b"1," * 1000 + b"]\nb: &b [" + b"*a," * 1000 + b"]\n", "too-many-values"),
        (b"a: &a {b: *a}\n", "recursive-alias"),
        (b"- 1\n", "not-a-mapping"),
        (b"a: 1\n", "missing-key"),
        (RUBRIC.read_bytes(), "unit-file-expected"),
        (b"#" * 10_000_001, "file-too-large"),
    ],
    ids=lambda content: content if isinstance(content, str) else "",
)
@pytest.mark.usefixtures("here")
def test_files_that_are_none(content: bytes, code: str) -> None:
    Path("甲市.yaml").write_bytes(content)
    assert f" {code} " in found("score", "甲市.yaml")
    assert f" {code} " in found("score", "-", stdin=content)
    assert kaohe("validate", "甲市.yaml").code == (FINE if code == "unit-file-expected" else FINDINGS)


@pytest.mark.skipif(not UNREADABLE.exists(), reason="needs a file that can't be read")
class TestUnreadable:
    SENTENCE = f"{UNREADABLE}: unreadable-file 文件无法读取：Input/output error\n"
    code = "unreadable-file"

    def test_it_is_named_and_the_others_are_scored(self) -> None:
        ran = kaohe("score", UNREADABLE, FULL_MARKS)
        assert (ran.code, ran.err) == (IMPOSSIBLE, self.SENTENCE)
        assert ran.output == kaohe("score", FULL_MARKS).output

    def test_and_the_others_are_checked(self) -> None:
        ran = kaohe("validate", UNREADABLE, FULL_MARKS)
        assert (ran.code, ran.err) == (IMPOSSIBLE, "")
        assert ran.out.startswith(self.SENTENCE)
        assert ran.out.endswith("共 2 个文件：1 个错误，0 个警告\n")

    def test_a_rubric(self, tmp_path: Path) -> None:
        rubric = tmp_path / "细则.yaml"
        rubric.symlink_to(UNREADABLE)
        city = tmp_path / "甲市.yaml"
        city.write_text("rubric: 细则.yaml\nunit: 甲市\n", encoding="utf-8")
        ran = kaohe("score", city)
        assert ran.code == IMPOSSIBLE
        assert f"{city}:1:1: needs-other 这个文件要用 {rubric}，那里有问题" in ran.err.replace(
            str(UNREADABLE), str(rubric)
        )


@pytest.mark.usefixtures("here")
def test_an_unsound_rubric_is_told_once_and_each_unit_is_named() -> None:
    Path("细则.yaml").write_text("kaohe: 1\nid: x\n", encoding="utf-8")
    for name in ("甲", "乙"):
        Path(f"{name}.yaml").write_text(f"rubric: 细则.yaml\nunit: {name}\n", encoding="utf-8")
    said_of = found("score", "甲.yaml", "乙.yaml").splitlines()
    assert sum(line.startswith("细则.yaml:1:1: missing-key") for line in said_of) == 4
    assert [line for line in said_of if "needs-other" in line] == [
        f"{name}.yaml:1:1: needs-other 这个文件要用 细则.yaml，那里有问题，先改好" for name in ("甲", "乙")
    ]
    assert "rubric-expected" in found("explain", "甲.yaml")


@pytest.mark.usefixtures("here")
def test_unsound_parameters() -> None:
    Path("parameters.yaml").write_text("parameters: {provincial_pas_rate: 80%}\n", encoding="utf-8")
    Path("甲.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲\n", encoding="utf-8")
    assert found("score", "甲.yaml").splitlines() == [
        "parameters.yaml:1:14: unknown-key 不认识“provincial_pas_rate”，是不是“provincial_pass_rate”？",
        "甲.yaml:1:1: needs-other 这个文件要用 parameters.yaml，那里有问题，先改好",
    ]


@pytest.mark.parametrize(
    ("failure", "code", "words"),
    [
        (OSError(28, "No space left on device"), IMPOSSIBLE, "无法读写 甲.json：No space left on device\n"),
        (PermissionError(13, "Permission denied"), IMPOSSIBLE, "没有权限：甲.json\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
    ],
)
def test_a_write_that_fails_leaves_the_old_file(
    here: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, code: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise failure

    Path("甲.json").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", fail)
    ran: Ran = kaohe("score", FULL_MARKS, "-o", "甲.json")
    assert (ran.code, ran.err) == (code, words)
    assert {path.name for path in here.iterdir()} == {"甲.json", "folder"}
    assert (here / "甲.json").read_bytes() == b"old"


def test_results_that_can_not_be_made_leave_the_old_file(here: Path) -> None:
    Path("甲.json").write_bytes(b"old")
    Path("甲.yaml").write_text("unit: 甲\n", encoding="utf-8")
    found("score", "甲.yaml", "-o", "甲.json")
    assert (here / "甲.json").read_bytes() == b"old"
