"""Charts: drawn from the table's cells, with what Excel and WPS need to show all of them, over or under the table."""

import re
from collections.abc import Sequence
from fractions import Fraction

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.bar_charts import LOWEST, READABLE, STRIP
from kaohe.render.xlsx.cells import prepare
from kaohe.render.xlsx.table_grid import single
from kaohe.render.xlsx.xlsx_table import draw
from kaohe.results.plain_table import PlainTable, TableChart, TableColumn, TableRow
from support.rendered.batches import chart

COLUMNS = (TableColumn("单位", "name"), TableColumn("甲", "number"), TableColumn("乙", "number"))


def bars(count: int, *figures: int, title: str = "图", upward: bool = True, above: bool = True) -> TableChart:
    return TableChart(title, 0, figures or (1,), count, upward=upward, above=above)


def drawn(figures: Sequence[int], chart: TableChart) -> Worksheet:
    """A sheet named 表 with units and figures in two columns, each figure twice."""
    workbook = Workbook()
    prepare(workbook)
    page: Worksheet = workbook.create_sheet("表")
    rows = tuple(TableRow((f"第{n}", Fraction(one), Fraction(one))) for n, one in enumerate(figures))
    draw(page, single(PlainTable("table", "题", COLUMNS, rows, chart=chart), "题", (), "zh"))
    return page


@pytest.mark.parametrize("upward", [True, False])
def test_it_refers_to_the_cells(upward: bool) -> None:  # noqa: FBT001
    page = drawn([3, 2, 1], bars(2, 1, 2, title="图=1", upward=upward, above=False))
    written = chart(page)
    assert re.findall(r"<f>(.*?)</f>", written) == [
        "'表'!$B$2", "'表'!$A$3:$A$4", "'表'!$B$3:$B$4",
        "'表'!$C$2", "'表'!$A$3:$A$4", "'表'!$C$3:$C$4",
    ]  # fmt: skip
    assert page["B2"].value == "甲"
    assert page["A3"].value == "第0"
    assert f'<barDir val="{"col" if upward else "bar"}" />' in written
    assert written.count('<delete val="0" />') == 2, "both axes are shown"
    assert written.count('<showVal val="1" />') == 2
    assert written.count('<overlay val="0" />') == 2, "neither title nor legend covers the bars"
    assert '<roundedCorners val="0" />' in written
    assert "<t>图=1</t>" in written.replace("a:", "")


def test_bars_begin_at_zero_unless_some_are_below() -> None:
    below = bars(2, above=False)
    assert '<min val="0" />' in chart(drawn([3, 0], below))
    assert "<min " not in chart(drawn([3, -1], below))


def test_one_kind_of_bars_needs_no_legend() -> None:
    assert "<legend>" in chart(drawn([3, 2], bars(2, 1, 2)))
    assert "<legend>" not in chart(drawn([3, 2], bars(2)))


def test_many_names_are_turned() -> None:
    turned = [chart(drawn([1] * count, bars(count))).count('rot="-5400000"') for count in (20, 21)]
    assert turned == [0, 2]
    two = [chart(drawn([1] * count, bars(count, 1, 2))).count('rot="-5400000"') for count in (10, 11)]
    assert two == [0, 2], "the figures of both kinds, not the names"


class TestBelow:
    def test_on_the_same_paper_while_it_has_room(self) -> None:
        page = drawn([1] * 3, bars(3, above=False))
        assert (page.row_breaks.brk, page.print_title_rows, page.page_setup.scale) == ([], None, 88)
        assert _rows(page) == (6, 19)
        assert page.freeze_panes == "B3"

    def test_print_is_shrunk_so_that_it_has_room(self) -> None:
        page = drawn([1] * 13, bars(13, above=False))
        assert page.row_breaks.brk == []
        assert READABLE <= (page.page_setup.scale or 0) < 88
        assert _rows(page) == (16, 29)
        assert page.row_dimensions[17].height == STRIP

    def test_the_chart_is_lower_before_print_gets_too_small(self) -> None:
        page = drawn([1] * 18, bars(18, above=False))
        assert page.row_breaks.brk == []
        assert READABLE <= (page.page_setup.scale or 0) < 88
        assert page.row_dimensions[22].height == LOWEST

    def test_on_new_paper_where_it_can_have_none(self) -> None:
        page = drawn([1] * 20, bars(20, above=False))
        assert [found.id for found in page.row_breaks.brk] == [22]
        assert page.print_title_rows is None
        assert page.page_setup.scale == 88

    def test_after_a_table_of_several_papers(self) -> None:
        page = drawn([1] * 30, bars(30, above=False))
        assert page.print_title_rows == "$2:$2"
        assert _rows(page)[0] >= 32


class TestAbove:
    def test_between_the_title_and_the_table(self) -> None:
        page = drawn([1] * 30, bars(3, upward=False))
        assert _rows(page) == (1, 8)
        assert page["A10"].value == "单位"
        assert page.print_title_rows == "$10:$10"
        assert page.freeze_panes == "B1"
        assert (page.row_breaks.brk, page.page_setup.fitToWidth) == ([], 1)


def _rows(page: Worksheet) -> tuple[int, int]:
    """From and to which row the chart reaches, from 0."""
    (found,) = page._charts  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    return found.anchor._from.row, found.anchor.to.row  # noqa: SLF001


def test_one_bar_or_very_many_compare_nothing() -> None:
    drawn_for = [len(drawn([1] * 40, bars(count, *figures))._charts) for count, figures in (  # type: ignore[attr-defined]  # noqa: SLF001
        (0, (1,)), (1, (1,)), (40, (1,)), (30, (1, 2)), (31, (1, 2)),
    )]  # fmt: skip
    assert drawn_for == [0, 0, 1, 1, 0]
