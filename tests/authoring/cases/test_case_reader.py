"""Files of cases: what they say of all cases and of each, and everything that is wrong in them, at its place."""

from fractions import Fraction

import pytest

from kaohe import source
from kaohe.authoring.cases.case import Between, RuleGives, Signed
from kaohe.authoring.cases.case_reader import is_cases, read_cases
from kaohe.problems import Problems
from support.small_cases import CASES, RUBRICS, cases, outcomes, said


def test_the_cases_of_a_file() -> None:
    found = read_cases(source.read(str(CASES)), RUBRICS)
    assert (len(found.cases), found.problems, found.unread) == (10, (), 0)
    first, second, third = found.cases[:3]
    assert (first.name, first.item, first.place.line, first.place.column) == (
        "人数恰好增加1%，算在这一档",
        "growth",
        3,
        3,
    )
    assert first.facts["growth"]["late"] == 0
    assert first.expected.points == {"growth": Between(Fraction(8), Fraction(8))}
    assert second.readings == {"growth.exactly": "without"}
    assert second.expected.points == {"growth": Between(Fraction(2), Fraction(6))}
    assert third.expected.rules["growth", "3"] == RuleGives(due=Fraction(3), applied=Fraction(2))
    assert str(third.place_of(("rules", "growth", "3"))) == f"{CASES}:17:26"
    assert third.place_of(("score",)) == third.place
    assert found.cases[4].signed == Signed("张三", "2012-01-10")
    whole = found.cases[8]
    assert (whole.item, whole.expected.items, whole.expected.above_items) == ("", ("safety",), True)
    assert (whole.expected.sections["safe"], whole.expected.grades) == (
        Between(Fraction(-2), Fraction(-2)),
        {"": ("fair",)},
    )


def test_keys_and_names_as_people_call_them() -> None:
    found = cases(
        """\
- 名称: 甲
  子项目: 1.2
  事实: {走访户数: 10, 有计划: 是}
  得分: {从: 6, 到: 12}
  规则: {1: {应扣: 0, 实扣: 0}}
- 名称: 乙
  事实: {参保: {迟报: 3次}}
  得分: {1.1 参保: {from: 0, to: 6分}}
  项目得分: {工作: {to: 18}, 安全: 不予评分}
  总分: {to: "２７"}
  等次: [好, fair]
  签字: {签名: 张三, 日期: 2012-01-10}
""",
        "评分细则: assessed.yaml\n例:\n",
    )
    assert found.problems == ()
    one, other = found.cases
    assert (one.item, one.expected.rules) == (
        "visits",
        {("visits", "1"): RuleGives(due=Fraction(0), applied=Fraction(0))},
    )
    assert other.expected.points == {"growth": Between(Fraction(0), Fraction(6))}
    assert other.expected.sections == {"work": Between(None, Fraction(18)), "safe": Between(None, None, scored=False)}
    assert (other.expected.score, other.expected.grades) == (Between(None, Fraction(27)), {"": ("good", "fair")})
    assert other.signed == Signed("张三", "2012-01-10")


def test_what_all_cases_have_and_one_says_otherwise() -> None:
    found = cases(
        "- {name: 甲, item: growth, facts: {late: 0}, points: {to: 8}}\n"
        "- {name: 乙, item: growth, year: 2013, readings: {growth.exactly: with}, points: {to: 8}}\n",
        "rubric: assessed.yaml\nyear: 2012\nreadings: {growth.exactly: without}\ncases:\n",
    )
    assert [one.readings for one in found.cases] == [{"growth.exactly": "without"}, {"growth.exactly": "with"}]
    assert [one.document.data["year"] for one in found.cases] == [2012, 2013]
    assert found.cases[1].document.position(("year",)) == (6, 33)
    assert found.cases[1].facts == {"growth": {}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["2:7 这里写的是“(空)”，应是若干例：写 cases:，下面一例一段，以“- name: 例的名称”开头"]),
        ("- 甲\n", ["3:3 这里写的是“甲”，应是若干行“名称: 值”，行首没有“-”"]),
        ("- {item: growth, points: 8}\n", ["3:3 这里写的是“(空)”，应是例的名称，如 name: 缴费人数恰好增加1%"]),
        (
            "- {name: 甲, item: growth, points: 8}\n- {name: 甲 , item: growth, points: 8}\n",
            ["4:10 第 3 行已经有一例叫“甲”；每例的名称不能相同，否则不知道说的是哪一例"],
        ),
        (
            "- {name: 甲, item: growth, facts: {late: 0}}\n",
            ["3:3 例“甲”没有写应得什么；写 points: 应得的分，或 rules、sections、score、grade 中的一个"],
        ),
        (
            "- {name: 甲, item: growth, points: {from: 7, to: 3}}\n",
            ["3:35 从 7 到 3，下限比上限还高；小的写在 from，大的写在 to"],
        ),
        (
            "- {name: 甲, item: growth, points: 8, signed: {by: 张三}}\n",
            ["3:46 签名缺 on；写 signed: {by: 签名的人, on: 日期}，如 signed: {by: 张三, on: 2012-01-10}"],
        ),
        ("- {name: 甲, item: grwth, points: 8}\n", None),
        ("- {name: 甲, facts: [], score: 1}\n", ["3:20 这里写的是“[]”，应是若干行“名称: 值”，行首没有“-”"]),
        ("- {name: 甲, score: {}}\n", ["3:20 这里什么也没有写；写一个数，或 from to 中的一个、两个"]),
        (
            "- {name: 甲, item: growth, rules: {1: {}}}\n",
            ["3:38 这里什么也没有写；写一个数，或 due applied 中的一个、两个"],
        ),
        ("- {name: 甲, item: growth, points: 八}\n", ["3:35 这里写的是“八”，应是数字，如 7.5"]),
        ("- {name: 甲, item: growth, pionts: 8, score: 8}\n", ["3:27 不认识“pionts”，是不是“points”？"]),
        ("- {name: 甲, item: growth, rules: {4: 1}}\n", None),
        ("- {name: 甲, item: growth, rules: 1}\n", ["3:34 这里写的是“1”，应是若干行“名称: 值”，行首没有“-”"]),
        ("- {name: 甲, item: growth, rules: {1: {du: 1}}}\n", ["3:39 不认识“du”，是不是“due”？"]),
        ("- {name: 甲, points: {growh: 1}}\n", ["3:22 不认识“growh”，是不是“growth”？"]),
        ("- {name: 甲, points: {growth: {form: 1}}}\n", ["3:31 不认识“form”，是不是“from”？"]),
        ("- {name: 甲, facts: 3, score: 1}\n", ["3:20 这里写的是“3”，应是若干行“名称: 值”，行首没有“-”"]),
        ("- {name: 甲, grade: 优秀}\n", ["3:20 这里写的是“优秀”，只能是：good（好）, fair（一般）"]),
        (
            "- {name: 甲, score: 3, readings: {growth.exact: with}}\n",
            ["3:34 不认识“growth.exact”，是不是“growth.exactly”？"],
        ),
        (
            "- {name: 甲, score: 3, readings: {growth.exactly: never}}\n",
            ["3:50 这里写的是“never”，只能是：with（恰为1%的算）, without（恰为1%的不算）"],
        ),
        ("- {name: 甲, score: 3, parameters: 3}\n", ["3:35 这里写的是“3”，应是若干行“名称: 值”，行首没有“-”"]),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, expected: list[str] | None) -> None:
    found = said(text)
    assert found
    if expected is not None:
        assert found[::2] == expected


ENGLISH = {
    "- {name: a, score: {}}\n": "3:20 there is nothing in it; write a number, or one or both of from to",
    "- {item: growth, points: 8}\n": (
        "3:3 found “(empty)”, expected the name of the case, like name: exactly 1% more contributors"
    ),
    "": "2:7 found “(empty)”, expected cases: write cases: and below it each case, beginning with “- name: NAME”",
    "- {name: a, item: growth, points: 8}\n- {name: a, item: growth, points: 8}\n": (
        "4:10 the case on line 3 is called “a” already; give each a name of its own, so that it is known which is meant"
    ),
    "- {name: a, item: growth}\n": (
        "3:3 the case “a” expects nothing; write points: POINTS, or one of rules, sections, score, grade"
    ),
    "- {name: a, item: growth, points: {from: 7, to: 3}}\n": (
        "3:35 from 7 to 3: the lower end is above the upper; write the smaller in from, the larger in to"
    ),
    "- {name: a, item: growth, points: 8, signed: {on: x}}\n": (
        "3:46 the signature lacks by; write signed: {by: WHO, on: DATE}, like signed: {by: 张三, on: 2012-01-10}"
    ),
}


@pytest.mark.parametrize("text", ENGLISH)
def test_the_same_in_english(text: str) -> None:
    assert said(text)[1::2] == [ENGLISH[text]]


def test_a_case_that_is_wrong_stops_no_other() -> None:
    found = cases("- {name: 甲, item: growth}\n- {name: 乙, item: growth, points: {to: 8}}\n")
    assert ([one.name for one in found.cases], found.unread) == (["乙"], 1)


def test_a_rubric_that_is_not_there() -> None:
    with pytest.raises(Problems) as raised:
        cases("- {name: 甲, item: growth, points: 8}\n", "rubric: assesed.yaml\ncases:\n")
    assert [one.code for one in raised.value.problems] == ["no-such-rubric-file"]


def test_the_rubric_beside_is_meant_by_its_id() -> None:
    """Another of the same id may be shipped: who changes the file beside wants that one tested."""
    text = "rubric: assessed\ncases:\n- {name: 甲, item: growth, points: {to: 8}}\n"
    found = read_cases(source.read(str(CASES), text.encode()), RUBRICS)
    assert (found.document.data["rubric"], found.document.position(("rubric",))) == ("assessed.yaml", (1, 9))
    elsewhere = read_cases(
        source.read("x.cases.yaml", text.replace("assessed", str(CASES.with_name("assessed.yaml"))).encode()), RUBRICS
    )
    assert len(elsewhere.cases) == 1


def test_facts_that_are_no_mapping() -> None:
    (found,) = outcomes("- {name: 甲, item: growth, facts: [], points: 8}\n")
    assert [one.code for one in found.problems] == ["mapping-expected"]


def test_facts_are_read_as_those_of_units() -> None:
    found = outcomes(
        "- name: 甲\n  item: growth\n  facts: {late: 三次, insured: {previous: 10, curent: 3}}\n  points: 8\n"
    )
    assert [(one.line, one.column) for one in found[0].problems] == [(5, 17), (5, 45)]
    assert not found[0].passed


@pytest.mark.parametrize(("name", "is_one"), [("a.cases.yaml", True), ("A.CASES.YML", True), ("a.yaml", False)])
def test_what_files_of_cases_are_called(name: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_cases(name) is is_one
