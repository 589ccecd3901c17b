"""A compiled rubric as the columns to compute: items, sections and the whole, each with its sides or its score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kaohe.backends.cells.formulas import FALSE, Formula, both, choose
from kaohe.backends.cells.magnitudes import constant
from kaohe.backends.cells.pairs import ZERO, Pair
from kaohe.backends.cells.spans import Span
from kaohe.backends.cells.writer import Writer
from kaohe.backends.columns.column_widths import NULL, TooLarge
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.expr.tree import Expr
from kaohe.scoring.calculation.total_cells import TOTAL, TotalCells
from kaohe.scoring.calculation.unsure import Unsure
from kaohe.scoring.columns.chance_columns import Chance
from kaohe.scoring.columns.column_facts import ColumnFacts
from kaohe.scoring.columns.column_writer import ColumnWriter, Stage
from kaohe.scoring.columns.grade_columns import GradeColumns
from kaohe.scoring.columns.ledger_columns import LedgerColumns
from kaohe.scoring.compiled_rubric import CompiledRubric

DEFINED = "defined"
"""The column that says whether no divisor is zero or less."""
Side = Literal["score", "low", "high", "none", "grade", "own", "due", "applied", "open"] | Chance
"""The score of what is decided for every unit; else between what it lies, and whether there is none, where that is.

A grade is its place from 1 on, NULL while it is open; `own` is the number of a unit that is compared with others'.
What is `due` on an account, ITEM.N, and `applied` is certain; it is `open` where more may be due.
"""
LEDGER_SIDES: tuple[Side, Side] = ("due", "applied")


@dataclass(frozen=True, slots=True)
class Output:
    """A column that comes out: of what, named as formulas name it, and which side of it."""

    of: str
    side: Side
    over: int | str = 0
    """What its whole numbers are over: a number, or the column that has it; 0 is the scale of all."""

    @property
    def column(self) -> str:
        return f"{self.side}.{self.of}"


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """The stages of a table in order, and what comes out, in 1/`scale` of a point."""

    stages: Sequence[Stage]
    outputs: Sequence[Output]
    scale: int
    complete: bool
    held: Mapping[str, tuple[int, int]]
    """Between what the whole number of each fact must lie so that all that is computed is exact."""
    ungraded: Sequence[str] = ()
    """The sections, or the whole, whose grades are no column: places or comparisons decide them as well."""
    unledgered: Sequence[str] = ()
    """The items whose ledger is none: its numbers have more than 127 bits, or too many facts may not exist."""
    wider: Sequence[str] = ()
    """What has a wider range than the engine says, as so many facts may not exist: all above it has one as well."""

    @property
    def wanted(self) -> frozenset[str]:
        """The columns that are read once all is computed."""
        overs = {one.over for one in self.outputs if isinstance(one.over, str)}
        return frozenset({DEFINED} if self.complete else ()) | {one.column for one in self.outputs} | overs


def program(compiled: CompiledRubric, *, complete: bool, ledger: bool = False, shared: bool = False) -> Program:
    """What to compute of units of which nothing is missing, or of those of which something is. Raises TooLarge.

    Of the first, those whose `DEFINED` column does not hold are to be computed as the second. The `ledger` is what is
    due and applied on each account; `shared` is what grades need of which places are shared out.
    """
    writing = _Writing(compiled, complete=complete)
    writing.parts()
    writing.grades()
    if shared:
        writing.chances()
    if ledger:
        writing.ledger()
    if complete:
        writing.defined()
    stages, outputs, held = writing.writer.stages, tuple(writing.outputs), writing.held()
    without = tuple(writing.ungraded), tuple(writing.unledgered), tuple(writing.wider)
    return Program(stages, outputs, 10**writing.places, complete, held, *without)


class _Writing:
    """Gathers the columns of one program."""

    def __init__(self, compiled: CompiledRubric, *, complete: bool) -> None:
        self.facts = facts = ColumnFacts(compiled, complete=complete)
        self.compiled = compiled
        self.fields = facts.fields
        self.writer = ColumnWriter(facts.known(), facts.lists())
        self.unsure = Unsure(self.writer, facts)
        self.places = compiled.rubric.rounding.places
        self.outputs: list[Output] = []
        self.unscored: dict[str, Formula] = {}
        self.ungraded: list[str] = []
        self.unledgered: list[str] = []
        self.wider: list[str] = []
        self.written: dict[str, Span] = {}
        """Results by the columns that come out: what stands above them reads these."""

    def parts(self) -> None:
        """Every item, then what stands above."""
        for place, item in enumerate(self.compiled.items):
            self._item(f"{ITEMS}.{item.item.id}", self.compiled.score(place))
        above = TotalCells(self.writer, self.unsure, self._result)
        for total in self.compiled.totals:
            if not above.write(total):
                self.wider.append(f"{SECTIONS}.{total.id}" if total.id else TOTAL)
            self.writer.known.facts.update(self.written)

    def _item(self, name: str, tree: Expr) -> None:
        self.writer.room = name
        groups = self.unsure.groups([tree])
        if not self.unsure.told_apart(groups):
            self.wider.append(name)
        (span,) = self.unsure.hulls(groups, lambda: [self.writer.number(tree)])
        self._result(self.writer, name, span)
        self.writer.known.facts[name] = self.written.get(name, span)

    def grades(self) -> None:
        """The places of grades from 1 on, best first."""
        for name, decided in GradeColumns(self.writer, self.unsure, self.unscored).write(self.compiled.grades):
            if decided:
                self.outputs.append(Output(name, "grade"))
            else:
                self.ungraded.append(name)

    def chances(self) -> None:
        """What each unit may have where places are shared out."""
        columns = GradeColumns(self.writer, self.unsure, self.unscored)
        for of, side, formula, over in columns.share(self.compiled.grades):
            self.outputs.append(Output(of, side, over))
            self.writer.cell(self.outputs[-1].column, formula)

    def ledger(self) -> None:
        """Numbers that have no last decimal are over one of their own."""
        for item in self.compiled.items:
            try:  # apart, as what can't be written stops half-way
                _Writing(self.compiled, complete=self.facts.complete).accounts(item)
            except TooLarge:
                self.unledgered.append(f"{ITEMS}.{item.item.id}")
            else:
                self.accounts(item)

    def accounts(self, item: ItemAccounts) -> None:
        """Those of one item."""
        for name, due, applied, more in LedgerColumns(self.writer, self.unsure, self.facts).write(item):
            for side, pair in zip(LEDGER_SIDES, (due, applied), strict=True):
                self.outputs.append(self._quotient(name, side, pair))
            if more != FALSE:
                self.outputs.append(Output(name, "open"))
                self.writer.cell(self.outputs[-1].column, more)

    def _quotient(self, name: str, side: Side, pair: Pair) -> Output:
        over: int | str = f"over.{side}.{name}"
        top = pair.top
        if not isinstance(pair.over, int):
            self.writer.cell(str(over), pair.over)
        elif 10**self.places % pair.over:
            over = pair.over
        else:
            over, top = 0, self._decimal(pair).top
        output = Output(name, side, over)
        self.writer.cell(output.column, top)
        return output

    def defined(self) -> None:
        """Whether all can be computed, by facts of which none is missing."""
        self.writer.room = DEFINED
        conditions = (self.writer.condition(one.condition).may for one in self.compiled.divisions.every)
        self.writer.cell(DEFINED, both(*conditions))

    def held(self) -> Mapping[str, tuple[int, int]]:
        """Between what whole numbers of facts may lie, once all is written."""
        limits = self.writer.limits
        return {name: held for one in self.fields.values() for name, held in one.limits(limits)}

    def _result(self, writer: Writer, name: str, span: Span, unscored: Formula = FALSE) -> None:
        """Where nothing is missing the score alone, else both sides of what it can be."""
        self.unscored[name] = unscored
        columns = [self._column(Output(name, "score" if span.exact else "low"), span.low, unscored)]
        if not span.exact:
            columns.append(self._column(Output(name, "high"), span.high, unscored))
        if unscored == FALSE:
            self.written[name] = Span(columns[0], columns[-1])
        if unscored != FALSE:
            none = Output(name, "none")
            writer.cell(none.column, unscored)
            self.outputs.append(none)

    def _column(self, output: Output, pair: Pair, unscored: Formula) -> Pair:
        """A number as a whole number of its last decimal, in a column."""
        found = self._decimal(pair)
        top = found.top if unscored == FALSE else choose(unscored, NULL, found.top)
        self.outputs.append(output)
        return replace(found, top=self.writer.cell(output.column, top))

    def _decimal(self, pair: Pair) -> Pair:
        """A number over the scale of all."""
        scale = 10**self.places
        if not isinstance(pair.over, int) or scale % pair.over:
            raise TooLarge
        numbers = self.writer.numbers
        return numbers.widths.narrowed(numbers.add(pair, replace(ZERO, over=scale, under=constant(scale))))
