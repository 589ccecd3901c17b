"""（集中培训不包含考前辅导）: brackets that say what belongs to the thing that is asked for."""

import re
from collections.abc import Sequence

from kaohe.authoring.drafting.conditions import says_more
from kaohe.authoring.drafting.drafting_item import Item, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.scoring_words import wide

_SCOPE = re.compile(r"\(([^()]{0,8}(?:不?包?含|不?包括|指|限)[^()]*)\)")


def scope_of(move: Move) -> str:
    """Such words behind what a move gives or takes; nothing where there are none, or they say more."""
    found = _SCOPE.fullmatch(move.outcome.note)
    return "" if found is None or says_more(found[1]) else wide(found[1])


def note_scopes(item: Item, part: Part, rules: Sequence[Rule]) -> None:
    """Has people see them who are asked, where there is but one thing that they may be of."""
    facts = item.facts.used_by(rules)
    said = [scope for move in part.moves if (scope := scope_of(move))]
    if len(facts) == 1 and len(said) == 1:
        (name,) = facts
        item.facts.indicators[name] = {**facts[name], "note": said[0]}
