"""Sections and the whole as cells: lowest and highest score, the score where it is decided, where there is none."""

from collections.abc import Callable

from kaohe.backends.cells.formulas import FALSE, Formula, Reference, both, choose, compare, either, negation, number
from kaohe.backends.cells.formulas import Literal as Value
from kaohe.backends.cells.pairs import ZERO
from kaohe.backends.cells.spans import Span, known
from kaohe.backends.cells.writer import Writer
from kaohe.compiler.totals import SECTIONS, Total
from kaohe.expr.tree_questions import inputs
from kaohe.results.calculation import Standing
from kaohe.scoring.calculation.shown import shown
from kaohe.scoring.calculation.unsure import Unsure

TOTAL = "total"
Result = Callable[[Writer, str, Span, Formula], None]


class TotalCells:
    """Writes what stands above items, after them; `unscored` are the results that may have no score, by their keys."""

    def __init__(self, writer: Writer, unsure: Unsure, result: Result) -> None:
        """`result` writes the cells in which a score stands."""
        self._writer = writer
        self._result = result
        self._unsure = unsure
        self._unscored: dict[str, Formula] = {}

    def write(self, total: Total) -> bool:
        """The cells of a section or of the whole; whether its range is the narrowest that kaohe knows."""
        writer = self._writer
        name = f"{SECTIONS}.{total.id}" if total.id else TOTAL
        writer.room = name
        trees = [] if not total.steps else [total.score]
        if total.applies is not None:
            trees.append(total.applies)
        groups = self._unsure.groups(trees)
        unscored = self._none(total, groups)
        if total.steps:
            (span,) = self._unsure.hulls(groups, lambda: [writer.number(total.score)])
        else:
            span = self._summed(total)
        self._result(writer, name, span, unscored)
        self._unscored[f"{SECTIONS}.{total.id}"] = unscored
        writer.known.facts[f"{SECTIONS}.{total.id}"] = span
        return self._unsure.told_apart(groups)

    def _summed(self, total: Total) -> Span:
        found, pairs = known(ZERO), self._writer.pairs
        for part in total.parts:
            one = self._writer.known.facts[part]
            assert isinstance(one, Span)  # noqa: S101 - a part is a score
            low = pairs.add(found.low, one.low)
            found = known(low) if found.exact and one.exact else Span(low, pairs.add(found.high, one.high))
        return found

    def _none(self, total: Total, groups: list[str]) -> Formula:
        """Whether there is nothing to score: nothing applies, or a part that it is made of has no score."""
        read = inputs(total.score) if total.steps else frozenset(total.parts)
        found = [self._unscored[key] for key in sorted(read & self._unscored.keys())]
        if total.applies is not None:
            applies = total.applies
            (span,) = self._unsure.hulls(groups, lambda: [self._writer.number(applies)])
            found.append(self._writer.keep(compare(">=", number(0), span.high.top)))
        return self._writer.keep(either(*found))


def result(writer: Writer, name: str, span: Span, unscored: Formula = FALSE) -> None:
    """The cells in which a score stands: its sides, its standing, the score itself or nothing."""
    low, high = writer.pairs.kept(span.low), writer.pairs.kept(span.high)
    same = both(writer.pairs.equals(low, high), negation(unscored))
    writer.cell(f"low.{name}", shown(low))
    writer.cell(f"high.{name}", shown(high))
    open_or_none = choose(unscored, _word("not_scored"), _word("open"))
    writer.cell(f"standing.{name}", choose(same, _word("decided"), open_or_none))
    writer.cell(f"score.{name}", choose(same, Reference(f"low.{name}"), Value("")))


def _word(standing: Standing) -> Value:
    return Value(standing)
