"""A part of a method becomes a rule of the type that its shape tells."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from kaohe.authoring.drafting.award_rules import awards
from kaohe.authoring.drafting.band_rules import bands
from kaohe.authoring.drafting.deduction_rules import deductions
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.each_of_them import refuse_one_number
from kaohe.authoring.drafting.finer_patches import with_finer_patches
from kaohe.authoring.drafting.formula_rules import formula
from kaohe.authoring.drafting.growth_rules import growth
from kaohe.authoring.drafting.increment_rules import increments
from kaohe.authoring.drafting.judged import judgement
from kaohe.authoring.drafting.level_rules import choice, levels
from kaohe.authoring.drafting.line_rules import line
from kaohe.authoring.drafting.list_rules import lists
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.phrases import Phrase
from kaohe.authoring.drafting.places_to_look import sampled
from kaohe.authoring.drafting.plain_rules import all_or_nothing, is_signed, signed
from kaohe.authoring.drafting.share_rules import shares
from kaohe.authoring.drafting.step_rules import native_step, steps
from kaohe.authoring.drafting.worth import Shape, Worth

_TYPES: Mapping[Shape, tuple[str, Callable[[Item, Part, Rule], Rule]]] = {
    "plain": ("all_or_nothing", all_or_nothing),
    "deductions": ("deductions", deductions),
    "steps": ("steps", steps),
    "bands": ("tiered", bands),
    "growth": ("tiered", growth),
    "levels": ("levels", levels),
    "choice": ("levels", choice),
    "awards": ("awards", awards),
    "line": ("proportional", line),
    "shares": ("proportional", shares),
    "formula": ("proportional", formula),
    "judgement": ("computed", judgement),
    "lists": ("deductions", lists),
}


_SEVERAL = re.compile(r"^(?:对|如)?同[一类](?!.*(?:最高|就高|取高|从高))")
"""同一项目不重复计算: several projects may give points, and no one level."""
_NOTED = ("deductions", "awards")
"""Rules whose entries say it each for itself."""


def rules_of(item: Item, one: Worth) -> list[Rule]:
    """The rules of a part; its facts say beside them what is not counted."""
    made = _rules_of(item, one)
    refuse_one_number(item, one.part, made)
    notes = [note for move in one.part.moves for note in move.notes]
    if made[0]["type"] == "levels" and any(_SEVERAL.search(note) for note in notes):
        raise NotRead("why-levels")
    if made[0]["type"] not in _NOTED:
        for note in dict.fromkeys(note for move in one.part.moves for note in move.notes):
            item.facts.note(made, note)
    return [with_finer_patches(one) for one in made]


def _rules_of(item: Item, one: Worth) -> list[Rule]:
    clause, points = item.clause(one.part), one.points or Decimal(0)
    item.explained += [_sample(item, lead) for move in one.part.moves for lead in move.lead if sampled(lead.text)]
    item.explained += [_sample(item, note) for note in map(_note, one.part.moves) if sampled(note.text)]
    if one.shape == "further":
        rule = {"type": "tiered", "clause": clause, "points": points}
        return [increments(item, one.part, rule, cumulative=points == one.other and one.other != _exclusive(one))]
    if one.shape == "levels" and points == one.other and len(one.part.moves) > 1:
        return [_alone(item, part) for part in _split(one.part)]
    shape = one.shape
    award = next(iter(one.part.of("award", "full")), None)
    if shape == "deductions" and any(native_step(move, award, item.target) for move in one.part.moves):
        shape = "steps"
    if shape == "deductions" and is_signed(one.part):
        return [signed(item, one.part, {"type": "", "clause": clause, "points": points})]
    name, build = _TYPES[shape]
    return [build(item, one.part, {"type": name, "clause": clause, "points": points})]


def _note(move: Move) -> Phrase:
    """What stands in brackets at a move's end."""
    phrase = move.outcome.phrase
    inner = move.outcome.note.strip("()")
    start = phrase.start + max(0, phrase.text.rfind(inner))
    return Phrase(inner, start, start + len(inner), "", start)


def _sample(item: Item, lead: Phrase) -> Rule:
    """抽查20户: a number that no rule has."""
    words = item.method[lead.start : lead.end]
    return {"problem": "number-not-in-rule", "words": words, "reason": item.say("sampled")}


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
