"""The members of lists as a table of their own, each with the row of its unit, as programs read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import GONE, MISSING, column_fields
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_names import MEMBER, PERCENT, VALUE
from kaohe.scoring.columns.column_writer import MANY
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.table_cells import put
from kaohe.tables.fact_files import written
from kaohe.tables.fact_inputs import ODD, Held
from kaohe.tables.list_columns import ROW_THERE
from kaohe.tables.table_header import ROW, Column, Header
from kaohe.tables.whole_numbers import NEVER, Taken, Whole, whole_numbers

UNLIKE = "unlike"
"""Whether the members of a unit can't be what the rubric asks for."""


@dataclass(frozen=True, slots=True)
class MemberColumn:
    """A list and the nested column of its members, if the table has one; `fields` are theirs by their keys."""

    fact: Fact
    optional: bool
    used: bool
    column: Column | None
    gone: Column | None
    fields: Mapping[str, ColumnField]
    names: Mapping[str, str]
    held: Held

    def states(self) -> Iterator[pl.Expr]:
        """Whether nothing is said of it, whether it does not apply."""
        gone = NEVER if self.gone is None else self.gone.expression.fill_null(value=False)
        nothing = pl.lit(value=True) if self.column is None else self.column.expression.is_null()
        yield nothing.alias(f"{MISSING}{self.fact.key}")
        yield gone.alias(f"{GONE}{self.fact.key}")

    def odd(self) -> pl.Expr:
        """Whether it is said both not to apply and to have members, or not to apply where it must."""
        if self.gone is None:
            return NEVER
        gone = self.gone.expression.fill_null(value=False)
        return gone if not self.optional or self.column is None else gone & self.column.expression.is_not_null()

    def members(self, rows: pl.DataFrame) -> pl.DataFrame:
        """All members of a batch: their fields by keys, and whether a unit's are to be read as files are."""
        if self.column is None:
            return pl.DataFrame(schema={ROW: pl.Int64, **dict(self._schema()), ODD: pl.Boolean})
        nested = rows.lazy().select(ROW, self.column.expression.alias(MEMBER))
        every = nested.with_columns(self._unlike().alias(UNLIKE)).explode(MEMBER, empty_as_null=False, keep_nulls=False)
        found = {key: self._field(key) for key in self.fields}
        nameless = (self._part(MEMBER).cast(pl.String).str.strip_chars() == "").fill_null(value=True)
        odd = [pl.col(UNLIKE), nameless, self._strange(), *(one.odd for one in found.values() if one.odd is not NEVER)]
        values = (one.value.alias(key) for key, one in found.items())
        return every.select(ROW, *values, pl.any_horizontal(odd).alias(ODD)).collect(engine="in-memory")

    @property
    def _kinds(self) -> Mapping[str, pl.DataType]:
        """The parts of a member; where it has none it is its name."""
        assert self.column is not None and isinstance(self.column.kind, pl.List)  # noqa: S101, PT018 - it has members
        inner = self.column.kind.inner
        return pl.Schema((one.name, one.dtype) for one in inner.fields) if isinstance(inner, pl.Struct) else {}

    def _part(self, name: str) -> pl.Expr:
        return pl.col(MEMBER).struct.field(name) if self._kinds else pl.col(MEMBER)

    def _schema(self) -> Iterator[tuple[str, type[pl.DataType]]]:
        for key, field in self.fields.items():
            yield key, pl.Boolean if field.flag else pl.Int64

    def _field(self, key: str) -> Whole:
        field, name = self.fields[key], self.names[key]
        for called, percents in ((name, False), (f"{name}{PERCENT}", True)):
            if called in self._kinds:
                found = whole_numbers(self._part(called), self._kinds[called], Taken(field, percents))
                return found if field.flag else found.within(self.held[key])
        return Whole(pl.lit(None, pl.Boolean if field.flag else pl.Int64), NEVER)

    def _unlike(self) -> pl.Expr:
        """Whether a unit has too many members, or too few, or two of a name."""
        members = pl.col(MEMBER)
        names = members.list.eval(pl.element().struct.field(MEMBER)) if self._kinds else members
        fixed = len(self.fact.indicator.members)
        wrong = members.list.len() != fixed if fixed else members.list.len() > MANY
        return wrong | (names.list.n_unique() != members.list.len())

    def _strange(self) -> pl.Expr:
        """Whether a member is another one than the rubric has."""
        if self.fact.members_of:
            return pl.lit(value=True)
        known = self.fact.indicator.members
        return ~self._part(MEMBER).is_in([*known]) if known else NEVER


def member_columns(compiled: CompiledRubric, header: Header, held: Held) -> Sequence[MemberColumn]:
    """Every list of a rubric."""
    every = column_fields(compiled)
    found = []
    for fact in compiled.layout.facts:
        if fact.indicator.list:
            keys = {key: one or VALUE for key, one in zip(fact.field_keys(), fact.indicator.fields, strict=True)}
            optional = not compiled.optional.isdisjoint(fact.keys())
            column, gone = header.lists.get(fact.key), header.gone.get(fact.key)
            fields = {key: every[key] for key in keys if key in every}
            found.append(MemberColumn(fact, optional, fact in compiled.used, column, gone, fields, keys, held))
    return found


def as_written(members: Sequence[Any]) -> Mapping[str, Any] | None:
    """A unit's members as a file would write them; None where one has no name, or two have the same."""
    found: dict[str, Any] = {}
    for one in members:
        fields = one if isinstance(one, dict) else {MEMBER: one}
        name = fields.get(MEMBER)
        if name is None or not str(name).strip() or name in found:
            return None
        said = {key: value for key, value in fields.items() if key not in (MEMBER, ROW_THERE) and value is not None}
        found[name] = _member(said)
    return found


def _member(said: Mapping[str, Any]) -> Any:
    inside: dict[str, Any] = {}
    for name, value in said.items():
        path = name.removesuffix(PERCENT).split(".")
        put(inside, path, f"{value}%" if name.endswith(PERCENT) else written(value))
    return inside.get(VALUE, inside) if inside else None
