"""What stands beside the facts of each row: whose they are, of which year and stage, and what is handed through."""

from collections.abc import Mapping, Sequence

import polars as pl

from kaohe.scoring.columns.column_names import UNIT
from kaohe.tables.said_facts import called_officially, plain_text
from kaohe.tables.table_header import Header


def head_columns(header: Header, names: Mapping[str, str], kept: Sequence[str] = ()) -> list[pl.Expr]:
    """Under their own names, the unit by its official one; `kept` are columns that are handed through."""
    head = header.head
    found = [called_officially(head["unit"], names).alias(UNIT)]
    found += [plain_text(head[key]).alias(key) for key in ("year", "stage") if key in head]
    return [*found, *(header.kept[name].expression.alias(name) for name in kept)]
