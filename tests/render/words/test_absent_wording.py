"""Units that have not reached a stage: below the ranking with how far they have come, and by their names in a line."""

from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.render.words.absent_wording import MOST, come_so_far, listed
from kaohe.render.words.ranking_table import ranking_table
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import AbsentUnit
from support.rendered.batches import small

LABELS = {"self": "自评分", "preliminary": "省厅初评分", "final": "省厅审定考核分"}
WHOLE = Fraction(20)
SCORED = AbsentUnit("乙市", reached="self", due=True, total=ScoreRange(WHOLE, Fraction(19), Fraction(19)))
OPEN = AbsentUnit("丙市", reached="self", total=ScoreRange(WHOLE, Fraction(1), Fraction(19)))
FAULTY, NEVER = AbsentUnit("丁市", faulty=True), AbsentUnit("戊市", due=True)


def test_how_far_they_have_come() -> None:
    told = [come_so_far(one, LABELS, "zh") for one in (SCORED, OPEN, FAULTY, NEVER, replace(SCORED, faulty=True))]
    assert told == [
        "未到本阶段\n（自评分 19）",
        "未到本阶段\n（自评分 待定）",
        "文件有问题",
        "未报",
        "文件有问题\n（自评分 19）",
    ]
    assert come_so_far(SCORED, LABELS, "en") == "not at this stage\n(自评分 19)"


def test_by_their_names() -> None:
    assert listed([SCORED, FAULTY, NEVER], LABELS, "zh") == "乙市（只到自评分）、丁市（文件有问题）、戊市"
    assert listed([SCORED, FAULTY, NEVER], LABELS, "en") == "乙市 (only 自评分), 丁市 (faulty files), 戊市"
    many = [AbsentUnit(f"第{place}市") for place in range(MOST + 2)]
    assert listed(many, LABELS, "zh").endswith(f"、第{MOST - 1}市，另有 2 个单位")


def test_below_the_ranking() -> None:
    summary = replace(small(甲市=("5", "5", "10")), stage="final", absent=(SCORED, NEVER))
    (table,) = ranking_table(batch_figures(summary), "zh")
    assert [row.values[:3] for row in table.rows][1:] == [
        (None, "乙市", "未到本阶段\n（自评分 19）"),
        (None, "戊市", "未报"),
    ]
    assert [row.unit for row in table.rows] == ["甲市", "乙市", ""], "a unit without any sheet has no page"
    assert table.before == (
        "本表排“省厅审定考核分”。没有到这一阶段的 2 个单位列在最后，不排名次：乙市（只到自评分）、戊市",
        "其中应报的：乙市、戊市",
    )
    assert table.chart
    assert table.chart.count == 1
