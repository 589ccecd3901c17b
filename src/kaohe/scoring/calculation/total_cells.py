"""Sections and the whole as cells: lowest and highest score, the score where it is decided, where there is none."""

from kaohe.backends.excel.cells import FALSE, Formula, Reference, both, choose, compare, either, negation, number
from kaohe.backends.excel.cells import Literal as Value
from kaohe.backends.excel.pairs import ZERO
from kaohe.backends.excel.spans import Span
from kaohe.backends.excel.writer import Writer
from kaohe.compiler.totals import SECTIONS, Total
from kaohe.expr.tree_questions import inputs
from kaohe.results.calculation import Standing
from kaohe.scoring.calculation.shown import shown
from kaohe.scoring.calculation.unsure import Unsure

TOTAL = "total"


class TotalCells:
    """Writes what stands above items, after them; `unscored` are the results that may have no score, by their keys."""

    def __init__(self, writer: Writer, unsure: Unsure) -> None:
        self._writer = writer
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
        result(writer, name, span, unscored)
        self._unscored[f"{SECTIONS}.{total.id}"] = unscored
        writer.known.facts[f"{SECTIONS}.{total.id}"] = span
        return self._unsure.told_apart(groups)

    def _summed(self, total: Total) -> Span:
        low = high = ZERO
        for part in total.parts:
            one = self._writer.known.facts[part]
            assert isinstance(one, Span)  # noqa: S101 - a part is a score
            low, high = self._writer.pairs.add(low, one.low), self._writer.pairs.add(high, one.high)
        return Span(low, high)

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
