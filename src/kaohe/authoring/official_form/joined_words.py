"""Words of a document as a reader joins them: Word's line breaks and stray blanks are no part of the text."""

import re
from fractions import Fraction

from kaohe.library.checks.numbers.number_kinds import WIDE

_BLANKS = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
_OPEN = re.compile(
    r"(?<=[A-Za-z]) (?=[A-Za-z0-9(])|(?<=[0-9]) (?=[A-Za-z])|(?<=[,:;%)]) (?=[A-Za-z0-9(])|(?<=[.]) (?=[A-Za-z])"
)
"""Between words of Latin letters a blank is one."""
_POINTS = re.compile(r"[(（]?(\d+(?:\.\d+)?)[分%％]?[)）]?")
_WORTH = r"(?:共计?|满分|合计|总分|总计|分值|基础分|基准分|标准分)?[:：]?(?P<points>\d+(?:\.\d+)?)"
_BRACKETED = re.compile(rf"(?P<title>.+?)[（(【\[]{_WORTH}分[）)】\]]")
"""失业保险（50分）."""
_BARE = re.compile(rf"(?P<title>[^（(【\[]*[^\d.（(【\[至到—–~～-]|.*[）)】\]]){_WORTH}分")
"""环境卫生30分."""
_PLAIN = re.compile(r"(?P<title>.+)[（(](?P<points>\d+(?:\.\d+)?)[)）]")
"""课堂教学(8), below a heading that says that points stand there."""
_COMPARED = re.compile(
    r"(?:[≥≤<>=＜＞+＋-]|于|达到?|超过|满|至|到|不足|[扣得加减记奖给罚]|(?<![合总共小])计|最高|最多|上限|封顶|[以之][上下内]|每.{0,3}|第)$"
)
"""平均分≥85分 has no points of its own."""
_SUM = re.compile(r"\d+(?:\.\d+)?(?:[+＋]\d+(?:\.\d+)?)+分?")


_LIMIT = re.compile(r".+[（(](?P<limit>(?:最高|最多|不超过|上限|[≤+＋-])[^（）()]*\d(?:\.\d+)?分?)[）)]")
"""加分项（最高5分）."""


def joined(text: str) -> str:
    """The words on one line."""
    once = _BLANKS.sub(" ", text).strip()
    kept = {found.start() for found in _OPEN.finditer(once)}
    return "".join(one for place, one in enumerate(once) if one != " " or place in kept)


def joined_places(text: str) -> tuple[str, list[int]]:
    """The words on one line, and where in the text each of its characters stands."""
    line = joined(text)
    places: list[int] = []
    at = 0
    for one in line:
        while text[at] != one and not (one == " " and text[at].isspace()):
            at += 1
        places.append(at)
        at += 1
    return line, places


def points_of(text: str) -> Fraction | None:
    """The number of a cell for points: 8, 8分, or 4+4."""
    plain = joined(text).translate(WIDE)
    if _SUM.fullmatch(plain):
        return sum(map(Fraction, re.findall(r"[\d.]+", plain)), Fraction(0))
    found = _POINTS.fullmatch(plain)
    return Fraction(found[1]) if found else None


def limit_of(title: str) -> str:
    """The most that a row gives or takes, as it stands behind its title."""
    found = _LIMIT.fullmatch(title)
    return found["limit"] if found else ""


def title_and_points(text: str, heading: str = "") -> tuple[str, Fraction | None]:
    """失业保险（50分） is the title 失业保险, and 50; so is 失业保险（50） below 项目及分值."""
    words = joined(text)
    plain = words.translate(WIDE)
    found = _BRACKETED.fullmatch(plain) or _BARE.fullmatch(plain)
    if found is None and "分" in heading:
        found = _PLAIN.fullmatch(plain)
    if found is None or _COMPARED.search(found["title"]):
        return words, None
    return words[: found.end("title")].rstrip(":：，,"), Fraction(found["points"])
