"""Whether a clause speaks of its part or of the whole item: 不得分 in one of several parts, points on top of all."""

from collections.abc import Sequence

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.drafting_item import Item, Rule
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.phrases import phrases

_ENDS = " ,，;；。、\n"


def zero_apart(item: Item, part: Part, rules: Sequence[Rule], number: int) -> list[Rule]:
    """成活率低于41%的不得分, in one of several parts, as a veto of its rule alone, or of the item: a reading.

    Takes it out of the rule, whose `number` it is in the item, where it stands last and the rule says more than that.
    """
    zero = part.moves[-1]
    rule = rules[0]
    listed = [rule["requires"]] if isinstance(rule.get("requires"), str) else [*rule.get("requires", ())]
    known = zero.outcome.own or any(map(str.isdigit, zero.outcome.shown))  # 7分全扣 are the part's
    opened = len(part.moves) == 1 or zero.outcome.kind != "zero" or known
    if item.alone or len(rules) > 1 or opened or conditions.ELSE.fullmatch(zero.when) or not listed:
        return []
    gate, before = listed[-1], item.method[part.start : zero.begin].rstrip(_ENDS)
    apart = gate.startswith("not ") and (len(listed) > 1 or rule["type"] != "all_or_nothing")
    if not apart or not rule["points"] or any(gate in str(one) for one in rule.get("readings", ())):
        return []
    rule |= {"clause": before, "requires": listed[:-1] if len(listed) > 2 else listed[0]}  # noqa: PLR2004
    if len(listed) == 1:
        del rule["requires"]
    said = gate.removeprefix("not ")
    words = said[1:-1] if said.startswith("(") and said.endswith(")") else said
    options = {"part": (item.say("zero-part"), {}), "item": (item.say("zero-item"), {"scope": None})}
    reading = item.reading("scope", item.shown(zero), "part", options)
    return [{"clause": item.clause_of(zero), "when": words, "scope": [number], "readings": [reading]}]


def bonus_bounds(item: Item, rules: Sequence[Rule]) -> None:
    """The reading for what is given on top of an item's points: up to them alone, or beyond them."""
    before: list[Rule] = []
    for rule in rules:
        if rule["type"] == "awards" and not rule["points"] and any(one["points"] for one in before):
            _bounded(item, rule, before)
        before.append(rule)


def _bounded(item: Item, rule: Rule, before: Sequence[Rule]) -> None:
    for number, one in enumerate(before, 1):
        one.setdefault("id", f"part_{number}")
    left = " - ".join([f"{item.points:f}", *(f"rules.{one['id']}" for one in before)])
    bound = left if rule["most"] == "none" else f"min({rule['most']:f}, {left})"
    options = {
        "beyond": (item.say("bonus-beyond", points=item.points), {}),
        "within": (item.say("bonus-within", points=item.points), {"most": bound}),
    }
    first = next(iter(phrases(str(rule["clause"]))))
    words = str(rule["clause"])[first.start : first.end]
    rule["readings"] = [*rule.get("readings", ()), item.reading("beyond", words, "beyond", options)]
