"""A sheet made by hand: full marks, a lost line, one cut short by a cap, an open item, one below zero."""

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from kaohe.problems import Problem
from kaohe.results.sheet import FormHead, ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet


def item(number: str, name: str, title: str, score: str | None, *ledger: LedgerLine) -> ItemScore:
    """An item worth 5 points; without a score it is open between 2.5 and 5."""
    low, high = (score, score) if score is not None else ("2.5", "5")
    return ItemScore(
        number=number,
        id=name,
        title=title,
        target="",
        method="",
        points=Fraction(5),
        low=Fraction(low),
        high=Fraction(high),
        ledger=ledger,
    )


def line(due: str, applied: str, clause: str, why: str, arithmetic: str) -> LedgerLine:
    return LedgerLine("1", clause, "events", Fraction(due), Fraction(applied), why, arithmetic)


UNMET = "未按要求落实国家和省失业保险法律法规规定及政策措施（含所属统筹地区）并经省厅查实的次数"
LATE = line("1.5", "1.5", "每超时一次扣0.5分", "超时上报 3 次，扣 1.5 分", "超时上报 3 次 × 0.5 分")
CAPPED = line(
    "7.5",
    "5",
    "每有一次未按要求落实的扣2.5分，扣完为止",
    f"{UNMET} 3 次，应扣 7.5 分；这部分只有 5 分，扣完为止",
    f"{UNMET} 3 次 × 2.5 分",
)
VETO = line(
    "10", "10", "发生重大责任事故的不得分并倒扣5分", "发生重大责任事故，本项 10 分不得", "「重大责任事故」为是 → 10 分"
)

FULL = item("1.1", "coverage", "扩面征缴工作", "5")
LOST = item("1.2", "reports", "失业保险统计、信息报送和失业动态监测工作情况", "3.5", LATE)
CUT = item("1.3", "law", "贯彻实施国家和省失业保险法律法规", "0", CAPPED)
OPEN = item("2.1", "training", "城乡劳动者职业技能培训和创业培训", None)
BELOW_ZERO = item("2.2", "safety", "资金安全", "-5", VETO)

MISSING = MissingFact("2.1", "training", "trainees", "参加培训人数（上年末）")
READING = ReadingTaken(
    id="coverage.exactly_one_percent",
    words="增加1%到2%之间",
    chosen="inside",
    meaning="增幅恰为1%的，在“1%到2%之间”",
    others=(("outside", "增幅恰为1%的，不在其内"),),
)
PROBLEM = Problem(
    code="unknown-key",
    path="甲市.yaml",
    line=7,
    column=3,
    parameters=MappingProxyType({"key": "traning", "nearest": "training"}),
    severity="warning",
)
FORM = FormHead(
    id="small-form",
    title="就业工作考核表",
    sha256="0" * 64,
    attachment="附件2：",
    unit_label="单位（盖章）：",
    stages=(("self", "自评分"), ("final", "省厅审定考核分")),
)
INSURANCE = SectionScore(
    number="1",
    id="insurance",
    title="失业保险",
    points=Fraction(15),
    low=Fraction("8.5"),
    high=Fraction("8.5"),
    items=(FULL, LOST, CUT),
)
SKILLS = SectionScore(
    number="2",
    id="skills",
    title="技能培训",
    points=Fraction(10),
    low=Fraction("-2.5"),
    high=Fraction(0),
    items=(OPEN, BELOW_ZERO),
)
SHEET = Sheet(
    form=FORM,
    unit="甲市",
    year=2011,
    stage="self",
    points=Fraction(25),
    low=Fraction(6),
    high=Fraction("8.5"),
    settled=Fraction("3.5"),
    pending=Fraction(5),
    sections=(INSURANCE, SKILLS),
    missing=(MISSING,),
    readings=(READING,),
)
COMPLETE = replace(
    SHEET,
    points=Fraction(15),
    low=Fraction("8.5"),
    high=Fraction("8.5"),
    settled=Fraction("8.5"),
    pending=Fraction(0),
    sections=(INSURANCE,),
    missing=(),
    readings=(),
)


def with_item(changed: ItemScore) -> Sheet:
    """A sheet of one item."""
    return replace(COMPLETE, sections=(replace(INSURANCE, items=(changed,)),))
