"""What moved the scores from one stage to the next (三阶段对账) as plain tables, and two sheets compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import heads, signed
from kaohe.render.words.sheet_wording import Scored
from kaohe.results.causes import Cause, Moved, Points
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.plain_table import Kind, PlainTable, TableRow, Value
from kaohe.results.sheet import ItemScore, SectionScore, Sheet

Scores = Mapping[tuple[str, str], Scored]
"""All that a sheet scores, by what causes call it: the level and the id."""
LEAD: tuple[tuple[str, Kind], ...] = (("sheet.number", "text"), ("sheet.item", "name"), ("stage.moved", "difference"))
WORDS: tuple[tuple[str, Kind], ...] = (
    ("stage.what", "long"), ("stage.cause", "long"), ("stage.evidence", "long"), ("stage.parts", "long"),
)  # fmt: skip


def reconciliation_tables(dossier: Dossier, language: Language, *, checked: bool = False) -> tuple[PlainTable, ...]:
    """A table for each way from one stage to the next, all with the same columns.

    If it is to be checked, with the sums of every score that moved, set against the difference of the stages.
    """
    return _without_empty([_table(dossier, one, language, checked=checked) for one in dossier.reconciliations])


def way_tables(dossier: Dossier, way: Reconciliation, language: Language) -> tuple[PlainTable, ...]:
    """What differs between two sheets: what moves points, then what moves none."""
    moving = tuple(one for one in way.causes if len(one.moved) > 1 or one.total != 0)
    idle = [one for one in way.causes if one not in moving]
    (found,) = _without_empty([_table(dossier, replace(way, causes=moving), language, checked=False)])
    found = replace(found, after=() if idle else found.after)
    if not idle:
        return (found,)
    columns = heads(language, LEAD[0], WORDS[0])
    rows = tuple(TableRow((one.number, change_said(one, language))) for one in idle)
    return found, PlainTable("idle", say("stage.idle_list", language, count=len(idle)), columns, rows)


def _table(dossier: Dossier, way: Reconciliation, language: Language, *, checked: bool) -> PlainTable:
    """The causes in their order, and what they moved together."""
    before, after = dossier.sides(way)
    number, item, moved = heads(language, *LEAD)
    change, *below = heads(language, *WORDS)
    scores = _scores(after)
    rows = [_cause(one, scores, language) for one in way.causes]
    rows += _sums(before, after, way.causes, language, checked=checked) if rows else ()
    return PlainTable(
        name="reconciliation",
        title=_heading(before, after, language),
        columns=(number, replace(item, below=True), moved, change, *(replace(one, below=True) for one in below)),
        rows=tuple(rows),
        after=() if rows else (say("stage.no_causes", language),),
    )


def _without_empty(tables: Sequence[PlainTable]) -> tuple[PlainTable, ...]:
    """The tables without the columns in which none of them says anything, where any of them says something."""
    rows = [row.values for table in tables for row in table.rows]
    kept = [place for place, values in enumerate(zip(*rows, strict=True)) if any(value != "" for value in values)]
    return tuple(table.only(kept) if rows else table for table in tables)


def _heading(before: Sheet, after: Sheet, language: Language) -> str:
    """`自评分 396 → 省厅初评分 388.5`, each side called by that in which it differs from the other."""
    return say(
        "stage.heading",
        language,
        before=called(before, [after]),
        after=called(after, [before]),
        old=sheet_wording.score(before, language),
        new=sheet_wording.score(after, language),
    )


def called(sheet: Sheet, others: Sequence[Sheet]) -> str:
    """Unit, year and stage, as far as they are not the same for all."""
    parts = [
        sheet.unit if any(sheet.unit != other.unit for other in others) else "",
        str(sheet.year) if sheet.year is not None and any(sheet.year != other.year for other in others) else "",
        sheet_wording.stage(sheet) if any(sheet.stage != other.stage for other in others) else "",
    ]
    return " ".join(filter(None, parts)) or sheet_wording.stage(sheet)


def _cause(cause: Cause, scores: Scores, language: Language) -> TableRow:
    """One that names no item is about all the items that it moved."""
    items = [scores.get((one.level, one.id)) for one in cause.moved if one.level == "item"]
    own = scores.get(("item", cause.item))
    titles = [one.title for one in ([own] if own else items) if isinstance(one, ItemScore)]
    between = say("sheet.between_labels", language)
    parts = [f"{_number(one, scores)} {_points(one.points, language)}" for one in cause.moved[:-1]]
    told = len(items) > 1 or any(one.points != cause.total for one in cause.moved)
    values: tuple[Value, ...] = (
        cause.number,
        "\n".join(titles),
        say("sheet.open", language) if cause.total is None else cause.total,
        change_said(cause, language),
        cause_said(cause, language),
        "\n".join(cause.evidence),
        say("stage.of_which", language, parts=between.join(parts)) if told else "",
    )
    return TableRow(values, item=cause.number if own else "")


def _number(moved: Moved, scores: Scores) -> str:
    """The number on the form of an item or a section."""
    found = scores.get((moved.level, moved.id))
    return found.number if isinstance(found, ItemScore | SectionScore) else moved.id


def change_said(cause: Cause, language: Language) -> str:
    return say("stage.change", language, subject=cause.subject, old=cause.old, new=cause.new)


def cause_said(cause: Cause, language: Language) -> str:
    """`事实更正：理由（王某，2012-01-12）`."""
    kind = say(f"stage.{cause.kind}", language)
    if not cause.reason:
        return kind
    who = say("arithmetic.between_who", language).join(filter(None, (cause.by, cause.on)))
    code = "stage.why_by" if who else "stage.why"
    return say(code, language, kind=kind, reason=cause.reason, who=who)


def _points(points: Points, language: Language) -> str:
    return say("sheet.open", language) if points is None else signed(points)


def _scores(sheet: Sheet) -> Scores:
    """The form's order, the whole last."""
    found: dict[tuple[str, str], Scored] = {}
    for section in sheet.sections:
        found |= {("item", item.id): item for item in section.items}
        found["section", section.id] = section
    return {**found, ("total", ""): sheet}


def _sums(
    before: Sheet, after: Sheet, causes: Sequence[Cause], language: Language, *, checked: bool
) -> Iterator[TableRow]:
    """What the whole moved by; if checked, first what every item and section did, with its arithmetic."""
    old = _scores(before)
    for key, now in _scores(after).items():
        moved = [one.points for cause in causes for one in cause.moved if (one.level, one.id) == key]
        whole = isinstance(now, Sheet)
        if not whole and not (checked and any(points != 0 for points in moved)):
            continue
        was = old[key].score if key in old else None
        number, title = ("", say("sheet.total", language)) if isinstance(now, Sheet) else (now.number, now.title)
        difference = say("sheet.open", language) if was is None or now.score is None else now.score - was
        check = _check(moved, was, now.score, language) if checked else ""
        yield TableRow((number, title, difference, check, "", "", ""), is_sum=True)


def _check(moved: Sequence[Points], before: Points, after: Points, language: Language) -> str:
    """`核对：8 -2 = 6 √`; nothing where a side is open."""
    if before is None or after is None:
        return ""
    known = [points for points in moved if points]
    mark = "√" if sum(known, before) == after else "×"
    terms = " ".join(map(signed, known))
    old, new = (sheet_wording.number(side) for side in (before, after))
    return say("stage.check", language, before=old, terms=terms, after=new, mark=mark)
