"""How improvements are worded, the same on the terminal and in Markdown."""

from collections.abc import Iterator

from kaohe.improvements import Improvement, Improvements, ItemNamed
from kaohe.messages import Language, say
from kaohe.render import wording

HEADER = ("sheet.number", "sheet.item", "next.fact", "next.gain", "next.clause")


def measure(found: Improvements, language: Language) -> str:
    """What the gains add to: the score, or what is certain of it."""
    sheet = found.sheet
    if found.measure is None:
        return say("next.no_low", language)
    code = "next.low" if sheet.score is None else "next.score"
    return say(code, language, score=wording.number(found.measure), points=wording.number(sheet.points))


def numbers(one: Improvement) -> list[str]:
    """The numbers of the items, a line each."""
    return [item.number for item in one.items]


def titles(one: Improvement, language: Language) -> list[str]:
    """The items' titles; where there are several, each with its number."""
    if len(one.items) == 1:
        return [one.items[0].title]
    return [named(item, language) for item in one.items]


def change(one: Improvement, language: Language) -> str:
    """`3 次 → 2 次`."""
    return say("next.arrow", language, before=one.before.shown, after=one.after.shown)


def gain(one: Improvement, language: Language) -> str:
    return say("next.plus", language, points=wording.number(one.gain))


def clauses(one: Improvement, language: Language) -> list[str]:
    """What stops costing: each clause, with its points where these are not the gain; the lifting of a veto first."""
    lines = [say("next.lifts_veto", language)] if one.lifts_veto else []
    if [spared.points for spared in one.spared] == [one.gain]:
        return [*lines, one.spared[0].clause]
    return lines + [
        say("next.spared", language, points=wording.number(spared.points), clause=spared.clause)
        for spared in one.spared
    ]


def notes(found: Improvements, language: Language) -> Iterator[str]:
    """What is said below the list."""
    missing = len(found.sheet.missing)
    if missing:
        yield say("next.missing", language, count=missing)
    if found.vetoed:
        items = [named(item, language) for item in found.vetoed]
        yield say("next.vetoed", language, items=say("sheet.between_labels", language).join(items))
    for one in found.undecided:
        yield say("next.undecided", language, label=one.fact.label, steps=one.steps)
    if not found.found and not found.undecided and found.measure is not None:
        yield say("next.none", language)
    if len(found.found) > 1:
        yield say("next.each_alone", language)


def named(item: ItemNamed, language: Language) -> str:
    return say("next.named", language, number=item.number, title=item.title).strip()
