"""A rubric against the official form: every character that differs, in its place on both sides."""

from kaohe import source
from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.form_comparison import differences
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.library.rubric_files import shipped
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render import rubric_yaml
from kaohe.rubric.model import Rubric
from kaohe.source.form_document import lines, word
from kaohe.source.models import validate
from support.word_documents import employment_form

FORM = official_form(word.rows(employment_form()), "form.docx")
OWN = shipped()["jiangsu-employment-2011"].read_text(encoding="utf-8")


def _found(text: str, language: Language = "zh") -> list[Problem]:
    document = source.read("form.yaml", text.encode())
    return differences(FORM, validate(Rubric, document, document.data), document, language)


def _said(text: str, language: Language = "zh") -> list[tuple[int, int, str, str]]:
    return [(one.line, one.column, one.code, one.message(language)) for one in _found(text, language)]


def _replaced(*pairs: tuple[str, str]) -> str:
    text = OWN
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_the_shipped_rubric_is_as_printed() -> None:
    assert _found(OWN) == []


def test_a_character_in_a_method() -> None:
    text = _replaced(
        ("method: 实际缴费人数比上年末增加的得2分，增加1%", "method: 实际缴费人数比上年末增加的得2分，增加1.5%")
    )
    line = OWN[: OWN.index("method: 实际缴费人数")].count("\n") + 1
    assert _said(text) == [
        (
            line,
            37,
            "words-not-as-printed",
            (
                "评分办法和原表（第 1 个表第 2 行）不同："
                "这里是“…的得2分，增加1【.5】%到2%之间的再…”，原表是“…的得2分，增加1【】%到2%之间的再…”"
            ),
        )
    ]
    ((_, _, _, english),) = _said(text, "en")
    assert english == (
        "the method is not as printed (row 2 of table 1): “…的得2分，增加1【.5】%到2%之间的再…” here, "
        "“…的得2分，增加1【】%到2%之间的再…” on the form"
    )


def test_several_stretches_and_what_is_missing_at_the_end() -> None:
    text = _replaced(("target: 开展就业服务专项活动。", "target: 办就业服务专项活动"))
    assert [(code, said) for _, _, code, said in _said(text)] == [
        (
            "words-not-as-printed",
            "目标要求和原表（第 4 个表第 3 行）不同：这里是“【办】就业服务专项活动”，原表是“【开展】就业服务专项活动…”",
        ),
        (
            "words-not-as-printed",
            "目标要求和原表（第 4 个表第 3 行）不同：这里是“…就业服务专项活动【】”，原表是“…就业服务专项活动【。】”",
        ),
    ]


def test_titles_and_points() -> None:
    text = _replaced(
        ("title: 全省就业工作单项考核表", "title: 全省就业工作考核表"),
        ("points: 400", "points: 401"),
        ("title: 失业保险\n    points: 50", "title: 失业保障\n    points: 51"),
        ("title: 劳务协作\n        points: 5", "title: 劳务合作\n        points: 6"),
    )
    assert [(one.code, one.message("zh").partition("不同：")[2]) for one in _found(text)] == [
        ("words-not-as-printed", "这里是“全省就业工作【】考核表”，原表是“全省就业工作【单项】考核表”"),
        ("points-not-as-printed", "这里是 401，原表是 400"),
        ("words-not-as-printed", "这里是“失业保【障】”，原表是“失业保【险】”"),
        ("points-not-as-printed", "这里是 51，原表是 50"),
        ("words-not-as-printed", "这里是“劳务【合】作”，原表是“劳务【协】作”"),
        ("points-not-as-printed", "这里是 6，原表是 5"),
    ]
    assert _found(text, "en")[1].message("en") == "the points are not as printed (line 2): 401 here, 400 on the form"


def _without(text: str, start: str, end: str) -> str:
    return text[: text.index(start)] + text[text.index(end) :]


def test_items_and_sections_of_another_year() -> None:
    text = _without(OWN, "      # 2.4\n", "      # 2.5\n")
    text = _without(text, "  - id: grassroots_platforms\n", "  - id: employment_information_systems\n")
    text = text.replace("title: 数据利用", "title: 绿色转型")
    method = text.index("method: 按时向省中心")
    text = text[:method] + "method: 全新的办法" + text[text.index("\n", method) :]
    found = {(one.code, one.message("zh")) for one in _found(text)}
    assert ("item-not-in-form", "原表没有“绿色转型”这个子项目") in found
    assert ("item-not-in-rubric", "少了子项目“数据利用”：在原表第 9 个表第 2 行") in found
    assert ("item-not-in-rubric", "少了子项目“劳务协作”：在原表第 3 个表第 5 行") in found
    assert ("section-not-in-rubric", "少了项目“城乡基层平台建设”：在原表第 7 个表第 2 行") in found
    english = {one.code: one.message("en") for one in _found(text, "en")}
    assert english["item-not-in-form"] == "the form has no item “绿色转型”"
    assert english["section-not-in-rubric"] == (
        "the section “城乡基层平台建设” is missing; it is in row 2 of table 7 of the form"
    )
    assert english["item-not-in-rubric"].endswith("of the form")


def test_a_section_that_the_form_lacks() -> None:
    extra = (
        OWN[OWN.index("  - id: employment_funds\n") :]
        .replace("就业专项资金管理", "碳达峰")
        .replace("title: ", "title: 新")
    )
    found = {(one.code, one.message("zh")) for one in _found(f"{OWN}\n{extra}")}
    assert ("section-not-in-form", "原表没有“新碳达峰”这个项目") in found


def _table(*rows: str) -> str:
    return "\n".join(["考核表", "", "|项目|子项目|分值|评分办法|", "|---|---|---|---|", *rows, ""])


PLACED = ("|甲类|一项|5|一得5分|", "|甲类|二项|5|二得5分|", "|乙类|三项|5|三得5分|", "|乙类|四项|5|四得5分|")


def _against(
    rows: tuple[str, ...], printed: tuple[str, ...] = PLACED, language: Language = "zh"
) -> list[tuple[str, str]]:
    """What is found in a rubric of one form against another."""
    drawn = official_form(lines.rows(_table(*rows)), "form.md")
    document = source.read("form.yaml", rubric_yaml.text(rubric_data(drawn, "form", "zh"), []).encode())
    form = official_form(lines.rows(_table(*printed)), "form.md")
    found = differences(form, validate(Rubric, document, document.data), document, language)
    return [(one.code, one.message(language)) for one in found]


def test_an_item_in_the_next_section() -> None:
    moved = (PLACED[0], PLACED[1].replace("甲类", "乙类"), *PLACED[2:])
    assert _against(moved) == [
        ("points-not-as-printed", "分值和原表（第 5 行）不同：这里是 5，原表是 10"),
        ("points-not-as-printed", "分值和原表（第 7 行）不同：这里是 15，原表是 10"),
        ("item-not-in-place", "子项目“二项”的位置和原表不同：原表在“甲类”里（第 6 行）"),
    ]


def test_items_in_another_order() -> None:
    found = _against((PLACED[1], PLACED[0], *PLACED[2:]))
    assert found == [("item-not-in-place", "子项目“二项”的位置和原表不同：原表在“甲类”里（第 6 行）")]


def test_a_moved_item_is_compared_too() -> None:
    found = _against((PLACED[1].replace("二得", "不得"), PLACED[0], *PLACED[2:]))
    assert [code for code, _ in found] == ["item-not-in-place", "words-not-as-printed"]


def test_sections_in_another_order() -> None:
    found = _against((*PLACED[2:], *PLACED[:2]))
    assert found == [("section-not-in-place", "项目“乙类”的次序和原表不同：在原表第 7 行")]


def test_rows_of_one_title_in_another_number() -> None:
    again = (*PLACED, "|乙类|一项|5|一得5分|")
    assert [code for code, _ in _against(again)] == [
        "points-not-as-printed",
        "points-not-as-printed",
        "item-not-in-form",
    ]
    assert [code for code, _ in _against(PLACED, again)][-1] == "item-not-in-rubric"


def test_places_in_english() -> None:
    ((_, item),) = _against((PLACED[1], PLACED[0], *PLACED[2:]), language="en")
    assert item == "the item “二项” does not stand where the form has it: under “甲类”, line 6"
    ((_, section),) = _against((*PLACED[2:], *PLACED[:2]), language="en")
    assert section == "the section “乙类” does not stand where the form has it: in line 7"
