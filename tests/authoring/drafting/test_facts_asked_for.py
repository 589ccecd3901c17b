"""What a draft asks for: labels that say what is counted, kinds that take the numbers that there will be."""

from decimal import Decimal

import pytest

from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.item_draft import drafted

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


def test_points_below_a_target_that_nobody_names_are_left_to_do() -> None:
    item = Item("完成目标得10分，每低于目标1个百分点扣2分", Decimal(10), Facts("空气质量"), "zh")
    assert [one["clause"] for one in drafted(item).todo] == [item.method]
