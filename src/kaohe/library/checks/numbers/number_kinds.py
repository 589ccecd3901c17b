"""The numbers of a text, and which of them the words around them show to be no points, thresholds or steps."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
"""The form may print its numbers in full width; its rules are written in ordinary ones."""
NUMBER = re.compile(r"(\d+(?:\.\d+)?)(%|个百分点|[万亿]?)")
TO = r"\s*[-－—–~～至到、和及]+\s*"
"""Between the numbers of a range or a list."""
UNSIGNED = re.compile(rf"\d+(?:\.\d+)?(?![\d.%])(?=(?:{TO}\d+(?:\.\d+)?)*{TO}\d+(?:\.\d+)?(%|个百分点))")
"""A number of a range or a list that takes its sign from the last one: 10-20%, 90、80、70%."""
BEFORE, AFTER = re.compile(r"[^\W\d_]{0,4}$"), re.compile(r"[^\W\d_]{0,2}")
"""Words without a sign that YAML would take for its own."""
YEAR = r"(?:19|20)\d\d"
COUNTED = "例人次起件项个条处户家篇份名位天日宗批所场期只头台套村县乡镇"


@dataclass(frozen=True, slots=True)
class NumberKind:
    """Numbers that a rule need not have, and a clause that has some: all but those of its points."""

    pattern: re.Pattern[str]
    example: str


def _kind(pattern: str, example: str) -> NumberKind:
    return NumberKind(re.compile(pattern), example)


KINDS: Mapping[str, NumberKind] = {
    "name": _kind(r"“[^”]*”|\"[^\"]*\"|《[^》]*》", "开通“12580”、落实《2017年行动方案》的得5分"),
    "time of day": _kind(
        r"(?<!\d)\d{1,2}[:：][0-5]\d(?!\d)|(?<![\d.])\d{1,2}[时点](?:\d{1,2}分)?(?=[至到起]|[以之]?[前后])",
        "每日17:00前报送、8时30分前到岗的得5分",
    ),
    "heading": _kind(
        r"(?:^|(?<=[。；;：:\s]))\s*(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、)）](?!\d))",
        "1.按时上报的得4分；（2）无差错的得3分",
    ),
    "attachment": _kind(
        rf"附[件表录图]\s*\d+(?:{TO}\d+)*(?![份个件张])|(?<=[按见照如])[表图]\s*\d+",
        "按附件1、附表2和见表3的格式报送的得5分",
    ),
    "document": _kind(
        rf"[〔［\[（(【]\s*{YEAR}\s*[〕］\]）)】](?:\s*第?\s*\d+\s*号)?|\d+\s*号(?=文|令|公告|通知|函)",
        "按苏人社发〔2011〕493号、省政府36号令落实的得5分",
    ),
    "number on a list": _kind(
        rf"第\s*\d+(?:{TO}第?\d+)*\s*[项条款章节目号届期批季部类种页篇]|(?<!\d)[1-4]季度",
        "第10项、第8条第2款和3季度的要求均落实的得4分",
    ),
    "year": _kind(rf"(?<!\d){YEAR}(?:{TO}(?:19|20)?\d\d)*年(?!\d+月)", "2015-2017年度连续达标的得5分"),
    "code": _kind(
        r"[A-Za-z]+[-—/ ]?\d+(?:[.-]\d+)*(?![\d.]*(?:%|分))|\d(?=A(?![A-Za-z]))",
        "PM2.5达标、建成4A级景区的得5分",
    ),
    "hotline": _kind(r"(?<!\d)1\d{4}(?=[^\d，。；、%件次个条人元分]{0,6}热线)", "12345政务服务热线畅通的得5分"),
    "motto": _kind(
        r"(?<![\d.%=＝×*÷/+＋])\d(?:[+＋][\dA-Za-z])+(?![\d.%×*÷/+＋分])",
        "落实5+1工作机制的得3分",
    ),
    "round the clock": _kind(
        r"7\s*[×xX*]\s*24(?:\s*小时)?|(?<![超逾过满达迟晚\d.])24小时(?![以之内前后未仍])", "实行24小时值班的得5分"
    ),
    "scale": _kind(r"\d+分制", "按100分制打分，折算后满分5分"),
    "each one": _kind(
        r"每[^\d，。；,]{0,4}1(?![\d.%]|分(?!钟))"
        rf"|(?<![\d.于过超足满达第前])(?<!\d[至到、~～—–-])1(?=[{COUNTED}](?:(?!以[上下内])[^，。；,;02-9])*[，,]?[扣得加减记计])",
        "漏统1人扣0.5分，每错报1人扣0.5分",
    ),
    "nothing": _kind(r"(?<![\d.])0分|[得为计记]0(?![\d.%])", "完成得5分，未完成0分，错报的为0"),
}
"""In their order: what one of them has taken is no longer there for the next."""

TIMES: Mapping[str, NumberKind] = {
    "date": _kind(
        rf"(?:{YEAR}年)?(?<!\d)\d{{1,2}}(?:{TO}\d{{1,2}})?月(?:\d{{1,2}}(?:{TO}\d{{1,2}})?[日号])?"
        rf"|(?<=月)\d{{1,2}}[日号]|(?<!\d)\d{{1,2}}[日号](?=[以之]?前)|{YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
        r"|(?<!\d)\d{1,2}[·•]\d{1,2}(?!\d)",
        "3月底前部署、每月5日前和12月31日报送的得5分",
    ),
    "term": _kind(
        rf"(?<![月\d.])\d+(?:{TO}\d+)?\s*(?:日(?=[以之]?内)|个?(?:工作日|自然日|天|小时|分钟|月|周|星期|季度|年)(?=[以之]?[内前]))",
        "30天内备案、5个工作日内回复的得4分",
    ),
}
"""Deadlines: a rule whose facts say whether they were kept has no number of them."""
UNITS_OF_TIME = ("年", "季度", "月", "周", "星期", "工作日", "自然日", "日", "天", "小时", "分钟")

SCALES: Mapping[str, tuple[int, ...]] = {"万": (10**4,), "亿": (10**8, 10**4)}
"""How many times as large a number is in a fact's own unit: 元, or 万元."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a text, written plainly with what makes another number of it, and the words around it."""

    number: str
    words: str


def numbers(text: str) -> list[str]:
    """Every number of a text."""
    return [one.number for one in _found(text, text.translate(WIDE))]


def said(text: str) -> set[str]:
    """How a rule may write the numbers of a text."""
    return {way for number in numbers(text) for way in spellings(number)}


def demanded(clause: str, times: Collection[str]) -> list[Found]:
    """The numbers of a clause that its rule must have; of the `TIMES`, only those that it has some of."""
    text = clause.translate(WIDE)
    for kind in (*KINDS.values(), *(kind for name, kind in TIMES.items() if name not in times)):
        text = kind.pattern.sub(lambda found: " " * len(found.group()), text)
    return list(_found(clause, text))


def _found(text: str, wide: str) -> Iterator[Found]:
    for found in NUMBER.finditer(wide):
        unsigned = UNSIGNED.match(wide, found.start())
        sign, end = (unsigned[1], unsigned.end(1)) if unsigned else (found[2], found.end())
        before, after = BEFORE.search(text[: found.start()]), AFTER.match(text[end:])
        words = f"{before.group()}{text[found.start() : end]}{after.group()}"  # type: ignore[union-attr]
        yield Found(plain(found[1]) + sign, words)


def plain(digits: str) -> str:
    """5.0 and 5 are one number."""
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def spellings(number: str) -> set[str]:
    """How a rule may write a number of its clause."""
    digits, sign = NUMBER.findall(number)[0]
    if sign in SCALES:
        return {number, digits, *(plain(str(Decimal(digits) * scale)) for scale in SCALES[sign])}
    if sign == "个百分点" or number == "0":
        return {number, digits, f"{digits}%"}
    return {number}
