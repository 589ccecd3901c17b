"""Filled workbooks: units come through unchanged, and all that is wrong in one is told with sheet and cell."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kaohe import source
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.messages.problem_words import entry_problems
from kaohe.problems import Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source.spreadsheet.book import Book
from kaohe.source.workbook_document import CellPlace, WorkbookDocument
from kaohe.stages import unit_workbooks
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.entered import named
from kaohe.submission.entry_sheets import is_scored
from kaohe.submission.reader import Values
from support import shipped
from support.command_line import kaohe
from support.entry_workbooks import EntryWorkbook, Form
from support.raw_workbooks import with_parts, workbook
from support.spoilt_entries import CORRECTED, SPOILT, Spoil, all_of, put, row_of
from support.stage_files import RUBRICS
from support.workbooks import three_stage_workbook

HERE = Path(__file__).parent
UNIT: Mapping[str, Any] = source.read(str(RUBRICS / "unit.yaml")).data
LATER = {**UNIT, "stage": "preliminary", "by": "王某", "on": None}


@pytest.fixture(scope="module")
def compiled() -> CompiledRubric:
    rubric, document = rubric_files.load(RUBRICS / "form.yaml")
    return CompiledRubric(rubric, document.sha256)


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for one in RUBRICS.glob("*.yaml"):
        shutil.copy(one, tmp_path)


def first(compiled: CompiledRubric, data: Mapping[str, Any] = UNIT) -> EntryWorkbook:
    return Form(compiled, "form.yaml").workbook(data)


def later(compiled: CompiledRubric) -> EntryWorkbook:
    return Form(compiled, "form.yaml", later=True).workbook(LATER)


def said(path: str, cases: Mapping[str, Spoil], make: Callable[[], EntryWorkbook], language: Language) -> Iterator[str]:
    for name, spoil in cases.items():
        book = make()
        spoil(book)
        Path(path).write_bytes(book.content())
        ran = kaohe("validate", path, "unit.yaml", "--lang", language)
        lines = (line for line in (ran.out + ran.err).splitlines() if path in line)
        yield from (f"# {name}", *lines, "")


@pytest.mark.usefixtures("_here")
class TestWhatIsWrong:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_all_that_is_said(
        self, compiled: CompiledRubric, language: Language, pinned: Callable[[Path, str], None]
    ) -> None:
        own = (RUBRICS / "unit.yaml").read_text(encoding="utf-8")
        Path("unit.yaml").write_text(own.replace("甲市", "乙市"), encoding="utf-8")  # else the unit were there twice
        lines = [*said("填报.xlsx", SPOILT, lambda: first(compiled), language)]
        shutil.copy(RUBRICS / "unit.yaml", "unit.yaml")
        lines += said("初评.xlsx", CORRECTED, lambda: later(compiled), language)
        pinned(HERE / "snapshots" / f"bad_workbooks.{language}.txt", "\n".join(lines))

    def test_each_kind_is_shown(self) -> None:
        """Besides what spoils a file as a whole, or an unsound one of kaohe's own."""
        text = (HERE / "snapshots" / "bad_workbooks.zh.txt").read_text(encoding="utf-8")
        elsewhere = {f"problem.{code}" for code in ELSEWHERE}
        codes = entry_problems.SENTENCES.keys() - elsewhere
        assert {code for code in codes if f" {code.removeprefix('problem.')} " not in text} == set()


ELSEWHERE = (
    "workbook-entities",
    "entry-no-workbook",
    "entry-old",
    "entry-too-large",
    "workbook-of-scores",
    "no-entry-workbook",
    "entry-macros",
    "taken-text",
    "taken-word",
    "taken-otherwise",
    "taken-serial",
    "taken-formula",
    "written-score",
    "written-score-open",
)
"""Pinned where they are tested."""


def values(compiled: CompiledRubric, book: EntryWorkbook, path: Path) -> Values:
    path.write_bytes(book.content())
    (document,) = UnitLoader("zh", {}).documents(str(path))
    return compiled.reader.read(document)


def _sorted(book: EntryWorkbook) -> None:
    """From the last row to the first one."""
    sheet = book.facts
    rows = [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows(min_row=6)]
    for number, row in enumerate(reversed(rows), 6):
        for column, (value, form) in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value, cell.number_format = value, form


def _merged(book: EntryWorkbook) -> None:
    book.facts.merge_cells(f"J{book.rows()['basics.late']}:J{book.rows()['basics.hours']}")


def _hidden(book: EntryWorkbook) -> None:
    book.facts.row_dimensions[book.rows()["basics.late"]].hidden = True
    book.facts.auto_filter.ref = "A3:M40"


def _pasted(book: EntryWorkbook) -> None:
    for row in book.facts.iter_rows(min_row=4):
        for cell in row:
            cell.font = Font(name="宋体", bold=True)


def _same_copy(book: EntryWorkbook) -> None:
    copied = book.book.copy_worksheet(book.facts)
    copied.title = "备份"
    copied["C20"].value = "注"


def _renamed(book: EntryWorkbook) -> None:
    book.facts.title = "甲市报省厅"
    book.list("uploads.sent").title = "Sheet3"


def _in_between(book: EntryWorkbook) -> None:
    book.facts.insert_rows(12)
    book.facts.insert_cols(5, 2)
    book.list("uploads.sent").insert_rows(4)
    book.list("uploads.sent").insert_cols(3)


def _head_beside_values(book: EntryWorkbook) -> None:
    """As kaohe lays it out: what to do stands where rows of facts have their numbers."""
    for row in ("unit", "year"):
        label = book.cell(row, "label")
        book.put(row, "previous", label.value)
        label.value = None
    book.put("unit", "number", "1. 只填黄色格子")
    book.facts.delete_cols(1)


TOLERATED: Mapping[str, Spoil] = {
    "nothing at all": lambda _: None,
    "rows and columns put in between": _in_between,
    "sorted rows": _sorted,
    "merged cells": _merged,
    "hidden rows and a filter": _hidden,
    "pasted formats": _pasted,
    "a copy of the sheet": _same_copy,
    "renamed sheets": _renamed,
    "a row copied as it is": lambda book: row_of(
        book.facts, book.facts.max_row + 1, [cell.value for cell in book.facts[book.rows()["basics.late"]]]
    ),
    "no ids": lambda book: book.facts.delete_cols(1),
    "no ids, and what to do beside the unit": _head_beside_values,
    "edited labels": all_of(
        put("basics.late", "label", "迟报（含漏报）"),
        put("growth.cases", "label", None),
        put("growth.funds", "number", "1.1"),
        put("items.basics", "number", None),
    ),
    "no keys": lambda book: book.facts.delete_rows(1),
    "neither": all_of(lambda book: book.facts.delete_cols(1), lambda book: book.facts.delete_rows(1)),
}


@pytest.mark.parametrize("name", TOLERATED)
def test_a_workbook_is_read_whatever_its_form(compiled: CompiledRubric, tmp_path: Path, name: str) -> None:
    shutil.copy(RUBRICS / "form.yaml", tmp_path)
    expected = values(compiled, first(compiled), tmp_path / "甲市.xlsx")
    assert expected.row == compiled.reader.read(source.read(str(RUBRICS / "unit.yaml"))).row
    book = first(compiled)
    TOLERATED[name](book)
    assert values(compiled, book, tmp_path / "甲市.xlsx") == expected


TAKEN: Mapping[str, Spoil] = {
    "numbers kept as texts": all_of(
        put("basics.late", "current", "1次"),
        put("basics.paid", "current", "88.5%"),
        put("growth.funds", "previous", "１００"),
    ),
    "words": all_of(
        put("basics.done", "current", "√"),
        put("basics.sent", "current", "2011年3月20日"),
        put("shared.accident", "current", "×"),
    ),
    "serial numbers": all_of(
        put("basics.sent", "current", 40622, "General"), put("basics.opened", "current", 2011.9, "General")
    ),
    "many": all_of(*(put(f"basics.{one}", "current", f" {value}") for one, value in {"late": 1, "hours": 39}.items())),
}


def _notices(path: Path) -> list[str]:
    (document,) = UnitLoader("zh", {}).documents(str(path))
    return [f"{one.place}: {one.message('zh')}" for one in document.remarks]


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("numbers kept as texts", "填报.xlsx: 3 格按文字存的数已读作数：指标填报!H11、H13、G18"),
        ("words", "填报.xlsx: 3 格的写法已按该填的读：指标填报!H8、H10、H15"),
        ("serial numbers", "填报.xlsx: 2 格的数已读作日期或月份：指标填报!H15、H16"),
        ("many", "填报.xlsx: 2 格按文字存的数已读作数：指标填报!H11、H12"),
    ],
)
@pytest.mark.usefixtures("_here")
def test_what_is_taken_is_said_once(compiled: CompiledRubric, name: str, notice: str) -> None:
    book = first(compiled)
    TAKEN[name](book)
    expected = compiled.reader.read(source.read(str(RUBRICS / "unit.yaml")))
    assert values(compiled, book, Path("填报.xlsx")).row == expected.row
    assert _notices(Path("填报.xlsx")) == [notice]


@pytest.mark.usefixtures("_here")
def test_what_is_refused_is_not_taken(compiled: CompiledRubric) -> None:
    book = first(compiled)
    all_of(
        TAKEN["many"],
        put("growth.cases", "current", "2.5"),
        put("growth.funds", "previous", "－１"),
        put("basics.paid", "current", "无"),
    )(book)
    Path("填报.xlsx").write_bytes(book.content())
    assert _notices(Path("填报.xlsx")) == ["填报.xlsx: 2 格按文字存的数已读作数：指标填报!H11、H12"]


@pytest.mark.usefixtures("_here")
def test_what_is_only_said_is_no_warning(compiled: CompiledRubric) -> None:
    book = first(compiled)
    TAKEN["words"](book)
    Path("填报.xlsx").write_bytes(book.content())
    ran = kaohe("validate", "填报.xlsx")
    assert ran.code == 0
    assert "[说明] taken-word" in ran.out
    assert ran.out.endswith("共 1 个文件：0 个错误，0 个警告\n")


@pytest.mark.usefixtures("_here")
def test_formulas_that_were_computed(compiled: CompiledRubric) -> None:
    book = first(compiled)
    place = book.cell("basics.late", "current").coordinate
    content = re.sub(
        rf'<c r="{place}"([^>]*)><v>1</v>'.encode(), rf'<c r="{place}"\1><f>3-2</f><v>1</v>'.encode(), _part(book)
    )
    Path("填报.xlsx").write_bytes(
        with_parts({"xl/worksheets/sheet1.xml": content, "xl/vbaProject.bin": b""}, book.content())
    )
    assert _notices(Path("填报.xlsx")) == [
        f"填报.xlsx: 1 格是公式，取它算出的值：指标填报!{place}",
        "填报.xlsx: 工作簿里有宏，没有运行，也不用它",
    ]


def _part(book: EntryWorkbook) -> bytes:
    with ZipFile(BytesIO(book.content())) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_no_more_cells_are_named_than_can_be_read() -> None:
    places = [CellPlace("指标填报" if row < 9 else "名单", row, 1) for row in range(1, 15)]
    rest = "、".join(f"A{row}" for row in range(2, 9))
    assert named(places) == f"指标填报!A1、{rest}、名单!A9、A10、A11、A12…"


def _scored(_: EntryWorkbook) -> bytes:
    return three_stage_workbook()


def _foreign(_: EntryWorkbook) -> bytes:
    return workbook(lambda sheet: sheet.append(["指标", "数"]))


BROKEN: Mapping[str, Callable[[EntryWorkbook], bytes]] = {
    "不是工作簿.xlsx": lambda _: b"rubric: form.yaml",
    "空.xlsx": lambda _: b"",
    "旧.xls": lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + b"Workbook",
    "旧.et": lambda _: bytes.fromhex("d0cf11e0a1b11ae1"),
    "加密.xlsx": lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
    "截断.xlsx": lambda book: book.content()[:-200],
    "表格.ods": lambda _: with_parts({}, _zip("content.xml")),
    "压缩炸弹.xlsx": lambda book: with_parts({"xl/worksheets/sheet1.xml": b" " * 300_000_000}, book.content()),
    "实体炸弹.xlsx": lambda book: with_parts(
        {"xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'}, book.content()
    ),
    "别的表.xlsx": _foreign,
    "评分.xlsx": _scored,
}


def _zip(name: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, b"")
    return file.getvalue()


@pytest.mark.usefixtures("_here")
class TestWholeFiles:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_one_sentence_each(
        self, compiled: CompiledRubric, language: Language, pinned: Callable[[Path, str], None]
    ) -> None:
        lines = []
        for name, make in BROKEN.items():
            Path(name).write_bytes(make(first(compiled)))
            ran = kaohe("score", name, "--lang", language)
            assert (ran.code, ran.out) == (1, "")
            lines += ran.err.splitlines()
        assert len(lines) == len(BROKEN)
        pinned(HERE / "snapshots" / f"broken_workbooks.{language}.txt", "\n".join([*lines, ""]))

    def test_a_file_that_is_too_large(self, monkeypatch: pytest.MonkeyPatch, compiled: CompiledRubric) -> None:
        monkeypatch.setattr(unit_workbooks, "LARGEST_FILE", 1000)
        Path("填报.xlsx").write_bytes(first(compiled).content())
        with pytest.raises(Problems) as found:
            UnitLoader("zh", {}).documents("填报.xlsx")
        assert [one.message("zh") for one in found.value.problems] == [
            "这个工作簿太大，不是一个单位的填报表；把填的内容复制到空白的填报表里再交"
        ]

    def test_locks_are_nothing(self) -> None:
        Path("~$填报.xlsx").write_bytes(b"lock")
        assert UnitLoader("zh", {}).documents("~$填报.xlsx") == []

    def test_a_workbook_and_a_file_of_one_unit(self, compiled: CompiledRubric) -> None:
        Path("填报.xlsx").write_bytes(first(compiled).content())
        ran = kaohe("score", "填报.xlsx", "unit.yaml")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines() == [
            "填报.xlsx:指标填报!H4: unit-twice “甲市”（自评分）不止一个文件，另见：unit.yaml；请只留一个",
            "unit.yaml:2:7: unit-twice “甲市”（自评分）不止一个文件，另见：填报.xlsx；请只留一个",
        ]

    def test_a_rubric_that_is_shipped_and_was_elsewhere(self) -> None:
        about = {"rubric": "../细则/jiangsu.yaml"}
        book = Form(shipped.compiled(), shipped.NAME, about=about).workbook({"unit": "甲市", "year": 2011})
        Path("填报.xlsx").write_bytes(book.content())
        (document,) = UnitLoader("zh", {}).documents("填报.xlsx")
        assert document.data == {
            "rubric": shipped.NAME,
            "unit": "甲市",
            "year": 2011,
            "stage": "self",
            "indicators": {},
        }


def test_points_that_stand_in_a_workbook(compiled: CompiledRubric, tmp_path: Path) -> None:
    """Those of items by the items, those of the whole by nothing; no other cells that are named."""
    shutil.copy(RUBRICS / "form.yaml", tmp_path)
    made = first(compiled)
    page = made.book.create_sheet("考核表")
    for row, name in enumerate(("kaohe_score_basics", "kaohe_total", "kaohe_other"), 1):
        page.cell(row, 1).value = row
        made.book.defined_names[name] = DefinedName(name, attr_text=f"考核表!$A${row}")
    (tmp_path / "甲市.xlsx").write_bytes(made.content())
    (document,) = UnitLoader("zh", {}).documents(str(tmp_path / "甲市.xlsx"))
    assert isinstance(document, WorkbookDocument)
    found = {item: (one.place.row, str(one.points)) for item, one in document.scores.items()}
    assert found == {"basics": (1, "1"), "": (2, "2")}


@pytest.mark.parametrize(
    ("creator", "title", "about", "scored"),
    [
        ("kaohe", "考核表", "", True),
        ("kaohe", "kaohe", "facts", True),
        ("某某", "kaohe", "facts", True),
        ("某某", "考核表", "", False),
        ("kaohe", "kaohe", "format", False),
        ("kaohe", "填报", "kaohe-entry-1", False),
    ],
)
def test_a_workbook_of_scores_by_its_seal_or_its_maker(creator: str, title: str, about: str, scored: object) -> None:
    """Who saves it under another name, or takes the hidden sheet out, makes no entries of it."""

    def fill(sheet: Worksheet) -> None:
        sheet.title = title
        sheet["A1"] = about
        assert sheet.parent is not None
        sheet.parent.properties.creator = creator

    assert is_scored(Book(workbook(fill))) is scored
