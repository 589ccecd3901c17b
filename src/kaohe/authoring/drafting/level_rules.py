"""增长得10分，持平得5分; 国家级得5分，省级得3分; 第一名得5分: rules of the types `levels` and `decision_table`."""

import re
from decimal import Decimal

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import changed, ranked
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.facts import name_of
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.rankings import level_of
from kaohe.authoring.drafting.scoring_words import number, wide

OTHER = ""
"""The level of all that no other names: 其余得3分."""
DIRECTIONS = ("increased", "unchanged", "decreased")


def levels(item: Item, part: Part, rule: Rule) -> Rule:
    """Each level with its points; what is not named earns nothing."""
    found: list[tuple[str, str, Decimal]] = []
    ladders = set()
    for move in part.moves:
        if move.outcome.kind not in ("award", "full", "zero"):
            raise NotRead("why-unread", words=item.clause(part))
        given = Decimal(0) if move.outcome.kind == "zero" else move.outcome.points or Decimal(rule["points"])
        if move.outcome.kind == "zero" and (conditions.ELSE.fullmatch(move.when) or conditions.denies(move.when)):
            continue
        if conditions.ELSE.fullmatch(_other(move)) and move is part.moves[-1] and found:
            found.append((found[0][0], OTHER, given))
            continue
        level = level_of(move.when, part.moves[0].when)
        if level is None:
            raise NotRead("why-unread", words=item.clause_of(move))
        ladders.add(level[0])
        found.append((level[1], level[2], given))
    what = found[0][0] if found else ""
    if len(ladders) != 1 or any(one and number > 0 and one != what for number, (one, *_) in enumerate(found)):
        raise NotRead("why-levels", words=item.clause(part))
    points = {level: given for _, level, given in found}
    if len(points) < len(found) or conditions.says_more(what):
        raise NotRead("why-levels", words=item.clause(part))
    return {"direction": _directions, "named": _named, "rank": _ranks}[ladders.pop()](item, what, points, rule)


def _other(move: Move) -> str:
    """其他名次 and 其余单位 mean what is left."""
    return re.sub(r"(?<=^其[他余])(?:的)?(?:名次|位次|单位|等次|档次)?(?:的)?$", "", move.when)


def choice(item: Item, part: Part, rule: Rule) -> Rule:
    """Conditions of which only one can hold, each a level with its points."""
    given: dict[str, Decimal] = {}
    for move in part.moves:
        if move.outcome.kind == "zero" and (conditions.ELSE.fullmatch(move.when) or conditions.denies(move.when)):
            continue
        if move.outcome.kind not in ("award", "full") or conditions.says_more(move.when):
            raise NotRead("why-unread", words=item.clause_of(move))
        if conditions.ELSE.fullmatch(_other(move)):
            given[OTHER] = move.outcome.points or Decimal(0)
            continue
        full = Decimal(rule["points"]) if move.outcome.kind == "full" else Decimal(0)
        given[conditions.cleaned(item.original(move))] = move.outcome.points or full
    return _named(item, "", given, rule)


def one_level(item: Item, given: dict[str, Decimal], rule: Rule, what: str = "") -> Rule:
    """Levels that a clause lists, with the points of each; `what` are the words for what has them."""
    return _named(item, what, given, rule)


def _directions(item: Item, what: str, given: dict[str, Decimal], rule: Rule) -> Rule:
    if OTHER in given:
        raise NotRead("why-levels")
    name = changed(item, what or item.facts.title)
    return {**rule, "of": f"{name}.direction", "levels": {one: given.get(one, Decimal(0)) for one in DIRECTIONS}}


def _named(item: Item, what: str, given: dict[str, Decimal], rule: Rule) -> Rule:
    options: dict[str, str] = {}
    points: dict[str, Decimal] = {}
    for level, one in given.items():
        if level == OTHER:
            continue
        key = name_of(level, options)
        options[key], points[key] = wide(level), one
    other = name_of(item.say("other-level"), options)
    options[other], points[other] = item.say("other-level"), given.get(OTHER, Decimal(0))
    name = item.facts.add(what or item.facts.title, "choice", options=options)
    return {**rule, "of": name, "levels": points}


def _ranks(item: Item, what: str, given: dict[str, Decimal], rule: Rule) -> Rule:
    name = ranked(item, what, note=OTHER not in given)
    rows: list[Rule] = []
    last = Decimal(0)
    for places, points in given.items():
        first, more, end = places.partition("-")
        if places == OTHER or (more and not end and number(first) == last + 1):
            rows.append({"when": f"{name} > {last:f}", "points": points})
            continue
        if number(first) != last + 1:
            raise NotRead("why-gap")
        last = number(end or first)
        one = f"{name} = {last:f}" if not end else f"{name} >= {number(first):f} and {name} <= {last:f}"
        rows.append({"when": one, "points": points})
    return {**rule, "type": "decision_table", "rows": rows}
