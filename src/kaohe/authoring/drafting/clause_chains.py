"""Parts of a method that belong together: what can't be read in one of them may speak of the others."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.counted import Step, counted
from kaohe.authoring.drafting.parts import Part, takes
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.worth import Worth

_EACH = re.compile(r"分别|各|每[项个]")
_MISSING = re.compile(
    r"少(?!年|数)|缺(?!陷)|欠(?!薪|税|费|款|缴)|低于|每[降差低]|不足|(?:未|没有)(?:完成|达到?|满)|达不到"
)
_ON_TIME = re.compile(r"[按如]期|[按及准]时|规定(?:时间|时限|期限)|时限")
_LATE = re.compile(r"延期|逾期|延迟|推迟|拖延|迟[报交到延]|晚[报交]|超期|超时|滞后")
_OTHERWISE = re.compile(r"否则|反之|其[余他]|未(?:达到?|完成|满)|不足|达不到|低于")
"""What begins so speaks of the sentence before it."""


def chains_of(found: Sequence[Worth]) -> list[list[Worth]]:
    """Parts that only commas are between: if one of them can't be read, it may speak of the others.

    What takes and can't be read speaks of what was given before it, whatever stands between.
    """
    chains: list[list[Worth]] = []
    for one in found:
        apart = one.shape == "silent" and conditions.sanctions(one.part.moves[0].when)
        takes = bool(one.part.unread) and not one.part.of("award", "full") and "扣" in one.part.unread
        takes = takes or (bool(chains) and _OTHERWISE.match(one.part.moves[0].when) is not None and _left(one))
        if not chains or apart or (one.part.moves[0].opens and not (takes and _bare(chains[-1][-1]))):
            chains.append([])
        chains[-1].append(one)
    return chains


def _left(one: Worth) -> bool:
    """Whether a part can't be read, or gives nothing by itself."""
    return bool(one.part.unread) or one.shape == "silent"


def _bare(one: Worth) -> bool:
    """Whether a part only gives: nothing is said of when it is lost."""
    return one.shape == "plain" and len(one.part.moves) == 1


def torn(chain: Sequence[Worth]) -> bool:
    """Whether points are taken after several were given in one sentence: nobody says from which."""
    if len(chain) < 2:  # noqa: PLR2004 - one alone is whole
        return False
    if chain[-1].shape == "deductions":
        return any(_bare(one) for one in chain[:-1])
    steps = chain[-1].shape == "steps" and bool(chain[-1].part.of("take"))
    return steps and any(_rate(one) for one in chain[:-1]) and not _named(chain[-1])


def torn_apart(found: Sequence[Worth]) -> bool:
    """Whether steps in a sentence of their own may be of any of several rates before them."""
    return any(
        one.part.kind == "take"
        and (
            (_unnamed(one) and any(map(_rate, found[:place])))
            or (_falls_short(one) and any(map(_bare, found[:place])))
            or any(_denied_by(one, other) for other in found[:place] if _bare(other))
        )
        for place, one in enumerate(found)
    )


def _unnamed(one: Worth) -> bool:
    """Whether steps stand alone, and don't say of which number they are."""
    return one.shape == "steps" and not _named(one) and not any(move.words for move in one.part.moves)


def _denied_by(one: Worth, other: Worth) -> bool:
    """Whether it takes for what is not so where another part gives for it: 按期竣工得6分, and 每延期一个月扣1分."""
    award = other.part.moves[0].when
    on_time = _ON_TIME.search(award) is not None
    taken = [re.sub(r"的?,?每[^,]*$", "", move.when) or move.when for move in one.part.moves if takes(move)]
    return any(conditions.opposite(words, award) or (on_time and _LATE.search(words)) for words in taken)


def _falls_short(one: Worth) -> bool:
    """Whether it takes for what is missing: 每少1人扣0.3分, of a number that was awarded before something else."""
    return any(takes(move) and _MISSING.search(move.when) is not None for move in one.part.moves)


def limits_all(part: Part) -> bool:
    """Whether a part has a limit of other parts too: 加分累计不超过10分."""
    return any(move.opens and move.outcome.total for move in part.of("most"))


def takes_from_all(one: Worth, found: Sequence[Worth]) -> bool:
    """Whether what can't be read takes from several that were given before it: 每超1个百分点分别扣0.5分."""
    before = found[: found.index(one)]
    return one.part.kind == "take" and bool(_EACH.search(one.part.moves[0].when)) and any(map(_bare, before))


def from_others(one: Worth, points: Decimal) -> bool:
    """Whether a part may take from points of the row that clauses give which were not understood."""
    apart = any(takes(move) and move.opens for move in one.part.moves[1:])
    return one.pool or (apart and (one.points or points) < points)


def _rate(one: Worth) -> bool:
    """Whether a part only gives, for a rate that steps might lead away from too."""
    stretch = range_of(one.part.moves[0].when)
    return _bare(one) and stretch is not None and stretch.unit == "%"


def _named(one: Worth) -> bool:
    """Whether steps say of which number they are."""
    found = [counted(move.outcome.before) for move in one.part.moves if takes(move)]
    return any(isinstance(step, Step) and bool(step.subject) and "每" not in step.subject for step in found)
