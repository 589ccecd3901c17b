"""One item explained, as plain tables: its clauses, its facts, what changed them, other readings, what would help."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.improvement_table import improvement_rows
from kaohe.render.words.reconciliation_table import cause_said, change_said
from kaohe.results.explanation import ClauseExplained, Explanation
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow, Value
from kaohe.results.sheet import ItemScore, LedgerLine


def explanation_tables(found: Explanation, language: Language) -> tuple[PlainTable, ...]:
    """All that has anything to say; the clauses always."""
    tables = (_clauses(found, language), _facts(found, language), _causes(found, language), _readings(found, language))
    more = (improvement_rows(found.improvements, language),) if found.improvements else ()
    return tuple(one for one in (*tables, *more) if one.rows)


def _clauses(found: Explanation, language: Language) -> PlainTable:
    clause, why, lost, arithmetic = heads(
        language,
        ("report.clause", "long"),
        ("workbook.why", "long"),
        ("explanation.lost", "loss"),
        ("workbook.arithmetic", "long"),
    )
    item = found.item
    return PlainTable(
        name="clauses",
        title=f"{item.number} {item.title}",
        columns=(clause, why, lost, arithmetic),
        rows=tuple(row for one in found.clauses for row in _lines(one, language)),
        before=("　".join(sheet_wording.heading(found.sheet, language)), _scores(found, language)),
    )


def _scores(found: Explanation, language: Language) -> str:
    """`满分 8 分：自评分 8，省厅初评分 7`."""
    known = [(label, item) for label, item in found.stages if item is not None]
    said = [say("explanation.stage", language, stage=label, score=_score(item, language)) for label, item in known]
    scores = say("reason.joint", language).join(said)
    return say("explanation.scores", language, points=sheet_wording.number(found.item.points), scores=scores)


def _score(item: ItemScore, language: Language) -> str:
    """While it is open, with what it can still become."""
    score = sheet_wording.score(item, language)
    return score if item.score is not None else f"{score} {sheet_wording.span(item, language)}"


def _lines(one: ClauseExplained, language: Language) -> Iterator[TableRow]:
    if one.missing:
        labels = say("sheet.between_labels", language).join(one.missing)
        yield TableRow((one.clause, say("explanation.open", language, labels=labels), None, ""))
    elif not one.lines:
        yield TableRow((one.clause, say("explanation.nothing_lost", language), Fraction(0), ""))
    for place, line in enumerate(one.lines):
        yield TableRow((one.clause if not place else "", line.why, line.applied, _arithmetic(line, language)))


def _arithmetic(line: LedgerLine, language: Language) -> str:
    return sheet_wording.arithmetic(line, language)


def _facts(found: Explanation, language: Language) -> PlainTable:
    (fact,) = heads(language, ("improvement.fact", "name"))
    stages = tuple(TableColumn(label, "long") for label, _ in found.stages)
    evidence, note = heads(language, ("stage.evidence", "long"), ("explanation.note", "long"))
    told = {evidence: [one.evidence for one in found.facts], note: [one.notes for one in found.facts]}
    beside = {column: texts for column, texts in told.items() if any(texts)}
    rows = [
        TableRow((one.label, *one.values, *("\n".join(texts[place]) for texts in beside.values())))
        for place, one in enumerate(found.facts)
    ]
    return PlainTable("facts", say("explanation.facts", language), (fact, *stages, *beside), tuple(rows))


def _causes(found: Explanation, language: Language) -> PlainTable:
    columns = heads(language, ("stage.moved", "difference"), ("stage.what", "long"), ("stage.cause", "long"))
    rows = []
    for cause in found.causes:
        moved = next((one.points for one in cause.moved if (one.level, one.id) == ("item", found.item.id)), Fraction(0))
        points: Value = say("sheet.open", language) if moved is None else moved
        rows.append(TableRow((points, change_said(cause, language), cause_said(cause, language))))
    return PlainTable("causes", say("explanation.causes", language), columns, tuple(rows))


def _readings(found: Explanation, language: Language) -> PlainTable:
    columns = heads(
        language,
        ("explanation.words", "long"),
        ("explanation.taken", "long"),
        ("explanation.other", "long"),
        ("sheet.score", "score"),
        ("explanation.option", "long"),
    )
    rows = [
        TableRow((one.words, one.taken, one.meaning, _given(one.score, language), f"{one.id}={one.option}"))
        for one in found.readings
    ]
    return PlainTable("readings", say("explanation.readings", language), columns, tuple(rows))


def _given(score: Fraction | None, language: Language) -> Value:
    return say("sheet.open", language) if score is None else score
