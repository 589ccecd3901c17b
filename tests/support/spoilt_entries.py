"""What people do to a workbook of entries: each case a change of a sound one, by name."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from support.entry_workbooks import FACTS, EntryWorkbook

Spoil = Callable[[EntryWorkbook], object]


def put(row: str, key: str, value: Any, form: str = "") -> Spoil:
    return lambda book: book.put(row, key, value, form)


def all_of(*several: Spoil) -> Spoil:
    return lambda book: [one(book) for one in several]


def row_of(sheet: Worksheet, row: int, values: list[Any]) -> None:
    for column, value in enumerate(values, 1):
        sheet.cell(row, column).value = value


def _append(book: EntryWorkbook, row: str, key: str, value: Any, *, marked: bool) -> None:
    """A row at the end, with the label of another and without its id where it is not `marked`."""
    sheet = book.facts
    old, new = book.rows()[row], sheet.max_row + 1
    for column in range(1 if marked else 2, sheet.max_column + 1):
        sheet.cell(new, column).value = sheet.cell(old, column).value
    sheet.cell(new, book.columns.index(key) + 1).value = value


def _copy_sheet(title: str, value: Any) -> Spoil:
    def spoil(book: EntryWorkbook) -> None:
        copied = book.book.copy_worksheet(book.facts)
        copied.title = title
        copied[book.cell("basics.late", "current").coordinate].value = value

    return spoil


def _copy_column(late: int) -> Spoil:
    def spoil(book: EntryWorkbook) -> None:
        sheet, own, copy = book.facts, book.columns.index("current") + 1, len(book.columns) + 1
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, copy).value = sheet.cell(row, own).value
        sheet.cell(book.rows()["basics.late"], copy).value = late

    return spoil


def _labelled(book: EntryWorkbook) -> None:
    """Two rows without ids that are called alike."""
    _append(book, "basics.late", "current", 3, marked=False)
    for row in (book.rows()["basics.late"], book.facts.max_row):
        book.facts.cell(row, 1).value = None


def _member(fact: str, *rows: list[Any]) -> Spoil:
    def spoil(book: EntryWorkbook) -> None:
        sheet = book.list(fact)
        sheet.delete_rows(3, 10)
        for number, values in enumerate(rows, 3):
            row_of(sheet, number, [None, *values])

    return spoil


def _shifted(fact: str, column: int) -> Spoil:
    """Cells put in beside the members, from the headings down, as where the hidden row is not selected."""

    def spoil(book: EntryWorkbook) -> None:
        sheet = book.list(fact)
        stop = get_column_letter(sheet.max_column)
        sheet.move_range(f"{get_column_letter(column)}2:{stop}{sheet.max_row}", cols=1)

    return spoil


def _without_column(key: str) -> Spoil:
    return lambda book: book.facts.delete_cols(book.columns.index(key) + 1)


def _beside(book: EntryWorkbook) -> None:
    book.facts.cell(book.rows()["basics.late"], len(book.columns) + 2).value = "问过王科长"
    book.list("uploads.sent").cell(3, 9).value = "待核"


def _own_sheet(book: EntryWorkbook) -> None:
    book.book.create_sheet("我的计算").append([1, 2])


def _about(key: str, value: Any) -> Spoil:
    def spoil(book: EntryWorkbook) -> None:
        sheet = book.sheet("kaohe")
        for row in sheet.iter_rows():
            if row[0].value == key:
                row[1].value = value

    return spoil


def _remove(title: str) -> Spoil:
    return lambda book: book.book.remove(book.sheet(title))


def _bare(book: EntryWorkbook) -> None:
    """Neither ids nor keys nor headings."""
    sheet = book.facts
    sheet.delete_rows(1, 3)
    sheet.delete_cols(1)


def _swapped(one: str, other: str) -> Spoil:
    """As sorting does without the hidden column."""

    def spoil(book: EntryWorkbook) -> None:
        rows = [book.facts[book.rows()[row]][1:] for row in (one, other)]
        for first, second in zip(*rows, strict=True):
            first.value, second.value = second.value, first.value

    return spoil


SPOILT: Mapping[str, Spoil] = {
    "words where a number is wanted": all_of(
        put("basics.late", "current", "无"), put("place.output", "current", "—"), put("whole.extra", "current", "若干")
    ),
    "numbers that are none": all_of(
        put("basics.late", "current", "两次"),
        put("growth.cases", "current", "1O"),
        put("basics.hours", "current", True),
    ),
    "counts below zero, in parts, with another unit": all_of(
        put("basics.late", "current", -1), put("growth.cases", "current", 2.5), put("place.output", "current", "3万元")
    ),
    "errors": all_of(put("basics.late", "current", "#REF!"), put("growth.funds", "previous", "#DIV/0!")),
    "formulas that nothing has computed": all_of(
        put("basics.late", "current", "=1+1"), put("basics.done", "current", "=TRUE()")
    ),
    "a formula over another workbook": put("basics.late", "current", "=[1]Sheet1!$A$1"),
    "percents without a sign": all_of(
        put("basics.paid", "current", 86.5, "General"), put("parameters.average", "current", "0.9")
    ),
    "a share without its format": put("basics.paid", "current", 0.865, "0.000"),
    "a percent of a hundred times as much": all_of(
        put("basics.paid", "current", 86.5, "0.00%"), put("parameters.average", "current", "1000.1%")
    ),
    "a percent that may be": all_of(
        put("basics.paid", "current", 10, "0.00%"), put("parameters.average", "current", "约90%")
    ),
    "a percent for a number": put("basics.hours", "current", 0.5, "0%"),
    "a date for a number": all_of(
        put("basics.late", "current", date(2026, 3, 1)), put("basics.paid", "current", 46082.5, "m-d h:mm")
    ),
    "dates that are none": all_of(
        put("basics.sent", "current", "三月"), put("basics.opened", "current", 2011.1, "General")
    ),
    "numbers that are no dates": all_of(
        put("basics.sent", "current", 5, "General"), put("basics.opened", "current", 201103, "General")
    ),
    "flags and choices that are none": all_of(
        put("basics.done", "current", "大概"),
        put("basics.grade", "current", "中"),
        put("shared.accident", "current", 1),
    ),
    "not applicable and a value": put("growth.passed.part", "state", "不适用"),
    "not applicable where it must be": all_of(
        put("basics.late", "current", "不适用"),
        put("basics.done", "current", None),
        put("basics.done", "state", "不适用"),
    ),
    "a state that is none": put("growth.passed.part", "state", "没有"),
    "values out of place": all_of(
        put("basics.late", "previous", 3), put("uploads.sent", "previous", 1), put("unit", "previous", "甲市")
    ),
    "a list told in one cell": put("uploads.spoiled", "current", "一县、二县"),
    "none, and yet members": put("uploads.sent", "current", "无"),
    "not applicable, and yet members": put("uploads.sent", "state", "不适用"),
    "members without names, and twice": _member(
        "uploads.sent", ["一县", 1, 2], [None, 3, 4], ["一县", 1, 2], ["三县", "无", 5]
    ),
    "a unit and a year that are none": all_of(put("unit", "current", " "), put("year", "current", "去年")),
    "rows that are copied, with other values": lambda book: _append(book, "basics.late", "current", 3, marked=True),
    "rows that are about nothing": lambda book: row_of(
        book.facts, book.facts.max_row + 1, ["basics.later", "1.1", "更迟", None, None, None, None, None, 3]
    ),
    "rows without an id and a label": lambda book: book.facts.append([None, None, None, None, None, None, None, 5]),
    "two rows without ids, called alike": _labelled,
    "rows sorted without their ids": all_of(
        _swapped("basics.late", "growth.cases"), _swapped("items.basics", "items.growth"), _swapped("unit", "year")
    ),
    "rows sorted in an older workbook": all_of(_swapped("basics.late", "growth.cases"), _about("sha256", "0" * 64)),
    "a copied sheet that differs": _copy_sheet("填报 (2)", 9),
    "a copied column that differs": _copy_column(9),
    "a copied column": _copy_column(1),
    "a column that is gone": _without_column("current"),
    "cells beside the columns, and a sheet of one's own": all_of(_beside, _own_sheet),
    "cells put in under the hidden keys of lists": all_of(_shifted("uploads.sent", 2), _shifted("uploads.spoiled", 3)),
    "a list's heading in other words, and a column that is gone": all_of(
        lambda book: row_of(book.list("uploads.sent"), 2, [None, "县名"]),
        lambda book: book.list("uploads.spoiled").delete_cols(3),
    ),
    "a row that is gone": lambda book: book.facts.delete_rows(book.rows()["basics.late"]),
    "the hidden sheet is gone": _remove("kaohe"),
    "the sheet of facts is gone": _remove(FACTS),
    "nothing by which to know rows and columns": _bare,
    "another format": _about("format", "kaohe-entry-9"),
    "another rubric": all_of(_about("rubric", "nowhere.yaml"), _about("rubric_id", "nowhere")),
    "an older version of the rubric": all_of(
        lambda book: book.sheet("kaohe").append(["meaning:basics.late", "flag"]),
        lambda book: book.sheet("kaohe").append(["meaning:uploads.spoiled", "list count"]),
        _about("sha256", "0" * 64),
        lambda book: row_of(
            book.facts, book.facts.max_row + 1, ["basics.earlier", "1.1", None, "早报", None, None, None, 3]
        ),
    ),
    "evidence that leads nowhere": put("basics.late", "evidence", "C:\\台账.pdf"),
}
"""Of the first workbook."""


def _new(row: str, value: Any, reason: str | None = "复核", **others: Any) -> Spoil:
    return all_of(
        put(row, "new_current", value), put(row, "reason", reason), *(put(row, k, v) for k, v in others.items())
    )


def _struck(fact: str, row: int, word: str) -> Spoil:
    def spoil(book: EntryWorkbook) -> None:
        sheet = book.list(fact)
        column = next(cell.column for cell in sheet[1] if cell.value == "new_state")
        sheet.cell(row, column).value = word

    return spoil


CORRECTED: Mapping[str, Spoil] = {
    "a correction without a reason": _new("basics.late", 3, None),
    "a reason without a correction": all_of(
        put("basics.late", "reason", "核实无误"), put("items.basics", "reason", "好")
    ),
    "a correction that changes nothing": _new("basics.late", 1),
    "a cause that is none": _new("basics.late", 3, cause="笔误"),
    "a corrected value that is none": _new("basics.late", "无"),
    "not applicable instead, and a value": all_of(
        _new("growth.passed.part", 3), put("growth.passed.part", "new_state", "不适用")
    ),
    "an old value that was typed over": all_of(put("basics.late", "current", 7), _new("basics.late", 3)),
    "points without a reason, beyond the item's, and none": all_of(
        _new("items.basics", 5, None), _new("items.growth", 99), _new("items.place", "很好")
    ),
    "none instead, and yet corrected members": all_of(
        put("uploads.spoiled", "new_current", "无"),
        lambda book: row_of(book.list("uploads.spoiled"), 3, ["known", "一县", 1, 2]),
    ),
    "a member without a reason, one without values": all_of(
        lambda book: row_of(book.list("uploads.spoiled"), 3, ["known", "一县", 1, 2]),
        lambda book: row_of(book.list("uploads.spoiled"), 4, ["member", "三县"]),
    ),
    "members struck off in other words, and a list told in one cell": all_of(
        lambda book: row_of(book.list("uploads.spoiled"), 4, ["known", "三县", 1]),
        _struck("uploads.spoiled", 3, "是"),
        _struck("uploads.spoiled", 4, "√"),
        put("uploads.sent", "new_current", "一县、二县"),
        put("uploads.sent", "new_previous", 3),
    ),
    "cells put in under the hidden keys of lists": _shifted("uploads.spoiled", 4),
    "corrected rows sorted without their ids": _swapped("basics.late", "growth.cases"),
    "a day that is none": put("on", "current", "昨天"),
}
"""Of a later stage's workbook."""
