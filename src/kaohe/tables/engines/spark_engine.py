"""Spark scores a Parquet table: here on this machine's cores, on a cluster by the query that `kaohe sql` prints."""

import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kaohe.backends.columns.sql_dialects import SPARK
from kaohe.problems import Unusable
from kaohe.render.files.atomic import replacing
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.sql_query import ALONE, Beside, SqlQuery
from kaohe.scoring.columns.sql_results import STATE
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.engines.typed_table import MemberFile, Nested, TypedTable

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FACTS, MEMBERS = "kaohe_facts", "kaohe_members_"
NESTED = Nested("SIZE({})", "(SELECT {unit}, EXPLODE({list}) AS one FROM {table}) AS nested")
LOCAL = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "3g",  # plans of large forms take more than one
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.adaptive.enabled": "false",  # it plans all anew after each stage, and plans take longest
    "spark.sql.codegen.wholeStage": "false",
    "spark.log.level": "ERROR",
}


def score(
    compiled: CompiledRubric,
    facts: Path,
    scores: Path,
    beside: Beside = ALONE,
    members: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Write the scores of all units, ordered by their names, and what is asked for `beside`; how many have a problem.

    `members` are files of lists by the keys of these.

    Raises Unusable, where Spark is not installed too, and TooLarge.
    """
    if find_spec("pyspark") is None:
        raise Unusable("no-engine", engine="Spark", package="pyspark")
    session = local_session()
    try:
        return _written(scored(session, compiled, facts, beside, members), scores)
    finally:
        session.stop()


def local_session() -> "SparkSession":
    """One that only this machine can reach."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[*]").appName("kaohe")
    for key, value in LOCAL.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def scored(
    session: "SparkSession",
    compiled: CompiledRubric,
    facts: Path,
    beside: Beside = ALONE,
    members: Mapping[str, str] = MappingProxyType({}),
) -> "DataFrame":
    """The scores of a Parquet table, to be computed where they are asked for."""
    apart = {}
    for at, (key, file) in enumerate(members.items()):
        listed = session.read.parquet(file)
        listed.createOrReplaceTempView(f"{MEMBERS}{at}")
        apart[key] = MemberFile(file, f"{MEMBERS}{at}", _types(listed))
    frame = session.read.parquet(str(facts))
    frame.createOrReplaceTempView(FACTS)
    return session.sql(_table(frame, facts, beside, apart).scores(SqlQuery(compiled, SPARK)))


def _written(scores: "DataFrame", path: Path) -> int:
    """One file, though Spark writes a folder."""
    with TemporaryDirectory(dir=path.parent) as folder:
        whole = Path(folder) / "scores"
        one = scores.repartition(1).sortWithinPartitions(SPARK.name_of(UNIT))  # to order all would compute all twice
        one.write.parquet(str(whole))
        (part,) = whole.glob("part-*.parquet")
        problems: int = scores.sparkSession.read.parquet(str(part)).where(f"{STATE} = 'problem'").count()
        with replacing(path) as target:
            shutil.move(part, target)
    return problems


def _table(frame: "DataFrame", path: Path, beside: Beside, apart: Mapping[str, MemberFile]) -> TypedTable:
    kinds = {field.name: field.dataType for field in frame.schema.fields}
    inside = {key: _inside(kind) for key, kind in kinds.items() if kind.typeName() == "array"}
    return TypedTable(str(path), FACTS, _types(frame), inside, NESTED, SPARK, beside, apart)


def _types(frame: "DataFrame") -> dict[str, str]:
    return {field.name: field.dataType.simpleString() for field in frame.schema.fields}


def _inside(kind: Any) -> dict[str, str]:
    """The fields of a nested column's rows."""
    one = kind.elementType
    return {field.name: field.dataType.simpleString() for field in one.fields} if one.typeName() == "struct" else {}
