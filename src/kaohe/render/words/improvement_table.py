"""The list of the smallest changes that add points (提分清单) as a plain table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.sheet_wording import number
from kaohe.results.improvements import Improvement, Improvements, ItemNamed
from kaohe.results.plain_table import PlainTable, TableRow


def improvement_tables(found: Improvements, language: Language) -> tuple[PlainTable, ...]:
    """What can still be done, vetoes first; then figures that should be checked, and what is past."""
    now = [one for one in found.found if not one.fixed and not one.at_edge]
    edge = [one for one in found.found if one.at_edge and not one.fixed]
    past = [one for one in found.found if one.fixed]
    heading = [*sheet_wording.heading(found.sheet, language), say("improvement.title", language)]
    first = replace(
        _table(now, found.sheet.form.title, language),
        before=("　".join(heading), _measure(found, language)),
        after=tuple(_notes(found, now, language)),
    )
    more = ((edge, "improvement.edge"), (past, "improvement.fixed"))
    return (first, *(_table(some, say(code, language), language) for some, code in more if some))


def _table(several: Sequence[Improvement], title: str, language: Language) -> PlainTable:
    """A row for each improvement; what lifts a veto is marked."""
    number_, item, change, gain, clause = heads(
        language,
        *(("sheet.number", "text"), ("sheet.item", "name"), ("improvement.change", "long")),
        *(("improvement.gain", "difference"), ("improvement.clause", "long")),
    )
    return PlainTable(
        name="improvements",
        title=title,
        columns=(number_, item, change, gain, clause),
        rows=tuple(_row(one, language) for one in several),
    )


def improvement_rows(several: Sequence[Improvement], language: Language) -> PlainTable:
    """Some of the improvements, without what else is said of the unit."""
    columns = heads(
        language,
        *(("improvement.change", "name"), ("improvement.gain", "difference"), ("improvement.clause", "long")),
    )
    rows = tuple(
        replace(row, values=row.values[2:], marked=frozenset()) for row in (_row(one, language) for one in several)
    )
    return PlainTable("improvements", say("explanation.improvements", language), columns, rows)


def _row(one: Improvement, language: Language) -> TableRow:
    numbers = "\n".join(item.number for item in one.items)
    several = len(one.items) > 1
    titles = "\n".join(_named(item, language) if several else item.title for item in one.items)
    values = (numbers, titles, wanting(one, language), one.gain, "\n".join(_clauses(one, language)))
    return TableRow(values, marked=frozenset(range(len(values)) if one.lifts_veto else ()))


def wanting(one: Improvement, language: Language) -> str:
    """`本年末再增 1808 人，到 308448 人：…增 2%，达到 2%`; of a figure at an edge that it should be checked."""
    if one.at_edge:
        label, before, after = one.fact.label, one.before.shown, one.after.shown
        return say("improvement.edge_of", language, label=label, before=before, after=after)
    return say("improvement.then", language, gap=one.gap, reached=one.reached) if one.reached else one.gap


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


def _notes(found: Improvements, now: Sequence[Improvement], language: Language) -> Iterator[str]:
    """What is said below the list of what can still be done."""
    joint = say("reason.between_members", language)
    for missed in found.missed:
        holder, reasons = _named(missed.holder, language), joint.join(missed.reasons)
        yield say("improvement.missed", language, holder=holder, grade=missed.title, reasons=reasons)
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
    if len(now) > 1:
        yield say("improvement.each_alone", language)
    if found.found:
        yield say("improvement.honest", language)


def _named(item: ItemNamed, language: Language) -> str:
    return say("improvement.named", language, number=item.number, title=item.title).strip()
