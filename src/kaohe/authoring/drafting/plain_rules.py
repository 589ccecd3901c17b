"""得3分，否则不得分: rules of the type `all_or_nothing`; 此项不得分: vetoes."""

from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.asked import asked, flag
from kaohe.authoring.drafting.conditions import denies, opposite
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move, beyond
from kaohe.authoring.drafting.otherwise import asked_before
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.rankings import compared, unchanged_or


def all_or_nothing(item: Item, part: Part, rule: Rule) -> Rule:
    award, *zeros = part.moves
    otherwise = asked_before(award) if award.outcome.kind == "zero" else None
    requires: list[str] = []
    strict: list[str] | None = None
    doubtful = ""
    if award.outcome.kind in ("award", "full"):
        if award.when and conditions.ELSE.fullmatch(award.when):
            raise NotRead("why-levels", words=item.clause(part))
        found = asked(item, award)
        requires += found.requires
        strict, doubtful = (list(found.strict) if found.strict else None), found.doubtful
    elif otherwise is not None:
        found = asked(item, otherwise)
        requires += found.requires
        strict, doubtful = (list(found.strict) if found.strict else None), found.doubtful
    else:
        zeros = [award, *zeros]
    for move in zeros:
        if move.outcome.kind != "zero":
            raise NotRead("why-unread", words=item.clause(part))
        more = _unless(item, move, award if award.outcome.kind != "zero" else None)
        requires += more
        strict = None if strict is None else [*strict, *more]
    made = {**rule, "requires": requires[0] if len(requires) == 1 else requires}
    if strict is not None:
        patch = {"requires": strict[0] if len(strict) == 1 else strict}
        made["readings"] = [raised_readings.inside(item, doubtful_words(item, award, doubtful), patch)]
    return made


def signed(item: Item, part: Part, rule: Rule) -> Rule:
    """落实得3分，未落实扣3分: what is taken is no part of what is given, or it is: a reading says which."""
    award, taken = part.moves
    requires = list(asked(item, award).requires)
    points = taken.outcome.points
    made = {
        **rule,
        "type": "all_or_nothing",
        "requires": requires[0] if len(requires) == 1 else requires,
        "otherwise": -(points or 0),
        "floor": "item" if not item.alone else "none",
    }
    reached = " and ".join(f"({one})" if " " in one else one for one in requires)
    deducted = {
        "type": "deductions",
        "requires": None,
        "otherwise": None,
        "floor": "part",
        "deductions": [{"unless": reached, "once": points}],
    }
    options = {
        "negative": (item.say("signed-negative"), {}),
        "deducted": (item.say("signed-deducted", points=rule["points"]), deducted),
    }
    made["readings"] = [item.reading("taken", item.shown(taken), "negative", options)]
    return made


def is_signed(part: Part) -> bool:
    """Whether all that it takes is for the opposite of what it gives for."""
    if [move.outcome.kind for move in part.moves] != ["award", "take"]:
        return False
    award, taken = part.moves
    return conditions.ELSE.fullmatch(taken.when) is not None or (
        taken.when[:1] in "未没不" and opposite(taken.when, award.when)
    )


def doubtful_words(item: Item, move: Move, doubtful: str) -> str:
    """以上 with the number before it."""
    words = item.original(move)
    end = words.rfind(doubtful) + len(doubtful)
    return words[max(0, end - 6) : end]


def _unless(item: Item, move: Move, award: Move | None) -> list[str]:
    """What must not be for the points, unless it only says the award's condition the other way round."""
    when = move.when
    if beyond(move):
        raise NotRead("why-beyond", words=item.clause_of(move))
    if award is not None and (conditions.ELSE.fullmatch(when) or opposite(when, award.when) or _other_way(move, award)):
        return []
    stretch = range_of(when)
    if stretch is not None:
        of = None if award is None else range_of(award.when)
        if of is not None and {of.low, of.high} == {stretch.low, stretch.high}:
            return []
        raise NotRead("why-number", words=item.clause_of(move))
    if award is not None and denies(when) and not conditions.says_more(when):
        return []
    return [f"not {flag(item, move, '' if award is None else item.original(award))}"]


def _other_way(move: Move, award: Move) -> bool:
    """上升的 after 下降或持平的."""
    steady, turned = unchanged_or(award.when), compared(move.when)
    return steady is not None and turned is not None and turned[1] == steady[1] and turned[0] in ("", steady[0])


def veto(item: Item, part: Part, rules: int) -> Rule:
    """An event that takes all of the item; `rules` are how many it has, which is the last one's number."""
    move = part.moves[0]
    if len(part.moves) > 1 or not move.when or conditions.says_more(move.when):
        raise NotRead("why-unread", words=item.clause(part))
    clause = item.clause(part)
    made: dict[str, Any] = {"clause": clause, "when": flag(item, move)}
    if move.outcome.kind == "penalty":
        made["penalty"] = move.outcome.points
    elif rules > 1:
        made["readings"] = [raised_readings.scope(item, item.shown(move), rules)]
    return made
