"""Who has the first three places, in one sentence."""

from collections.abc import Sequence
from itertools import groupby

from kaohe.messages import Language, say
from kaohe.render.words.sheet_wording import number
from kaohe.results.summary import Ranked

LAST = 3
NAMED = 4
"""So many units that share a place are named."""


def first_places(ranked: Sequence[Ranked], language: Language) -> str:
    """Nothing while all are open."""
    known = [one for one in ranked if one.rank is not None and one.rank <= LAST]
    told = [_place(list(same), language) for _, same in groupby(known, key=lambda one: one.rank)]
    return say("table.between_notes", language).join(told) or say("leader.no_places", language)


def _place(same: Sequence[Ranked], language: Language) -> str:
    """`并列第 1 名 甲市、乙市，50 分`; of many, some are named."""
    names = say("sheet.between_labels", language).join(one.unit.unit for one in same[:NAMED])
    units = names if len(same) <= NAMED else say("leader.and_others", language, units=names, count=len(same))
    score = same[0].standing.score
    code = "leader.place" if len(same) == 1 else "leader.place_shared"
    return say(code, language, rank=same[0].rank, units=units, score="" if score is None else number(score))
