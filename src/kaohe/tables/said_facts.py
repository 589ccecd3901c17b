"""What a table says of one fact: which of its cells can be taken, and whether it is said not to apply."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import GONE
from kaohe.tables.table_header import Column
from kaohe.tables.whole_numbers import NEVER, applies_not, without_blanks

STRANGE, WORD = "strange ", "word "
"""What stands before the key of a field, or of a fact, that can't be taken; of a field that is said not to apply."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a table says of one fact: the keys of its fields, the columns of those that it has, the one of its own."""

    fact: Fact
    keys: Sequence[str]
    columns: Mapping[str, Column]
    marked: Column | None
    optional: bool
    unread: Sequence[Column]
    """Columns of fields that no program reads: the reasons of judgements."""

    @property
    def gone(self) -> pl.Expr:
        return pl.col(f"{GONE}{self.fact.key}")

    @property
    def some(self) -> pl.Expr:
        """Whether any of its fields is reported."""
        return pl.any_horizontal(pl.col(key).is_not_null() for key in self.keys)

    def there(self) -> Iterator[pl.Expr]:
        """Whether nothing of it is missing."""
        found = (pl.col(key).is_not_null() for key in self.keys)
        yield from ((self.gone | one for one in found) if self.optional else found)

    def words(self) -> Iterator[pl.Expr]:
        """Whether the texts of its cells say that it does not apply."""
        for key, column in self.columns.items():
            if column.kind == pl.String:
                yield applies_not(column.expression).alias(f"{WORD}{key}")

    def gone_by_words(self) -> Iterator[pl.Expr]:
        """Whether it does not apply, and whether that is said in a way that can't be."""
        words = [pl.col(f"{WORD}{key}") for key, one in self.columns.items() if one.kind == pl.String]
        said = [pl.all_horizontal(words)] if words and len(words) == len(self.fact.indicator.fields) else []
        marked = [] if self.marked is None else [self.marked.expression.fill_null(value=False)]
        gone = pl.any_horizontal(*said, *marked) if said or marked else NEVER
        yield gone.alias(f"{GONE}{self.fact.key}")
        odd = [one & self.some for one in marked]
        odd += [pl.any_horizontal(words) & ~(said[0] if said else NEVER)] if words else []
        odd += [plain_text(one).is_not_null() & ~self.some for one in self.unread]
        odd += [gone] if not self.optional and gone is not NEVER else []
        if odd:
            yield pl.any_horizontal(odd).alias(f"{STRANGE}whole.{self.fact.key}")


def plain_text(column: Column) -> pl.Expr:
    """A text without blanks around it, NULL where there is none."""
    return without_blanks(column.expression.cast(pl.String))


def called_officially(column: Column, names: Mapping[str, str]) -> pl.Expr:
    """The units of a column by their own names, which are known by all that these are called."""
    told = plain_text(column)
    others = {name: unit for name, unit in names.items() if name != unit}
    return told.replace(others) if others else told
