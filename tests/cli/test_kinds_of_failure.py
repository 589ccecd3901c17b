"""Kinds of failure that an attack on kaohe once found, each through the command line: how it ends now."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree
from typing import Any
from zipfile import ZipFile

import pytest

from support.command_line import BIN, FULL_MARKS, ROOT, Ran, clean_environment, kaohe
from support.raw_workbooks import with_parts, workbook
from support.workbooks import loaded, resealed, three_stage_workbook

SMALL = ROOT / "examples" / "small"
ESCAPES = "\x1b]0;x\x07\x9b31m"
"""What a terminal would obey."""
YEARS = """
    id: i
    title: i
    points: 1
    target: t
    method: 按年12
    indicators:
      yy: {label: 年, kind: year, list: true}
    rules:
      - {type: computed, clause: 按年12, points: 1, requires: members(yy) = 12, award: sum(yy), not_applicable: zero}
"""
DONE = """
    id: done
    title: 事
    points: 1
    target: t
    method: 甲
    indicators:
      a: {label: a, kind: flag}
    rules:
      - {type: all_or_nothing, clause: 甲, points: 1, requires: a}
"""
LISTED = """
    id: j
    title: j
    points: 1
    target: t
    method: 乙
    indicators:
      b: {label: b, kind: number, list: true}
    rules:
      - {type: computed, clause: 乙, points: 1, award: b}
"""
COUNTED = """
    id: i
    title: i
    points: 10
    target: t
    method: 每次扣4分
    indicators:
      m: {label: 次数, kind: count, list: true}
    rules:
      - {type: deductions, clause: 每次扣4分, points: 10, deductions: [{count: m, each: 4}]}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copytree(SMALL, tmp_path / "in")
    monkeypatch.chdir(tmp_path / "in")


def rubric(name: str, *items: str, points: int = 1, head: str = "") -> None:
    text = f"kaohe: 1\nid: a\ntitle: a\npoints: {points}\nstages: {{self: s}}\n{head}"
    text += f"sections:\n- id: s\n  title: s\n  points: {points}\n  items:\n"
    Path(name).write_text(text + "".join(f"  -{item}" for item in items), encoding="utf-8")


def unit(name: str, **changes: str) -> None:
    """The small unit's file with some of its lines otherwise."""
    lines = Path("unit.yaml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in changes]
    Path(name).write_text("\n".join([*kept, *(f"{key}: {text}" for key, text in changes.items())]), encoding="utf-8")


def refused(*arguments: str | Path, naming: str = "") -> str:
    """The sentence with which a run is refused."""
    ran = kaohe(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert naming in ran.err
    return ran.err


def codes(ran: Ran) -> list[str]:
    """The findings of a run, each with its place."""
    return [" ".join(line.split()[:2]) for line in (ran.out + ran.err).splitlines() if ".yaml:" in line.split(" ")[0]]


class TestRubrics:
    def test_a_list_of_years(self) -> None:
        rubric("r1.yaml", YEARS)
        Path("u1.yaml").write_text("rubric: r1.yaml\nunit: 甲\nyear: 2011\n", encoding="utf-8")
        for ran in (kaohe("validate", "-q", "r1.yaml", "u1.yaml"), kaohe("score", "u1.yaml")):
            assert ran.code == 1
            assert codes(ran) == ["r1.yaml:18:34: list-of-years", "u1.yaml:1:1: needs-other"]

    def test_a_list_where_one_number_is_wanted_in_the_second_item(self) -> None:
        rubric("r2.yaml", DONE, LISTED, points=2)
        ran = kaohe("validate", "-q", "r2.yaml")
        assert (ran.code, [one.split()[1] for one in codes(ran)]) == (1, ["not-a-single-fact"])

    def test_a_score_above_the_points(self) -> None:
        Path("u.yaml").write_text("rubric: r.yaml\nunit: 甲\nindicators: {done: {a: true}}\n", encoding="utf-8")
        rubric("r.yaml", DONE, head='score: "2"\n')
        assert "total-above-points" in kaohe("validate", "-q", "r.yaml").out
        rubric("r.yaml", DONE, head="score: sum + 1\n")
        assert kaohe("validate", "-q", "r.yaml").code == 0
        assert "按办法算得 2 分" in kaohe("score", "u.yaml").out, "it is said what was added"

    def test_the_order_of_members_in_the_file_is_nothing_to_the_ledger(self) -> None:
        rubric("r.yaml", COUNTED, points=10)
        ledgers = []
        for members in ("{丙县: 1, 甲县: 2, 乙县: 1}", "{乙县: 1, 甲县: 2, 丙县: 1}"):
            text = f"rubric: r.yaml\nunit: 甲\nindicators: {{i: {{m: {members}}}}}\n"
            Path("u.yaml").write_text(text, encoding="utf-8")
            sheet = json.loads(kaohe("score", "u.yaml", "--format", "json").out)
            lines = sheet["sections"][0]["items"][0]["ledger"]
            ledgers.append(sorted((line["why"], line["applied"]) for line in lines))
        assert ledgers[0] == ledgers[1]
        assert [applied for _, applied in ledgers[0]] == ["2", "0", "8"]


class TestTargets:
    @pytest.mark.parametrize(
        "command",
        ["score unit.yaml --format json", "schema rubric.yaml", "template rubric.yaml", "cases rubric.yaml", "batch ."],
    )
    @pytest.mark.parametrize("name", ["loop", "loop.yaml", "loop.json", "loop.csv"])
    def test_a_link_to_itself(self, command: str, name: str) -> None:
        Path(name).symlink_to(name)
        ran = kaohe(*command.split(), "-o", name)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
        assert Path(name).is_symlink()

    def test_a_link_to_itself_among_a_batchs_files(self) -> None:
        Path("out").mkdir()
        Path("out/甲市.自评分.xlsx").symlink_to("甲市.自评分.xlsx")
        Path("check.yaml").unlink()
        refused("batch", ".", "-o", "out", naming="指回自己的链接")

    @pytest.mark.parametrize(
        ("command", "target"),
        [
            ("schema rubric.yaml", "rubric.yaml"),
            ("schema rubric.yaml", "unit.yaml"),
            ("score unit.yaml --format json", "rubric.yaml"),
            ("score unit.yaml --format json", "check.yaml"),
            ("score unit.yaml --format json", "unit.yaml"),
            ("score unit.yaml --format json", "parameters.yaml"),
            ("score unit.yaml --format json", "link.json"),
            ("score unit.yaml --format json", "hard.json"),
            ("score unit.yaml --format csv", "units.csv"),
            ("score unit.yaml --format json", "evidence.json"),
            ("next unit.yaml --format json", "rubric.yaml"),
            ("evidence unit.yaml --format json", "rubric.yaml"),
            ("evidence unit.yaml --format json", "evidence.json"),
            ("diff unit.yaml check.yaml --format json", "rubric.yaml"),
            ("diff rubric.yaml rubric.yaml --format json", "rubric.yaml"),
            ("convert unit.yaml", "rubric.yaml"),
            ("template rubric.yaml", "rubric.yaml"),
            ("cases rubric.yaml", "cases.yaml"),
            ("batch units.csv --format csv", "units.csv"),
        ],
    )
    def test_nothing_is_written_over_what_was_read_or_what_people_wrote(self, command: str, target: str) -> None:
        unit("unit.yaml", evidence="{coverage: [evidence.json]}")
        Path("evidence.json").write_text("[]", encoding="utf-8")
        Path("parameters.yaml").write_text("parameters: {}\n", encoding="utf-8")
        Path("cases.yaml").write_text("rubric: rubric.yaml\ncases: []\n", encoding="utf-8")
        Path("units.csv").write_text("评分细则,单位\nrubric.yaml,甲市\n", encoding="utf-8")
        Path("link.json").symlink_to("rubric.yaml")
        Path("hard.json").hardlink_to("rubric.yaml")
        before = {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}
        ran = kaohe(*command.split(), "-o", target)
        assert (ran.code, ran.out) == (2, "")
        assert target in ran.err.splitlines()[-1]
        assert {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before

    def test_a_batchs_file_that_leads_to_its_rubric(self) -> None:
        Path("out").mkdir()
        Path("out/甲市.省厅初评分.json").symlink_to("../rubric.yaml")
        before = Path("rubric.yaml").read_bytes()
        refused("batch", ".", "-o", "out", "--format", "json", naming="是这次要读的评分细则")
        assert Path("rubric.yaml").read_bytes() == before
        assert [path.name for path in Path("out").iterdir()] == ["甲市.省厅初评分.json"]

    def test_what_is_read_in_other_processes(self) -> None:
        Path("check.yaml").unlink()
        for number in range(20):
            unit(f"{number}.yaml", unit=f"市{number}")
        Path("out").mkdir()
        Path("out/市7.自评分.json").symlink_to("../rubric.yaml")
        refused("batch", ".", "-o", "out", "--format", "json", "--processes", "2", naming="是这次要读的评分细则")

    @pytest.mark.parametrize("form", ["json", "md", "csv", "html", "txt", "xlsx"])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_results_may_be_written_over(self, form: str, language: str) -> None:
        for command in ("score", "next"):
            if (command, form) == ("next", "html"):
                continue
            for _ in range(2):
                ran = kaohe(command, "unit.yaml", "-o", f"{command}.{form}", environment={"KAOHE_LANG": language})
                assert ran.code == 0, ran.err


def waiting(name: str) -> Iterator[socket.socket | None]:
    """Something at a path that nobody ever writes to."""
    if name.startswith("socket"):
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(name)
            yield listening
    else:
        os.mkfifo(name)
        yield None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
class TestPipes:
    @pytest.fixture(params=["pipe", "socket"])
    def kind(self, request: pytest.FixtureRequest) -> Iterator[str]:
        os.mkfifo("pipe.cases.yaml")
        opened = [
            waiting(f"{request.param}{suffix}") for suffix in (".yaml", ".xlsx", ".csv", ".zip", ".docx", ".json")
        ]
        for one in opened:
            next(one)
        yield request.param
        for one in opened:
            next(one, None)

    @pytest.mark.parametrize(
        "command",
        [
            "score X.yaml",
            "score X.csv",
            "score X.xlsx",
            "score unit.yaml --parameters X.yaml",
            "score unit.yaml --before X.yaml",
            "score unit.yaml --rubric X.yaml",
            "next X.yaml",
            "why X.yaml coverage",
            "evidence X.yaml",
            "diff X.yaml unit.yaml",
            "validate X.yaml",
            "test X.cases.yaml",
            "verify X.xlsx",
            "verify X.zip",
            "batch X.csv -o out",
            "batch . -o out --roster X.yaml",
            "batch . -o out --log X.json",
            "close . -o out.zip --roster X.yaml",
            "announce . -o out.xlsx --parameters X.yaml",
            "extract X.csv --unit 甲市 -o out.xlsx",
            "template X.yaml -o out.yaml",
            "convert X.xlsx -o out.yaml",
            "draft X.docx",
            "draft X.xlsx",
            "check X.docx rubric.yaml",
            "cases X.yaml",
            "cases rubric.yaml --signed X.xlsx",
            "explain X.yaml",
            "schema X.yaml",
            "score unit.yaml -o X.json",
            "next unit.yaml -o X.xlsx",
            "evidence unit.yaml -o X.json",
            "schema rubric.yaml -o X.json",
            "template rubric.yaml -o X.xlsx",
            "convert unit.yaml -o X.xlsx",
            "cases rubric.yaml -o X.yaml",
            "batch . -o X.csv",
            "close . -o X.zip",
            "extract . --unit 甲市 -o X.xlsx",
            "announce . -o X.xlsx",
            "diff rubric.yaml rubric.yaml -o X.json",
        ],
    )
    def test_they_are_refused_by_every_command(self, command: str, kind: str) -> None:
        if kind == "socket" and ".cases." in command:
            return
        ran = kaohe(*command.replace("X", kind).split())
        assert ran.code in (1, 2)
        assert "管道、套接字或设备" in ran.out + ran.err or "不是文件夹" in ran.err

    def test_in_a_folder_they_are_named_and_stop_nothing(self, kind: str) -> None:
        Path("check.yaml").unlink()
        Path("甲.yaml").mkdir()
        ran = kaohe("batch", ".", "-o", "out")
        for suffix in (".yaml", ".xlsx", ".csv", ".json"):
            assert f"{kind}{suffix}: unreadable-file 文件无法读取：这是管道、套接字或设备，不是文件" in ran.err
        assert "甲.yaml: unreadable-file 文件无法读取：这是文件夹，不是文件" in ran.err
        assert (ran.code, "1 个单位已打分" in ran.err) == (1, True)

    def test_what_a_shell_has_opened_is_read_and_written(self) -> None:
        import subprocess

        told = subprocess.run(
            ["/bin/bash", "-c", f"{BIN} score <(cat unit.yaml) --format json -o >(cat > out.json); wait; sleep 0.2"],
            capture_output=True,
            env=clean_environment(),
            check=False,
        )
        assert b"Traceback" not in told.stderr


class TestUnits:
    def test_a_name_of_evidence_that_no_system_has(self) -> None:
        unit("long.yaml", evidence=f"{{coverage: [{'附' * 90}.pdf]}}")
        for command in ("validate", "score", "evidence", "next"):
            ran = kaohe(command, "long.yaml")
            assert "long.yaml:12:22: [警告] evidence-too-long" in ran.out + ran.err
        (one,) = json.loads(kaohe("score", "long.yaml", "--format", "json").out)["evidence"]["files"]
        assert one["state"] == "missing"

    def test_names_that_make_the_same_file_name(self) -> None:
        Path("units").mkdir()
        copy("rubric.yaml", "units")
        long = "长" * 62
        named = ["a:b", "a?b", f"{long}甲", f"{long}乙", "A市", "a市", "汇总"]
        for number, name in enumerate(named):
            unit(f"units/{number}.yaml", unit=json.dumps(name))
        ran = kaohe("batch", "units", "-o", "out", "--format", "json")
        assert (ran.code, "7 个单位已打分" in ran.err) == (0, True)
        found = [json.loads(path.read_bytes())["unit"] for path in Path("out").glob("*.自评分.json")]
        assert sorted(found) == sorted(named)
        assert kaohe("batch", "units", "-o", "out.csv").code == 0

    def test_what_is_found_has_its_line(self) -> None:
        Path("empty.yaml").write_bytes(b"")
        unit("long.yaml", rubric="长" * 100 + ".yaml")
        unit("other.yaml", rubric="empty.yaml")
        found = codes(kaohe("validate", "-q", "empty.yaml", "long.yaml", "other.yaml"))
        assert "empty.yaml:1:1: file-empty" in found
        assert "long.yaml:11:9: no-such-rubric-file" in found
        assert all(one.split(" ")[0].count(":") == 3 for one in found)

    def test_columns_of_a_roster_that_nobody_knows(self) -> None:
        Path("units.csv").write_text("单位,怪列\n甲市,x\n", encoding="utf-8")
        assert "units.csv:1:2: roster-unknown-key" in kaohe("validate", ".").out


def test_a_form_whose_rows_have_numbers_of_thousands_of_digits() -> None:
    rows = "".join(f"| {number} | 事项 | 5 | 未完成的不得分 |\n" for number in ("1", "9" * 5000, "3"))
    Path("f.md").write_text(f"# 考核表\n\n{rows}", encoding="utf-8")
    assert kaohe("draft", "f.md", "-o", "d.yaml").code in (0, 1)


class TestControlCharacters:
    def test_in_a_quoted_text_of_yaml(self) -> None:
        unit("u.yaml", unit='"甲\\e]0;x\\a"', notes='{coverage: "n\\x9b31m"}', evidence='{coverage: ["a\\eb.pdf"]}')
        for form in ("text", "github", "json", "sarif", "gitlab", "junit"):
            ran = kaohe("validate", "u.yaml", "--format", form)
            assert ran.out.count("control-character") >= 3, form
            harmless(ran)
        for command in ("score", "next", "evidence"):
            harmless(kaohe(command, "u.yaml"), code=1)
        Path("units").mkdir()
        copy("rubric.yaml", "units")
        copy("u.yaml", "units")
        harmless(kaohe("batch", "units", "-o", "out"), code=1)

    def test_in_a_table(self) -> None:
        Path("t.csv").write_text(f"评分细则,单位\nrubric.yaml,甲{ESCAPES}\n", encoding="utf-8")
        ran = kaohe("score", "t.csv")
        assert "t.csv:2:2: control-character 这里有控制字符（U+001B）；请删去" in ran.err
        harmless(ran, code=1)

    def test_in_a_cell_of_a_workbook(self) -> None:
        Path("w.xlsx").write_bytes(workbook(lambda page: page.append(["单位_x001B_]0;x_x0007_", "\x9b31m"])))
        for command in ("score", "verify", "validate"):
            harmless(kaohe(command, "w.xlsx"))

    @pytest.mark.parametrize("form", ["text", "github", "json", "sarif", "gitlab", "junit"])
    def test_in_the_name_of_a_file(self, form: str) -> None:
        name = f"{ESCAPES}.yaml"
        unit(name, year="二〇一一")
        for command in (["validate", name, "--format", form], ["score", name], ["next", name], ["verify", name]):
            harmless(kaohe(*command))
        harmless(kaohe("score", "unit.yaml", "-o", f"{ESCAPES}.json"), code=0)

    def test_in_the_name_of_a_page(self, tmp_path: Path) -> None:
        content = with_parts({}, three_stage_workbook())
        path = tmp_path / f"{ESCAPES}.xlsx"
        path.write_bytes(content)
        harmless(kaohe("verify", path), code=0)


def harmless(ran: Ran, code: int | None = None) -> None:
    """No stream has anything in it that a terminal would obey."""
    assert code is None or ran.code == code
    told = ran.out + ran.err
    assert not [one for one in told if one not in "\n\t" and (one < " " or "\x7f" <= one <= "\x9f")]


class TestVerify:
    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ('"unit":"\\u4e19\\u5e02"', '"unit":-1', "seal-unfit"),
            ('"unit":"\\u4e19\\u5e02"', '"unit":["a"]', "seal-unfit"),
            ('"year":2011', '"year":"x"', "seal-unfit"),
            ('"cause":"', '"cause":1,"was":"', "seal-unfit"),
            ('"format":1', '"format":2', "seal-unknown"),
        ],
    )
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_seal_that_is_ill_typed(self, form: str, old: str, new: str, code: str) -> None:
        def change(text: str) -> str:
            assert old in text
            return text.replace(old, new)

        Path("w.xlsx").write_bytes(resealed(three_stage_workbook(), change))
        ran = kaohe("verify", "w.xlsx", "--format", form)
        assert (ran.code, code in ran.out) == (1, True)

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_byte_flipped_in_the_table_of_contents(self, form: str) -> None:
        content = bytearray(three_stage_workbook())
        content[content.rindex(b"PK\x01\x02") + 6] = 238
        Path("w.xlsx").write_bytes(content)
        ran = kaohe("verify", "w.xlsx", "--format", form)
        assert (ran.code, "workbook-broken" in ran.out) == (2, True)
        Path("w.zip").write_bytes(content)
        assert kaohe("verify", "w.zip", "--format", form).code == 2
        assert kaohe("score", FULL_MARKS, "-o", "w.xlsx").code == 2, "nor is it written over"

    @pytest.mark.parametrize(
        "row",
        ["<row/>" * 2_000_000, '<row r="1"><c r="A1"/></row>' * 800_000],
        ids=["rows", "cells"],
    )
    def test_a_workbook_that_is_made_to_keep_it_busy(self, row: str) -> None:
        Path("w.xlsx").write_bytes(stuffed(f"<sheetData>{row}</sheetData>"))
        ran = kaohe("verify", "w.xlsx")
        assert (ran.code, "workbook-too-large" in ran.out) == (2, True)

    def test_one_merged_cell_over_a_whole_page(self) -> None:
        merged = '<sheetData/><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        Path("w.xlsx").write_bytes(stuffed(merged))
        ran = kaohe("verify", "w.xlsx")
        assert (ran.code, "workbook-too-large" in ran.out) == (2, True)

    def test_rows_that_were_added_are_summed_up(self) -> None:
        book = loaded(three_stage_workbook())
        page = book.worksheets[0]
        for row in range(page.max_row + 1, page.max_row + 2_001):
            page.cell(row, 2, "x")
        book.save("w.xlsx")
        lines = kaohe("verify", "w.xlsx").out.splitlines()
        assert len(lines) < 300
        assert "w.xlsx: cells-added 考核表：原表没有内容的格子里，另有 1800 格填了东西，不再一一列出" in lines


def stuffed(data: str) -> bytes:
    """The workbook with something else on its first page."""
    page = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{data}</worksheet>'
    return with_parts({"xl/worksheets/sheet1.xml": page.encode()}, three_stage_workbook())


class TestDeadRuns:
    @pytest.mark.parametrize("command", ["score unit.yaml", "next unit.yaml", "schema rubric.yaml"])
    def test_what_they_left_is_removed_by_the_next_run(self, command: str) -> None:
        Path(f".kaohe-{'0' * 16}.tmp").touch()
        assert kaohe(*command.split(), "-o", "out.json").code == 0
        assert not [*Path().glob(".kaohe-*")]

    def test_a_folder_of_two_runs_is_named(self) -> None:
        Path("check.yaml").unlink()
        assert kaohe("batch", ".", "-o", "out", "--format", "json").code == 0
        unit("unit.yaml", unit="乙市")
        ran = kaohe("batch", ".", "-o", "out", "--format", "markdown")
        assert "outputs-older" in ran.err
        assert json.loads(Path("out/kaohe-manifest.json").read_bytes())["outputs"].keys() == {
            "乙市.自评分.md",
            "汇总.xlsx",
        }


def test_next_with_several_facts_missing_looks_at_few_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """It took six seconds: it is counted, for no clock is the same everywhere."""
    from kaohe.scoring.scorer import Scorer

    gone = ("budget_reports", "pilot_reports", "pilot_fund_use", "pilot_fund_accounts", "verified_breaches")
    lines = FULL_MARKS.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in [f"    {one}" for one in gone]]
    Path("u.yaml").write_text("\n".join(kept), encoding="utf-8")
    looked, score = [0], Scorer.scores

    def counted(*arguments: Any, **others: Any) -> Any:
        looked[0] += 1
        return score(*arguments, **others)

    monkeypatch.setattr(Scorer, "scores", counted)
    ran = kaohe("next", "u.yaml")
    assert "还有 5 项事实缺报" in ran.out + ran.err
    assert looked[0] < 5_000


def test_an_archive_of_zip_is_none_of_ours() -> None:
    with ZipFile("a.zip", "w") as archive:
        archive.writestr("a", "b")
    assert kaohe("verify", "a.zip").code == 2
