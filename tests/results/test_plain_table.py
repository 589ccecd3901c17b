"""A plain table: what its rows are about, and what is left of it with some of its columns."""

from kaohe.results.plain_table import PlainTable, TableChart, TableColumn, TableRow

COLUMNS = (TableColumn("名次", "rank"), TableColumn("单位", "name"), TableColumn("总分", "score"))
ROW = TableRow(("1", "甲市", "9"), unit="甲市", marked=frozenset({1, 2}))
TABLE = PlainTable("table", "题", COLUMNS, (ROW,), chart=TableChart("图", 1, (2,), 1))


def test_rows_are_about_their_names() -> None:
    assert TABLE.head == 1
    assert PlainTable("table", "题", COLUMNS[:1], ()).head == 0


def test_marks_and_bars_go_along_with_their_columns() -> None:
    found = TABLE.only([2, 1])
    assert [column.label for column in found.columns] == ["总分", "单位"]
    assert found.rows == (TableRow(("9", "甲市"), unit="甲市", marked=frozenset({0, 1})),)
    assert found.chart == TableChart("图", 1, (0,), 1)


def test_a_matrix_has_units_or_items_across() -> None:
    assert not TABLE.is_matrix
    assert PlainTable("table", "题", (*COLUMNS, TableColumn("甲市", "score", unit="甲市")), ()).is_matrix
