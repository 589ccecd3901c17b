"""`kaohe table`: a table of many units' facts in, a table of their scores out; and what makes such tables."""

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, refuse_input
from kaohe.cli.table_options import (
    SCORES,
    TableOptions,
    named_rubric,
    refuse_suffix,
    refuse_unread,
    refuse_without_polars,
    told_by_polars,
)
from kaohe.problems import Problem, Unusable
from kaohe.render.files.output import refuse_unwritable
from kaohe.stages.unit_loader import UnitLoader
from kaohe.tables.kept_memory import keep_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from kaohe.tables.distribution import Distribution
    from kaohe.tables.score_table import TableScorer


def run(reporter: Reporter, options: TableOptions) -> int:
    refuse_without_polars()
    if options.limit < 0:
        raise Unusable("limit-expected", found=options.limit)
    refuse_unread(options)
    if options.target is not None:
        refuse_suffix(options.target, SCORES)
        refuse_input(options.target, options.read)
        refuse_unwritable(options.target)
    keep_memory()
    with told_by_polars(options.facts):
        return _scored(reporter, options)


def _scored(reporter: Reporter, options: TableOptions) -> int:
    from kaohe.tables.distribution import Distribution
    from kaohe.tables.fact_files import fact_file
    from kaohe.tables.opened_table import opened
    from kaohe.tables.score_table import Wanted
    from kaohe.tables.shown_tables import FIRST

    loader = UnitLoader(reporter.language, choices(options.readings), options.parameters)
    whole = options.target is not None or options.described
    limit = options.limit or (0 if whole else FIRST)
    wanted = Wanted(options.kept, limit, options.units, options.ledger, options.lists, shared=options.shares)
    table = opened(fact_file(str(options.facts)), loader, wanted, named_rubric(options))
    if options.explained:
        return _explain(reporter, table)
    _refuse_unfit(table, options.target)
    found, left = Distribution(options.described), {*options.units}
    batches = _told(reporter, found.counted(_graded(_noted(table.batches(), left), table, loader)), options)
    if options.target is not None:
        _write(reporter, batches, options.target)
    elif options.described:
        deque(batches, maxlen=0)
    else:
        _show(reporter, batches)
    if options.described:
        _describe(reporter, found, table)
    absent = told_absent(reporter, options, left) if not 0 < wanted.limit <= found.rows else FINE
    return max(_end(reporter, found, table, options), absent)


def _graded(batches: "Iterator[pl.DataFrame]", table: "TableScorer", loader: UnitLoader) -> "Iterator[pl.DataFrame]":
    """The batches with the grades of which places are shared out, where these are wanted."""
    if table.chances is None:
        return batches
    from kaohe.tables.shared_grades import SharedGrades

    folder, labels = Path(table.facts.file.table.path).parent, table.exact.scorer.compiled.reader.stage_labels
    return SharedGrades(table.chances, labels, loader.roster(folder), table.exact.problems).of(batches)


def _refuse_unfit(table: "TableScorer", target: Path | None) -> None:
    """Raises Unusable where a CSV would have to hold what no text does."""
    if target is not None and target.suffix.lower() == ".csv":
        for name in table.facts.header.unfit_for_text():
            raise Unusable("keep-nested", found=name, target=target)


def _noted(batches: "Iterator[pl.DataFrame]", left: set[str]) -> "Iterator[pl.DataFrame]":
    """The batches; of these units those are left at the end that no row is about."""
    for batch in batches:
        left.difference_update(batch["unit"] if left else ())
        yield batch


def told_absent(reporter: Reporter, options: TableOptions, left: set[str]) -> int:
    """Tells of the units that were asked for and are not there."""
    absent = [one for one in options.units if one in left]
    reporter.report(Problem("unit-not-in-table", str(options.facts), parameters={"found": one}) for one in absent)
    return FINDINGS if absent else FINE


def _told(reporter: Reporter, batches: "Iterator[pl.DataFrame]", options: TableOptions) -> "Iterator[pl.DataFrame]":
    """The batches with places where these are asked for, and without bounds where these are not."""
    from kaohe.cli.table_progress import counted
    from kaohe.tables.ranked_table import with_ranks
    from kaohe.tables.scored_columns import without_bounds

    counting = counted(reporter, batches)
    ranked = with_ranks(counting, options.within) if options.places else counting
    return ranked if options.bounds else map(without_bounds, ranked)


def _explain(reporter: Reporter, table: "TableScorer") -> int:
    from kaohe.tables.plan_text import plan

    reporter.result("".join(f"{line}\n" for line in plan(table, reporter.language)))
    return FINE


def _write(reporter: Reporter, batches: "Iterator[pl.DataFrame]", target: Path) -> None:
    from kaohe.tables.score_files import write_batches

    write_batches(target, batches)
    reporter.notice("written", path=str(target))


def _show(reporter: Reporter, batches: "Iterator[pl.DataFrame]") -> None:
    """The first rows."""
    from kaohe.render.terminal.terminal_table import show
    from kaohe.tables.shown_tables import first_scores

    for batch in batches:
        show([first_scores(batch, reporter.language)], reporter.language)


def _describe(reporter: Reporter, found: "Distribution", table: "TableScorer") -> None:
    from kaohe.render.terminal.terminal_table import show
    from kaohe.tables.shown_tables import spread_table

    show([spread_table(found, table.exact.scorer.compiled, reporter.language)], reporter.language)


def _end(reporter: Reporter, found: "Distribution", table: "TableScorer", options: TableOptions) -> int:
    from kaohe.scoring.columns.chance_columns import shared_out
    from kaohe.tables.shown_tables import in_words

    reporter.report(table.exact.problems)
    if options.target is not None and not options.shares and shared_out(table.exact.scorer.compiled.grades):
        reporter.notice("grades-of-all")
    reporter.notice("table-done", rows=found.rows, states=in_words(found.states, reporter.language))
    return FINDINGS if table.exact.problems else FINE
