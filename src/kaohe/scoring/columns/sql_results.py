"""The columns that come out of a query: how far a unit is, and each part's score, grade, and between what it lies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.scoring.columns.column_names import DIGITS

STATE, COMPLETE, NOT_SCORED, PROBLEM = "state", "complete", "not_scored", "problem"
GRADE = "grade"
"""How far the whole is, whether nothing is missing, the parts without a score, the columns that can't be taken."""
SIDES = ("low", "high")


@dataclass(frozen=True, slots=True)
class SqlResults:
    """The parts of a rubric, by what formulas call them; the whole comes last."""

    parts: Sequence[str]
    places: int
    dialect: Dialect
    grades: Mapping[str, Sequence[str]]
    """The ids of the grades of sections and the whole, where a unit's own facts decide them."""

    def columns(self) -> Iterator[str]:
        """Their names, after that of the unit."""
        yield from (STATE, COMPLETE, NOT_SCORED, PROBLEM)
        for part in self.parts:
            yield from (part, *([f"{part}.{GRADE}"] if part in self.grades else []))
            yield from (f"{part}.{side}" for side in SIDES)

    def _named(self, values: Sequence[str]) -> Iterator[str]:
        return (f"{value} AS {self.dialect.name_of(name)}" for value, name in zip(values, self.columns(), strict=True))

    def scored(self, columns: Mapping[str, Sql], *, complete: bool) -> Iterator[str]:
        """Of units that a program has computed."""
        whole = self.parts[-1]
        state = f"CASE WHEN {self._decided(whole, columns)} THEN 'decided' ELSE {self._open(columns)} END"
        values = [state, str(complete).upper(), self._not_scored(columns), self._text("NULL")]
        for part in self.parts:
            low, high = self._sides(part, columns)
            decided = f"CASE WHEN {self._decided(part, columns)} THEN {low} END"
            grade = [self._grade(part, columns)] if part in self.grades else []
            values += [self._points(decided), *grade, *map(self._points, (low, high))]
        return self._named(values)

    def _grade(self, part: str, columns: Mapping[str, Sql]) -> str:
        """The id of a grade by its place."""
        ids = (f"WHEN {at} THEN {self.dialect.text_of(one)}" for at, one in enumerate(self.grades[part], 1))
        return self._text(f"CASE {columns[f'{GRADE}.{part}'].text} {' '.join(ids)} END")

    def refused(self, problem: str) -> Iterator[str]:
        """Of units that can't be computed; `problem` is the text that says why."""
        none, ungraded = self._points("NULL"), self._text("NULL")
        values = ["'problem'", "FALSE", ungraded, self._text(problem)]
        for part in self.parts:
            values += [none, *([ungraded] if part in self.grades else []), *(none for _ in SIDES)]
        return self._named(values)

    def _sides(self, part: str, columns: Mapping[str, Sql]) -> tuple[str, str]:
        score = columns.get(f"score.{part}")
        low, high = (score or columns[f"{side}.{part}"] for side in SIDES)
        return low.text, high.text

    def _decided(self, part: str, columns: Mapping[str, Sql]) -> str:
        return "{} = {}".format(*self._sides(part, columns))

    def _open(self, columns: Mapping[str, Sql]) -> str:
        """The state of a whole that has no one score: it may be that it can't have one."""
        none = columns.get(f"none.{self.parts[-1]}")
        return "'open'" if none is None else f"CASE WHEN {none.text} THEN 'not_scored' ELSE 'open' END"

    def _not_scored(self, columns: Mapping[str, Sql]) -> str:
        found = {part: columns[f"none.{part}"] for part in self.parts if f"none.{part}" in columns}
        if not found:
            return self._text("NULL")
        names = (f"CASE WHEN {none.text} THEN {self.dialect.text_of(part)} END" for part, none in found.items())
        return f"NULLIF(CONCAT_WS(', ', {', '.join(names)}), '')"

    def _text(self, value: str) -> str:
        return f"CAST({value} AS {self.dialect.text})"

    def _points(self, numerator: str) -> str:
        """A whole number of last decimals as points."""
        whole = f"CAST({numerator} AS DECIMAL({DIGITS}, 0))"
        if not self.places:
            return whole
        unit = f"CAST(0.{'1':0>{self.places}} AS DECIMAL({self.places + 1}, {self.places}))"
        return f"CAST({whole} * {unit} AS DECIMAL({DIGITS}, {self.places}))"
