"""What another rubric does to units, as plain tables: who stands where, what each clause moved, and for whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from kaohe.authoring.comparing.effects import Moved, UnitEffect
from kaohe.authoring.comparing.mixed_items import Parts
from kaohe.authoring.comparing.pairs import ClausePair
from kaohe.messages import Language, say
from kaohe.render.comparing.change_lines import numbered
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.sheet_wording import number, span, unsettled
from kaohe.results.plain_table import PlainTable, TableRow, Value
from kaohe.results.rank_spans import RankSpan
from kaohe.results.score_range import ScoreRange

LONGEST = 40
"""So many characters of a clause are shown."""


def effect_tables(found: Sequence[UnitEffect], language: Language, wrong: Sequence[str] = ()) -> tuple[PlainTable, ...]:
    """Nothing where nothing could be scored; `wrong` are files that have errors."""
    if not found:
        return ()
    ranking = _ranking(found, language)
    if wrong:
        files = say("compare.names", language).join(wrong)
        left_out = say("compare.left_out", language, count=len(wrong), files=files)
        ranking = replace(ranking, before=(left_out,))
    return ranking, _clauses(found, language), _units(found, language)


def _ranking(found: Sequence[UnitEffect], language: Language) -> PlainTable:
    """The new ranking, those that are open last."""
    columns = heads(
        language,
        ("compare.new_rank", "rank"),
        ("table.unit", "name"),
        ("compare.old_total", "score"),
        ("compare.new_total", "score"),
        ("table.difference", "difference"),
        ("compare.old_rank", "rank"),
        ("table.rank_move", "move"),
    )
    ordered = sorted(found, key=lambda one: (one.new_rank is None, one.new_rank or ()))
    rows = tuple(TableRow(_standing(one, language), unit=one.unit) for one in ordered)
    title = say("compare.units", language, old=number(found[0].old.points), new=number(found[0].new.points))
    return PlainTable("rubric_units", title, columns, rows, after=tuple(_notes(found, language)))


def _standing(one: UnitEffect, language: Language) -> tuple[Value, ...]:
    difference: Value = one.difference_range if one.difference is None else one.difference
    ranks = _rank(one.new_rank, language), _rank(one.old_rank, language)
    move = ranks[1] - ranks[0] if isinstance(ranks[0], Fraction) and isinstance(ranks[1], Fraction) else None
    return ranks[0], one.unit, one.old, one.new, difference, ranks[1], move


def _rank(span: RankSpan, language: Language) -> Fraction | str | None:
    """A place, or the best and the worst that it can be."""
    if span is None:
        return None
    best, worst = span
    return Fraction(best) if best == worst else say("compare.rank_span", language, best=best, worst=worst)


def _notes(found: Sequence[UnitEffect], language: Language) -> Iterator[str]:
    yield say("compare.add_up", language)
    if any(span and span[0] != span[1] for one in found for span in (one.old_rank, one.new_rank)):
        yield say("compare.spans", language)
    between = say("compare.names", language)
    asked = dict.fromkeys(label for one in found for label in one.asked)
    if asked:
        yield say("compare.asked_units", language, facts=between.join(asked))
    for old, new in dict.fromkeys(told for one in found for told in one.meanings.renamed):
        yield say("compare.taken_by_name", language, old=old, new=new)
    for other in dict.fromkeys(told for one in found for told in one.meanings.elsewhere):
        facts = between.join(other.facts)
        yield say("compare.taken_elsewhere", language, old=other.old, new=other.new, facts=facts)
    for one in found:
        if one.judged:
            yield say("compare.judged_items", language, unit=one.unit, items=between.join(one.judged))


def _clauses(found: Sequence[UnitEffect], language: Language) -> PlainTable:
    """Every step that moved some unit, or may."""
    item, clause, *figures = heads(
        language,
        ("sheet.item", "name"),
        ("compare.clause", "long"),
        ("compare.gained", "number"),
        ("compare.lost", "number"),
        ("compare.open", "number"),
        ("compare.sum", "difference"),
    )
    rows, idle = [], 0
    for steps in zip(*(one.moved for one in found), strict=True):
        points = [one.points for one in steps]
        if all(one == 0 for one in points):
            idle += bool(steps[0].parts)
            continue
        known = [one for one in points if one is not None]
        counts = (sum(one > 0 for one in known), sum(one < 0 for one in known), points.count(None))
        together: Value = sum(known, Fraction(0)) if known else say("sheet.open", language)
        rows.append(TableRow((*part_said(steps[0].parts, language), *map(Fraction, counts), together)))
    title = say("compare.by_clause", language)
    after = (say("compare.idle", language, count=idle),) if idle else ()
    return PlainTable("rubric_clauses", title, (item, clause, *figures), tuple(rows), after=after)


def _units(found: Sequence[UnitEffect], language: Language) -> PlainTable:
    """For each unit, in the order of its files, what moved it, and the sum."""
    unit, item, clause, points = heads(
        language,
        ("table.unit", "name"),
        ("sheet.item", "text"),
        ("compare.clause", "long"),
        ("table.difference", "difference"),
    )
    rows = tuple(row for one in found for row in _unit(one, language))
    title = say("compare.by_unit", language)
    return PlainTable("rubric_causes", title, (unit, item, replace(clause), points), rows)


def _unit(one: UnitEffect, language: Language) -> Iterator[TableRow]:
    still_open = say("sheet.open", language)
    for place, moved in enumerate(moving(one)):
        item, clause = part_said(moved.parts, language)
        points: Value = still_open if moved.points is None else moved.points
        yield TableRow((one.unit if place == 0 else "", item, clause, points), unit=one.unit)
    told = say("compare.unit_way", language, old=_score(one.old, language), new=_score(one.new, language))
    difference: Value = still_open if one.difference is None else one.difference
    yield TableRow((one.unit, say("sheet.total", language), told, difference), unit=one.unit, is_sum=True)


def moving(one: UnitEffect) -> list[Moved]:
    """What moved the unit, or may."""
    return [moved for moved in one.moved if moved.points != 0 and (moved.parts or moved.points is not None)]


def _score(one: ScoreRange, language: Language) -> str:
    if one.score is not None:
        return number(one.score)
    return f"{unsettled(one, language)} {span(one, language)}"


def part_said(parts: Parts, language: Language) -> tuple[str, str]:
    """The items that a step is about, and its clauses."""
    if not parts:
        return say("compare.whole", language), say("compare.form", language)
    items = dict.fromkeys(f"{numbered(pair, language)} {pair.shown.item.title}" for pair, _ in parts)
    return "\n".join(items), "\n".join(clause_said(clause, language) for _, clause in parts)


def clause_said(clause: ClausePair | None, language: Language) -> str:
    """`规则 2：每查实一起…`, and whether it is new or gone."""
    side = None if clause is None else clause.new or clause.old
    if clause is None or side is None:
        return say("compare.whole_item", language)
    what = say(f"compare.clause-{side.kind}", language, number=side.number)
    if clause.old is None or clause.new is None:
        what = say("compare.added" if clause.old is None else "compare.removed", language, what=what)
    words = side.words if len(side.words) <= LONGEST else f"{side.words[:LONGEST]}…"
    return say("stage.why", language, kind=what, reason=words)
