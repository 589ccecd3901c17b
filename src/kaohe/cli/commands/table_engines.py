"""`kaohe table --engine`: a Parquet table scored by an engine that reads and writes it itself."""

from pathlib import Path

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing_files, refuse_input
from kaohe.cli.table_options import TableOptions, refuse_suffix
from kaohe.problems import Unusable
from kaohe.render.files.output import refuse_unwritable
from kaohe.scoring.columns.chance_columns import shared_out
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.sql_query import Beside
from kaohe.stages.unit_loader import UnitLoader

ENGINES = ("polars", "duckdb", "spark")
PARQUET = (".parquet",)


def run(reporter: Reporter, options: TableOptions, engine: str) -> int:
    """Raises Unusable for what only Polars does, and where the engine is not installed."""
    if engine not in ENGINES:
        raise Unusable("unknown-engine", found=engine, known=", ".join(ENGINES))
    existing_files(options.read)
    target = _target(options, engine)
    loader = UnitLoader(reporter.language, choices(options.readings))
    scorer = loader.rubrics.named(options.rubric or "")
    common, of_units = loader.given(options.facts.parent, scorer)
    if common.parameters or common.peers or of_units:
        raise Unusable("engine-and-given-facts", engine=engine, path=common.path or str(options.facts.parent))
    from kaohe.tables.engines import duckdb_engine, spark_engine

    score = {"duckdb": duckdb_engine.score, "spark": spark_engine.score}[engine]
    try:
        beside = Beside([*dict.fromkeys(one for one in options.kept if one != UNIT)], options.places, options.within)
        wrong = score(scorer.compiled, options.facts, target, beside, options.lists)
    except TooLarge:
        raise Unusable("too-large-for-columns", rubric=scorer.compiled.rubric.id) from None
    reporter.notice("written", path=str(target))
    if shared_out(scorer.compiled.grades):
        reporter.notice("engine-ungraded", engine=engine)
    if wrong:
        reporter.notice("engine-problems", count=wrong)
    return FINDINGS if wrong else FINE


def _target(options: TableOptions, engine: str) -> Path:
    """Where scores go; raises Unusable where more is asked than the query has."""
    if options.rubric is None or options.target is None:
        raise Unusable("engine-wants", engine=engine)
    asked = (options.described, options.ledger, options.explained, options.limit, options.units, options.parameters)
    if any((*asked, not options.bounds)):
        raise Unusable("engine-scores-alone", engine=engine)
    for path in (*options.read, options.target):
        refuse_suffix(path, PARQUET)
    refuse_input(options.target, options.read)
    refuse_unwritable(options.target)
    return options.target
