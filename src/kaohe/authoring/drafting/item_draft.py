"""The parts of a row's method as rules of an item, with its facts, and what is left to do."""

from collections.abc import Sequence
from decimal import Decimal

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.alternatives import exclusive, one_of_all
from kaohe.authoring.drafting.clause_chains import chains_of, from_others, limits_all, takes_from_all, torn, torn_apart
from kaohe.authoring.drafting.drafted_item import DraftedItem
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.explanations import explains
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.plain_rules import veto
from kaohe.authoring.drafting.rules_of_parts import rules_of
from kaohe.authoring.drafting.settling import settle, too_much
from kaohe.authoring.drafting.sound_clauses import refuse_unsound
from kaohe.authoring.drafting.unused_words import refuse_unsaid
from kaohe.authoring.drafting.whole_item import bonus_bounds, zero_apart
from kaohe.authoring.drafting.worth import Worth, adds, shape_of, worth_of

_ALONE = ("all_or_nothing", "proportional")


def drafted_parts(item: Item, said: Sequence[Part]) -> DraftedItem:
    """What becomes of parts of its method that stand on the same points."""
    found = [worth_of(part, shape_of(part)) for part in _one_of_vetoes(said)]
    scoring = _scoring(found)
    item.alone = len(scoring) == 1
    broken = [one for one in found if _unread(item, one)]
    if all(one.part.kind == "bonus" for one in scoring) and item.alone and item.points:
        scoring[0].points = None  # 加 gives the row's own points where nothing else does
    if any(conditions.looks_back(item.clause(one.part)) for one in broken if one.shape == "silent"):
        return _left(item, found, NotRead("why-back"))
    if torn_apart(found) or _base_or_more(found, item.points):
        return _left(item, found, NotRead("why-torn"))
    differs = too_much(found, item.points) if broken else settle(found, item.points)
    if differs is not None:
        other = exclusive(chains_of(found), item.points) or (None if broken else one_of_all(found, item.points))
        found, differs = (found, differs) if other is None else (other, None)
    made = DraftedItem()
    if differs is not None:
        if broken or not _alone(item, scoring):
            return _left(item, found, NotRead("why-sum", found=differs, points=item.points))
        made.todo.append(_by_the_row(item, scoring[0]))
    return _read_all(item, found, made, unsettled=bool(broken))


def _scoring(found: Sequence[Worth]) -> list[Worth]:
    """Parts with points; where one alone says when the row gives nothing, the row's points hang on it."""
    scoring = [one for one in found if one.shape not in ("silent", "veto")]
    vetoes = [one for one in found if one.shape == "veto" and one.part.kind == "zero"]
    if not scoring and len(vetoes) == 1:
        vetoes[0].shape, vetoes[0].points, vetoes[0].pool = "plain", None, True
        return vetoes
    return scoring


def _one_of_vetoes(said: Sequence[Part]) -> Sequence[Part]:
    """没有方案的，本项不得分；没有落实的，本项不得分: nothing else is said of when the row gives its points."""
    alone = len(said) > 1 and all([move.outcome.kind for move in one.moves] == ["zero"] for one in said)
    return (
        [Part([move for one in said for move in one.moves], next(filter(None, (one.unread for one in said)), ""))]
        if alone
        else said
    )


def _base_or_more(found: Sequence[Worth], points: Decimal) -> bool:
    """全勤的加5分，缺席一次扣0.5分, of 5: what is added may be the points from which the rest takes."""
    more = [one.part.moves for one in found if adds(one.part)]
    whole = len(more) == 1 and len(more[0]) == 1 and more[0][0].outcome.points == points and "每" not in more[0][0].when
    return whole and all(one.pool or adds(one.part) for one in found) and any(one.pool for one in found)


def _alone(item: Item, scoring: Sequence[Worth]) -> bool:
    if not item.alone or scoring[0].shape not in ("deductions", "steps") or not scoring[0].points:
        return False
    return not any(move.opens and move.outcome.kind == "judged" for move in scoring[0].part.moves[1:])


def _by_the_row(item: Item, one: Worth) -> Rule:
    """The row's points for a part that says others, which is left to do."""
    words, why = item.shown(one.part.moves[0]), item.say("why-printed", points=item.points)
    item.known.append({"problem": "number-not-in-rule", "words": words, "reason": why})
    one.points = item.points
    return {"clause": words, "why": why}


def _read_all(item: Item, found: Sequence[Worth], made: DraftedItem, *, unsettled: bool) -> DraftedItem:
    kept = item.kept()
    for chain in chains_of(found):
        _chain(item, chain, made, unsettled=unsettled)
    if made.non_scoring and not (made.rules or made.vetoes):
        made.todo += [{"clause": one["clause"], "why": item.say("why-silent")} for one in made.non_scoring]
        made.non_scoring = []
    _without_pool(item, made)
    bonus_bounds(item, made.rules)
    left = {one["clause"] for one in made.todo}
    if _decided(item, made):
        item.restore(kept)
        return _left(item, found, NotRead("why-beside"))
    for one in [one for one in found if item.clause(one.part) in left]:
        why = "why-back" if limits_all(one.part) else "why-torn" if takes_from_all(one, found) else ""
        if why:
            item.restore(kept)
            return _left(item, found, NotRead(why))
    return made


def _decided(item: Item, made: DraftedItem) -> bool:
    """Whether one rule gives all or none of the row's points beside words that may give some of them."""
    all_of = [one for one in made.rules if one["points"] == item.points and one["type"] in _ALONE]
    clauses = [str(one["clause"]) for one in made.todo]
    return bool(all_of) and any(not (conditions.sanctions(one) or conditions.only_adds(one)) for one in clauses)


def _without_pool(item: Item, made: DraftedItem) -> None:
    """What takes from the item's other points is left to do where those are."""
    if any(rule["points"] for rule in made.rules):
        return
    for rule in [one for one in made.rules if one.get("floor") == "item"]:
        made.rules.remove(rule)
        made.todo.append({"clause": rule["clause"], "why": item.say("why-points")})


def _chain(item: Item, chain: Sequence[Worth], made: DraftedItem, *, unsettled: bool) -> None:
    kept = item.kept()
    own = DraftedItem()
    for one in chain:
        _part(item, one, own, before=made.rules, unsettled=unsettled)
    if torn(chain):
        own.todo = _left(item, chain, NotRead("why-torn")).todo
    if own.todo and len(chain) > 1:
        item.restore(kept)
        said = {one["clause"]: one for one in own.todo}
        left = _left(item, chain, NotRead("why-beside")).todo
        own = DraftedItem(todo=[said.get(one["clause"], one) for one in left])
    made.take(own)


def _unread(item: Item, one: Worth) -> bool:
    """Whether a part may say something of the points and was not understood."""
    if one.shape == "silent":
        clause = item.clause(one.part)
        return not (conditions.sanctions(clause) or explains(clause))
    return bool(one.part.unread)


def _part(item: Item, one: Worth, made: DraftedItem, *, before: Sequence[Rule], unsettled: bool) -> None:
    """One part, in its place."""
    item.facts.part += 1
    kept = item.kept()
    try:
        _read(item, one, made, before=before, unsettled=unsettled)
        item.award = next(iter(one.part.of("award", "full")), item.award)
    except NotRead as unread:
        item.restore(kept)
        made.todo.append({"clause": item.clause(one.part), "why": item.why(unread)})


def _read(item: Item, one: Worth, made: DraftedItem, *, before: Sequence[Rule], unsettled: bool) -> None:
    """Raises NotRead."""
    if one.shape == "silent" and conditions.sanctions(item.clause(one.part)):
        raise NotRead("why-beyond", words=item.clause(one.part))
    if one.part.unread and not (one.shape == "silent" and explains(item.clause(one.part))):
        raise NotRead("why-unread", words=one.part.unread)
    if one.shape == "silent":
        _silent(item, one.part, made)
    elif one.shape == "veto":
        rules = [*before, *made.rules]
        taken = veto(item, one.part, len(rules))
        refuse_unsaid(item, one.part, [taken])
        refuse_unsound(item, rules, [taken])
        made.vetoes.append(taken)
    elif (
        one.points is None or (unsettled and from_others(one, item.points)) or (one.part.of("full") and not one.points)
    ):
        raise NotRead("why-points")
    else:
        rules = rules_of(item, one)
        refuse_unsaid(item, one.part, rules)
        taken_apart = zero_apart(item, one.part, rules, len(before) + len(made.rules) + 1)
        refuse_unsound(item, [*before, *made.rules, *rules] if taken_apart else rules, taken_apart)
        made.rules += rules
        made.vetoes += taken_apart


def _silent(item: Item, part: Part, made: DraftedItem) -> None:
    """Words that give and take nothing: an explanation, where they say so and others score."""
    clause = item.clause(part)
    if explains(clause):
        made.non_scoring.append({"clause": clause, "reason": item.say("explains")})
    else:
        raise NotRead("why-silent")


def _left(item: Item, found: Sequence[Worth], why: NotRead) -> DraftedItem:
    """The whole item is left to do."""
    return DraftedItem(todo=[{"clause": item.clause(one.part), "why": item.why(why)} for one in found])
