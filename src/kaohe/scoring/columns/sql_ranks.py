"""Places in a query: of the whole and of sections, the best and the worst while facts are missing, by window functions.

As many stand surely above a unit as have a lowest score above its highest, and perhaps all whose highest is not at most
its lowest: both are counted along all sides of scores in one order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaohe.backends.columns.sql_dialects import LONG, Dialect
from kaohe.backends.columns.sql_text import Steps, select
from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.sql_results import NOT_SCORED, STATE

PART, LOWEST, VALUE = "rank.part", "rank.lowest", "rank.value"
"""One side of a unit's score: of which part, whether it is the lowest, and where it stands; NULL is without end."""
UNITS, BOUNDED, LOWS, HIGHS = "rank.units", "rank.bounded", "rank.lows", "rank.highs"
"""How many units have a score, how many a lowest; how many lowest and highest ones are at most this side."""
BEST, WORST = "best", "worst"


@dataclass(frozen=True, slots=True)
class SqlRanks:
    """Of some of the parts of a rubric: items have no places."""

    parts: Sequence[str]
    dialect: Dialect

    @property
    def _ranked(self) -> Sequence[str]:
        return [part for part in self.parts if part == TOTAL or part.startswith(f"{SECTIONS}.")]

    def columns(self) -> Iterator[str]:
        """Behind those of scores."""
        for part in self._ranked:
            yield from (f"{part}.rank", f"{part}.rank.{BEST}", f"{part}.rank.{WORST}")

    def beside(self, steps: Steps, scores: str, within: str) -> str:
        """The rows of scores with their places, among all units or those that have the same in the column `within`."""
        unit = self.dialect.name_of(UNIT)
        sides = steps.named("sides", self._sides(scores, within))
        counted = steps.named("counted", self._counted(sides, within))
        places = steps.named("places", f"{select([unit, *self._places()], counted)}\nGROUP BY {unit}")
        joined = f"{scores}\nLEFT JOIN {places} ON {places}.{unit} = {scores}.{unit}"
        return select([f"{scores}.*", *self._told(scores, places)], joined)

    def _sides(self, scores: str, within: str) -> str:
        """A row for each side of each score; who has no score has none."""
        name, text = self.dialect.name_of, self.dialect.text_of
        several = [(part, lowest) for part in self._ranked for lowest in (1, 0)]
        every = (f"SELECT {text(part)} AS {name(PART)}, {lowest} AS {name(LOWEST)}" for part, lowest in several)
        cross = f"{scores}\nCROSS JOIN ({' UNION ALL '.join(every)}) AS parts"
        values = " ".join(
            f"WHEN {name(PART)} = {text(part)} AND {name(LOWEST)} = {lowest} THEN {name(self._side(part, lowest))}"
            for part, lowest in several
        )
        group = [name(within)] if within else []
        taken = [name(UNIT), *group, name(PART), name(LOWEST), f"CASE {values} END AS {name(VALUE)}"]
        among = f" AND {name(within)} IS NOT NULL" if within else ""
        return select(taken, f"{cross}\nWHERE {self._scored()}{among}")

    def _side(self, part: str, lowest: int) -> str:
        return f"{part}.{'low' if lowest else 'high'}"

    def _scored(self) -> str:
        name, text = self.dialect.name_of, self.dialect.text_of
        named = f"CONCAT(', ', {name(NOT_SCORED)}, ', ')"
        part = f"CONCAT(', ', {name(PART)}, ', ')"
        without = f"({name(NOT_SCORED)} IS NULL OR POSITION({part} IN {named}) = 0)"
        whole = f"({name(PART)} <> {text(TOTAL)} OR {name(STATE)} <> 'not_scored')"
        return f"{name(STATE)} <> 'problem' AND {without} AND {whole}"

    def _counted(self, sides: str, within: str) -> str:
        """What lies at most at each side, and how many there are."""
        name = self.dialect.name_of
        group = ", ".join([name(PART), *([name(within)] if within else [])])
        lowest, known = f"{name(LOWEST)} = 1", f"{name(VALUE)} IS NOT NULL"
        every, up = f"OVER (PARTITION BY {group})", f"OVER (PARTITION BY {group} ORDER BY {name(VALUE)})"
        counted = {
            UNITS: f"{_many(lowest)} {every}",
            BOUNDED: f"{_many(f'{lowest} AND {known}')} {every}",
            LOWS: f"{_many(f'{lowest} AND {known}')} {up}",
            HIGHS: f"{_many(f'NOT {lowest} AND {known}')} {up}",
        }
        return select(["*", *(f"{count} AS {name(key)}" for key, count in counted.items())], sides)

    def _places(self) -> Iterator[str]:
        """The best place, and the worst but for the unit itself where it is decided."""
        name, long = self.dialect.name_of, self.dialect.types[LONG]
        for part in self._ranked:
            own = f"{name(PART)} = {self.dialect.text_of(part)} AND {name(LOWEST)}"
            known = f"{name(VALUE)} IS NOT NULL"
            above = f"CASE WHEN {known} THEN {name(BOUNDED)} - {name(LOWS)} ELSE 0 END"
            below = f"CASE WHEN {known} THEN {name(HIGHS)} ELSE 0 END"
            best = f"CASE WHEN {own} = 0 THEN 1 + {above} END"
            worst = f"CASE WHEN {own} = 1 THEN {name(UNITS)} - {below} END"
            for called, place in ((BEST, best), (WORST, worst)):
                yield f"CAST(MAX({place}) AS {long}) AS {name(f'{part}.{called}')}"

    def _told(self, scores: str, places: str) -> Iterator[str]:
        name = self.dialect.name_of
        for part in self._ranked:
            low, high = (f"{scores}.{name(self._side(part, lowest))}" for lowest in (1, 0))
            best = f"{places}.{name(f'{part}.{BEST}')}"
            worst = f"({places}.{name(f'{part}.{WORST}')} + CASE WHEN {low} = {high} THEN 1 ELSE 0 END)"
            rank = f"CASE WHEN {best} = {worst} THEN {best} END"
            values = zip((rank, best, worst), ("rank", f"rank.{BEST}", f"rank.{WORST}"), strict=True)
            yield from (f"{value} AS {name(f'{part}.{called}')}" for value, called in values)


def _many(condition: str) -> str:
    return f"SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)"
