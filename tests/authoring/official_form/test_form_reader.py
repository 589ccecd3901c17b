"""Documents' rows become forms: columns by their headings, sections over pages, points and words as printed."""

from fractions import Fraction

import pytest

from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import FormItem, OfficialForm
from kaohe.problems import Problems
from kaohe.source.form_document import lines, word
from support.word_documents import Merged, document, employment_form, table


def _form(text: str) -> OfficialForm:
    return official_form(lines.rows(text), "form.md")


def _items(form: OfficialForm) -> list[FormItem]:
    return [item for _, item in form.items()]


def test_the_employment_form_in_word() -> None:
    form = official_form(word.rows(employment_form()), "form.docx")
    assert (form.title, form.attachment, form.unit_label) == ("全省就业工作单项考核表", "附件2：", "单位（盖章）：")
    assert form.stages == {"self": "自评分", "preliminary": "省厅初评分", "final": "省厅审定考核分"}
    assert [len(section.items) for section in form.sections] == [9, 5, 5, 6, 5, 6, 5]
    assert (form.sections[0].title, form.sections[0].printed) == ("失业保险", Fraction(50))
    assert form.points == Fraction(400)
    assert "当年被省厅评估认定" in form.sections[2].items[0].method
    assert form.sections[0].items[5].place.holder == "2"


HEAD = "|项目|子项目|分值|目标要求|评分办法|\n|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        ("序号|考核指标|分值|评分标准", "1|培训|8分|得8分", ("培训", 8, None, "得8分")),
        ("类别|考核项目|标准分|考核内容|评分细则|得分", "一|培训|4+4|要求|得8分|", ("培训", 8, "要求", "得8分")),
        ("项目|内容|分值|要求|评分办法", "一|培训|8|按时|得8分", ("培训", 8, "按时", "得8分")),
        ("考核内容|考核指标|分值|评分标准", "甲|培训|8|得8分", ("培训", 8, None, "得8分")),
        ("一级指标|二级指标|三级指标|权重|计分方法", "甲|乙|培训|８|得8分", ("培训", 8, None, "得8分")),
        ("考核内容|分值|扣分标准", "按时培训|8|迟一次扣1分", ("按时培训", 8, None, "迟一次扣1分")),
        ("子项目|评分办法", "培训（8分）|得8分", ("培训", 8, None, "得8分")),
        ("子项目|分值|评分办法", "培训|不限|得8分", ("培训", None, None, "得8分")),
    ],
    ids=["numbered", "sum", "content", "content first", "three levels", "content alone", "bracket", "no number"],
)
def test_columns(headings: str, row: str, expected: tuple[str, int | None, str | None, str]) -> None:
    (item,) = _items(_form(f"考核表\n|{headings}|\n|{row}|"))
    points = None if expected[1] is None else Fraction(expected[1])
    assert (item.title, item.points, item.target, item.method) == (expected[0], points, *expected[2:])


def test_sections_and_rows_that_go_on() -> None:
    rows = "|失业保险（15分）|扩面|8|多|增加得8分|\n||待遇|7|好|得4分；|\n|||||再得3分|\n|失业保险|||||\n|合计||15|||"
    form = _form(f"考核表\n{HEAD}{rows}")
    assert [(one.title, one.printed, one.points) for one in form.sections] == [("失业保险", Fraction(15), Fraction(15))]
    assert [one.method for one in _items(form)] == ["增加得8分", "得4分；再得3分"]
    assert form.printed == Fraction(15)


def test_an_item_of_several_points_is_several_items() -> None:
    form = _form(f"{HEAD}|甲|培训|3|好|得3分|\n|||5|快|得5分|")
    assert [(one.title, one.points) for one in _items(form)] == [("培训", Fraction(3)), ("培训", Fraction(5))]


def test_words_around_the_table() -> None:
    text = f"附件1\n考核表\n被考核单位：\n本表满分8分\n请打印\n{HEAD}|甲|培训|8|好|得8分|\n说明：总分按100分折算\n"
    form = _form(text)
    assert (form.attachment, form.title, form.unit_label) == ("附件1", "考核表", "被考核单位：")
    assert [one.text for one in form.remarks] == ["本表满分8分", "说明：总分按100分折算"]


def test_a_line_across_the_table() -> None:
    form = _form(f"{HEAD}|甲|培训|8|好|得8分|\n|备注：弄虚作假的不得分|||||")
    assert [one.text for one in form.remarks] == ["备注：弄虚作假的不得分"]
    assert len(_items(form)) == 1


def test_sections_printed_across_the_table() -> None:
    head = "|指标|分值|评分标准|\n|---|---|---|\n"
    form = _form(f"考核表\n{head}|一、组织领导（5分）|||\n|机构|5|得5分|\n|二、日常工作|||\n|报送|（3）|得3分|")
    assert [(one.title, one.printed, len(one.items)) for one in form.sections] == [
        ("一、组织领导", Fraction(5), 1),
        ("二、日常工作", None, 1),
    ]
    assert [one.points for one in _items(form)] == [Fraction(5), Fraction(3)]
    assert form.remarks == ()


def test_no_form() -> None:
    with pytest.raises(Problems) as found:
        _form("考核表\n|甲|乙|\n|1|2|")
    (problem,) = found.value.problems
    assert problem.message("zh") == (
        "没有找到考核表：要有一个表，表头里有名称（子项目、考核指标……）、分值和评分办法（评分标准、计分办法……）各一列"
    )
    assert problem.message("en") == (
        "found no form: there must be a table whose headings name the items (子项目, 考核指标 …), their points (分值) "
        "and the way of scoring (评分办法, 评分标准 …)"
    )
    assert problem.code == "no-form-table"


def test_two_rows_of_headings_are_one() -> None:
    first = [Merged(one, down="restart") for one in ("考核项目", "考核内容", "分值", "评分标准")]
    below = [Merged(down="continue")] * 4
    rows: list[list[Merged | str]] = [
        [*first, Merged("得分", columns=2)],
        [*below, "自评", "考评"],
        ["培训", "按时", "8", "得8分", "", ""],
    ]
    form = official_form(word.rows(document(table(rows))), "form.docx")
    assert [(one.title, one.target) for one in _items(form)] == [("培训", "按时")]
    assert form.stages == {"self": "自评", "preliminary": "考评"}


def test_a_project_over_rows_with_points_of_their_own_is_a_section() -> None:
    head: list[Merged | str] = ["考核项目", "考核内容", "分值", "评分标准"]
    first: list[Merged | str] = [Merged("组织（10分）", down="restart"), "成立小组", "4", "成立得4分"]
    rows: list[list[Merged | str]] = [
        head,
        first,
        [Merged(down="continue"), "定期研究", "6", "研究得6分"],
        ["培训", "按时", "8", "得8分"],
    ]
    form = official_form(word.rows(document(table(rows))), "form.docx")
    assert [(one.title, one.printed) for one in form.sections] == [("组织", Fraction(10)), ("培训", None)]
    assert [(one.title, one.target) for one in _items(form)] == [("成立小组", None), ("定期研究", None), ("按时", None)]


def test_a_project_printed_again_on_each_row_is_a_section() -> None:
    head = "|考评项目|考评内容|分值|计分办法|\n|---|---|---|---|\n"
    form = _form(f"{head}|食品|检查|10|得10分|\n|食品|抽检|12|得12分|\n|质量|标准|6|得6分|")
    assert [(one.title, len(one.items)) for one in form.sections] == [("食品", 2), ("质量", 1)]
    assert [one.title for one in _items(form)] == ["检查", "抽检", "标准"]


@pytest.mark.parametrize(
    "heading",
    ["评估细则", "赋分原则", "计分规则", "考核方式及评分标准", "评价标准", "评查标准", "计分口径", "奖惩办法"],
)
def test_what_a_method_may_be_called(heading: str) -> None:
    (item,) = _items(_form(f"考核表\n|项目|分值|{heading}|\n|培训|8|得8分|"))
    assert item.method == "得8分"


def test_columns_beside_the_method_are_part_of_it() -> None:
    rows = "|培训|8|得8分|受表彰加1分|迟一次扣1分。| |\n|资料|2|得2分|-| | |"
    text = f"考核表\n|项目|分值|评分标准|加分标准|扣分标准|得分|\n{rows}"
    assert [one.method for one in _items(_form(text))] == ["得8分。受表彰加1分。迟一次扣1分。", "得2分"]


def test_a_method_over_two_columns() -> None:
    """评分标准 above 加分 and 扣分: what stands in either is part of it."""
    rows: list[list[Merged | str]] = [
        [Merged("项目", down="restart"), Merged("分值", down="restart"), Merged("评分标准", columns=2)],
        [Merged(down="continue"), Merged(down="continue"), "加分", "扣分"],
        ["培训", "8", "得8分", "迟一次扣1分"],
        ["资料", "2", Merged("得2分", columns=2)],
    ]
    form = official_form(word.rows(document(table(rows))), "form.docx")
    assert [(one.title, one.method) for one in _items(form)] == [("培训", "得8分。迟一次扣1分"), ("资料", "得2分")]


def test_a_method_over_two_columns_beside_scores() -> None:
    """Contents that are the items, for the first column holds sections; and scores below a heading of their own."""
    kept = Merged(down="continue")
    rows: list[list[Merged | str]] = [
        [
            *(Merged(one, down="restart") for one in ("项目", "考核内容", "分值")),
            Merged("评分标准", columns=2),
            Merged("得分", columns=2),
        ],
        [kept, kept, kept, "计分办法", "扣分情形", "自评", "考评"],
        [Merged("防控（15分）", down="restart"), "起数", "10", "下降得10分", "", "", ""],
        [kept, "伤亡", "5", "无伤亡得5分", "瞒报每起扣2分", "", ""],
    ]
    form = official_form(word.rows(document(table(rows))), "form.docx")
    assert [one.title for one in form.sections] == ["防控"]
    assert [(one.title, one.method) for one in _items(form)] == [
        ("起数", "下降得10分"),
        ("伤亡", "无伤亡得5分。瞒报每起扣2分"),
    ]
    assert form.stages == {"self": "自评", "preliminary": "考评"}


def test_a_section_above_its_table() -> None:
    table_of = "|项目|分值|评分标准|\n|{}|10|得10分|\n"
    form = _form(f"考核表\n一、组织领导（10分）\n{table_of.format('甲')}\n二、落实（10分）\n{table_of.format('乙')}")
    assert [(one.title, one.printed) for one in form.sections] == [
        ("一、组织领导", Fraction(10)),
        ("二、落实", Fraction(10)),
    ]


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        ("合计||10||", "", None),
        ("合计||10||", "合计||10||", None),
        ("合计||10||", "合计||20||", 20),
        ("合计||9||", "", 9),
    ],
    ids=["of the first part", "of each part", "of all", "wrong"],
)
def test_rows_of_totals(first: str, second: str, printed: int | None) -> None:
    head = "|项目|要求|分值|评分标准|"
    form = _form(f"考核表\n{head}\n|甲|好|10|得10分|\n|{first}\n{head}\n|乙|好|10|得10分|\n|{second}")
    assert form.printed == printed
