"""A program of columns as steps of a query: what is computed of members, put together, then of units.

Each step hands on what is still read: planners take long over columns that nobody needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kaohe.backends.cells.formulas import Formula, referred
from kaohe.backends.columns.sql_code import Sql, written
from kaohe.backends.columns.sql_dialects import LONG, Dialect
from kaohe.backends.columns.sql_text import Steps, select
from kaohe.scoring.columns.column_writer import Aggregate
from kaohe.scoring.columns.sql_plan import Cells, Members, Round

FUNCTIONS = {"sum": "SUM", "max": "MAX", "any": "BOOL_OR"}
Lists = Mapping[str, "Table"]


@dataclass(slots=True)
class Table:
    """A step with its columns, by what formulas call them."""

    step: str
    columns: dict[str, Sql] = field(default_factory=dict)

    def kept(self, names: AbstractSet[str]) -> list[str]:
        """The texts of those that are still read."""
        return [one.text for name, one in self.columns.items() if name in names]


@dataclass(frozen=True, slots=True)
class SqlProgram:
    """Writes programs into the steps of one query. `unit` is the quoted name of the column that joins its tables."""

    steps: Steps
    dialect: Dialect
    unit: str

    def write(self, rounds: Sequence[Round], wanted: AbstractSet[str], units: Table, lists: Lists) -> Table:
        """The table of units with all that is wanted."""
        later = [*_read_later(rounds, wanted)]
        for place, one in enumerate(rounds):
            ahead = later[place + 1] if place + 1 < len(later) else wanted
            if one.members:
                units = self._joined(one, units, lists, _read(one.levels) | ahead)
            for height, level in enumerate(one.levels, 1):
                units = self._level(level, units, _read(one.levels[height:]) | ahead)
        return units

    def _joined(self, one: Round, units: Table, lists: Lists, read: AbstractSet[str]) -> Table:
        """Units with what comes of their members."""
        joined = units.step
        taken: dict[str, Sql] = {}
        for key, members in one.members.items():
            found = self._aggregated(members, units, lists[key])
            joined += f"\nLEFT JOIN {found.step} ON {found.step}.{self.unit} = {units.step}.{self.unit}"
            taken |= found.columns
        texts = [f"{units.step}.{self.unit}", *units.kept(read), *(sql.text for sql in taken.values())]
        columns = {name: sql for name, sql in units.columns.items() if name in read} | taken
        return Table(self.steps.named("joined", select(texts, joined)), columns)

    def _level(self, cells: Cells, table: Table, read: AbstractSet[str]) -> Table:
        """One level of columns beside those that are read later."""
        found = {name: written(formula, self.dialect, table.columns) for name, formula in cells.items()}
        own = {name: Sql(self.dialect.name_of(name), sql.bits) for name, sql in found.items()}
        texts = [f"{sql.text} AS {own[name].text}" for name, sql in found.items()]
        step = self.steps.named("columns", select([self.unit, *table.kept(read), *texts], table.step))
        return Table(step, {name: sql for name, sql in table.columns.items() if name in read} | own)

    def _aggregated(self, members: Members, units: Table, own: Table) -> Table:
        """What comes of a list's members for each unit."""
        read = _read(members.levels)
        of_unit = sorted(name for name in read if name in units.columns and name not in own.columns)
        table = self._with_units(own, units, of_unit, read) if of_unit else own
        wanted = {one.column for one in members.aggregates.values()}
        for height, level in enumerate(members.levels, 1):
            table = self._level(level, table, _read(members.levels[height:]) | wanted)
        found = {name: self._taken(one, table.columns) for name, one in members.aggregates.items()}
        columns = {name: Sql(self.dialect.name_of(name), sql.bits) for name, sql in found.items()}
        texts = [f"{sql.text} AS {columns[name].text}" for name, sql in found.items()]
        grouped = f"{select([self.unit, *texts], table.step)}\nGROUP BY {self.unit}"
        return Table(self.steps.named("aggregates", grouped), columns)

    def _with_units(self, own: Table, units: Table, names: Sequence[str], read: AbstractSet[str]) -> Table:
        """Members, each with columns of its unit."""
        columns = {one: Sql(self.dialect.name_of(one), units.columns[one].bits) for one in names}
        of_units = (f"{units.step}.{units.columns[one].text} AS {columns[one].text}" for one in names)
        joined = f"{own.step}\nJOIN {units.step} ON {units.step}.{self.unit} = {own.step}.{self.unit}"
        kept = (f"{own.step}.{text}" for text in own.kept(read))
        step = self.steps.named("members", select([f"{own.step}.{self.unit}", *kept, *of_units], joined))
        return Table(step, own.columns | columns)

    def _taken(self, aggregate: Aggregate, columns: Mapping[str, Sql]) -> Sql:
        column = columns[aggregate.column]
        text = f"{FUNCTIONS[aggregate.taken]}({column.text})"
        if aggregate.taken != "sum":
            return Sql(text, column.bits)
        bits = max(LONG, column.bits)
        return Sql(f"CAST({text} AS {self.dialect.types[bits]})", bits)


def _read(levels: Iterable[Mapping[str, Formula]]) -> AbstractSet[str]:
    return frozenset().union(*(referred(formula) for level in levels for formula in level.values()))


def _read_later(rounds: Sequence[Round], wanted: AbstractSet[str]) -> Sequence[AbstractSet[str]]:
    """What each round and those behind it read of units."""
    found: list[AbstractSet[str]] = []
    read = wanted
    for one in reversed(rounds):
        members = (_read(each.levels) for each in one.members.values())
        read = frozenset(read).union(_read(one.levels), *members)
        found.append(read)
    return found[::-1]


def all_read(rounds: Sequence[Round]) -> AbstractSet[str]:
    """What a program reads of units."""
    return _read_later(rounds, frozenset())[0]
