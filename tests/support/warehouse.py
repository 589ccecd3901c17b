"""Units' rows as the tables of a warehouse, and what kaohe itself makes of them, for queries to be compared with."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE as GONE
from kaohe.results.sheet import Sheet
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, UNIT
from kaohe.scoring.columns.sql_facts import SqlField
from kaohe.scoring.columns.sql_query import Beside, SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.peer_facts import known_over_all
from kaohe.submission.reader import Values
from kaohe.tables.ranked_table import with_ranks
from support.shipped import scorer

Row = tuple[Any, ...]
PLACES = 12
DECIMAL = pl.Decimal(38, PLACES)
TYPES: Mapping[str, Any] = {"flag": pl.Boolean, "choice": pl.String, "date": pl.Date, "month": pl.String}
Sides = tuple[Decimal | None, ...]


def unit_name(number: int) -> str:
    return f"单位{number:06}"


def tables(query: SqlQuery, rows: Sequence[Row]) -> tuple[pl.DataFrame, Mapping[str, pl.DataFrame]]:
    """The table of units, and those of members by the keys of lists."""
    units: dict[str, list[Any]] = {UNIT: [unit_name(number) for number in range(len(rows))]}
    schema: dict[str, Any] = {UNIT: pl.String}
    members = {}
    for fact in query.tables.facts:
        if fact in query.tables.optional:
            units[f"{fact.key}{NOT_APPLICABLE}"] = [row[fact.start] is GONE for row in rows]
            schema[f"{fact.key}{NOT_APPLICABLE}"] = pl.Boolean
        if fact.indicator.list:
            units[fact.key] = [len(row[fact.start]) if isinstance(row[fact.start], tuple) else None for row in rows]
            schema[fact.key] = pl.Int64
            members[fact.key] = _members(query, fact, rows)
            continue
        for place, field in _placed(query, fact):
            units[field.column] = [value(field, row[fact.start + place]) for row in rows]
            schema[field.column] = TYPES.get(field.kind, DECIMAL)
    return pl.DataFrame(units, schema=schema), members


def _placed(query: SqlQuery, fact: Fact) -> Iterator[tuple[int, SqlField]]:
    places = {key: place for place, key in enumerate(fact.field_keys())}
    return ((places[one.key], one) for one in query.tables.fields(fact))


def _members(query: SqlQuery, fact: Fact, rows: Sequence[Row]) -> pl.DataFrame:
    listed = [
        (unit_name(number), member)
        for number, row in enumerate(rows)
        if isinstance(row[fact.start], tuple)
        for member in row[fact.start]
    ]
    fields = list(_placed(query, fact))
    columns = {UNIT: [unit for unit, _ in listed], MEMBER: [member[0] for _, member in listed]}
    columns |= {field.column: [value(field, member[1 + place]) for _, member in listed] for place, field in fields}
    schema = {UNIT: pl.String, MEMBER: pl.String, **{one.column: TYPES.get(one.kind, DECIMAL) for _, one in fields}}
    return pl.DataFrame(columns, schema=schema)


def value(field: SqlField, found: Any) -> Any:
    """A fact as its column has it; a quotient without end is cut off."""
    if found is None or found is GONE:
        return None
    if field.kind in ("flag", "choice"):
        return found
    if field.kind == "date":
        return date.fromordinal(found)
    if field.kind == "month":
        return month_text(found)
    number = found * 100 if field.kind == "percent" else found
    return Decimal(int(Fraction(number) * 10**PLACES)).scaleb(-PLACES)


def expected(compiled: CompiledRubric, row: Row) -> Mapping[str, Sides]:
    """Each result's lowest and highest score as kaohe has it; both are None where it has none."""
    sheet = sheet_of(compiled, row)
    found: dict[str, Any] = {"total": sheet}
    for section in sheet.sections:
        found[f"sections.{section.id}"] = section
        found |= {f"items.{item.id}": item for item in section.items}
    return {name: (one.low, one.high) if one.scored else (None, None) for name, one in found.items()}


def sheet_of(compiled: CompiledRubric, row: Row) -> Sheet:
    return scorer(compiled).score(Values("甲市.yaml", "甲市", 2011, "self", row))


def grades(compiled: CompiledRubric, row: Row) -> Iterator[tuple[str, str | None]]:
    """The grade of each part whose grades a unit's own facts decide, None while it is open or there is no score."""
    for name, one in sheet_of(compiled, row).graded():
        if not any(grade.shared_out for grade in compiled.grades[name].grades):
            yield f"sections.{name}" if name else "total", one.may_have[0].id if len(one.may_have) == 1 else None


def over_all(compiled: CompiledRubric, rows: Sequence[Row]) -> list[Row]:
    """The rows with what is taken over all of them."""
    known = dict(known_over_all([(str(number), row) for number, row in enumerate(rows)], compiled))
    return [tuple(known[str(at)].get(place, one) for place, one in enumerate(row)) for at, row in enumerate(rows)]


def places(scores: pl.DataFrame, within: str) -> pl.DataFrame:
    """The places that Polars finds for these scores."""
    return pl.concat(
        [*with_ranks(iter([scores.drop(column for column in scores.columns if ".rank" in column)]), within)]
    )


def write(query: SqlQuery, rows: Sequence[Row], folder: Path) -> tuple[Path, Mapping[str, Path]]:
    """The tables as Parquet."""
    units, members = tables(query, rows)
    path = folder / "facts.parquet"
    units.write_parquet(path)
    paths = {key: folder / f"members-{number}.parquet" for number, key in enumerate(members)}
    for key, frame in members.items():
        frame.write_parquet(paths[key])
    return path, paths


def disagreements(
    compiled: CompiledRubric, rows: Sequence[Row], folder: Path, *, ranked: bool = True
) -> tuple[list[str], int]:
    """Where DuckDB's scores are not kaohe's, and how many units could not be computed by a query."""
    query = SqlQuery(compiled, DUCKDB)
    taken = [rounded(query, row) for row in rows]
    units, members = write(query, taken, folder)
    tables_of = {key: _read(path) for key, path in members.items()}
    beside = Beside(("县",), ranked=ranked, within="县")
    with duckdb.connect() as connection:
        county = f"CASE WHEN unit > '{unit_name(2)}' THEN '乙县' WHEN unit > '{unit_name(0)}' THEN '甲县' END AS 县"
        named = f"(SELECT *, {county} FROM {_read(units)})"  # noqa: S608 - of our own names
        text = query.query(named, tables_of, beside).text()
        connection.execute(f"COPY ({text}) TO '{folder / 'scores.parquet'}' (FORMAT PARQUET)")
    frame = pl.read_parquet(folder / "scores.parquet").sort(UNIT)
    assert frame.columns == query.columns(beside)
    assert frame[UNIT].to_list() == [unit_name(number) for number in range(len(rows))]
    scores = frame.to_dicts()
    marked = sum(one["problem"] is not None for one in scores)
    full = taken if marked else over_all(compiled, taken)
    told = [f"{at} {what}" for at, row in enumerate(full) for what in unlike(compiled, row, scores[at])]
    expected_places = places(frame, "县") if ranked else frame
    told += [] if frame.equals(expected_places.select(frame.columns)) else [f"{frame}, not {expected_places}"]
    return told, marked


def _read(path: Path) -> str:
    return f"READ_PARQUET('{path}')"


def unlike(compiled: CompiledRubric, row: Row, scores: Mapping[str, Any]) -> Iterator[str]:
    """What is not as kaohe has it, in the scores of a unit; one that has a problem has none."""
    if scores["problem"] is not None:
        assert scores["state"] == "problem"
        assert {value for key, value in scores.items() if key.endswith((".low", ".high"))} == {None}
        return
    if scores["complete"] != complete(compiled, row):
        yield f"complete: {scores['complete']}"
    for part, (low, high) in expected(compiled, row).items():
        found = tuple(scores[name] for name in (part, f"{part}.low", f"{part}.high"))
        if found != (low if low == high else None, low, high):
            yield f"{part}: {found}, not {low} to {high}"
    for part, grade in grades(compiled, row):
        if scores[f"{part}.grade"] != grade:
            yield f"{part}.grade: {scores[f'{part}.grade']}, not {grade}"


def complete(compiled: CompiledRubric, row: Row) -> bool:
    """Whether nothing is missing; the reason of a judgement, which no query reads, is."""
    missing = (fact for fact in compiled.unreported(row))
    judged = (fact.indicator.kind == "judgement" and row[fact.start] is not None for fact in missing)
    return all(judged) and not compiled.undefined(row)


def rounded(query: SqlQuery, row: Row) -> Row:
    """The same unit with no more decimals than its columns have."""
    found = list(row)
    for fact in query.tables.facts:
        fields = dict(_placed(query, fact))
        own = row[fact.start : fact.start + fact.width()]
        if fact.indicator.list and isinstance(own[0], tuple):
            found[fact.start] = tuple((one[0], *_rounded(one[1:], fields)) for one in own[0])
        elif not fact.indicator.list:
            found[fact.start : fact.start + fact.width()] = _rounded(own, fields)
    return tuple(found)


def _rounded(values: Sequence[Any], fields: Mapping[int, SqlField]) -> list[Any]:
    return [
        Fraction(int(one * 10 ** fields[place].field.decimals), 10 ** fields[place].field.decimals)
        if isinstance(one, Fraction) and place in fields
        else one
        for place, one in enumerate(values)
    ]
