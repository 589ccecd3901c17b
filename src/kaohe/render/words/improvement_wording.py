"""How improvements are worded, the same on the terminal and in Markdown."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.results.improvements import Improvement, Improvements, ItemNamed

HEADER = ("sheet.number", "sheet.item", "improvement.fact", "improvement.gain", "improvement.clause")


def measure(found: Improvements, language: Language) -> str:
    """What the gains add to: the score, or what is certain of it."""
    sheet = found.sheet
    if found.measure is None:
        return say("improvement.no_low", language)
    code = "improvement.low" if sheet.score is None else "improvement.score"
    return say(code, language, score=sheet_wording.number(found.measure), points=sheet_wording.number(sheet.points))


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
    return say("improvement.arrow", language, before=one.before.shown, after=one.after.shown)


def gain(one: Improvement, language: Language) -> str:
    return say("improvement.plus", language, points=sheet_wording.number(one.gain))


def clauses(one: Improvement, language: Language) -> list[str]:
    """What stops costing: each clause, with its points where these are not the gain; the lifting of a veto first."""
    lines = [say("improvement.lifts_veto", language)] if one.lifts_veto else []
    if [spared.points for spared in one.spared] == [one.gain]:
        return [*lines, one.spared[0].clause]
    return lines + [
        say("improvement.spared", language, points=sheet_wording.number(spared.points), clause=spared.clause)
        for spared in one.spared
    ]


def notes(found: Improvements, language: Language) -> Iterator[str]:
    """What is said below the list."""
    missing = len(found.sheet.missing)
    if missing:
        yield say("improvement.missing", language, count=missing)
    if found.vetoed:
        items = [named(item, language) for item in found.vetoed]
        yield say("improvement.vetoed", language, items=say("sheet.between_labels", language).join(items))
    for one in found.undecided:
        yield say("improvement.undecided", language, label=one.fact.label, steps=one.steps)
    if not found.found and not found.undecided and found.measure is not None:
        yield say("improvement.none", language)
    if len(found.found) > 1:
        yield say("improvement.each_alone", language)


def named(item: ItemNamed, language: Language) -> str:
    return say("improvement.named", language, number=item.number, title=item.title).strip()
