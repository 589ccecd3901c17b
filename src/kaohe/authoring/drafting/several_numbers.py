"""Words that name several numbers, or an average: 开工率和竣工率均达到90%, 平均住院日."""

import re
from dataclasses import replace

from kaohe.authoring.drafting.ranges import RATES, Range, range_of


def averages(what: str) -> bool:
    """Whether words name an average, which is no whole number though it is of whole things: 平均住院日, 每千人3名."""
    return re.search(r"平均|[人户年月日村县校户]均|每[百千万]+", what) is not None


def several_numbers(what: str) -> bool:
    """Whether words name more than one number: 开工率、竣工率均达到100%."""
    return bool(
        re.search(
            r"(?<![人户年平地日月])(?:均)$|(?:都|分别|全部)$|(?:率|度|比例|占比).*(?:[、和]|及(?!以)).*(?:率|度|比例|占比)",
            what,
        )
    )


def several_rates(subject: str) -> bool:
    """Whether words name several things of which steps may be counted: 登记率、准确率每低1个百分点."""
    return RATES.search(subject) is not None and re.search(r"[、和与]|及(?!以|时)", subject) is not None


def each_of_several(words: str) -> list[Range]:
    """Numbers that words ask for side by side: 开工率和竣工率均达到90%, 甲率达到100%、乙率达到98%."""
    stretch = range_of(words)
    if stretch is not None:
        return _shared(stretch)
    pieces = [one for one in re.split(r"、|,(?:且|并且)?|和|且", words) if one]
    found = [
        one for one in map(range_of, pieces) if one is not None and not one.exact and one.what and not one.doubtful
    ]
    plain = len(found) == len(pieces) > 1 and all(RATES.search(one.what) for one in found)
    return found if plain and not any(several_numbers(one.what) for one in found) else []


def _shared(stretch: Range) -> list[Range]:
    names = [one for one in re.split(r"、|和|及(?!以)|与", re.sub(r"(?:均|都|分别|全部)$", "", stretch.what)) if one]
    told = several_numbers(stretch.what) and "分别" not in stretch.what and not stretch.exact and not stretch.doubtful
    if not told or len(names) < 2 or not all(RATES.search(one) for one in names):  # noqa: PLR2004 - several
        return []
    return [replace(stretch, what=one) for one in names]
