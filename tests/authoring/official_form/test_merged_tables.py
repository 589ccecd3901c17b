"""Word's tables with merged cells: headings over several columns, cells of several rows, tables without headings."""

import pytest

from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.source.form_document import word
from support.word_documents import Merged, document, paragraph, table

Row = list[Merged | str]
KEPT = Merged(down="continue")


def _form(*blocks: str) -> OfficialForm:
    return official_form(word.rows(document(paragraph("考核表"), *blocks)), "form.docx")


def _read(form: OfficialForm) -> list[tuple[str, str, int | None, str | None, str]]:
    return [
        (section.title, item.title, None if item.points is None else int(item.points), item.target, item.method)
        for section in form.sections
        for item in section.items
    ]


def _todo(form: OfficialForm) -> list[tuple[str, str]]:
    data = rubric_data(form, "form", "zh")
    items = [item for section in data["sections"] for item in section["items"]]
    return [(item["title"], one["why"]) for item in items for one in item.get("todo", ())]


BODY: list[Row] = [
    [Merged("组织（20分）", down="restart"), "机构", "8", "未设立扣8分", "查资料"],
    [KEPT, "人员", "12", "缺1人扣6分", "看现场"],
]
ROWS = [("组织", "机构", 8, None, "未设立扣8分"), ("组织", "人员", 12, None, "缺1人扣6分")]


def _down(*texts: str) -> Row:
    return [Merged(one, down="restart") for one in texts]


@pytest.mark.parametrize(
    "head",
    [
        [[Merged("考核指标", columns=2), *_down("分值", "评分办法", "考核方式")], ["一级", "二级", KEPT, KEPT, KEPT]],
        [[Merged("考核指标", columns=2), "分值", "评分办法", "考核方式"]],
        [["考核领域", "考核要素", "分值", "评分办法", "考核方式"]],
        [["", "考核指标", "分值", "评分办法", "考核方式"]],
    ],
    ids=["two rows", "one over both", "other words", "none above sections"],
)
def test_names_over_two_columns(head: list[Row]) -> None:
    form = _form(table([*head, *BODY]))
    assert _read(form) == ROWS
    assert [(one.heading, one.rows) for one in form.asides] == [("考核方式", 2)]
    assert form.sections[0].printed == 20


def test_names_and_what_is_asked_for_below_one_heading() -> None:
    head: list[Row] = [
        [*_down("类别"), Merged("项目及标准", columns=2), *_down("分值", "扣分办法"), Merged("检查情况", columns=2)],
        [KEPT, "检查项目", "标准", KEPT, KEPT, "扣分", "原因"],
    ]
    first: Row = [Merged("环境\n20分", down="restart"), "保洁", "每日16小时", "8", "一处扣1分", "", ""]
    rows: list[Row] = [
        *head,
        first,
        [KEPT, "清运", "日产日清", "12", "一桶扣6分", "", ""],
        ["小计", "", "", "20", "", "", ""],
    ]
    form = _form(table(rows))
    assert _read(form) == [
        ("环境", "保洁", 8, "每日16小时", "一处扣1分"),
        ("环境", "清运", 12, "日产日清", "一桶扣6分"),
    ]
    assert form.printed == 20
    assert form.asides == ()
    assert form.remarks == ()


def test_points_of_two_rows_in_one_cell() -> None:
    rows: list[Row] = [
        ["项目", "分值", "评分办法"],
        ["机构", Merged("10", down="restart"), "未设立扣8分"],
        ["人员", KEPT, "缺1人扣1分"],
        ["档案", "5", Merged("缺1份扣1分", down="restart")],
        ["报表", "3", KEPT],
    ]
    form = _form(table(rows))
    assert [(title, points) for _, title, points, _, _ in _read(form)] == [
        ("机构", 10),
        ("人员", None),
        ("档案", 5),
        ("报表", 3),
    ]
    said = [one for one in _todo(form) if "合在一格" in one[1]]
    assert said == [
        ("机构", "“分值”和相邻的行合在一格，各行算多少要人定"),
        ("人员", "“分值”和相邻的行合在一格，各行算多少要人定"),
        ("档案", "“评分办法”和相邻的行合在一格，各行算多少要人定"),
        ("报表", "“评分办法”和相邻的行合在一格，各行算多少要人定"),
    ]


FIRST: list[Row] = [["一级指标", "二级指标", "评分标准", "责任部门"], ["组织", "机构（8分）", "未设立扣8分", "党群部"]]


def test_a_second_table_without_headings_and_with_fewer_columns() -> None:
    rows: list[Row] = [
        [Merged("加减分项（不计入100分）", columns=3)],
        ["加分", "获推广的加3分。", "考核办"],
        ["减分", "被约谈的扣2分。", "考核办"],
    ]
    form = _form(table(FIRST), table(rows))
    assert _read(form) == [
        ("组织", "机构", 8, None, "未设立扣8分"),
        ("加减分项（不计入100分）", "加分", None, None, "获推广的加3分。"),
        ("加减分项（不计入100分）", "减分", None, None, "被约谈的扣2分。"),
    ]
    assert [(one.heading, one.column, one.rows) for one in form.asides] == [("责任部门", 4, 1), ("", 3, 2)]


def test_a_second_table_goes_on_with_the_first() -> None:
    form = _form(table(FIRST), table([["组织", "人员（4分）", "缺1人扣1分", "党群部"]]))
    assert [item for _, item, _, _, _ in _read(form)] == ["机构", "人员"]
    assert len(form.sections) == 1


def test_a_second_table_with_other_headings_is_a_section() -> None:
    rows: list[Row] = [["项目", "办法", "科室"], ["新技术", "每项加1分", "科教科"]]
    form = _form(
        table([["项目", "分值", "评分办法"], ["机构", "8", "未设立扣8分"]]), paragraph("单项奖惩"), table(rows)
    )
    assert _read(form) == [("考核表", "机构", 8, None, "未设立扣8分"), ("单项奖惩", "新技术", None, None, "每项加1分")]


def test_a_second_table_that_tells_nothing_is_a_remark() -> None:
    form = _form(table(FIRST), table([["等次", "优秀", "良好"], ["得分", "90分以上", "80分以上"]]))
    assert [one.text for one in form.remarks] == ["等次，优秀，良好", "得分，90分以上，80分以上"]


def test_lines_above_the_headings_in_the_table() -> None:
    rows: list[Row] = [
        [Merged("考核单位（盖章）：", columns=2), "日期："],
        ["项目", "分值", "评分办法"],
        ["机构", "8", "未设立扣8分"],
        ["总分", "8", "由考核组填写"],
    ]
    form = _form(table(rows))
    assert (form.unit_label, [one.text for one in form.beside]) == ("考核单位（盖章）：", ["日期："])
    assert _read(form) == [("考核表", "机构", 8, None, "未设立扣8分")]
    assert form.printed == 8
    assert [one.text for one in form.remarks] == ["由考核组填写"]


def test_words_that_score_outside_the_method() -> None:
    rows: list[Row] = [["项目", "分值", "评分办法"], ["获表彰的加3分", "3", "考核办认定"]]
    assert ("获表彰的加3分", "写的是得分、扣分，却不在评分办法一栏；看表的各栏有没有读错") in _todo(_form(table(rows)))


def test_a_title_of_which_the_points_are_others() -> None:
    form = _form(table([["项目", "分值", "评分办法"], ["机构（8分）", "5", "未设立扣5分"]]))
    assert [(one[1], one[2]) for one in _read(form)] == [("机构（8分）", 5)]
    assert [title for title, why in _todo(form) if "没有读错" in why] == ["机构（8分）"]


def test_two_columns_of_points() -> None:
    form = _form(table([["项目", "分值", "权重", "评分办法"], ["机构", "100", "10%", "未设立扣8分"]]))
    assert [(one[1], one[2]) for one in _read(form)] == [("机构", 100)]
    assert ("机构", "写在“权重”一栏，不在评分办法里；看它管不管得分") in _todo(form)


def test_levels_below_the_method() -> None:
    """What stands below the method's heading is none of a row's."""
    head: list[Row] = [
        [*_down("项目", "分值"), Merged("评分标准", columns=2)],
        [KEPT, KEPT, "好（10分）", "差（2分）"],
    ]
    form = _form(table([*head, ["机构", "10", "齐全", "不齐"]]))
    assert [one[1] for one in _read(form)] == ["机构"]
    assert [one.text for one in form.remarks] == ["好（10分），差（2分）"]


def test_a_number_that_may_be_points() -> None:
    form = _form(table([["项目", "目标值", "评分办法"], ["机构", "12", "未设立扣8分"]]))
    assert ("机构", "写的是得分、扣分，却不在评分办法一栏；看表的各栏有没有读错") in _todo(form)
