"""The summary's items by what all units lost on them: which cost most, and which cost everyone."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.xlsx.bar_charts import Bars
from kaohe.render.xlsx.figures_table import Table
from kaohe.render.xlsx.pen import CENTRED, STRONG, TEXT, Cell
from kaohe.render.xlsx.shades import Shade
from kaohe.render.xlsx.summary.item_figures import SHARE, Lost, lost_by_all, lost_of, share_of
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Heading, Summary

CHARTED = 10
NAMES = ("number", "item", "points", "lost", "share_of_lost", "losers", "loss_share")
ITEM, LOST = 2, 4
"""Columns that the chart names."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item, what all units lost on it, and whether each of them did."""

    item: Heading
    lost: Lost
    everyone: bool


def ranked_losses(summary: Summary, title: str, notes: tuple[str, ...], language: Language) -> Table:
    """Every item on which some unit lost, the largest loss first; those that everyone lost on are marked."""
    lines = [
        Line(item, lost_by_all(units), lost_by_everyone(units))
        for item, *units in zip(summary.items, *(map(lost_of, unit.items) for unit in summary.units), strict=True)
    ]
    lossy = sorted((line for line in lines if line.lost.units), key=lambda line: -line.lost.points)
    whole = sum((line.lost.points for line in lossy), Fraction(0))
    charted = sum(line.lost.points > 0 for line in lossy[:CHARTED])
    chart = say("workbook.lossy_items", language, count=charted)
    return Table(
        title=title,
        notes=(*notes, _note(lines, language)),
        heads=[[say(f"workbook.{name}", language) for name in NAMES]],
        body=[_cells(line, whole) for line in lossy],
        lead=2,
        bars=Bars(chart, charted, ITEM, (LOST,), upward=False) if charted else None,
    )


def _note(lines: Sequence[Line], language: Language) -> str:
    """What is marked, and how many items have cost nobody anything."""
    marked, unhurt = sum(line.everyone for line in lines), sum(not line.lost.units for line in lines)
    counts = {"everyone_lost" if marked else "nothing_lost_by_everyone": marked, "unhurt_items": unhurt}
    parts = [say("workbook.largest_first", language)]
    parts += [
        say(f"workbook.{name}", language, count=count)
        for name, count in counts.items()
        if count or name == "nothing_lost_by_everyone"
    ]
    return say("workbook.between_notes", language).join(parts)


def _cells(line: Line, whole: Fraction) -> list[Cell]:
    item, lost = line.item, line.lost
    marked: Shade = "marked" if line.everyone else ""
    return [
        (item.number, CENTRED),
        (item.title, STRONG if line.everyone else TEXT),
        (item.points, CENTRED),
        (lost.points, CENTRED),
        (lost.points / whole if whole else "—", CENTRED._replace(format=SHARE)),
        (Fraction(len(lost.units)), CENTRED._replace(shade=marked)),
        (share_of(lost), CENTRED._replace(format=SHARE)),
    ]


def lost_by_everyone(losses: Sequence[ScoreRange]) -> bool:
    """Whether each of several units has lost something for certain, whatever is still open."""
    return len(losses) > 1 and all(one.low is not None and one.low > 0 for one in losses)
