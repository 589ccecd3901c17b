"""`kaohe sql`: a rubric as one query, for those whose facts are in a warehouse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_dialects import DIALECTS, Dialect
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter, choices
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.scoring.columns.sql_comment import SqlComment
from kaohe.scoring.columns.sql_query import Beside, SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric

FACTS, MEMBERS = "facts", "members_of_"
"""What tables are called where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class SqlOptions:
    """What the command line asked for."""

    rubric: str
    dialect: str
    table: str | None
    members: Sequence[str]
    readings: Sequence[str]
    target: Path | None
    ranks: bool = False
    within: str = ""
    """A column of units: places are told within its groups, and it is handed through."""


def run(reporter: Reporter, options: SqlOptions) -> int:
    """Raises Unusable."""
    dialect = DIALECTS.get(options.dialect)
    if dialect is None:
        raise Unusable("unknown-dialect", found=options.dialect, known=", ".join(DIALECTS))
    rubric, document = rubric_files.load(rubric_files.find(options.rubric, Path()), choices(options.readings))
    compiled = CompiledRubric(rubric, document.sha256)
    try:
        query = SqlQuery(compiled, dialect)
    except TooLarge:
        raise Unusable("too-large-for-columns", rubric=rubric.id) from None
    units = _table(options.table or FACTS, dialect)
    members = _members(options.members, [one.fact.key for one in query.tables.lists], dialect)
    beside = _beside(query, options)
    comment = SqlComment(compiled, query, reporter.language, beside).text(units, members)
    deliver(reporter, comment + query.query(units, members, beside).text(), options.target)
    return FINE


def _beside(query: SqlQuery, options: SqlOptions) -> Beside:
    """Raises Unusable where places would be told within what is no column of its own."""
    within = options.within
    if within in query.taken():
        raise Unusable("keep-taken", found=within)
    return Beside([within] if within else [], options.ranks or bool(within), within)


def _members(given: Sequence[str], keys: Sequence[str], dialect: Dialect) -> Mapping[str, str]:
    """The tables of members by the keys of lists."""
    found = {key: dialect.name_of(f"{MEMBERS}{key.replace('.', '_')}") for key in keys}
    for one in given:
        key, sign, table = one.partition("=")
        if not sign or key not in found:
            raise Unusable("no-such-list", found=one, known=", ".join(keys) or "-")
        found[key] = _table(table, dialect)
    return found


def _table(name: str, dialect: Dialect) -> str:
    """A table as a query names it: `catalog.schema.table` has three names."""
    parts = name.split(".")
    if not all(part.strip() for part in parts):
        raise Unusable("no-table-name", found=name)
    return ".".join(map(dialect.name_of, parts))
