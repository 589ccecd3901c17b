"""One row of the form as an item of a rubric: its rules, its facts, and what is left to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.alternatives import exclusive
from kaohe.authoring.drafting.award_rules import awards, shares
from kaohe.authoring.drafting.band_rules import bands, increments
from kaohe.authoring.drafting.clause_chains import chains_of, torn
from kaohe.authoring.drafting.deduction_rules import deductions
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.explanations import explains
from kaohe.authoring.drafting.joined_parts import parts
from kaohe.authoring.drafting.level_rules import choice, levels
from kaohe.authoring.drafting.line_rules import line
from kaohe.authoring.drafting.list_rules import lists
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.plain_rules import all_or_nothing, is_signed, signed, veto
from kaohe.authoring.drafting.sound_clauses import refuse_unsound
from kaohe.authoring.drafting.step_rules import native_step, steps
from kaohe.authoring.drafting.worth import Shape, Worth, settle, shape_of, worth_of

_TYPES: Mapping[Shape, tuple[str, Callable[[Item, Part, Rule], Rule]]] = {
    "plain": ("all_or_nothing", all_or_nothing),
    "deductions": ("deductions", deductions),
    "steps": ("steps", steps),
    "bands": ("tiered", bands),
    "levels": ("levels", levels),
    "choice": ("levels", choice),
    "awards": ("awards", awards),
    "line": ("proportional", line),
    "shares": ("proportional", shares),
    "lists": ("deductions", lists),
}


@dataclass(slots=True)
class DraftedItem:
    """What became of an item's method: rules and vetoes, words that score nothing, clauses that are left to do."""

    rules: list[Rule] = field(default_factory=list)
    vetoes: list[Rule] = field(default_factory=list)
    non_scoring: list[Rule] = field(default_factory=list)
    todo: list[Rule] = field(default_factory=list)


def drafted(item: Item) -> DraftedItem:
    found = [worth_of(part, shape_of(part)) for part in parts(item.method)]
    made = DraftedItem()
    scoring = [one for one in found if one.shape not in ("silent", "veto")]
    item.alone = len(scoring) == 1
    broken = [one for one in found if _unread(item, one)]
    if all(one.part.kind == "bonus" for one in scoring) and item.alone and item.points:
        scoring[0].points = None  # 加 gives the row's own points where nothing else does
    if any(conditions.looks_back(item.clause(one.part)) for one in broken if one.shape == "silent"):
        return _left(item, found, NotRead("why-back"))
    differs = None if broken else settle(found, item.points)
    if differs is not None and (other := exclusive(chains_of(found), item.points)) is not None:
        found, differs = other, None
    if differs is not None and not (item.alone and scoring[0].shape in ("deductions", "steps") and scoring[0].points):
        return _left(item, found, NotRead("why-sum", found=differs, points=item.points))
    if differs is not None:
        words, why = item.shown(scoring[0].part.moves[0]), item.say("why-printed", points=item.points)
        made.todo.append({"clause": words, "why": why})
        item.known.append({"problem": "number-not-in-rule", "words": words, "reason": why})
        scoring[0].points = item.points
    return _read_all(item, found, made, unsettled=bool(broken))


def _read_all(item: Item, found: Sequence[Worth], made: DraftedItem, *, unsettled: bool) -> DraftedItem:
    facts = item.facts.kept()
    for chain in chains_of(found):
        _chain(item, chain, made, unsettled=unsettled)
    left = {one["clause"] for one in made.todo}
    if any(item.clause(one.part) in left and _limits_all(one.part) for one in found):
        item.facts.restore(facts)
        return _left(item, found, NotRead("why-back"))
    return made


def _limits_all(part: Part) -> bool:
    """Whether a part has a limit of other parts too: 加分累计不超过10分."""
    return any(move.opens and move.outcome.total for move in part.of("most"))


def _chain(item: Item, chain: Sequence[Worth], made: DraftedItem, *, unsettled: bool) -> None:
    facts, readings = item.facts.kept(), list(item.readings)
    own = DraftedItem(rules=[*made.rules])
    for one in chain:
        _part(item, one, own, unsettled=unsettled)
    if torn(chain):
        own.todo = _left(item, chain, NotRead("why-torn")).todo
    if own.todo and len(chain) > 1:
        item.facts.restore(facts)
        item.readings = readings
        said = {one["clause"]: one for one in own.todo}
        left = _left(item, chain, NotRead("why-beside")).todo
        own = DraftedItem(rules=[*made.rules], todo=[said.get(one["clause"], one) for one in left])
    made.rules = own.rules
    made.vetoes += own.vetoes
    made.non_scoring += own.non_scoring
    made.todo += own.todo


def _unread(item: Item, one: Worth) -> bool:
    return bool(one.part.unread) or (one.shape == "silent" and not explains(item.clause(one.part)))


def _part(item: Item, one: Worth, made: DraftedItem, *, unsettled: bool) -> None:
    """One part, in its place."""
    item.facts.part += 1
    facts, readings = item.facts.kept(), list(item.readings)
    try:
        _read(item, one, made, unsettled=unsettled)
        item.award = next(iter(one.part.of("award", "full")), item.award)
    except NotRead as unread:
        item.facts.restore(facts)
        item.readings = readings
        made.todo.append({"clause": item.clause(one.part), "why": item.why(unread)})


def _read(item: Item, one: Worth, made: DraftedItem, *, unsettled: bool) -> None:
    """Raises NotRead."""
    if one.part.unread:
        raise NotRead("why-unread", words=one.part.unread)
    if one.shape == "silent":
        _silent(item, one.part, made)
    elif one.shape == "veto":
        taken = veto(item, one.part, len(made.rules))
        refuse_unsound(item, made.rules, [taken])
        made.vetoes.append(taken)
    elif one.points is None or (unsettled and one.pool):
        raise NotRead("why-points")
    else:
        rules = _rules(item, one)
        refuse_unsound(item, rules)
        made.rules += rules


def _rules(item: Item, one: Worth) -> list[Rule]:
    clause, points = item.clause(one.part), one.points or Decimal(0)
    if one.shape == "further":
        rule = {"type": "tiered", "clause": clause, "points": points}
        return [increments(item, one.part, rule, cumulative=points == one.other and one.other != _exclusive(one))]
    if one.shape == "levels" and points == one.other and len(one.part.moves) > 1:
        return [_alone(item, part) for part in _split(one.part)]
    shape = one.shape
    award = next(iter(one.part.of("award", "full")), None)
    if shape == "deductions" and any(native_step(move, award) for move in one.part.moves):
        shape = "steps"
    if shape == "deductions" and is_signed(one.part):
        return [signed(item, one.part, {"type": "", "clause": clause, "points": points})]
    name, build = _TYPES[shape]
    return [build(item, one.part, {"type": name, "clause": clause, "points": points})]


def _exclusive(one: Worth) -> Decimal:
    base = one.part.moves[0].outcome.points or Decimal(0)
    return base + max(move.outcome.points or Decimal(0) for move in one.part.of("again"))


def _split(part: Part) -> Sequence[Part]:
    """Levels whose points come to the item's only together are no levels, but parts of their own."""
    if any(move.outcome.kind != "award" for move in part.moves):
        raise NotRead("why-levels", words=part.moves[0].when)
    return [Part([move]) for move in part.moves]


def _alone(item: Item, part: Part) -> Rule:
    rule = {"type": "all_or_nothing", "clause": item.clause(part), "points": part.moves[0].outcome.points}
    return all_or_nothing(item, part, rule)


def _silent(item: Item, part: Part, made: DraftedItem) -> None:
    """Words that give and take nothing: an explanation, where they say so and others score."""
    clause = item.clause(part)
    if made.rules and explains(clause):
        made.non_scoring.append({"clause": clause, "reason": item.say("explains")})
    else:
        raise NotRead("why-silent")


def _left(item: Item, found: Sequence[Worth], why: NotRead) -> DraftedItem:
    """The whole item is left to do."""
    return DraftedItem(todo=[{"clause": item.clause(one.part), "why": item.why(why)} for one in found])
