"""Grades of which places are shared out among all units of a table, as `batch` shares them out among its files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from kaohe.problems import Problem
from kaohe.results.grade_sharing import share_out
from kaohe.scoring.columns.column_names import UNIT
from kaohe.submission.roster import Roster
from kaohe.tables.chance_table import Chances, ChanceTable
from kaohe.tables.fact_files import BATCH
from kaohe.tables.row_heads import row_heads, stages_waited_for
from kaohe.tables.score_files import write_parquet
from kaohe.tables.scored_columns import GRADE, STATE

Group = tuple[str, str]
"""The units of a year and a stage, which are compared."""


@dataclass(frozen=True, slots=True)
class SharedGrades:
    """Puts them beside the scores of one table; `labels` are the names of stages, `roster` the units that are due.

    As long as a row has a problem, a unit that is due is lacking or a score is open nobody has any.
    """

    chances: ChanceTable
    labels: Mapping[str, str]
    roster: Roster | None = None
    problems: Sequence[Problem] = ()
    """What has been found wrong once all rows are scored."""

    def of(self, batches: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """The same batches with grades; meanwhile they lie in a file that nobody else sees."""
        kept: list[pl.DataFrame] = []
        names = [name for one in self.chances.every for name in one.read]
        own = [*self.chances.schema()]

        def noted() -> Iterator[pl.DataFrame]:
            for batch in batches:
                heads = [name for name in (UNIT, "year", "stage", STATE) if name in batch.columns]
                kept.append(batch.select(*heads, *dict.fromkeys(names)))
                yield batch.drop(own)

        with TemporaryDirectory(prefix="kaohe-") as folder:
            path = Path(folder) / "scores.parquet"
            write_parquet(path, noted())
            yield from self._beside(path, self._shared(pl.concat(kept)))

    def _beside(self, path: Path, grades: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Each column of grades stands behind that of its scores."""
        at = 0
        for batch in pl.scan_parquet(path).collect_batches(chunk_size=BATCH, maintain_order=True):
            whole = pl.concat([batch, grades.slice(at, batch.height)], how="horizontal")
            order = [two for one in batch.columns for two in (one, f"{one}.{GRADE}") if two in whole.columns]
            yield whole.select([*dict.fromkeys(order)])
            at += batch.height

    def _shared(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The ids of grades, row by row."""
        groups = self._groups(rows)
        found = {}
        for one in self.chances.every:
            ids: list[str | None] = [None] * rows.height
            for places in groups:
                for place, grade in self._grades(one, rows[places]):
                    ids[places[place]] = grade
            found[f"{one.part}.{GRADE}"] = pl.Series(ids, dtype=pl.String)
        return pl.DataFrame(found)

    def _groups(self, rows: pl.DataFrame) -> Sequence[list[int]]:
        """The rows of units that can be compared: none where a row can't be scored or a unit is still to come."""
        if self.problems or (rows[STATE] == "problem").any():
            return []
        found, units = dict[Group, list[int]](), dict[str, set[str]]()
        heads = [*row_heads(rows, self.labels)]
        for at, (unit, year, stage) in enumerate(heads):
            found.setdefault((year, stage), []).append(at)
            units.setdefault(year, set()).add(unit)
        waited = stages_waited_for(self.roster, heads, self.labels)
        every = ((key, places) for key, places in found.items() if key[1] not in waited)
        return [places for (year, _), places in every if len(places) == len(units[year])]

    def _grades(self, one: Chances, rows: pl.DataFrame) -> Iterator[tuple[int, str]]:
        """The grades of those who have a score, by their places; none while one of them is open."""
        reached = enumerate(map(one.reached, rows.select(one.read).iter_rows()))
        graded = [(place, found) for place, found in reached if found is not None]
        if not all(found.may_have for _, found in graded):
            return
        shared = share_out(one.trees.grades, [found for _, found in graded])
        for (place, _), grade in zip(graded, shared or (), strict=shared is not None):
            yield place, grade.id
