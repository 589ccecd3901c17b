"""The summary's comparison of stages: what each unit first had, what it has now, and where the two differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.bar_charts import Bars
from kaohe.render.xlsx.figures_table import LONG_TEXTS, Table
from kaohe.render.xlsx.paper_layout import Value
from kaohe.render.xlsx.pen import CENTRED, TEXT, Cell
from kaohe.render.xlsx.summary.item_figures import shown
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, UnitScore, ranking, ranks

SIGNED = "+{0};-{0};0"
MOVED = '"↑"{0};"↓"{0};"-"'
LARGEST = 3
MOST_CHARTED = 30
"""So many units have two bars each that can be told apart."""
FIRST, NOW = 2, 3
"""Columns that the chart names."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One unit at both stages, with its rank at each; None while it is open."""

    first: UnitScore
    now: UnitScore
    ranks: tuple[int | None, int | None]

    @property
    def decided(self) -> bool:
        return self.first.total.score is not None and self.now.total.score is not None


def against_first(summary: Summary, title: str, notes: tuple[str, ...], language: Language) -> Table:
    """Units in the order of this stage's ranking; those that can't be compared yet come last."""
    pairs = sorted(_pairs(summary), key=lambda pair: not pair.decided)
    decided = sum(pair.decided for pair in pairs)
    labels = dict(summary.form.stages)
    stages = [_stage(labels, units) for units in (summary.first, summary.units)]
    charted = 1 < decided <= MOST_CHARTED
    return Table(
        title=title,
        notes=(*notes, say("workbook.difference_marks", language)),
        heads=_heads(summary, stages, language),
        body=[_line(pair, summary, language) for pair in pairs],
        lead=1,
        most=LONG_TEXTS,
        joined=((2, 4), (5, 7), (8, 7 + len(summary.sections))),
        bars=Bars(say("workbook.stages_compared", language), decided, 1, (FIRST, NOW)) if charted else None,
    )


def _pairs(summary: Summary) -> Iterator[Pair]:
    both = zip(summary.units, summary.first, ranks([unit.total for unit in summary.first]), strict=True)
    before = {now.path: (first, rank) for now, first, rank in both}
    for ranked in ranking(summary.units):
        first, rank = before[ranked.unit.path]
        yield Pair(first, ranked.unit, (rank, ranked.rank))


def _stage(labels: dict[str, str], units: tuple[UnitScore, ...]) -> str:
    return "、".join(dict.fromkeys(labels.get(unit.stage, unit.stage) for unit in units))


def _heads(summary: Summary, stages: list[str], language: Language) -> list[list[Value | None]]:
    """Over the columns, what they have in common."""
    names = ("total_score", "rank", "section_differences")
    total, rank, sections, *_ = (say(f"workbook.{name}", language) for name in names)
    unit, difference, move, largest = (
        say(f"workbook.{name}", language) for name in ("unit", "difference", "rank_move", "largest_differences")
    )
    blanks = [""] * (len(summary.sections) - 1)
    return [
        ["", total, "", "", rank, "", "", sections, *blanks, ""],
        [unit, *stages, difference, *stages, move, *(one.title for one in summary.sections), largest],
    ]


def _line(pair: Pair, summary: Summary, language: Language) -> list[Cell]:
    before, after = pair.ranks
    first, now = pair.first, pair.now
    sections = zip(first.sections, now.sections, strict=True)
    move: Cell = ("—", CENTRED)
    if before is not None and after is not None:
        move = (Fraction(before - after), CENTRED._replace(format=MOVED))
    return [
        (now.unit, CENTRED),
        (shown(first.total, language), CENTRED),
        (shown(now.total, language), CENTRED),
        _difference(first.total, now.total, language),
        *(("—" if rank is None else Fraction(rank), CENTRED) for rank in pair.ranks),
        move,
        *(_difference(*both, language) for both in sections),
        (_largest(pair, summary, language), TEXT),
    ]


def _difference(first: ScoreRange, now: ScoreRange, language: Language) -> Cell:
    if first.score is None or now.score is None:
        return say("workbook.open", language), CENTRED
    return now.score - first.score, CENTRED._replace(format=SIGNED)


def _largest(pair: Pair, summary: Summary, language: Language) -> str:
    """The items that differ most, each on its line; of those that differ as much, the form's first."""
    both = zip(summary.items, pair.first.items, pair.now.items, strict=True)
    moved = [
        (item, now.score - first.score)
        for item, first, now in both
        if first.score is not None and now.score is not None and now.score != first.score
    ]
    moved.sort(key=lambda entry: -abs(entry[1]))
    lines = [f"{item.number} {item.title}（{'+' if by > 0 else ''}{plain(by)}）" for item, by in moved[:LARGEST]]
    unknown = any(one.score is None for one in (*pair.first.items, *pair.now.items))
    return "\n".join(lines) or say("workbook.open" if unknown else "workbook.no_difference", language)
