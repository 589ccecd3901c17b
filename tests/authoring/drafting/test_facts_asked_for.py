"""What a draft asks for: labels that say what is counted, kinds that take the numbers that there will be."""

from decimal import Decimal

import pytest

from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.method_draft import drafted

CASES = [
    pytest.param(
        "合格率达98%得12分，每降低1%扣1分",
        "处方合格率",
        "",
        {"处方合格率": "percent"},
        id="a rate in the title",
    ),
    pytest.param(
        "全年未发生的得12分，每发生1批次扣5分",
        "到省集体访",
        "",
        {"到省集体访：发生": "count"},
        id="what did not happen names nothing that is counted",
    ),
    pytest.param(
        "发现脱管的每人扣3分，漏管的每人扣4分",
        "脱漏管",
        "",
        {"脱漏管：发现脱管": "count", "脱漏管：漏管": "count"},
        id="a word that is part of the title",
    ),
    pytest.param(
        "省级以上媒体报道每篇加0.5分，市级每篇加0.2分，最多得12分",
        "宣传",
        "",
        {"省级以上媒体报道": "count", "市级媒体报道": "count"},
        id="another level of what is given for",
    ),
    pytest.param(
        "粗暴执法被媒体曝光的，省级及以上每次扣4分，市级每次扣2分",
        "规范执法",
        "",
        {"粗暴执法被媒体曝光的省级及以上": "count", "粗暴执法被媒体曝光的市级": "count"},
        id="another level of what is taken for",
    ),
    pytest.param(
        "按时完成整改的得12分；未按时完成的，每个问题扣4分",
        "督察问题整改",
        "",
        {"未按时完成的问题": "count"},
        id="a thing that lacks something only by the words before it",
    ),
    pytest.param(
        "按时上报得12分；未按时上报的，每少报一次扣4分",
        "数据上报",
        "",
        {"按时上报：少报": "count"},
        id="what is lacking said twice",
    ),
    pytest.param(
        "完成目标得12分，每低于目标1个百分点扣2分",
        "空气优良天数",
        "优良天数比例不低于80%。",
        {"优良天数比例": "percent"},
        id="points below the number itself, as the target has it",
    ),
    pytest.param(
        "60天以内得12分，每超过5天扣1分", "平均审理天数", "", {"平均审理天数": "number"}, id="an average of days"
    ),
    pytest.param(
        "达到3名得12分，达到2名得4分，不足2名的不得分",
        "社会指导员",
        "每千人不少于3名。",
        {"社会指导员：每千人": "number"},
        id="so many of each thousand, as the target says",
    ),
    pytest.param(
        "完成4件得12分，少一件扣3分",
        "行政争议实质性化解",
        "任务数4件",
        {"行政争议实质性化解": "count"},
        id="what was done, and not what is due",
    ),
    pytest.param(
        "达到目标得12分，每低1个百分点扣1分",
        "综治工作",
        "群众满意度不低于95%",
        {"群众满意度": "percent"},
        id="a goal whose number the target has",
    ),
    pytest.param(
        "整改率每低5个百分点扣1分",
        "公益诉讼",
        "100%",
        {"公益诉讼：整改率": "percent"},
        id="a number alone in the target",
    ),
    pytest.param(
        "与去年同期持平或上升的计12分，每下降1个百分点扣2分",
        "刑事案件破案率",
        "",
        {"刑事案件破案率": "percent", "刑事案件破案率（上年同期）": "percent"},
        id="a rate beside that of the year before",
    ),
    pytest.param(
        "Ⅱ度压疮发生率为0得12分，每发生1例扣2分",
        "护理质量",
        "",
        {"Ⅱ度压疮：发生": "count"},
        id="what there should be none of",
    ),
    pytest.param(
        "教案检查分优、良、中三等，分别得12分、6分、4分", "备课", "", {"备课：教案检查": "choice"}, id="what is graded"
    ),
    pytest.param(
        "不超过10分钟得12分，10-20分钟得3分，20分钟以上得0分",
        "办税时间",
        "平均等候时间不超过10分钟。",
        {"平均等候时间": "number"},
        id="an average that only the target names",
    ),
]


@pytest.mark.parametrize(("method", "title", "target", "expected"), CASES)
def test_labels_and_kinds(method: str, title: str, target: str, expected: dict[str, str]) -> None:
    item = Item(method, Decimal(12), Facts(title), "zh", target=target)
    assert drafted(item).todo == []
    assert {one["label"]: one["kind"] for one in item.facts.indicators.values()} == expected


def test_brackets_that_say_what_counts_are_seen_by_whoever_is_asked() -> None:
    item = Item("培训每少一次扣1分（不含线上培训）", Decimal(12), Facts("干部培训"), "zh")
    assert drafted(item).todo == []
    assert [one["note"] for one in item.facts.indicators.values()] == ["不含线上培训"]


def test_a_second_reading_of_a_count_counts_another_fact() -> None:
    item = Item("每少1条扣0.2分", Decimal(12), Facts("信息报送"), "zh", target="每月报送信息不少于2条")
    (rule,) = drafted(item).rules
    reading = next(one for one in rule["readings"] if one["id"] == "periods")
    entry = reading["options"]["second"]["patch"]["deductions"]["1"]
    assert item.facts.indicators[rule["deductions"][0]["count"]]["note"] == "逐月（逐周、逐季）核对，缺的加起来"
    assert item.facts.indicators[entry["count"]]["label"] == "信息报送：少（按全年合起来的总数算，多的可以补少的）"


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("到期回复率、整改率每低5个百分点扣1分", "100%"),
        ("维修及时率每低1%扣0.25分", "急修30分钟到场"),
        ("整改率每低1个百分点扣0.5分", "办结率100%，公示率98%"),
    ],
)
def test_steps_without_their_number_are_left_to_do(method: str, target: str) -> None:
    item = Item(method, Decimal(10), Facts("报修服务"), "zh", target=target)
    assert [one["clause"] for one in drafted(item).todo] == [method]


def test_points_below_a_target_that_nobody_names_are_left_to_do() -> None:
    item = Item("完成目标得10分，每低于目标1个百分点扣2分", Decimal(10), Facts("空气质量"), "zh")
    assert [one["clause"] for one in drafted(item).todo] == [item.method]
