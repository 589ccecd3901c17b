"""Words of a document as a reader joins them: Word's line breaks and stray blanks are no part of the text."""

import re
from fractions import Fraction

from kaohe.library.checks.numbers.number_kinds import WIDE

_BLANKS = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
_OPEN = re.compile(
    r"(?<=[A-Za-z]) (?=[A-Za-z0-9(])|(?<=[0-9]) (?=[A-Za-z])|(?<=[,:;%)]) (?=[A-Za-z0-9(])|(?<=[.]) (?=[A-Za-z])"
)
"""Between words of Latin letters a blank is one."""
_POINTS = re.compile(r"[(（]?(\d+(?:\.\d+)?)分?[)）]?")
_PRINTED_WITH = re.compile(r"^(.*?)[（(【\[]?(?:共|满分|合计)?(\d+(?:\.\d+)?)分[）)】\]]?$")
"""失业保险（50分）."""
_COMPARED = re.compile(r"(?:[≥≤<>=＜＞-]|于|达到?|超过|满|至|到)$")
"""平均分≥85分 has no points of its own."""
_SUM = re.compile(r"\d+(?:\.\d+)?(?:[+＋]\d+(?:\.\d+)?)+分?")


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


def title_and_points(text: str) -> tuple[str, Fraction | None]:
    """失业保险（50分） is the title 失业保险, and 50."""
    words = joined(text)
    found = _PRINTED_WITH.fullmatch(words.translate(WIDE))
    if found is None or not found[1] or _COMPARED.search(found[1]):
        return words, None
    return words[: len(found[1])], Fraction(found[2])
