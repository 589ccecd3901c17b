"""A plain table is as wide as the terminal at most, folds as Chinese text is folded, and nothing is cut."""

import re
from collections import Counter
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from kaohe.messages import Language
from kaohe.render.terminal import sheet_table, terminal_table
from kaohe.render.words.cell_wording import said
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow, Value
from support.rendered.reports import dossier
from support.rounds import share


def shown(language: Language, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width)
    sheet_table.show(dossier(), language, console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    return lines[next(place for place, line in enumerate(lines) if " → " in line and line.startswith("自评分")) :]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", share(range(46, 100), of=4))
def test_no_date_is_broken_and_no_line_begins_with_a_stop(language: Language, width: int) -> None:
    lines = shown(language, width)
    assert max(map(cell_len, lines)) <= width
    assert re.search(r"\d{4}-\d{2}-\d{2}", "\n".join(lines))
    assert not [line for line in lines if re.match(r"\s*[，、）：；。]", line) or line.endswith("-")]


COLUMNS = (
    TableColumn("编号"),
    TableColumn("子项目", "name", below=True),
    TableColumn("增减", "difference"),
    TableColumn("改动", "long"),
    TableColumn("原因", "long", below=True),
    TableColumn("状态"),
)
WORDS = st.text("甲乙，。（）ab 12\n", max_size=60)
ROWS = st.lists(st.tuples(WORDS, WORDS, st.fractions(-100, 100, max_denominator=4), WORDS, WORDS, WORDS), min_size=1)


@given(ROWS, st.integers(50, 120))
def test_nothing_is_cut(rows: list[tuple[Value, ...]], width: int) -> None:
    table = PlainTable("table", "题", COLUMNS, tuple(TableRow(values) for values in rows), ("前",), after=("后",))
    console = Console(file=(file := StringIO()), width=width, color_system=None)
    terminal_table.show([table], "zh", console)
    text = file.getvalue()
    assert max(map(cell_len, text.splitlines())) <= width
    cells = (said(value, column.kind, "zh") for values in rows for value, column in zip(values, COLUMNS, strict=True))
    assert Counter("".join(text.split())) >= Counter("".join("".join(cells).split()))


def test_a_table_of_few_words_is_not_stretched() -> None:
    table = PlainTable("table", "题", COLUMNS[:2], (TableRow(("1.1", "征缴")),))
    assert terminal_table.page([table], "zh") == "题\n编号、子项目\n────────────\n1.1\n征缴\n"


def test_a_column_below_none_stands_by_itself() -> None:
    table = PlainTable("table", "题", COLUMNS[1:3], (TableRow(("征缴", Fraction(-1))),))
    assert terminal_table.page([table], "zh").splitlines()[1].split() == ["子项目", "增减"]


def test_a_table_without_rows_is_its_notes() -> None:
    assert terminal_table.page([PlainTable("table", "题", COLUMNS, (), ("前",), ("后",))], "zh") == "题\n前\n后\n"


def test_sums_stand_under_a_line() -> None:
    rows = (TableRow(("1.1", Fraction(2))), TableRow(("合计", Fraction(2)), is_sum=True))
    table = PlainTable("table", "题", (TableColumn("编号"), TableColumn("分", "number")), rows)
    line = "────────"
    assert terminal_table.page([table], "zh").splitlines() == ["题", "编号  分", line, "1.1    2", line, "合计   2"]
