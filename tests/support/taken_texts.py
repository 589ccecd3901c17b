"""Texts that people leave in cells, and what the check beside them says: by the id of the row."""

from collections.abc import Mapping, Sequence

from kaohe.render.xlsx.prepared_workbook import Filling

DONE, AS_TEXT, TAKEN, GONE = "已填", "按文字存的数，由 kaohe 计算", "kaohe 读得懂，这里不计算", "不适用"
NO_NUMBER, NO_OPTION = "× 要填数，不写文字", "× 要从下拉里选"
NO_DATE, NO_MONTH = "× 要填日期，如 2011-03-31", "× 要写成 2011-03"
Case = tuple[Filling, str]
CASES: Mapping[str, Sequence[Case]] = {
    "growth.rounds": [
        ("7次", AS_TEXT),
        (" 7 次", AS_TEXT),
        ("７次", AS_TEXT),
        ("1,000次", AS_TEXT),
        ("1,00", NO_NUMBER),
        ("7人", NO_NUMBER),
    ],
    "variety.honours": [
        ("３，０００", AS_TEXT),
        ("0007", AS_TEXT),
        ("1-2", NO_NUMBER),
        ("7 次次", NO_NUMBER),
        ("次", NO_NUMBER),
        ("8.5次", "× 要填整数"),
    ],
    "variety.income": [
        ("7.5 万元", AS_TEXT),
        ("1,234.5", AS_TEXT),
        ("12,34.5", NO_NUMBER),
        ("1.2.3", NO_NUMBER),
        ("1E3", NO_NUMBER),
        ("-7.5", "× 不能小于 0"),
    ],
    "variety.net": [
        ("７％", AS_TEXT),
        ("-3%", AS_TEXT),
        ("1,000%", AS_TEXT),
        ("0", AS_TEXT),
        ("7", NO_NUMBER),
        ("5%%", NO_NUMBER),
    ],
    "growth.fraud": [
        ("√", DONE),
        (" 是 ", DONE),
        ("false", DONE),
        (True, DONE),
        ("有", NO_OPTION),
        ("yes", NO_OPTION),
    ],
    "variety.budgeted": [("有", DONE), ("无", DONE), ("是", DONE), ("没有", NO_OPTION)],
    "shared.class": [(" 一类 ", DONE), ("b", DONE), ("甲", NO_OPTION)],
    "variety.filed_on": [
        ("2012年3月31日", TAKEN),
        ("2012.03.31", TAKEN),
        ("1899-12-01", TAKEN),
        ("2012年3-31", NO_DATE),
        ("3-1", NO_DATE),
        ("2012-02-30", NO_DATE),
    ],
    "variety.filed_in": [
        ("2012年03月", TAKEN),
        ("2012.3", TAKEN),
        ("2012.1", NO_MONTH),
        ("2012-13", NO_MONTH),
        ("2012-3-1", NO_MONTH),
        ("201203", NO_MONTH),
    ],
    "quality.passed": [("不适用", GONE), ("N/A", NO_NUMBER), (" 不适用 ", GONE)],
}
