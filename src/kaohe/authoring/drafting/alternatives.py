"""Awards of one sentence that exclude each other, told by arithmetic alone: only so do they fit the row's points."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.worth import ZERO, Worth

_NUMBER = re.compile(r"\d(?:%|[^\d]{0,3}以[上下内])")
"""A stretch of a number, be it in words that are not understood."""
_PERCENT = re.compile(r"\d%")
_MOST_CHAINS = 6
"""With more sentences that might be meant so, arithmetic proves nothing."""


def exclusive(chains: Sequence[Sequence[Worth]], points: Decimal) -> list[Worth] | None:
    """The parts with such sentences made one part each; None where not just one way to do so fits the points."""
    known = sum((one.points or ZERO for chain in chains for one in chain), ZERO)
    able = [place for place, chain in enumerate(chains) if _able(chain)]
    if len(able) > _MOST_CHAINS:
        return None
    fitting = [
        chosen
        for size in range(1, len(able) + 1)
        for chosen in combinations(able, size)
        if known - sum(_less(chains[place]) for place in chosen) == points
    ]
    if len(fitting) != 1:
        return None
    return [one for place, chain in enumerate(chains) for one in (_joined(chain) if place in fitting[0] else chain)]


def one_of_all(found: Sequence[Worth], points: Decimal) -> list[Worth] | None:
    """全部…得6分；大部分…得4分；少数…得2分: sentences of which the first alone gives all of the row's points."""
    found = [_in_full(found[0], points), *found[1:]] if found else []
    telling = [one for one in found if one.part.kind != "zero"]
    if not _able(telling) or telling[0].points != points or any(one.shape != "plain" for one in found):
        return None
    if found[0].part.kind == "zero" or any(len(one.part.of("award", "full")) != 1 for one in telling):
        return None
    closed = len(telling) > 2 or bool(found[-1].part.of("zero"))  # noqa: PLR2004 - two may be a slip in the print
    if not closed or any(_numbered(move) for one in found for move in one.part.moves):
        return None
    return [replace(one, points=points) for one in _joined(found)]


def _in_full(first: Worth, points: Decimal) -> Worth:
    """齐全的得满分；不全的得2分；没有的不得分: the first gives the row's points without their number."""
    alone = first.part.kind == "full" and first.shape == "plain" and bool(first.part.moves[0].when)
    return replace(first, points=points) if alone and first.points is None else first


def _numbered(move: Move) -> bool:
    stretch = range_of(move.when)
    return _NUMBER.search(move.when) is not None if stretch is None else not stretch.exact


def _able(chain: Sequence[Worth]) -> bool:
    """Whether a sentence gives less and less, and nothing else."""
    if any(_PERCENT.search(move.when) for one in chain for move in one.part.moves):
        return False  # 满意率达90%的得3分, after 完成任务的得6分, is another thing
    given = [one.points for one in chain]
    plain = all(one.shape == "plain" and one.part.kind in ("award", "full") and one.points for one in chain)
    return len(chain) > 1 and plain and all(a and b and a > b for a, b in pairwise(given))


def _less(chain: Sequence[Worth]) -> Decimal:
    return sum((one.points or ZERO for one in chain[1:]), ZERO)


def _joined(chain: Sequence[Worth]) -> list[Worth]:
    part = Part([move for one in chain for move in one.part.moves], next((one.part.unread for one in chain), ""))
    return [Worth(part, "choice", chain[0].points)]
