"""The summary's doubtful passages: what totals and ranks would become if one of them were read in another way."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.figures_table import LONG_TEXTS, Table
from kaohe.render.xlsx.paper_layout import Value
from kaohe.render.xlsx.pen import CENTRED, TEXT, Cell
from kaohe.render.xlsx.summary.stage_page import SIGNED
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, Switched, ranks

NAMED = 10
"""So many units are named one by one."""
READINGS = ("reading", "words", "chosen", "switched_to")
EFFECTS = ("changed_totals", "sum_of_changes", "largest_change", "rank_moves")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one alternative changes: how many totals, those decided by how much, and ranks from and to."""

    switched: Switched
    changed: int
    by: tuple[tuple[str, Fraction], ...]
    moves: tuple[tuple[str, int | None, int | None], ...]

    @property
    def sum(self) -> Fraction:
        return sum((by for _, by in self.by), Fraction(0))


def switched_readings(summary: Summary, title: str, notes: tuple[str, ...], language: Language) -> Table:
    """The alternatives that change some total, those that move most ranks first; the others are counted in a note."""
    before = ranks([unit.total for unit in summary.units])
    effects = [_effect(summary, one, before) for one in summary.switched]
    telling = sorted((one for one in effects if one.changed), key=lambda one: (-len(one.moves), -abs(one.sum)))
    silent = len(effects) - len(telling)
    note = say("workbook.switch_marks", language)
    if silent:
        note += say("workbook.silent_alternatives", language, count=silent, all=len(effects))
    return Table(
        title=title,
        notes=(*notes, note),
        heads=[[say(f"workbook.{name}", language) for name in (*READINGS, *EFFECTS)]],
        body=[_line(one, language) for one in telling],
        lead=1,
        most=LONG_TEXTS,
    )


def _effect(summary: Summary, switched: Switched, before: Sequence[int | None]) -> Effect:
    both = list(zip(summary.units, switched.totals, strict=True))
    changed = sum(_sides(unit.total) != _sides(total) for unit, total in both)
    if not changed:
        return Effect(switched, 0, (), ())
    by = [
        (unit.unit, total.score - unit.total.score)
        for unit, total in both
        if unit.total.score is not None and total.score is not None and total.score != unit.total.score
    ]
    after = ranks(switched.totals)
    moves = [(unit.unit, old, new) for unit, old, new in zip(summary.units, before, after, strict=True) if old != new]
    moves.sort(key=lambda move: (move[2] is None, move[2]))
    return Effect(switched, changed, tuple(by), tuple(moves))


def _sides(standing: ScoreRange) -> tuple[Fraction | None, Fraction | None]:
    return standing.low, standing.high


def _line(effect: Effect, language: Language) -> list[Cell]:
    one = effect.switched
    unit, most = max(effect.by, key=lambda entry: abs(entry[1]), default=("", Fraction(0)))
    largest = f"{unit} {'+' if most > 0 else ''}{plain(most)}" if unit else say("workbook.open", language)
    sum_: Value = effect.sum if effect.by else say("workbook.open", language)
    return [
        (one.reading, TEXT),
        (one.words, TEXT),
        (say("workbook.option", language, name=one.chosen, meaning=one.taken), TEXT),
        (say("workbook.option", language, name=one.option, meaning=one.meaning), TEXT),
        (Fraction(effect.changed), CENTRED),
        (sum_, CENTRED._replace(format=SIGNED)),
        (largest, CENTRED),
        (_moves(effect, language), TEXT),
    ]


def _moves(effect: Effect, language: Language) -> str:
    """Each unit that changes its rank: 甲市 2→3."""
    named = [f"{unit} {_rank(old)}→{_rank(new)}" for unit, old, new in effect.moves[:NAMED]]
    listed = say("workbook.between_units", language).join(named)
    rest = len(effect.moves) - NAMED
    return listed + (say("workbook.more_units", language, count=rest) if rest > 0 else "") or "—"


def _rank(rank: int | None) -> str:
    return "—" if rank is None else str(rank)
