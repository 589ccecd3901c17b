"""未达80%不得分 beside steps: what must not be for any points."""

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import formula
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move, beyond
from kaohe.authoring.drafting.otherwise import says_otherwise
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import range_of


def gated(item: Item, part: Part, award: Move | None, rule: Rule) -> Rule:
    """The rule with what must not be for any of its points, before what it counts."""
    gates = [_gate(item, part, (award, move), rule["of"]) for move in part.of("zero")]
    of = {key: rule.pop(key) for key in ("of", "target")}
    requires: Rule = {"requires": gates[0] if len(gates) == 1 else gates} if gates else {}
    return {**rule, **requires, **of}


def _gate(item: Item, part: Part, moves: tuple[Move | None, Move], of: str) -> str:
    """What must not be for any points: an event, or the number itself far from its target."""
    award, move = moves
    stretch = range_of(move.when)
    if (
        conditions.ELSE.fullmatch(move.when)
        or beyond(move)
        or (stretch is None and (conditions.says_more(move.when) or says_otherwise(move.when)))
    ):
        raise NotRead("why-steps", words=item.clause(part))
    if stretch is None:
        context = "" if award is None else item.original(award)
        return f"not {item.facts.add(item.original(move), 'flag', context)}"
    first = None if award is None else range_of(award.when)
    if stretch.exact or first is None or first.unit != stretch.unit or not first.what.endswith(stretch.what):
        raise NotRead("why-steps", words=item.clause(part))
    return f"not ({formula(of, stretch)})"
