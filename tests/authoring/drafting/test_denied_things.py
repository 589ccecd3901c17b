"""What is denied of one of several things is denied of each: no fact that is asked for says the opposite."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from kaohe.authoring.drafting.carried_words import carried
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.method_draft import drafted

DENIALS = (
    "未召开",
    "未按时报送",
    "没有建立",
    "无",
    "缺",
    "缺少",
    "不按规定上报",
    "漏报",
    "迟报",
    "未晾晒",
    "未能及时开展",
)
SEPARATORS = ("、", "和", "及", "或", "与")
TAKEN = (
    "的各扣1分",
    "的，各扣1分",
    "各扣1分",
    "的分别扣1分、1分",
    "的，每次扣1分",
    "的扣1分",
    "每少一项扣1分",
    "的不得分",
)
LABELS = "未没无缺不漏迟"


def _asked(method: str) -> list[str]:
    item = Item(method, Decimal(8), Facts("本项工作"), "zh")
    made = drafted(item)
    facts: list[dict[str, Any]] = [*item.facts.used_by([*made.rules, *made.vetoes]).values()]
    return [str(fact["label"]).rpartition("：")[2] for fact in facts]


@pytest.mark.parametrize("denial", DENIALS)
def test_each_fact_says_so(denial: str) -> None:
    for separator, taken in product(SEPARATORS, TAKEN):
        for label in _asked(f"{denial}民主生活会{separator}年度总结{taken}"):
            assert any(sign in label for sign in LABELS), (denial, separator, taken, label)


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        (["未召开民主会", "生活会"], ["未召开民主会", "未召开生活会"]),
        (["制度", "台账不健全"], ["制度不健全", "台账不健全"]),
        (["未报计划", "总结", "无记录", "照片"], ["未报计划", "未报总结", "无记录", "无照片"]),
        (["迟报", "漏报"], ["迟报", "漏报"]),
        (["捕后不起诉", "撤案", "判无罪"], ["捕后不起诉", "撤案", "判无罪"]),
        (["计划", "总结"], ["计划", "总结"]),
        (["拖欠工程款", "农民工工资"], ["拖欠工程款", "拖欠农民工工资"]),
        (["制定方案", "计划", "开展培训"], ["制定方案", "制定计划", "开展培训"]),
        (["获省级一", "二", "三等奖"], ["获省级一等奖", "获省级二等奖", "获省级三等奖"]),
        (["建立制度", "落实责任"], ["建立制度", "落实责任"]),
        (["培训计划", "总结"], ["培训计划", "总结"]),
        (["照片", "无记录"], None),
        (["未晾晒被褥", "衣物"], None),
    ],
)
def test_words_of_all(named: list[str], meant: list[str] | None) -> None:
    assert carried(named) == meant
