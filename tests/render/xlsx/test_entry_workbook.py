"""The workbook of facts as a file: ids, locks, what may be entered where, and values exactly as they are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks, entry_bytes, filling
from kaohe.results.entry_form import CellKind, EntryCell, EntryForm, EntryLine, EntryValue
from kaohe.submission.entry_rows import COLUMNS, CORRECTIONS
from support.entries import EVERY_KIND, RUBRICS, blank, filled, later, of_every_kind, opened, opened_blank, sheet
from support.rounds import share

WIDEST = 255  # characters of what stands beside a cell; Excel calls a file with more damaged


def page_of(form: EntryForm, language: Language = "zh") -> Worksheet:
    return sheet(opened(form, language), EntryPlaces(form, language).page)


def blank_page(path: Path, language: Language = "zh") -> Worksheet:
    return sheet(opened_blank(path, language), EntryPlaces(blank(path, language), language).page)


def validation_at(page: Worksheet, ref: str) -> DataValidation | None:
    return next((one for one in page.data_validations.dataValidation if ref in one.sqref), None)


def entered(line: EntryLine, given: Mapping[str, EntryValue]) -> EntryLine:
    """The line with what is entered under some of its columns."""
    return replace(line, cells={key: replace(cell, value=given.get(key)) for key, cell in line.cells.items()})


@pytest.mark.parametrize("path", [*RUBRICS[:2], *share(RUBRICS[4:], of=20)], ids=lambda path: path.stem)
class TestEveryForm:
    def test_ids_and_keys(self, path: Path) -> None:
        form = blank(path)
        page = blank_page(path)
        assert [cell.value for cell in page[1]] == ["kaohe-entry-1", *COLUMNS[1:]]
        ids = [cell.value for cell in page["A"][1:] if cell.value]
        assert ids == [one.id for one in (*form.head, *form.lines) if one.id]
        assert page.row_dimensions[1].hidden
        assert page.column_dimensions["A"].hidden

    def test_all_but_entries_is_locked(self, path: Path) -> None:
        form = blank(path)
        places, book = EntryPlaces(form, "zh"), opened_blank(path)
        free = {place for place, cell in places.entries() if not cell.locked}
        covered = {(places.page, f"{letter}{row}") for letter in "IJ" for row in (3, 4)}
        for page in book.worksheets[:-1]:
            assert page.protection.sheet
            assert page.protection.password is None
            found = {
                (page.title, one.coordinate) for row in page.iter_rows() for one in row if not one.protection.locked
            }
            assert found - covered == {one for one in free if one[0] == page.title}

    def test_what_may_be_entered(self, path: Path) -> None:
        form = blank(path)
        page, places = blank_page(path), EntryPlaces(form, "zh")
        for (title, ref), cell in places.entries():
            if title == places.page:
                assert (validation_at(page, ref) is None) == (cell.locked or cell.kind == "text")
        for one in page.data_validations.dataValidation:
            assert len(one.prompt) <= WIDEST
            assert (one.errorStyle, one.showErrorMessage, one.showInputMessage) == ("stop", True, True)

    def test_the_sheets(self, path: Path) -> None:
        form = blank(path)
        book = opened_blank(path)
        live = ["考核表", "扣分说明", "计算"]
        assert book.sheetnames == ["指标填报", *(one.name for one in form.lists), *live, "kaohe"]
        assert book.active is book.worksheets[0]
        hidden = book.worksheets[-1]
        assert hidden.sheet_state == "veryHidden"
        said = {row[0].value: row[1].value or "" for row in hidden.iter_rows(max_col=2) if row[0].value}
        assert said == form.about
        for one in form.lists:
            assert sheet(book, one.name)["A1"].value == f"kaohe-entry-1:{one.id}"


def test_the_first_cell_to_fill_in_is_the_units_name() -> None:
    page = blank_page(EVERY_KIND)
    assert page.sheet_view.pane is not None
    chosen = {one.pane: one.activeCell for one in page.sheet_view.selection}
    assert chosen[page.sheet_view.pane.activePane] == "H3"
    assert page.freeze_panes == "E6"
    assert (page.print_title_rows, page.page_setup.fitToWidth) == ("$5:$5", 1)


@pytest.mark.parametrize(
    ("row", "column", "kind", "first", "second"),
    [
        ("mechanism.staff_missing", "current", "whole", "0", str(10**30)),
        ("quality.spending", "current", "decimal", "0", str(10**30)),
        ("variety.balance", "current", "decimal", str(-(10**30)), str(10**30)),
        ("variety.park", "current", "decimal", "0", "8"),
        ("variety.filed_on", "current", "date", "1", None),
        ("variety.filed_in", "current", "textLength", "6", "8"),
        ("shared.fraud", "current", "list", '"是,否"', None),
        ("quality.passed", "state", "list", '"不适用"', None),
        ("mechanism.incidents", "current", "list", '"无"', None),
        ("shared.class", "current", "list", "options_1", None),
        ("year", "current", "whole", "1949", "2999"),
    ],
)
def test_kinds_and_ranges(row: str, column: str, kind: str, first: str, second: str | None) -> None:
    form = blank(EVERY_KIND)
    one = validation_at(blank_page(EVERY_KIND), EntryPlaces(form, "zh").cell(row, column))
    assert one is not None
    assert (one.type, one.formula1, one.formula2) == (kind, first, second)


def test_the_words_beside_a_cell() -> None:
    form = blank(EVERY_KIND)
    one = validation_at(blank_page(EVERY_KIND), EntryPlaces(form, "zh").cell("variety.park", "current"))
    assert one is not None
    assert one.prompt == one.error == "填数，可带小数，没有的填 0。要在 0 到 8 之间。"
    other = validation_at(blank_page(EVERY_KIND, "en"), EntryPlaces(form, "en").cell("variety.park", "current"))
    assert other is not None
    assert other.prompt == "A number, decimals allowed, 0 for none. It is between 0 and 8."


def marks(page: Worksheet) -> dict[str, list[str]]:
    """The conditions under which cells change their looks, by their ranges."""
    return {str(one.sqref): [rule.formula[0] for rule in one.rules] for one in page.conditional_formatting}


def test_what_is_wrong_stands_out() -> None:
    form = blank(EVERY_KIND)
    wrong = 'LEFT($L6,1)="×"'
    assert marks(blank_page(EVERY_KIND)) == {
        "L6:L48": [wrong.replace("$", ""), 'L6="待填"'],
        "G6:I48": [f'AND(IF(ISERROR(G6),TRUE,G6<>""),{wrong})'],
    }
    incidents = marks(sheet(opened_blank(EVERY_KIND), form.lists[0].name))
    assert incidents["B3:B1000"] == ["ISERROR(B3)", "COUNTIF($B$3:$B$1000,B3)>1"]
    assert incidents["D3:D1000"] == [
        "ISERROR(D3)",
        'AND(D3<>"",AND(SUMPRODUCT(--(options_3=TRIM(D3)))=0,TRIM(D3)<>"minor",TRIM(D3)<>"serious"))',
        'AND($B3<>"",D3="")',
    ]
    corrected = marks(page_of(later(of_every_kind())))
    assert corrected["P8:P50"] == ['$R8="× 缺理由"']


def test_options_stand_on_the_hidden_page() -> None:
    page = sheet(opened_blank(EVERY_KIND), "kaohe")
    options = [[cell.value for cell in column if cell.value] for column in page.iter_cols(min_col=4)]
    every = opened_blank(EVERY_KIND).defined_names
    assert {name: every[name].attr_text for name in every if name.startswith("options_")} == {
        f"options_{n}": f"kaohe!${c}$1:${c}${last}" for n, c, last in ((1, "D", 2), (2, "E", 3), (3, "F", 2))
    }
    assert options == [["一类", "二类"], ["优秀", "良好", "一般"], ["一般", "严重"]]


class TestValues:
    def test_of_a_unit(self) -> None:
        form = filled(of_every_kind())
        page, places = page_of(form), EntryPlaces(form, "zh")

        def at(row: str, column: str = "current") -> object:
            return page[places.cell(row, column)].value

        assert (at("unit"), at("year")) == ("甲市", 2013)
        assert (at("growth.people", "previous"), at("growth.people")) == (100, 108)
        assert (at("quality.passed"), at("parameters.average")) == (0.78, 0.8)
        assert (at("variety.balance"), at("variety.filed_on")) == (-6.5, datetime(2013, 3, 15))  # noqa: DTZ001 - as read
        assert page[places.cell("quality.passed", "current")].number_format == "0.00######%"
        members = sheet(opened(form), form.lists[0].name)
        assert [cell.value for cell in members[1]] == [
            "kaohe-entry-1:mechanism.incidents",
            "member",
            "people",
            "severity",
        ]
        assert [cell.value for cell in members[3]] == ["member", "一号", 2, "一般"]

    @pytest.mark.parametrize(
        ("kind", "value", "written"),
        [
            ("number", Fraction("123456789012345.6"), "123456789012345.6"),
            ("number", Fraction("0.1"), Fraction("0.1")),
            ("percent", Fraction("0.8612345678901234567"), "86.12345678901234567%"),
            ("percent", Fraction("0.932"), Fraction("0.932")),
            ("date", date(2012, 3, 31), Fraction(40999)),
            ("date", date(1900, 3, 1), Fraction(61)),
            ("date", date(1900, 2, 28), "1900-02-28"),
            ("month", "2012-03", "2012-03"),
            ("text", "=1+1", "=1+1"),
        ],
    )
    def test_exactly(self, kind: CellKind, value: EntryValue, written: object) -> None:
        assert filling(EntryCell(kind, value)) == written

    def test_a_row_is_as_high_as_the_texts_in_it_need(self) -> None:
        known = of_every_kind()
        places = EntryPlaces(filled(known), "zh")
        row = places.rows["variety.park"]
        plain, noted = (
            page_of(filled(replace(known, notes=notes))).row_dimensions[row].height
            for notes in ({}, {("variety", "park"): "附" * 60})
        )
        assert plain is not None
        assert noted is not None
        assert noted > 2 * plain


class TestLaterStages:
    def test_the_columns_of_corrections(self) -> None:
        form = later(of_every_kind())
        page, places = page_of(form), EntryPlaces(form, "zh")
        keys = [cell.value for cell in page[1]][1:]
        note = keys.index("note") + 1
        assert tuple(keys[note : note + len(CORRECTIONS)]) == CORRECTIONS
        assert page[places.cell("growth.people", "current")].protection.locked
        assert not page[places.cell("growth.people", "new_current")].protection.locked
        assert not page[places.cell("items.growth", "reason")].protection.locked
        causes = validation_at(page, places.cell("growth.people", "cause"))
        assert causes is not None
        assert causes.prompt == "从下拉里选一个；空着算“事实更正”。"
        assert page.page_setup.fitToWidth == 1
        assert str(page.print_area).endswith(f"!$B$2:${places.letter('check')}${places.last}")

    def test_members_are_locked_and_new_ones_are_free(self) -> None:
        form = later(of_every_kind())
        page = sheet(opened(form), form.lists[0].name)
        locked = [[cell.protection.locked for cell in page[row]][1:5] for row in (3, 4)]
        assert locked == [[True, True, True, False], [False, True, True, False]]

    def test_what_is_corrected_already(self) -> None:
        form = later(replace(of_every_kind(), judged={"growth": Fraction(4)}))
        given: dict[str, dict[str, EntryValue]] = {
            "items.growth": {"new_current": Fraction(5), "reason": "看过"},
            "variety.park": {"new_current": Fraction(5)},
            "variety.town": {"new_current": Fraction(5), "reason": "错"},
        }
        whole = replace(form, lines=tuple(entered(line, given.get(line.id, {})) for line in form.lines))
        places = EntryPlaces(whole, "zh")
        found = EntryWorkbooks("zh").parts(whole).computed
        said = [found[places.page, places.cell(row, "check")] for row in (*given, "variety.net")]
        assert said == ["得 5 分", "× 缺理由", "已改", ""]

    def test_points_may_be_a_word_where_there_is_a_judgement_to_take_back(self) -> None:
        form = later(replace(of_every_kind(), judged={"growth": Fraction(4)}))
        page, places = page_of(form), EntryPlaces(form, "zh")
        free, stopped = (
            validation_at(page, places.cell(row, "new_current")) for row in ("items.growth", "items.quality")
        )
        assert free is not None
        assert stopped is not None
        assert (free.type, free.prompt) == (None, "填得分；要收回酌情评定的，写“按事实计算”。")
        assert (stopped.type, stopped.showErrorMessage) == ("decimal", True)
        assert (stopped.formula1, stopped.formula2, stopped.prompt) == ("0", "17", "填得分。要在 0 到 17 之间。")


def test_drawn_once_and_filled_in_often() -> None:
    known, workbooks = of_every_kind(), EntryWorkbooks("zh")
    others = [
        known,
        replace(known, unit="乙市", row=[None] * len(known.row)),
        replace(known, notes={("growth", ""): "甲"}),
    ]
    for one in others:
        assert workbooks.content(filled(one)) == entry_bytes(filled(one), "zh")
    assert workbooks.content(later(known)) == entry_bytes(later(known), "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_form_the_same_bytes(language: Language) -> None:
    assert entry_bytes(blank(EVERY_KIND, language), language) == entry_bytes(blank(EVERY_KIND, language), language)
