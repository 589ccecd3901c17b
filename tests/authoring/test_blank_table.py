"""The blank table of a rubric: a column for each fact that a cell can hold, by ids or by labels."""

from kaohe.authoring.blank_table import BlankTable
from support import shipped


def test_a_blank_table_asks_for_every_fact_that_a_cell_can_hold() -> None:
    rubric = shipped.compiled().rubric
    table = BlankTable(rubric)
    (ids, first), (labels, same) = table.by_ids("x"), table.by_labels("x", "zh")
    assert ids[:5] == ["rubric", "unit", "year", "stage", "coverage.contributors.previous"]
    assert labels[:5] == ["评分细则", "单位", "年度", "阶段", "1.1 实际缴费人数：上年末"]
    assert "1.5 超时上报监测数据" in labels
    assert (first[:5], same[:5]) == (["x", "", "", "self", ""], ["x", "", "", "自评分", ""])
    assert len({len(row) for row in (ids, first, labels, same)}) == 1
    assert table.by_labels("x", "en")[0][:4] == ids[:4]
    assert (table.lists, table.parameters) == (("6.6 主要指标数据上传量",), ("省当年平均通过率",))
