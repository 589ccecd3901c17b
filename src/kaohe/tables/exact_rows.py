"""Rows that columns can't take are read as units' files are, and scored exactly; what is wrong with them is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.problems import Problem, Problems
from kaohe.scoring.columns.column_names import MEMBER
from kaohe.scoring.scorer import Ranges, Scorer
from kaohe.source.table_row import TableRow
from kaohe.source.tables import Row
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_rows import UnitRows, told_twice
from kaohe.submission.reader import Values
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.table_cells import put
from kaohe.tables.joined_members import Joined
from kaohe.tables.list_columns import ROW_THERE
from kaohe.tables.member_inputs import as_written
from kaohe.tables.peer_columns import PeerColumns
from kaohe.tables.table_header import Header

Facts = tuple[Any, ...]
"""The facts of a row in the layout's order."""
Nested = Sequence[tuple[str, Sequence[Any] | None]]
"""What no cell holds, with the keys of facts: the members of a list, or None where a fact does not apply."""


@dataclass(slots=True)
class ExactRows:
    """Scores rows of cells one by one; `problems` gathers what is wrong with them, `wrong` the numbers of such rows.

    `twins` are rows about a unit that has others, with the numbers of these; `peers` what was taken over all units.
    """

    loader: UnitLoader
    units: UnitRows
    scorer: Scorer
    twins: Mapping[int, Sequence[int]]
    header: Header
    joined: Joined
    peers: PeerColumns | None = None
    problems: list[Problem] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)

    def score(self, number: int, row: Row, nested: Nested) -> tuple[Ranges, Facts] | None:
        """What the row comes to, and its facts; None where it has a problem, which is told."""
        values = self.values(number, row, nested)
        if values is None:
            return None
        whole = values if self.peers is None else self._compared(number, values, self.peers)
        return self.scorer.ranges(whole), whole.row

    def row(self, number: int, row: Row, nested: Nested) -> Facts | None:
        """The facts of a row alone; None where it has a problem."""
        values = self.values(number, row, nested)
        return None if values is None else values.row

    def values(self, number: int, row: Row, nested: Nested) -> Values | None:
        """What the unit of a row reports; None where it has a problem."""
        try:
            return self._read(number, row, nested)
        except Problems as wrong:
            if number not in self.wrong:
                self.problems.extend(wrong.problems)
            self.wrong.add(number)
        return None

    def _read(self, number: int, row: Row, nested: Nested) -> Values:
        if number in self.joined.refused:
            raise Problems(self.joined.refused[number])
        document = self.units.document(number, row)
        for key, value in nested:
            document = self._with_nested(document, key, value)
        if number in self.twins and document.data.get("unit"):
            document = told_twice(document, self.twins[number])
        stranger = self.loader.stranger(document)
        if stranger is not None:
            raise Problems([stranger])
        scorer, values = self.loader.values(self.loader.called_officially(document)[0])
        if scorer is not self.scorer:
            raise Problems([document.problem("another-rubric-in-table", ("rubric",), self._told(document.data))])
        return values

    def _compared(self, number: int, values: Values, peers: PeerColumns) -> Values:
        """With the facts over all units."""
        if number in peers.odd:
            return replace(values, row=tuple(peers.odd[number]))
        row = list(values.row)
        for place, value in peers.values([number])[number].items():
            row[place] = value if row[place] is None else row[place]
        return replace(values, row=tuple(row))

    def _with_nested(self, document: TableRow, key: str, value: Sequence[Any] | None) -> TableRow:
        """Raises Problems where members can't be told apart, or what does not apply is reported."""
        path = (INDICATORS, *key.split("."))
        document = replace(document, columns={**document.columns, path: self._place(key, value)})
        reported = reduce(lambda data, step: data.get(step) or {}, path, document.data)
        if reported:
            raise Problems([document.problem("gone-and-reported", path, {"label": key})])
        table = self.joined.tables.get(key)
        if table is not None and value is not None:
            wrong = [*table.problems(value)]
            if wrong:
                raise Problems(wrong)
            places = {(*path, one[MEMBER]): table.place(one[ROW_THERE]) for one in value}
            document = replace(document, elsewhere={**document.elsewhere, **places})
        found = NOT_APPLICABLE_WORDS[0] if value is None else as_written(value)
        if found is None:
            raise Problems([document.problem("members-alike", path, {"label": key})])
        names_only = value is not None and self.scorer.compiled.layout.by_key[key].indicator.names_only
        put(document.data, path, [*found] if names_only else found)
        return document

    def _place(self, key: str, value: Sequence[Any] | None) -> int:
        """The column that says something of a list, or that a fact is not there."""
        columns = self.header.gone if value is None else self.header.lists
        return columns[key].place + 1

    def _told(self, data: Any) -> Mapping[str, object]:
        return {"found": str(data["rubric"]), "expected": self.scorer.compiled.rubric.id}
