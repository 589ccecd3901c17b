"""The list of the smallest changes that add points (提分清单) as a plain table."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.sheet_wording import number
from kaohe.results.improvements import Improvement, Improvements, ItemNamed
from kaohe.results.plain_table import PlainTable, TableRow


def improvement_table(found: Improvements, language: Language) -> PlainTable:
    """A row for each improvement; what lifts a veto is marked."""
    number_, item, fact, change, gain, clause = heads(
        language,
        *(
            ("sheet.number", "text"),
            ("sheet.item", "name"),
            ("improvement.fact", "long"),
            ("improvement.change", "long"),
        ),
        *(("improvement.gain", "difference"), ("improvement.clause", "long")),
    )
    heading = [*sheet_wording.heading(found.sheet, language), say("improvement.title", language)]
    return PlainTable(
        name="improvements",
        title=found.sheet.form.title,
        columns=(number_, item, fact, replace(change, below=True), gain, clause),
        rows=tuple(_row(one, language) for one in found.found),
        before=("　".join(heading), _measure(found, language)),
        after=tuple(_notes(found, language)),
    )


def _row(one: Improvement, language: Language) -> TableRow:
    numbers = "\n".join(item.number for item in one.items)
    several = len(one.items) > 1
    titles = "\n".join(_named(item, language) if several else item.title for item in one.items)
    change = say("improvement.arrow", language, before=one.before.shown, after=one.after.shown)
    values = (numbers, titles, one.fact.label, change, one.gain, "\n".join(_clauses(one, language)))
    return TableRow(values, marked=frozenset(range(len(values)) if one.lifts_veto else ()))


def _measure(found: Improvements, language: Language) -> str:
    """What the gains add to: the score, or what is certain of it."""
    sheet = found.sheet
    if found.measure is None:
        return say("improvement.no_low", language)
    code = "improvement.low" if sheet.score is None else "improvement.score"
    return say(code, language, score=number(found.measure), points=number(sheet.points))


def _clauses(one: Improvement, language: Language) -> Iterator[str]:
    """What stops costing: each clause, with its points where these are not the gain; the lifting of a veto first."""
    if one.lifts_veto:
        yield say("improvement.lifts_veto", language)
    alone = [spared.points for spared in one.spared] == [one.gain]
    for spared in one.spared:
        with_points = say("improvement.spared", language, points=number(spared.points), clause=spared.clause)
        yield spared.clause if alone else with_points


def _notes(found: Improvements, language: Language) -> Iterator[str]:
    """What is said below the list."""
    missing = len(found.sheet.missing)
    if missing:
        yield say("improvement.missing", language, count=missing)
    if found.vetoed:
        items = [_named(item, language) for item in found.vetoed]
        yield say("improvement.vetoed", language, items=say("sheet.between_labels", language).join(items))
    for one in found.undecided:
        yield say("improvement.undecided", language, label=one.fact.label, steps=one.steps)
    if not found.found and not found.undecided and found.measure is not None:
        yield say("improvement.none", language)
    if len(found.found) > 1:
        yield say("improvement.each_alone", language)


def _named(item: ItemNamed, language: Language) -> str:
    return say("improvement.named", language, number=item.number, title=item.title).strip()
