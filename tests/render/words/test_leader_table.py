"""A leader's first page: each sentence, in both languages, and nothing of what there is nothing to say of."""

from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.messages import Language
from kaohe.render.words.leader_table import leader_table
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import AbsentUnit, BadFile, Summary, Switched
from support.rendered.batches import small
from support.rendered.changes import change

SELF = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=("5", "3", "10"), 丁市=("5", None, "10"))
FINAL = small(甲市=("5", "5", "5"), 乙市=("5", "4", "10"), 丙市=("4", "3.5", "10"), 丁市=("5", "1", "9"))
BOTH = replace(
    FINAL,
    first=SELF.units,
    units=tuple(replace(unit, stage="final") for unit in FINAL.units),
    changes=(
        change("甲市", "2.1", -5, kind="evidence_rejected", reason="照片无法辨认"),
        change("丙市", "1.1", -1, reason=""),
        change("丙市", "1.2", Fraction(1, 2)),
        change("乙市", "1.2", 0),
        change("丁市", "1.2", None),
    ),
)


def switched(option: str, *totals: int) -> Switched:
    found = tuple(ScoreRange.at(Fraction(20), Fraction(one)) for one in totals)
    return Switched("late.pieces", "每次扣1分", "times", "按次", option, f"按{option}", found)


def told(summary: Summary, language: Language = "zh") -> dict[str, list[str]]:
    (table,) = leader_table(batch_figures(summary), language)
    return {str(row.values[0]): str(row.values[1]).split("\n") for row in table.rows}


def test_a_province_in_sentences() -> None:
    assert told(BOTH) == {
        "总分（20分）": ["第 1 名 乙市，19 分；第 2 名 丙市，17.5 分；并列第 3 名 甲市、丁市，15 分"],
        "失业保险（10分）": ["第 1 名 甲市，10 分；第 2 名 乙市，9 分；第 3 名 丙市，7.5 分"],
        "技能培训（10分）": ["并列第 1 名 乙市、丙市，10 分；第 3 名 丁市，9 分"],
        "名次升降": [
            "乙市由第 2 名升到第 1 名：本单位总分未变，因其他单位增减",
            "丙市由第 3 名升到第 2 名：本单位总分 -0.5，主要是 1.1 征缴 -1（事实更正），其他单位变动更大",
            "甲市由第 1 名降到第 3 名：总分 -5，主要是 2.1 培训 -5（佐证不予采信：照片无法辨认）",
            "有一个阶段待定，不能比较的 1 个：丁市",
        ],
        "与自评分歧最大": [
            "甲市 2.1 培训：10 分改为 5 分（-5）。佐证不予采信：照片无法辨认",
            "丙市 1.1 征缴：5 分改为 4 分（-1）。事实更正",
            "丁市 2.1 培训：10 分改为 9 分（-1）。",
            "丙市 1.2 监测：3 分改为 3.5 分（+0.5）。事实更正：漏报",
        ],
        "省厅改动": ["共 5 处，涉及 4 个单位：加分 1 处（+0.5），减分 2 处（-6），不动分 1 处，待定 1 处；合计 -5.5"],
        "缺报和未计入": ["没有：4 个单位都已计入，事实齐全"],
    }


def test_the_same_in_english() -> None:
    found = told(BOTH, "en")
    assert found["Total (20 points)"] == ["No. 1 乙市 with 19; No. 2 丙市 with 17.5; shared No. 3 甲市, 丁市 with 15"]
    assert found["Who moved"] == [
        "乙市 rose from No. 2 to No. 1: its own total stayed, others moved",
        "丙市 rose from No. 3 to No. 2: its own total -0.5, mainly 1.1 征缴 -1 (fact corrected), others moved further",
        "甲市 fell from No. 1 to No. 3: total -5, mainly 2.1 培训 -5 (evidence rejected: 照片无法辨认)",
        "not compared, as one stage is open, 1: 丁市",
    ]
    assert found["Missing"] == ["nothing: 4 units are in, with all facts"]


def test_one_stage_has_nobody_who_moved() -> None:
    assert list(told(FINAL)) == ["总分（20分）", "失业保险（10分）", "技能培训（10分）", "缺报和未计入"]


def test_nothing_changed() -> None:
    found = told(replace(FINAL, first=FINAL.units))
    assert (found["名次升降"], found["与自评分歧最大"]) == (["名次都没有变"], ["没有子项目改动得分"])
    assert found["省厅改动"] == ["没有改动"]


def test_who_has_no_rank_and_what_is_missing() -> None:
    unscored = replace(SELF.units[0], total=ScoreRange.none(Fraction(20)))
    bad = tuple(BadFile(f"units/{number}.yaml", ()) for number in range(7))
    found = told(replace(SELF, units=(*SELF.units[1:], unscored), bad=bad))
    assert found["总分（20分）"][1:] == ["待定 1 个，不排名次：丁市 [15, 20]", "不予评分 1 个：甲市"]
    assert found["缺报和未计入"] == [
        "有缺报事实的单位 1 个：丁市（1 项）",
        "未计入的文件 7 个：0.yaml、1.yaml、2.yaml、3.yaml、4.yaml，另有 2 个，见“问题文件”",
    ]


def test_nobody_has_a_place_yet() -> None:
    assert told(small(甲市=(None, "5", "10")))["总分（20分）"][0] == "各单位都待定，还没有名次"


def test_many_who_share_a_place_are_counted() -> None:
    many = small(**{f"第{number}县": ("5", "5", "10") for number in range(6)})
    assert told(many)["总分（20分）"] == ["并列第 1 名 第0县、第1县、第2县、第3县等 6 个单位，20 分"]


def test_many_who_moved_are_counted() -> None:
    first = small(**{f"第{number:02}县": ("5", str(Fraction(number, 8)), "10") for number in range(16)})
    found = told(replace(first, first=tuple(reversed(first.units))))["名次升降"]
    assert (len(found), found[-1]) == (14, "另有 3 个单位名次有变，见“自评对照”")


def test_what_hangs_on_readings() -> None:
    first, last, rest = switched("件", 15, 20, 17, 15), switched("周", 15, 19, 17, 14), switched("月", 15, 19, 17, 15)
    same = switched("日", 15, 19, Fraction(35, 2), 15)  # type: ignore[arg-type]
    found = told(replace(FINAL, switched=(first, last, rest, same)))
    assert found["读法影响"] == [
        "“每次扣1分”如改为“按周”：2 个单位总分变动（最多 丁市 -1），1 个单位名次变动，涉及前三名的 丁市 3→4",
        "“每次扣1分”如改为“按件”：2 个单位总分变动（最多 乙市 +1），名次不变",
        "“每次扣1分”如改为“按月”：1 个单位总分变动（最多 丙市 -0.5），名次不变",
    ]
    assert told(replace(FINAL, switched=(same,)))["读法影响"] == ["1 种其他读法都不改变任何单位的总分"]


def test_readings_that_leave_the_first_three_alone_and_more_than_are_told() -> None:
    four = small(
        甲市=("5", "5", "10"),
        乙市=("5", "4", "10"),
        丙市=("5", "3", "10"),
        丁市=("5", "2", "10"),
        戊市=("5", "1", "10"),
    )
    totals = [(20, 19, 18, 15, 16), (20, 19, 18, 14, 16), (20, 19, 18, 13, 16), (20, 19, 18, 12, 16)]
    found = told(replace(four, switched=tuple(switched(str(place), *one) for place, one in enumerate(totals))))
    assert (
        found["读法影响"][0] == "“每次扣1分”如改为“按3”：1 个单位总分变动（最多 丁市 -5），2 个单位名次变动，前三名不变"
    )
    assert found["读法影响"][3:] == ["另有 1 种，见“读法影响”"]


def test_units_that_have_not_come_so_far_are_missing() -> None:
    absent = (AbsentUnit("戊市", reached="self"), AbsentUnit("己市", faulty=True))
    found = told(replace(FINAL, absent=absent))["缺报和未计入"]
    assert found == ["没有到这一阶段的单位 2 个：戊市（只到自评分）、己市（文件有问题）"]
    english = told(replace(FINAL, absent=absent[1:]), "en")["Missing"]
    assert english == ["units that have not reached this stage, 1: 己市 (faulty files)"]
