"""A file of facts made ready to be scored: its rubric found, its header understood, what others' files give known."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.problems import Problems, Unusable
from kaohe.scoring.columns.peer_programs import peer_programs
from kaohe.scoring.columns.programs import Programs, programs
from kaohe.scoring.columns.scored_parts import scored_parts
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source.table_row import table_row
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_rows import unit_documents
from kaohe.submission.roster import Roster
from kaohe.submission.table_columns import TableColumns
from kaohe.submission.table_header import head_places, names_rubric
from kaohe.tables.chance_table import chance_table
from kaohe.tables.exact_rows import ExactRows
from kaohe.tables.fact_files import RUBRIC, FactFile
from kaohe.tables.fact_inputs import FactInputs, Given, Held
from kaohe.tables.head_columns import head_columns
from kaohe.tables.joined_members import MemberJoin
from kaohe.tables.kept_columns import kept_columns
from kaohe.tables.ledger_table import ledger_table
from kaohe.tables.list_columns import place_of
from kaohe.tables.member_inputs import member_columns
from kaohe.tables.member_tables import member_table
from kaohe.tables.row_heads import row_heads, stages_waited_for
from kaohe.tables.score_table import TableScorer, Wanted
from kaohe.tables.scored_columns import ScoredColumns
from kaohe.tables.table_facts import TableFacts
from kaohe.tables.table_header import ROW, header
from kaohe.tables.table_peers import peers_of_table
from kaohe.tables.twins import twins

WIDEST = (-(2**62), 2**62)


def opened(file: FactFile, loader: UnitLoader, wanted: Wanted, rubric: str | None = None) -> TableScorer:
    """`rubric` is for a table that names none.

    Raises Problems for the header, the rubric or what lies beside, Unusable, OSError.
    """
    if rubric is not None and names_rubric(file.table):
        raise Unusable("rubric-in-table", found=file.table.path)
    if rubric is not None:
        file = file.with_rubric(rubric)
    scorer, name = _scorer(file, loader)
    compiled = scorer.compiled
    known = TableColumns(compiled.reader)
    wanted = replace(wanted, kept=kept_columns(file.table, wanted.kept, known))
    folder = Path(file.table.path).parent
    tables = [member_table(key, path, place_of(known, key)) for key, path in wanted.members.items()]
    names = loader.official_names(folder, chain(file.units(), *(one.units() for one in tables)))
    joined = MemberJoin(known, compiled.rubric.stages, names).all(file, tables)
    file = joined.file
    head = header(file.table, file.kinds, known, wanted.kept, name)
    if head.problems:
        raise Problems(head.problems)
    chances = chance_table(compiled) if wanted.shared else None
    with ThreadPoolExecutor(1) as beside:  # units are read by Polars while programs are written by Python
        searched = beside.submit(twins, file.numbered().select(ROW, *head_columns(head, names)), compiled.rubric.stages)
        both = _programs(compiled, ledger=wanted.ledger, shared=wanted.shared) if wanted.scored else None
        held = _held(both, compiled)
        alike = searched.result()
    given = Given(*loader.given(folder, scorer), name, names)
    documents = unit_documents(replace(file.table, names=head.names), loader.rubrics)
    inputs = FactInputs(compiled, head, held, given)
    apart = None if both is None or file.rows is not None else [*alike, *joined.refused]
    facts = TableFacts(file, head, inputs, member_columns(compiled, head, held), apart)
    exact = ExactRows(loader, documents, scorer, alike, head, joined, problems=[*joined.problems])
    try:
        whole = wanted.scored and _all_there(facts, compiled, loader.roster(folder))
        exact.peers = peers_of_table(compiled, facts, exact, held) if whole else None
    except TooLarge:
        raise Unusable("no-peers-in-table") from None
    grades = both.grades(compiled) if both else {}
    columns = ScoredColumns(scored_parts(compiled), compiled.rubric.rounding.places, grades)
    every = [both.complete, both.open] if both else []
    ledger = ledger_table(compiled, every) if wanted.ledger else None
    return TableScorer(facts, both, exact, columns, wanted, ledger, chances)


def _all_there(facts: TableFacts, compiled: CompiledRubric, roster: Roster | None) -> bool:
    """Whether what is over all units can be known: no unit of the roster is lacking.

    Raises Unusable where units of several years or stages would be compared.
    """
    if not compiled.peers:
        return True
    labels = compiled.reader.stage_labels
    heads = [*row_heads(facts.file.numbered().select(facts.inputs.rows(())).collect(), labels)]
    compared = {(year, stage) for _, year, stage in heads}
    if len(compared) > 1:
        raise Unusable("peers-of-several")
    return not stages_waited_for(roster, heads, labels) & {stage for _, stage in compared}


def _held(both: Programs | None, compiled: CompiledRubric) -> Held:
    """Between what whole numbers must lie for all that is computed in columns."""
    if both is None:
        return defaultdict(lambda: WIDEST)
    held = dict(both.held())
    with suppress(TooLarge):  # told where facts over all units are taken
        for one in peer_programs(compiled):
            for key, (low, high) in one.program.held.items():
                held[key] = max(low, held[key][0]), min(high, held[key][1])
    return held


def _programs(compiled: CompiledRubric, *, ledger: bool, shared: bool) -> Programs | None:
    """None where columns can't have what is computed: then every row is scored by itself."""
    try:
        return programs(compiled, ledger=ledger, shared=shared)
    except TooLarge:
        return None


def _scorer(file: FactFile, loader: UnitLoader) -> tuple[Scorer, str]:
    """What scores the table, by the first rubric of those it names that can be had; else it is told of the first."""
    table = file.table
    place = head_places(table)[RUBRIC]
    failed: Problems | OSError | None = None
    for name in chain(file.texts(place), [""]):
        data = {RUBRIC: name} if name else {}
        try:
            row = table_row(table.path, file.first, data, table.header, {(RUBRIC,): place + 1})
            return loader.rubrics.scorer(row), name
        except (Problems, OSError) as wrong:
            failed = failed or wrong
    assert failed is not None  # noqa: S101 - nothing can be had
    raise failed
