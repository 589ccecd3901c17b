"""The smallest pieces of scoring Chinese: numbers, percents, measure words, verbs of giving and taking."""

import re
from collections.abc import Mapping
from decimal import Decimal

PLAIN = str.maketrans("０１２３４５６７８９．％（）［］【】，；：＋－～＜＞＝", "0123456789.%()[][],;:+-~<>=")
"""One character for each other, so that places stay the same."""
NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+|零?点[一二三四五六七八九]|半)"
POINTS = rf"(?:{NUMBER})分"
PERCENT = rf"(?:\d+(?:\.\d+)?%|百分之{NUMBER})"
PERCENTAGE_POINT = rf"{NUMBER}个?百分点"
_MEASURES = (
    "人次 批次 场次 人日 件次 篇次 车次 户次 座次 辆次 站次 台次 处次 项次 家次"
    " 个位次 个名次 位次 名次 个工作日 工作日 个季度 季度 个百分点 个月 个 次 起 项 件 例 人 条 处 户 家 篇"
    " 份 名 位 天 日 月 宗 批 所 场 期 台 套 村 县 乡镇 街道 社区 本 辆 亩 公里 万元 亿元 元 小时 周 年 桩 部 幅"
    " 站 门 节 座 根 桶 公顷 吨 平方米 具 头 只 卷 学时 课时 间 块 株 层 种 餐次 餐 千米 米 秒 分钟 笔 盏 尾 棵"
    " 枚 立方米 公斤 (?<=[每一1])案(?![件例卷由情])"
    " 万人次 万册次 万人 万册 万户 万亩 万件 万吨 万平方米 册次 册 张 微克/立方米 毫克/立方米 毫克/升 吨标准煤"
)
MEASURE = rf"(?:{'|'.join(_MEASURES.split())})(?:\((?:{'|'.join(_MEASURES.split())})\))?"
NO_WORD = (
    r"(?![门罚评店织籍域])(?!(?<=期)间)(?!(?<=村)民)(?!(?<=部)[队署委])(?!(?<=站)点)(?!(?<=节)[能约])"
    r"(?!(?<=[件车户座辆站台处项家]次)品)"
)
"""After a measure that is one, and not the start of a word: 每部门, 每批评."""
GIVE = r"(?:可以?|(?<![适相响反对供效])应|即|直接)?(?:得|计|记|加|给|赋|奖励?|评)(?:予|上|为|满)?"
TAKE = r"(?:另|应|(?<!否)则|均|再|(?<![增参附])加)?(?:扣减|扣除|倒扣|扣|减去|减)(?:除|去|掉|本项)?"
DIGITS: Mapping[str, int] = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = 10


def number(text: str) -> Decimal:
    """What a number says, in digits or in Chinese."""
    if text == "半":
        return Decimal("0.5")
    if "点" in text:
        return Decimal(DIGITS[text[-1]]) / _TENS
    if text[0].isdecimal():
        return tidy(Decimal(text))
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return Decimal("".join(str(DIGITS[one]) for one in text))
    return Decimal((DIGITS[tens] if tens else 1) * _TENS + (DIGITS[ones] if ones else 0))


def wide(text: str) -> str:
    """Brackets and commas as forms print them."""
    return text.replace("(", "（").replace(")", "）").replace(",", "，")


def points(text: str) -> Decimal:
    """The number of `2.5分`, or of `2.5` where 分 was left out."""
    return number(text.removesuffix("分"))


def percent(text: str) -> str:
    """A percent as rubrics write it."""
    digits = text.removeprefix("百分之").removesuffix("%")
    return f"{number(digits):f}%"


def tidy(value: Decimal) -> Decimal:
    """5.0 and 5 are one number."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


PER = rf"(?:/|每)(?P<per>{MEASURE})"
BRACKETED = re.compile(r"\([^()]*\)")
