"""A row of a table as a unit's file: where its parts stand, some of them in rows of other tables."""

import pickle
from dataclasses import replace

import pytest

from kaohe.source.table_row import RowElsewhere, table_row

LIST = ("indicators", "item", "list")
ROW = replace(
    table_row("指标.csv", 5, {}, 1, {LIST: 4}),
    elsewhere={(*LIST, "成员"): RowElsewhere("成员.xlsx", "名单", 7, 2, {("part",): 3})},
)


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("unit",), False, ("指标.csv", "", 5, 1)),
        (LIST, False, ("指标.csv", "", 5, 4)),
        ((*LIST, "别的成员"), False, ("指标.csv", "", 5, 4)),
        ((*LIST, "成员"), False, ("成员.xlsx", "名单", 7, 2)),
        ((*LIST, "成员", "part"), False, ("成员.xlsx", "名单", 7, 3)),
        ((*LIST, "成员", "part"), True, ("成员.xlsx", "名单", 7, 2)),
        ((*LIST, "成员", "whole"), False, ("成员.xlsx", "名单", 7, 2)),
    ],
)
def test_where_a_problem_is(path: tuple[str, ...], key: bool, place: tuple[object, ...]) -> None:  # noqa: FBT001
    for row in (ROW, pickle.loads(pickle.dumps(ROW))):  # noqa: S301 - as it goes from process to process
        found = row.problem("not-text", path, {}, key=key)
        assert (found.path, found.sheet, found.line, found.column) == place
