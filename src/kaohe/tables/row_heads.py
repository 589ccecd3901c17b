"""Who reports in the rows of a table, for which year and stage, as batches compare them."""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from kaohe.scoring.columns.column_names import UNIT
from kaohe.stages.reported_stages import waited_for
from kaohe.submission.key_names import plainly
from kaohe.submission.roster import Roster

FIRST = "self"
"""The stage of rows that name none."""
Head = tuple[str, str, str]
"""A unit, its year, nothing where none is told, and the id of its stage."""


def row_heads(rows: pl.DataFrame, labels: Mapping[str, str]) -> Iterator[Head]:
    """Those of rows with a unit, and perhaps a year and a stage, by its id or its label."""
    named = {plainly(label): stage for stage, label in labels.items()} | {one: one for one in labels}
    absent = {"year": "", "stage": FIRST}
    heads = [
        pl.col(name).cast(pl.String).fill_null(none) if name in rows.columns else pl.lit(none).alias(name)
        for name, none in absent.items()
    ]
    for unit, year, stage in rows.select(UNIT, *heads).iter_rows():
        yield unit, year, named.get(stage, named.get(plainly(stage), stage))


def stages_waited_for(roster: Roster | None, heads: Iterable[Head], labels: Mapping[str, str]) -> frozenset[str]:
    """The stages at which a unit of the roster is lacking."""
    reported = dict[str, set[str]]()
    for unit, _, stage in heads:
        reported.setdefault(plainly(str(unit)), set()).add(stage)
    return waited_for(roster, {unit: frozenset(stages) for unit, stages in reported.items()}, labels)
