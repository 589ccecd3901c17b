"""The page of what `verify` finds and what it can't: each row that a program can try is tried, in both tables."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.stages.scored_dossier import scored
from support.command_line import CITIES, kaohe
from support.folders import TOP
from support.workbooks import FORM, LEDGER, NOTES, edited, loosened, resealed, unit

Change = Callable[[bytes], bytes]
FIRST = CITIES / "甲市.yaml"
ROWS = re.compile(r"^\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
FOUND, UNSEEN = (
    dict(ROWS.findall(part)[1:])
    for part in (TOP / "docs" / "verifying.md").read_text(encoding="utf-8").split("\n## ")[1:]
)
NO_PROGRAM = {"事实是真是假", "佐证文件的内容对不对", "打印件、PDF、截图", "封签是谁做的"}
FORGED = "事实、摘要、格子全部照着假事实重做"


@cache
def whole() -> bytes:
    return workbook_bytes(scored(unit(FIRST)), "zh")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def by(edit: Callable[[Workbook], object]) -> Change:
    return lambda content: edited(content, edit)


def cell(value: int | str, place: str = "F5") -> Change:
    return by(lambda book: _put(book, FORM, place, value))


def _put(book: Workbook, page: str, place: str, value: int | str) -> None:
    book[page][place] = value


def forged(_: bytes) -> bytes:
    """Scored by kaohe itself from a file that somebody has altered."""
    text = FIRST.read_text(encoding="utf-8")
    number = re.search(r"current: (\d+)", text)
    assert number
    altered = Path("甲市.yaml")
    altered.write_text(text.replace(number[0], f"current: {int(number[1]) + 1}", 1), encoding="utf-8")
    Path("parameters.yaml").write_bytes((CITIES / "parameters.yaml").read_bytes())
    return workbook_bytes(scored(unit(altered)), "zh")


def sheet(book: Workbook, title: str = FORM) -> Worksheet:
    found = book[title]
    assert isinstance(found, Worksheet)
    return found


def _inserted(book: Workbook) -> None:
    loosened(sheet(book, LEDGER)).insert_rows(5)
    _put(book, LEDGER, "A5", "加分")


def _chart(book: Workbook) -> None:
    chart = BarChart()
    chart.add_data(Reference(book[FORM], min_col=6, min_row=5, max_row=9))
    sheet(book).add_chart(chart, "F5")


def _white(book: Workbook) -> None:
    book[FORM]["F5"].font = Font(color="FFFFFFFF", size=1)
    book[FORM]["F6"].number_format = '"9"'


def _shaded(book: Workbook) -> None:
    rule = FormulaRule(formula=["TRUE"], font=Font(color="FFFFFFFF"))  # type: ignore[no-untyped-call]
    book[FORM].conditional_formatting.add("F5:F9", rule)


def _headed(book: Workbook) -> None:
    head, foot = sheet(book).oddHeader, sheet(book).oddFooter
    assert head is not None
    assert foot is not None
    head.left.text, foot.center.text = "已审定", "总分 400"


def _cut_for_print(book: Workbook) -> None:
    page = sheet(book)
    page.print_area, page.print_title_rows, page.page_setup.scale = "A1:C5", "5:6", 10
    page.row_breaks.append(Break(id=7))


def _filtered(book: Workbook, *, hidden: bool) -> None:
    page = sheet(book)
    page.auto_filter.ref = "A4:F46"
    page.auto_filter.add_filter_column(0, ["1.1"])
    page.row_dimensions[6].hidden = hidden


def _prompted(book: Workbook) -> None:
    check = DataValidation(type="list", formula1='"400,399"', prompt="照领导定的填", showInputMessage=True)
    check.add("F5")
    sheet(book).add_data_validation(check)


def _dressed(book: Workbook) -> None:
    page = sheet(book)
    page.merge_cells("K3:M5")
    page.freeze_panes, page.sheet_view.zoomScale, page.sheet_properties.tabColor = "A40", 10, "FF0000"
    page.protection.sheet = True


def _author(book: Workbook) -> None:
    book.properties.creator, book.properties.modified = "别人", datetime(2001, 1, 1, tzinfo=UTC).replace(tzinfo=None)


CHANGES: dict[str, Change] = {
    "改了一个得分": cell(1),
    "得分换成了公式": cell("=8+0"),
    "得分改成了看上去一样的文字": by(lambda book: book[FORM].__setitem__("F5", str(book[FORM]["F5"].value))),
    "改了条文、理由、台账里的数": by(lambda book: book[FORM].__setitem__("E5", f"{book[FORM]['E5'].value}免扣")),
    "表的下面、旁边添了字": cell("已审定，同意", place="K50"),
    "插进一行": by(_inserted),
    "删去一行": by(lambda book: loosened(book[LEDGER]).delete_rows(5)),
    "隐藏了行，或者把行高拉到看不见": by(lambda book: setattr(book[FORM].row_dimensions[6], "height", 0.5)),
    "隐藏了列，或者把列宽拉到看不见": by(lambda book: setattr(book[FORM].column_dimensions["E"], "width", 0.05)),
    "隐藏了工作表": by(lambda book: setattr(book[LEDGER], "sheet_state", "hidden")),
    "删去一张工作表": by(lambda book: book.remove(book[NOTES])),
    "筛选，藏起了几行": by(lambda book: _filtered(book, hidden=True)),
    "换了工作表的次序": by(lambda book: book.move_sheet(NOTES, -2)),
    "多出一张工作表": by(lambda book: book.create_sheet("说法")),
    "加了批注": by(lambda book: setattr(book[FORM]["F5"], "comment", Comment("领导定的", "某人"))),
    "封签里的事实改了，摘要没有改": by(
        lambda book: book["kaohe"].__setitem__("B4", str(book["kaohe"]["B4"].value).replace("1", "2", 1))
    ),
    "事实和摘要一起改了，格子没有照着改": lambda content: resealed(content, _altered_seal),
    "封签删去了": by(lambda book: book.remove(book["kaohe"])),
    "评分细则不是随附的那一份，也没有用 `--rubric` 给出": lambda content: resealed(
        content, lambda text: text.replace('"sha256":"', '"sha256":"0')
    ),
    f"{FORGED}，用 `--facts` 和原来的文件对": forged,
    f"{FORGED}（不加 `--facts`）": forged,
    "字的颜色、字号、数字格式：白字、只显示两位的格式": by(_white),
    "条件格式": by(_shaded),
    "页眉、页脚里写的字": by(_headed),
    "打印区域、打印标题、分页、缩放": by(_cut_for_print),
    "筛选的箭头和条件（没有藏起行的）": by(lambda book: _filtered(book, hidden=False)),
    "格子上的超链接": by(lambda book: setattr(book[FORM]["F5"], "hyperlink", "http://example.org/")),
    "数据验证（下拉、输入提示）": by(_prompted),
    "合并了空格子，冻结窗格、显示比例、标签颜色、保护": by(_dressed),
    "盖在格子上的图表、图片": by(_chart),
    "文件属性里的作者、时间": by(_author),
}


def _altered_seal(text: str) -> str:
    return re.sub(r'("\w+\.missing_campaigns":)\d+', r"\g<1>3", text)


def test_every_row_is_tried() -> None:
    assert CHANGES.keys() == {*FOUND, *UNSEEN} - NO_PROGRAM


@pytest.mark.parametrize(("change", "code"), FOUND.items())
def test_what_is_found(change: str, code: str) -> None:
    Path("表.xlsx").write_bytes(CHANGES[change](whole()))
    beside = ["--facts", str(FIRST)] if "`--facts`" in change else []
    ran = kaohe("verify", "表.xlsx", *beside)
    assert f"表.xlsx: {code.strip('`')} " in ran.out.replace("[警告] ", "")


@pytest.mark.parametrize("change", [one for one in UNSEEN if one not in NO_PROGRAM])
def test_what_is_not_found(change: str) -> None:
    changed = CHANGES[change](whole())
    assert changed != whole()
    Path("表.xlsx").write_bytes(changed)
    ran = kaohe("verify", "表.xlsx")
    assert (ran.code, len(ran.out.splitlines())) == (0, 1)
