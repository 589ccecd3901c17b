"""DuckDB scores a Parquet table in this process, in as many threads as there are cores."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.problems import Unusable
from kaohe.render.files.atomic import replacing
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.sql_query import ALONE, Beside, SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.engines.typed_table import MemberFile, Nested, TypedTable

if TYPE_CHECKING:
    import duckdb

NESTED = Nested("LEN({})", "(SELECT {unit}, UNNEST({list}) AS one FROM {table}) AS nested")
PROBLEMS = "SELECT COUNT(*) FROM {} WHERE state = 'problem'"


def score(
    compiled: CompiledRubric,
    facts: Path,
    scores: Path,
    beside: Beside = ALONE,
    members: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Write the scores of all units, ordered by their names, and what is asked for `beside`; how many have a problem.

    `members` are files of lists by the keys of these.

    Raises Unusable, where DuckDB is not installed too, and TooLarge.
    """
    if find_spec("duckdb") is None:
        raise Unusable("no-engine", engine="DuckDB", package="duckdb")
    import duckdb

    with duckdb.connect() as connection, replacing(scores) as target:
        rows = _table(connection, facts, beside, members).scores(SqlQuery(compiled, DUCKDB))
        ordered = f"{rows}\nORDER BY scores.{DUCKDB.name_of(UNIT)}"
        connection.execute(f"COPY ({ordered}) TO {DUCKDB.text_of(str(target))} (FORMAT PARQUET, USE_TMP_FILE FALSE)")
        return _number(connection.execute(PROBLEMS.format(_read(target))).fetchone())


def _read(path: Path) -> str:
    return f"READ_PARQUET({DUCKDB.text_of(str(path))})"


def _number(row: Any) -> int:
    return int(row[0])


def _table(
    connection: "duckdb.DuckDBPyConnection", path: Path, beside: Beside, members: Mapping[str, str]
) -> TypedTable:
    name = _read(path)
    kinds = _kinds(connection, path)
    inside = {key: _inside(kind) for key, kind in kinds.items() if kind.id == "list"}
    types = {key: str(kind) for key, kind in kinds.items()}
    apart = {key: _members(connection, Path(file)) for key, file in members.items()}
    return TypedTable(str(path), name, types, inside, NESTED, DUCKDB, beside, apart)


def _members(connection: "duckdb.DuckDBPyConnection", path: Path) -> MemberFile:
    return MemberFile(str(path), _read(path), {key: str(kind) for key, kind in _kinds(connection, path).items()})


def _kinds(connection: "duckdb.DuckDBPyConnection", path: Path) -> dict[str, Any]:
    """The types of the columns of a file."""
    columns = connection.sql(f"FROM {_read(path)}")
    return dict(zip(columns.columns, columns.types, strict=True))


def _inside(kind: Any) -> dict[str, str]:
    """The fields of a nested column's rows."""
    one = dict(kind.children)["child"]
    return {name: str(field) for name, field in one.children} if one.id == "struct" else {}
