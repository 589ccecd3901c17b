"""A stage closed and verified: what lies in its archive, what keeps it from being closed, all that can be altered."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import load_workbook

from kaohe.audit import archive as unpacking
from kaohe.cli.commands import close as closing
from kaohe.library import rubric_files
from kaohe.render.files.manifest import NAME
from support.command_line import FULL_MARKS, SHIPPED, Ran, kaohe
from support.stage_files import RUBRICS, replaced
from support.workbooks import edited

HEAD = "rubric: form.yaml\nunit: {unit}\nyear: 2011\nstage: final\nby: 省厅王某\non: 2012-01-12\n"
SMALL = """\
kaohe: 1
id: small
title: 小表
points: 4
rounding: {places: 2}
stages: {self: 自评分}
sections:
  - id: one
    title: 一
    points: 4
    items:
      - id: late
        title: 报送
        points: 4
        target: 及时
        method: 每次扣2分
        indicators: {late: {label: 迟报, kind: count}}
        rules: [{type: deductions, clause: 每次扣2分, points: 4, deductions: [{count: late, each: 2}]}]
"""
Members = dict[str, bytes]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def province(*, late: int = 1) -> None:
    """Two units and the form, each with its final file."""
    Path("units").mkdir(exist_ok=True)
    for name in ("form.yaml", "parameters.yaml"):
        Path("units", name).write_bytes((RUBRICS / name).read_bytes())
    for unit in ("甲市", "乙市"):
        text = replaced((RUBRICS / "unit.yaml").read_text(encoding="utf-8"), [("甲市", unit)])
        Path(f"units/{unit}.yaml").write_text(text, encoding="utf-8")
        changes = "changes: {basics: {late: {old: 1, new: 2, reason: 漏报}}}\n" if unit == "甲市" else ""
        Path(f"units/{unit}.审定.yaml").write_text(HEAD.format(unit=unit) + changes, encoding="utf-8")
    if late != 1:
        path = Path("units/乙市.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("late: 1", f"late: {late}"), encoding="utf-8")


def close(*arguments: str, code: int = 0) -> Ran:
    ran = kaohe("close", "units", "-o", "2011.zip", *arguments)
    assert ran.code == code, ran.err
    return ran


def verify(*arguments: str, code: int = 0) -> Ran:
    ran = kaohe("verify", *(arguments or ["2011.zip"]))
    assert ran.code == code, ran.out + ran.err
    return ran


def members(path: str = "2011.zip") -> Members:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(change: Callable[[Members], object], *, sealed: bool = False) -> None:
    """The archive with other members; `sealed` gives the manifest their hashes."""
    found = members()
    change(found)
    if sealed:
        manifest = json.loads(found[NAME])
        for part in ("parameters", "inputs", "outputs"):
            manifest[part] = {name: sha256(found[name]).hexdigest() for name in manifest[part] if name in found}
        found[NAME] = json.dumps(manifest).encode()
    with ZipFile("2011.zip", "w", ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)


def swapped(name: str, old: str, new: str) -> Callable[[Members], object]:
    def change(found: Members) -> None:
        assert old.encode() in found[name]
        found[name] = found[name].replace(old.encode(), new.encode())

    return change


DOUBTED = (
    SMALL.replace("kind: count", "kind: percent")
    .replace(
        "type: deductions, clause: 每次扣2分, points: 4, deductions: [{count: late, each: 2}]",
        "type: all_or_nothing, clause: 每次扣2分, points: 4, requires: late >= 90%",
    )
    .replace("每次扣2分", "九成以上得4分")
)


class TestClosing:
    def test_what_is_doubted_is_closed_and_verified(self) -> None:
        """A doubt names a file, which lies elsewhere where the archive is scored anew."""
        Path("units").mkdir()
        Path("units/form.yaml").write_text(DOUBTED, encoding="utf-8")
        facts = "rubric: form.yaml\nunit: 甲市\nyear: 2011\nindicators: {late: {late: 120%}}\n"
        Path("units/甲市.yaml").write_text(facts, encoding="utf-8")
        close()
        assert "<li>甲市.yaml:4:" in members()["outputs/报告.html"].decode()
        verify()

    def test_what_lies_in_it(self) -> None:
        province()
        ran = close("--stage", "审定")
        digest = sha256(Path("2011.zip").read_bytes()).hexdigest()
        assert ran.err == (
            f"已写入 2011.zip\n工作考核表（省厅审定考核分）已归档：6 个报送和细则文件，7 个结果；SHA-256 {digest}\n"
        )
        found = members()
        assert sorted(found) == [
            "inputs/form.yaml",
            "inputs/parameters.yaml",
            "inputs/乙市.yaml",
            "inputs/乙市.审定.yaml",
            "inputs/甲市.yaml",
            "inputs/甲市.审定.yaml",
            NAME,
            "outputs/evidence.json",
            "outputs/scores.json",
            "outputs/乙市.省厅审定考核分.xlsx",
            "outputs/报告.html",
            "outputs/汇总.省厅审定考核分.xlsx",
            "outputs/汇总.自评分.xlsx",
            "outputs/甲市.省厅审定考核分.xlsx",
        ]
        manifest = json.loads(found[NAME])
        hashes = {**manifest["parameters"], **manifest["inputs"], **manifest["outputs"]}
        assert (list(manifest["parameters"]), manifest["rubric"]["id"]) == (["inputs/parameters.yaml"], "stages")
        assert hashes == {name: sha256(found[name]).hexdigest() for name in found if name != NAME}
        assert manifest["closing"]["rubrics"] == {"form.yaml": "inputs/form.yaml"}
        scores = json.loads(found["outputs/scores.json"])
        assert float(scores["甲市"]["final"][""]) == float(scores["乙市"]["final"][""]) - 2

    def test_the_same_files_give_the_same_bytes(self) -> None:
        province()
        close()
        first = Path("2011.zip").read_bytes()
        close()
        assert Path("2011.zip").read_bytes() == first

    def test_another_archive_is_not_replaced(self) -> None:
        province()
        close()
        before = Path("2011.zip").read_bytes()
        province(late=2)
        assert close(code=2).err.splitlines()[-1] == "2011.zip 已有，内容不同，不覆盖；换个名字，或先移走"
        assert Path("2011.zip").read_bytes() == before

    def test_a_faulty_file(self) -> None:
        province()
        Path("units/乙市.审定.yaml").write_text(
            "stage: final\nunit: 乙市\nrubric: form.yaml\nchanges: 5\n", encoding="utf-8"
        )
        ran = close(code=1)
        assert "units/乙市.审定.yaml:4:10: mapping-expected" in ran.err
        assert ran.err.endswith("没有归档：1 个文件有问题，先改好\n")
        assert not Path("2011.zip").exists()

    def test_units_that_are_not_there_yet_or_open(self) -> None:
        province()
        Path("units/乙市.审定.yaml").unlink()
        assert close(code=1).err == (
            "units/乙市.yaml: stage-not-reached “乙市”到自评分为止，还没有省厅审定考核分；补上它的文件\n"
        )
        assert close("--stage", "自评分", code=1).err == (
            "units/甲市.审定.yaml: stage-beyond “甲市”已有省厅审定考核分，在自评分之后；定稿省厅审定考核分，"
            "或先把后面的文件移走\n"
        )
        Path("units/甲市.审定.yaml").unlink()
        path = Path("units/甲市.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("late: 1, ", ""), encoding="utf-8")
        assert close("--stage", "self", code=1).err == (
            "units/甲市.yaml: stage-open “甲市”自评分未定（缺报 1 项），不能定稿；补齐事实，或在 judgements 里评定\n"
        )

    def test_results_that_somebody_has_worked_on(self) -> None:
        province()
        assert kaohe("batch", "units", "-o", "结果").code == 0
        close("--outputs", "结果")
        path = Path("结果/甲市.省厅审定考核分.xlsx")
        path.write_bytes(edited(path.read_bytes(), lambda book: book["考核表"].__setitem__("F5", 9)))
        Path("2011.zip").unlink()
        assert close("--outputs", "结果", code=1).err == (
            f"{path}: close-output-differs 和现在这些文件算出来的不同：有人改过、另存过，或是按先前的文件写的；"
            "确认以后重新 batch，或移走\n"
        )

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["close", "units", "-o", "a.tar"], "写成什么看后缀：“a.tar”的后缀应是 .zip\n"),
            (
                ["close", "units", "-o", "a.zip", "--stage", "初审"],
                "没有“初审”这个阶段，可用：self（自评分）, preliminary（省厅初评分）, final（省厅审定考核分）\n",
            ),
            (["close", "不在", "-o", "a.zip"], "没有这个文件或文件夹：不在"),
            (["close", "units", "-o", "a.zip", "--outputs", "不在"], "没有这个文件或文件夹：不在"),
            (["close", "units", "-o", "不在/a.zip"], "不在"),
            (["close", "units/form.yaml", "-o", "a.zip"], "units/form.yaml"),
            (["verify", "units"], "文件夹要和一个归档一起给，如 kaohe verify 2011.zip 文件夹\n"),
        ],
    )
    def test_what_can_not_be_asked_for(self, arguments: list[str], sentence: str) -> None:
        province()
        ran = kaohe(*arguments)
        assert (ran.code, sentence in ran.err) == (2, True), ran.err

    def test_evidence_is_kept_if_asked_for(self) -> None:
        province()
        with Path("units/甲市.yaml").open("a", encoding="utf-8") as file:
            file.write("evidence: {basics: [附件/台账.txt]}\n")
        assert "close-evidence-missing" in close("--with-evidence", code=1).err
        Path("units/附件").mkdir()
        Path("units/附件/台账.txt").write_text("台账", encoding="utf-8")
        close("--with-evidence")
        assert members()["inputs/附件/台账.txt"] == "台账".encode()
        verify()
        Path("2011.zip").unlink()
        close()
        assert "inputs/附件/台账.txt" not in members()
        assert json.loads(members()["outputs/evidence.json"])["甲市"]["files"][0]["file"] == "附件/台账.txt"
        verify()
        Path("2011.zip").unlink()
        text = Path("units/甲市.yaml").read_text(encoding="utf-8").replace("附件/台账.txt", "../外.txt")
        Path("units/甲市.yaml").write_text(text, encoding="utf-8")
        Path("外.txt").write_text("外", encoding="utf-8")
        assert "close-evidence-outside" in close("--with-evidence", code=1).err

    def test_a_name_that_other_systems_do_not_take(self) -> None:
        """An archive with it could not be verified there, nor here, for none knows where it will be."""
        province()
        Path("units/甲市.yaml").rename("units/con.yaml")
        rubric = Path("units/form.yaml").rename("form .yaml")
        for path in Path("units").glob("*.yaml"):
            path.write_text(path.read_text(encoding="utf-8").replace("form.yaml", f"../{rubric}"), encoding="utf-8")
        ran = close(code=1)
        said = "close-name 这个文件名不是每个系统都能有"
        assert [line.partition("（")[0] for line in ran.err.splitlines()] == [f"units/con.yaml: {said}"]
        assert not Path("2011.zip").exists()

    def test_names_that_other_systems_take_for_one(self) -> None:
        province()
        with Path("units/甲市.yaml").open("a", encoding="utf-8") as file:
            file.write("evidence: {basics: [a.txt, A.txt]}\n")
        for name in ("a.txt", "A.txt"):
            Path("units", name).write_text(name, encoding="utf-8")
        assert close("--with-evidence", code=1).err == (
            "units/A.txt: close-alike 这个文件和 units/a.txt 的名称只差大小写（或写法），"
            "在 Windows 上是同一个文件，归档解开后只剩一个；改名以后再归档\n"
        )
        assert not Path("2011.zip").exists()

    def test_a_table_of_units(self) -> None:
        Path("form.yaml").write_text(SMALL, encoding="utf-8")
        lines = ["rubric,unit,late.late", "form.yaml,甲市,0", "form.yaml,乙市,1"]
        Path("各市.csv").write_text("\n".join(lines), encoding="utf-8")
        ran = kaohe("close", "各市.csv", "--stage", "self", "-o", "2011.zip")
        assert ran.code == 0, ran.err
        found = json.loads(members()[NAME])
        assert (found["closing"]["folder"], sorted(found["inputs"])) == (
            "inputs/各市.csv",
            ["inputs/form.yaml", "inputs/各市.csv"],
        )
        verify()

    def test_rubric_and_parameters_from_elsewhere(self) -> None:
        province()
        Path("细则").mkdir()
        Path("units/form.yaml").rename("细则/form.yaml")
        Path("units/parameters.yaml").rename("细则/参数.yaml")
        path = Path("细则/参数.yaml")
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        for one in Path("units").iterdir():
            one.write_text(one.read_text(encoding="utf-8").replace("form.yaml", "../细则/form.yaml"), encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace("rubric: form", "rubric: form"), encoding="utf-8")
        close("--parameters", "细则/参数.yaml")
        found = json.loads(members()[NAME])
        names = ("form.yaml", "../细则/form.yaml")  # the one is that of the file of parameters
        assert found["closing"]["rubrics"] == dict.fromkeys(names, "rubrics/form.yaml")
        assert found["closing"]["parameters"] == "parameters/参数.yaml"
        Path("细则/form.yaml").unlink()
        verify()


class TestVerifying:
    @pytest.fixture(autouse=True)
    def _closed(self, _here: None) -> None:
        province()
        close()

    def test_all_is_well(self) -> None:
        digest = sha256(Path("2011.zip").read_bytes()).hexdigest()
        found = members()
        assert verify().out == (
            f"2011.zip: 工作考核表（省厅审定考核分）：{len(found) - 1} 个文件的摘要相符；"
            f"2 个单位重新打分，32 个得分全部一致\n2011.zip: SHA-256：{digest}\n"
        )
        (one,) = json.loads(verify("2011.zip", "--format", "json").out)["files"]
        assert (one["state"], one["units"], one["scores"], one["sha256"]) == ("sound", 2, 32, digest)
        assert one["problems"] == []

    def test_a_changed_input_is_named_with_all_that_it_changes(self) -> None:
        rewritten(swapped("inputs/甲市.审定.yaml", "new: 2", "new: 0"))
        lines = verify(code=1).out.splitlines()
        assert lines[0].startswith("2011.zip: archive-changed 归档里的“inputs/甲市.审定.yaml”改过：SHA-256 应为 ")
        assert [line.split()[1] for line in lines if "archive-score" in line] == ["archive-score"] * 3
        rewritten(lambda _: None, sealed=True)
        again = verify(code=1).out
        assert "archive-changed" not in again
        assert "archive-score 甲市 省厅审定考核分 1.1：归档里是 13，重新打分是 17\n" in again, again
        assert "2011.zip/outputs/甲市.省厅审定考核分.xlsx: archive-sealed 封存的内容不是归档里的文件算出来的" in again
        assert "2011.zip/outputs/汇总.省厅审定考核分.xlsx: archive-sealed" in again
        assert "2011.zip: archive-output 归档里的“outputs/报告.html”不是归档里的文件算出来的\n" in again

    def test_a_changed_workbook_is_named_by_its_cell(self) -> None:
        name = "outputs/甲市.省厅审定考核分.xlsx"

        def change(found: Members) -> None:
            found[name] = edited(found[name], lambda book: book["考核表"].__setitem__("F5", 99))

        rewritten(change, sealed=True)
        (line,) = verify(code=1).out.splitlines()
        assert line.startswith(f"2011.zip/{name}: score-changed 考核表!F5 1.2 增长（自评分）：表中是 99，")

    def test_missing_added_and_broken_members(self) -> None:
        def change(found: Members) -> None:
            del found["outputs/报告.html"]
            found["outputs/另一份.xlsx"] = b""

        rewritten(change)
        assert verify(code=1).out.splitlines() == [
            "2011.zip: archive-missing 清单里的“outputs/报告.html”归档里没有",
            "2011.zip: archive-extra 归档里的“outputs/另一份.xlsx”不在清单上，是后来放进去的",
        ]
        rewritten(lambda found: found.pop("inputs/甲市.yaml"))
        assert "2011.zip: archive-not-scored 归档里的文件不全或打不了分，没有重新打分\n" in verify(code=1).out

    def test_a_file_that_no_stage_gives_and_scores_that_are_gone(self) -> None:
        def change(found: Members) -> None:
            manifest = json.loads(found[NAME])
            manifest["outputs"]["outputs/多.txt"] = sha256(b"x").hexdigest()
            found[NAME], found["outputs/多.txt"] = json.dumps(manifest).encode(), b"x"
            found["outputs/scores.json"] = b"[]"

        rewritten(change, sealed=True)
        assert verify(code=1).out.splitlines() == [
            "2011.zip: archive-no-scores 归档里的得分 outputs/scores.json 没有或读不懂，无法对照",
            "2011.zip: archive-output-more 归档里的“outputs/多.txt”不是这一阶段该有的文件",
        ]

    def test_years_later_with_another_kaohe(self) -> None:
        with patch.object(closing, "__version__", "0.0.1"):
            Path("2011.zip").unlink()
            close()
        assert verify().out.splitlines()[0] == "2011.zip: [警告] other-version 由 kaohe 0.0.1 写成，现在用 0.1.0 重算"

    def test_the_rubric_that_is_shipped_now_is_not_asked(self) -> None:
        """Files that name a rubric by its id are scored by the one in the archive."""
        for path in Path("units").iterdir():
            path.unlink()
        Path("2011.zip").unlink()
        Path("units/示例市.yaml").write_bytes(FULL_MARKS.read_bytes())
        close("--stage", "self")
        assert json.loads(members()[NAME])["closing"]["rubrics"] == {SHIPPED: f"rubrics/{SHIPPED}.yaml"}
        changed = Path("细则.yaml").resolve()
        shipped = rubric_files.shipped()[SHIPPED].read_text(encoding="utf-8")
        changed.write_text(shipped.replace("title: 扩面征缴工作", "title: 扩面工作"), encoding="utf-8")
        with patch.object(rubric_files, "shipped", lambda: {SHIPPED: changed}):
            assert kaohe("score", "units/示例市.yaml").out.count("扩面工作") == 1
            verify()

    def test_the_folder_beside_it(self) -> None:
        assert verify("2011.zip", "units").code == 0
        Path("units/甲市.yaml").write_bytes(Path("units/甲市.yaml").read_bytes() + b"\n")
        Path("units/乙市.审定.yaml").unlink()
        Path("units/丙市.yaml").write_text("unit: 丙市\n", encoding="utf-8")
        lines = verify("2011.zip", "units", code=1).out.splitlines()
        assert lines[3].endswith("32 个得分全部一致")
        assert lines[:3] == [
            "units/丙市.yaml: closed-new 归档以后新增，不在归档里",
            "units/乙市.审定.yaml: closed-missing 归档里有，文件夹里没有了",
            "units/甲市.yaml: closed-changed 归档以后改过",
        ]
        for path in Path("units").iterdir():
            path.unlink()
        assert verify("2011.zip", "units", code=1).out.count("closed-missing") == 6


class TestWhatIsNotUnpacked:
    @pytest.mark.parametrize(
        "name",
        [
            *("../外.txt", "/外.txt", "a/../../外.txt", "C:\\外.txt", "a\\..\\外.txt", "外\n.txt"),
            *("CON", "in/nul.yaml", "com1 .txt/x", "a. ", "a./b", "甲:$DATA", "a/./b", "a//b", "甲" * 86),
        ],
    )
    def test_paths_that_lead_out(self, name: str) -> None:
        with ZipFile("a.zip", "w") as archive:
            archive.writestr(ZipInfo(name), b"x")
        ran = verify("a.zip", code=2)
        assert "archive-leads-out 归档里的“" in ran.out
        assert not Path("../外.txt").exists()

    def test_a_name_below_what_is_a_file(self) -> None:
        province()
        close()
        name = "inputs/甲市.yaml/x"

        def change(found: Members) -> None:
            manifest = json.loads(found[NAME])
            found[name], manifest["inputs"][name] = b"x", sha256(b"x").hexdigest()
            found[NAME] = json.dumps(manifest).encode()

        rewritten(change)
        assert f"archive-member-broken 归档里的“{name}”损坏" in verify(code=1).out

    @pytest.mark.parametrize("key", ["folder", "parameters", "inputs", "outputs", "rubrics"])
    def test_paths_of_the_manifest_that_lead_out(self, key: str) -> None:
        province()
        close()

        def change(found: Members) -> None:
            manifest = json.loads(found[NAME])
            part = manifest if key in manifest else manifest["closing"]
            part[key] = {**part[key], "../外": "../外"} if isinstance(part[key], dict) else "../外"
            found[NAME] = json.dumps(manifest).encode()

        rewritten(change)
        assert verify(code=2).out == (
            "2011.zip: archive-leads-out 归档里的“../外”通向归档之外，或不是每个系统都能有的文件名，没有解压；"
            "kaohe 不会写出这样的归档\n"
        )

    def test_a_bomb(self) -> None:
        with ZipFile("a.zip", "w", ZIP_DEFLATED) as archive:
            archive.writestr("0", bytes(65 * 2**20))
        assert verify("a.zip", code=2).out == (
            "a.zip: archive-too-large 这个归档有 1 个文件，解压后 65 MB，不像 kaohe 写的归档，没有解压\n"
        )
        with ZipFile("a.zip", "w") as archive:
            for number in range(20):
                archive.writestr(str(number), b"")
        with patch.object(unpacking, "MOST", 10):
            assert "archive-too-large" in verify("a.zip", code=2).out

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_a_name_twice(self) -> None:
        with ZipFile("a.zip", "w") as archive:
            archive.writestr("a", b"")
            archive.writestr("a", b"")
        assert verify("a.zip", code=2).out == "a.zip: archive-twice 归档里有两个“a”，没有解压\n"

    def test_two_names_that_other_systems_take_for_one(self) -> None:
        with ZipFile("a.zip", "w") as archive:
            archive.writestr("a", b"")
            archive.writestr("A", b"")
        assert verify("a.zip", code=2).out == (
            "a.zip: archive-alike 归档里的“a”和“A”在 Windows 上是同一个文件，没有解压；kaohe 不会写出这样的归档\n"
        )

    def test_what_is_no_archive(self) -> None:
        Path("a.zip").write_text("不是", encoding="utf-8")
        assert verify("a.zip", code=2).out == "a.zip: archive-broken 这个归档已损坏或不完整，打不开；换一份完好的\n"
        with ZipFile("a.zip", "w") as archive:
            archive.writestr("a", b"")
        assert verify("a.zip", code=2).out == (
            f"a.zip: archive-no-manifest 归档里没有清单 {NAME}，不是 kaohe close 写的归档\n"
        )

    @pytest.mark.parametrize("text", ["{", "[]", "{}", '{"format": 9}', '{"format": 1, "inputs": 5}', '{"format":1}'])
    def test_a_manifest_that_can_not_be_understood(self, text: str) -> None:
        with ZipFile("a.zip", "w") as archive:
            archive.writestr(NAME, text)
        assert verify("a.zip", code=2).out == (
            f"a.zip: archive-manifest 归档的清单 {NAME} 读不懂：被改过，或是别的版本写的\n"
        )

    def test_a_manifest_of_numbers(self) -> None:
        province()
        close()
        rewritten(lambda found: found.__setitem__(NAME, found[NAME].replace(b'"final"', b"5")))
        assert "archive-manifest" in verify(code=2).out

    def test_a_broken_member(self) -> None:
        province()
        close()
        content = bytearray(Path("2011.zip").read_bytes())
        with ZipFile(BytesIO(bytes(content))) as archive:
            entry = archive.getinfo("outputs/报告.html")
        content[entry.header_offset + 200] ^= 255
        Path("2011.zip").write_bytes(content)
        assert (
            verify(code=1).out == "2011.zip: archive-member-broken 归档里的“outputs/报告.html”损坏或加了密，读不出来\n"
        )


def test_the_names_of_an_archive_are_read_everywhere() -> None:
    province()
    close("--lang", "en")
    with ZipFile("2011.zip") as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.create_system for one in archive.infolist()} == {0}
    assert "outputs/report.html" in members()
    assert load_workbook(BytesIO(members()["outputs/summary.省厅审定考核分.xlsx"])).sheetnames[:2] == [
        "At a glance",
        "Ranking",
    ]
    assert zipfile.is_zipfile("2011.zip")
    verify()
