"""What may be written in a formula: names of facts, results, functions, and the words between them."""

import re
from collections.abc import Callable, Iterator, Mapping

from kaohe.editor.completion.offer import Offer
from kaohe.editor.known_names import KnownName, known_names
from kaohe.editor.spot import Spot
from kaohe.editor.text_kinds import TextKind
from kaohe.formulas.functions import FUNCTIONS
from kaohe.formulas.terms import Use
from kaohe.formulas.tokens import WORDS
from kaohe.messages import Language, say

WORD = re.compile(r"[\w.]*$")
REST = re.compile(r"[\w.]*")
OF_CHOICE = re.compile(r"([^\W\d][\w.]*)\s*!?=\s*[\w.]*$")
FIT, OTHER, FUNCTION, JOINT = range(0, 4000, 1000)
"""Names that fit where they would stand come first."""


def formula_offers(spot: Spot, kind: TextKind, language: Language) -> Iterator[Offer]:
    """What the text at the cursor may go on with."""
    begun = WORD.search(spot.before)
    word = begun.group() if begun else ""
    cursor = spot.start + spot.quoted + len(spot.before)
    rest = REST.match(_after(spot))
    start, end = cursor - len(word), cursor + (rest.end() if rest else 0)
    names = known_names(spot.root, spot.path, language)
    levels = _levels(spot.before, names)
    if levels:
        for place, (level, label) in enumerate(levels.items()):
            yield Offer(level, level, start, end, "value", label, rank=place)
        return
    key = next((step for step in reversed(spot.path) if isinstance(step, str)), "")
    alone = not spot.before[: len(spot.before) - len(word)].strip()
    for place, one in enumerate(names.values()):
        if (one.use is None) if kind != "name" else not one.whole:
            continue
        fits = WANTED[key](one) if key in WANTED else not alone or _fits(one, kind)
        rank = (FIT if fits else OTHER) + place
        yield Offer(one.name, one.name, start, end, "fact" if one.fact else "result", one.label, _said(one), rank)
    if kind != "name":
        yield from _others(start, end, language, alone=alone)


def _after(spot: Spot) -> str:
    """What of the value stands behind the cursor."""
    found = spot.root.at(spot.path)
    text = found.text if found is not None else ""
    return text.partition(f"{spot.before}\ue000")[2]


def _levels(before: str, names: dict[str, KnownName]) -> dict[str, str]:
    """The options of a choice, where one is compared."""
    found = OF_CHOICE.search(before)
    named = names.get(found.group(1)) if found else None
    return dict(named.fact.options) if named is not None and named.fact and named.use is Use.CHOICE else {}


def _counts(one: KnownName) -> bool:
    """Whether a condition can take it as a number of cases."""
    return one.fact is not None and one.fact.kind in ("count", "record")


def _fits(one: KnownName, kind: TextKind) -> bool:
    """Whether it can stand alone there."""
    if kind == "name":
        return "." not in one.name
    return one.use is Use.CONDITION or _counts(one) if kind == "condition" else one.use is Use.NUMBER


def _listed(one: KnownName) -> bool:
    return one.fact is not None and one.fact.list


def _chosen(one: KnownName) -> bool:
    return one.use is Use.CHOICE


WANTED: Mapping[str, Callable[[KnownName], bool]] = {
    "count": _counts,
    "list": _listed,
    "members_of": _listed,
    "by": _chosen,
    "within": _chosen,
}
"""Keys that take one sort of facts more often than others."""


def _said(one: KnownName) -> str:
    fact = one.fact
    return "" if fact is None else " · ".join(filter(None, (fact.kind, fact.unit, fact.note)))


def _others(start: int, end: int, language: Language, *, alone: bool) -> Iterator[Offer]:
    for place, (name, function) in enumerate(FUNCTIONS.items()):
        meaning = say(f"reference.function-{name}", language)
        yield Offer(name, f"{name}(", start, end, "function", function.example, meaning, FUNCTION + place)
    for place, word in enumerate(WORDS):
        if not alone or word == "not":
            meaning = say(f"reference.sign-{word}", language)
            yield Offer(word, f"{word} ", start, end, "word", "", meaning, JOINT + place)
