"""What a query says of itself in a comment: the tables and columns that it expects, and those that come out."""

from collections.abc import Iterator, Mapping, Sequence

from kaohe import __version__
from kaohe.messages import Language, say
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, UNIT
from kaohe.scoring.columns.sql_query import ALONE, Beside, SqlQuery
from kaohe.scoring.columns.sql_tables import YEAR, Column
from kaohe.scoring.compiled_rubric import CompiledRubric

INDENT = "  "


class SqlComment:
    """The comment of one rubric's query."""

    def __init__(self, compiled: CompiledRubric, query: SqlQuery, language: Language, beside: Beside = ALONE) -> None:
        self._compiled = compiled
        self._query = query
        self._language = language
        self._beside = beside
        self._labels = self._called()

    def text(self, units: str, members: Mapping[str, str]) -> str:
        """By the names of tables as they stand in the query."""
        return "".join(f"{f'-- {line}'.rstrip()}\n" for line in self._lines(units, members))

    def _lines(self, units: str, members: Mapping[str, str]) -> Iterator[str]:
        rubric, tables = self._compiled.rubric, self._query.tables
        told = {"title": _one_line(rubric.title), "rubric": rubric.id, "version": __version__}
        yield self._say("title", **told)
        yield self._say("sha256", sha256=self._compiled.sha256)
        yield self._say("units", table=units)
        kept = [(one, "") for one in self._beside.kept]
        yield from self._columns([*tables.columns(), *kept], "")
        for one in tables.lists:
            yield self._say("members", table=members[one.fact.key], label=_one_line(one.fact.called))
            yield from self._columns([*tables.member_columns(one)], f"{one.fact.key}.")
        yield self._say("types")
        yield from self._compared()
        heads = 5 + len(self._beside.kept)
        yield self._say("out", columns=", ".join(self._query.columns(self._beside)[:heads]))
        yield self._say("parts", parts=", ".join(self._query.results.parts))
        yield from self._placed()
        yield self._say("order")

    def _compared(self) -> Iterator[str]:
        """Which facts over all units the query takes, and which it can't."""
        for code, facts in (("over-all", self._query.over_all), ("given", self._query.given)):
            if facts:
                yield self._say(code, names=", ".join(fact.key for fact in facts))

    def _placed(self) -> Iterator[str]:
        """Grades and places."""
        grades, beside = self._query.results.grades, self._beside
        if grades:
            yield self._say("grades", parts=", ".join(grades))
        if self._query.ungraded:
            yield self._say("ungraded", parts=", ".join(self._query.ungraded))
        if beside.ranked:
            yield self._say("ranks-within" if beside.within else "ranks", within=beside.within)

    def _columns(self, columns: Sequence[Column], of: str) -> Iterator[str]:
        width = max(len(f"{name} {kind}") for name, kind in columns)
        for name, kind in columns:
            yield f"{INDENT}{f'{name} {kind}':<{width}}{INDENT}{self._labels.get(f'{of}{name}', '')}"

    def _called(self) -> Mapping[str, str]:
        """The labels of columns; those of members behind the key of their list."""
        tables, names = self._query.tables, self._compiled.layout.names(self._language)
        found = {UNIT: self._say("unit"), YEAR: self._say("year")}
        found |= {one.column: _one_line(names[one.key].label) for one in tables.units if one.key in names}
        for one in tables.lists:
            found[one.fact.key] = self._say("number", label=_one_line(one.fact.called))
            found |= {f"{one.fact.key}.{UNIT}": self._say("unit"), f"{one.fact.key}.{MEMBER}": self._say("member")}
            for field in one.fields:
                found[f"{one.fact.key}.{field.column}"] = _one_line(names[field.key].label)
        gone = (f"{fact.key}{NOT_APPLICABLE}" for fact in tables.optional)
        return found | dict.fromkeys(gone, self._say("gone"))

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"command.sql-{code}", self._language, **parameters)


def _one_line(text: str) -> str:
    """No line break ends the comment."""
    return " ".join(text.split())
