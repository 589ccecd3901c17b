"""`kaohe validate` with a choice of findings: options, settings, counting, exit codes, standard input by name."""

import json
import shutil
from pathlib import Path

import pytest

from support.command_line import Ran, kaohe
from support.folders import TOP

BAD = TOP / "tests" / "bad"
FIVE = "five-at-once.yaml"
CODES = ["points-do-not-add-up", "points-do-not-add-up", "orphan-words", "unused-indicator", "number-not-in-rule"]
CODES += ["unknown-reference"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (FIVE, "acknowledged.yaml", "nothing-to-ignore.yaml", "unused-indicator.yaml"):
        shutil.copy(BAD / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kaohe.toml").touch()  # nothing above this folder matters


def validate(*arguments: str, stdin: bytes = b"", language: str = "zh") -> Ran:
    return kaohe("validate", *arguments, stdin=stdin, environment={"KAOHE_LANG": language})


def codes(ran: Ran) -> list[str]:
    return [line.replace("[警告] ", "").split()[1] for line in ran.out.splitlines() if line.startswith(FIVE)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), CODES),
        (("--select", "number-not-in-rule"), ["number-not-in-rule"]),
        (("--select", "number,unused"), ["unused-indicator", "number-not-in-rule"]),
        (("--select", "unknown-", "--select", "orphan"), ["orphan-words", "unknown-reference"]),
        (("--ignore", "points，unknown、orphan"), ["unused-indicator", "number-not-in-rule"]),
        (("--select", "number", "--ignore", "number-not"), []),
        (("--select", "number-not", "--ignore", "number"), ["number-not-in-rule"]),
        (("--select", "doubt"), []),
    ],
)
def test_codes_and_what_they_begin_with(options: tuple[str, ...], expected: list[str]) -> None:
    ran = validate(FIVE, *options)
    assert codes(ran) == expected
    assert ran.code == (1 if expected else 0)


def test_what_is_left_out_is_counted() -> None:
    ran = validate(FIVE, "--ignore", "number,unknown")
    assert ran.out.splitlines()[-3:] == [
        "共 1 个文件：4 个错误，0 个警告",
        "略去 2 个没有要的：number-not-in-rule, unknown-reference",
        "略去的有 2 个错误；不改正，score 不给这些文件打分",
    ]
    english = validate(FIVE, "--ignore", "number", language="en")
    assert english.out.splitlines()[-2:] == [
        "1 left out as asked: number-not-in-rule",
        "1 of these is an error; until mended, nothing is scored with these files",
    ]
    assert "略去" not in validate(FIVE, "--ignore", "number", "--quiet").out


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("code", "hint"),
    [("number-not-in-rul", "，是不是“number-not-in-rule”？"), ("nunber", "，是不是“number”？"), ("", "")],
)
def test_unknown_codes_are_refused(option: str, code: str, hint: str) -> None:
    ran = validate(FIVE, option, code)
    if code:
        message = f"没有“{code}”这个问题代号，也没有以它开头的{hint}；全部代号见 docs/problems.md\n"  # "unknown-code"
        assert (ran.code, ran.out, ran.err) == (2, "", message)
    else:
        assert codes(ran) == CODES


@pytest.mark.parametrize(
    ("setting", "detail"),
    [
        (
            'select = ["nunber"]',
            "没有“nunber”这个问题代号，也没有以它开头的，是不是“number”？；全部代号见 docs/problems.md",
        ),
        (
            'ignore = ["nunber"]',
            "没有“nunber”这个问题代号，也没有以它开头的，是不是“number”？；全部代号见 docs/problems.md",
        ),
        (
            'format = "xml"',
            "没有“xml”这种格式，可用：text, json, github, sarif, gitlab, junit",
        ),
    ],
)
def test_what_settings_have_wrong_is_told_of_them(setting: str, detail: str) -> None:
    Path("kaohe.toml").write_text(setting, encoding="utf-8")
    ran = validate(FIVE)
    assert (ran.code, ran.out, ran.err) == (2, "", f"设置文件 kaohe.toml 读不懂，改正后再运行（{detail}）\n")
    assert codes(validate(FIVE, "--format", "text", "--select", "number", "--ignore", "doubt")) == [
        "number-not-in-rule"
    ]


def test_what_can_not_be_read_is_always_told() -> None:
    Path("gone.yaml").symlink_to("nowhere.yaml")
    Path("folder").mkdir()
    Path("folder", "gone.yaml").symlink_to("nowhere.yaml")
    ran = validate("folder", "--ignore", "unreadable-file", "--exit-zero")
    assert ran.code == 2
    assert "unreadable-file" in ran.out


def test_strict_counts_warnings_that_nobody_has_explained() -> None:
    assert [validate(name, "--strict").code for name in ("acknowledged.yaml", "nothing-to-ignore.yaml")] == [0, 1]
    assert validate("nothing-to-ignore.yaml").code == 0
    assert validate("nothing-to-ignore.yaml", "--strict", "--ignore", "nothing").code == 0


def test_findings_may_leave_the_exit_code_alone() -> None:
    ran = validate(FIVE, "--exit-zero")
    assert (ran.code, codes(ran)) == (0, CODES)


def test_statistics_count_instead_of_telling() -> None:
    ran = validate(FIVE, "acknowledged.yaml", "--statistics")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"    2  number-not-in-rule  {FIVE}:21:21",
        f"    2  points-do-not-add-up  {FIVE}:4:9",
        f"    1  orphan-words  {FIVE}:15:17",
        f"    1  unknown-reference  {FIVE}:23:23",
        f"    1  unused-indicator  {FIVE}:17:11",
        "共 2 个文件：6 个错误，1 个警告",
    ]


def test_statistics_as_data() -> None:
    found = json.loads(validate(FIVE, "--statistics", "--format", "json", "--ignore", "points").out)
    assert found["statistics"] == dict.fromkeys(sorted({*CODES} - {"points-do-not-add-up"}), 1)
    assert [one["problems"] for one in found["files"]] == [[]]


def test_other_formats_can_not_count() -> None:
    ran = validate(FIVE, "--statistics", "--format", "sarif")
    expected = "--statistics 只用于 text, json 格式，不用于 sarif\n"  # "statistics-format"
    assert (ran.code, ran.out, ran.err) == (2, "", expected)


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
def test_formats_of_hosts(form: str) -> None:
    ran = validate(FIVE, "acknowledged.yaml", "--format", form, "--ignore", "points")
    assert ran.code == 1
    assert ran.err.startswith("共 2 个文件：4 个错误，1 个警告\n略去 2 个没有要的：points-do-not-add-up\n")
    assert ran.out.count("orphan-words") >= 1
    assert "points-do-not" not in ran.out


def test_settings_hold_where_the_line_says_nothing() -> None:
    Path("kaohe.toml").write_text(
        'format = "json"\nignore = ["points", "number"]\nstrict = true\nexit-zero = true\n', encoding="utf-8"
    )
    ran = validate(FIVE)
    assert (ran.code, {one["code"] for one in json.loads(ran.out)["files"][0]["problems"]}) == (
        0,
        {"orphan-words", "unused-indicator", "unknown-reference"},
    )
    other = validate(FIVE, "--format", "text", "--ignore", "orphan", "--no-exit-zero")
    assert (other.code, codes(other)) == (1, [one for one in CODES if one != "orphan-words"])
    assert validate("nothing-to-ignore.yaml", "--no-exit-zero").code == 1
    assert validate("nothing-to-ignore.yaml", "--no-exit-zero", "--no-strict").code == 0


def test_settings_by_which_findings_are_left_out_are_named() -> None:
    Path("kaohe.toml").write_text('ignore = "points"\n', encoding="utf-8")
    assert "略去 2 个没有要的（kaohe.toml）：points-do-not-add-up" in validate(FIVE).out


def test_wrong_settings_are_refused() -> None:
    Path("kaohe.toml").write_text('ignore = ["pionts"]\n', encoding="utf-8")
    assert (validate(FIVE).code, validate(FIVE, "--ignore", "points").code) == (2, 1)
    Path("kaohe.toml").write_text('format = "xml"\n', encoding="utf-8")
    assert validate(FIVE).code == 2


def test_standard_input_stands_for_a_file() -> None:
    text = Path(FIVE).read_bytes()
    ran = validate("-", "--stdin-name", f"nowhere/{FIVE}", stdin=text)
    assert ran.out == validate(FIVE).out.replace(FIVE, f"nowhere/{FIVE}")
    assert validate("-", stdin=text).out == validate(FIVE).out.replace(FIVE, "<stdin>")


def test_paths_in_standard_input_begin_at_its_name() -> None:
    Path("forms").mkdir()
    shutil.copy(BAD / "rubrics" / "sound.yaml", "forms")
    unit = "rubric: sound.yaml\nunit: 甲市\nyear: 2011\nindicators: {}\n".encode()
    assert validate("-", "--stdin-name", "forms/甲市.yaml", stdin=unit).code == 0
    assert "no-such-rubric-file" in validate("-", stdin=unit).out


def test_what_names_a_rubric_of_standard_input_is_checked_by_it() -> None:
    Path("甲市.yaml").write_text("rubric: five.yaml\nunit: 甲市\nyear: 2011\nindicators: {}\n", encoding="utf-8")
    Path("five.yaml").write_text("kaohe: 1\n", encoding="utf-8")
    sound = (BAD / "rubrics" / "sound.yaml").read_bytes()
    assert validate("five.yaml", "甲市.yaml").code == 1
    assert validate("甲市.yaml", "-", "--stdin-name", "five.yaml", stdin=sound).code == 0


def test_standard_input_is_read_once_and_not_the_file() -> None:
    ran = validate(FIVE, "-", "--stdin-name", "acknowledged.yaml", stdin=b"a: 1\n")
    assert "acknowledged.yaml:1:1: unknown-file-kind" in ran.out
    assert codes(ran) == CODES


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((FIVE, "--stdin-name", "x.yaml"), "--stdin-name 是标准输入的名称，要同时给出路径 -"),  # "stdin-name-alone"
        (
            ("-", "--stdin-name", "x.xlsx"),
            "标准输入只能是评分细则或指标文件，“x.xlsx”不是；名称以 .yaml, .yml, .json 结尾",  # "stdin-name-suffix"
        ),
        (
            ("-", "--stdin-name", "units.yaml"),
            "标准输入只能是评分细则或指标文件，“units.yaml”不是；名称以 .yaml, .yml, .json 结尾",
        ),
    ],
)
def test_names_that_standard_input_can_not_have(arguments: tuple[str, ...], expected: str) -> None:
    ran = validate(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{expected}\n")
