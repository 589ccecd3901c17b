"""Facts over all units of a table: one pass over it before any row is scored."""

from collections.abc import Iterator

import polars as pl

from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.exact_rows import ExactRows
from kaohe.tables.fact_inputs import ODD, Held
from kaohe.tables.peer_columns import PeerColumns, PeerTaking, needed
from kaohe.tables.peer_owns import Row
from kaohe.tables.table_facts import TableFacts
from kaohe.tables.table_header import ROW


def peers_of_table(compiled: CompiledRubric, facts: TableFacts, exact: ExactRows, held: Held) -> PeerColumns | None:
    """None where there are none, or where a row can't be read: what is over all units can't be known without it.

    Raises TooLarge.
    """
    if not compiled.peers:
        return None
    names, lists = needed(compiled)
    units: list[pl.DataFrame] = []
    members: dict[str, list[pl.DataFrame]] = {key: [] for key in lists}
    odd: dict[int, Row] = {}
    for rows in facts.file.batches():
        own = facts.members(rows)
        found = facts.of(rows, own, None)
        units.append(found.filter(~pl.col(ODD)).select(ROW, *(pl.col(name) for name in sorted(names))))
        for key in lists:
            members[key].append(own[key].drop(ODD))
        for number, row in _read(rows.filter(found[ODD]), facts, exact):
            if row is None:
                return None
            odd[number] = row
    taken = PeerTaking(compiled, pl.concat(units), {key: pl.concat(several) for key, several in members.items()}, odd)
    return taken.take(held)


def _read(rows: pl.DataFrame, facts: TableFacts, exact: ExactRows) -> Iterator[tuple[int, Row | None]]:
    for number, values in zip(rows[ROW], rows.drop(ROW).iter_rows(), strict=True):
        yield number, exact.row(number, *facts.written(number, values))
