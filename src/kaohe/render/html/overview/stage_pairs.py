"""自评与省评对照: where each unit stood at the stage that it began with, and where it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from kaohe.messages import Language, say
from kaohe.render.html.figures import NOTHING, difference, orders
from kaohe.render.html.html_tables import Column, cell, note, part, row_head, score_cell, table
from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Markup, element, joined
from kaohe.render.html.overview.rankings import unit_link
from kaohe.render.html.svg_charts import Scale, dumbbell
from kaohe.render.words import reconciliation_wording as words
from kaohe.render.words.sheet_wording import number
from kaohe.results.summary import Heading, Summary, UnitScore, ranking


@dataclass(frozen=True, slots=True)
class Pair:
    """One unit at its first stage and at this one, with its ranks."""

    before: UnitScore
    after: UnitScore
    old_rank: int | None
    new_rank: int | None

    @property
    def moved(self) -> Fraction | None:
        return difference(self.before.total, self.after.total)


@dataclass(frozen=True, slots=True)
class Disputed:
    """An item whose score was changed: for how many units, and by how many points in all."""

    item: Heading
    units: int
    moved: Fraction


def compared(summary: Summary, language: Language) -> Markup:
    """Units by their present rank, then the items that were changed most."""
    first, now = (stage_title(summary, units, language) for units in (summary.first, summary.units))
    title = say("report.compared", language, first=first, now=now)
    columns = [
        Column(say("report.unit", language)),
        Column(first, "number", "descending"),
        Column(now, "number", "descending"),
        Column(say("report.difference", language), "number", "descending"),
        Column(say("report.rank_move", language), "number"),
    ]
    pairs = _pairs(summary)
    at = _scale(pairs)
    drawn = [] if at is None else [Column(_key(at, first, now, language), "drawn")]
    moved = table(title, [*columns, *drawn], _rows(pairs, at, language), class_="titled sortable", sorted_by=2)
    return part("compared", title, moved, _disputed(summary, language))


def stage_title(summary: Summary, units: Sequence[UnitScore], language: Language) -> str:
    """The stage by its name on the form, where all units are at the same."""
    stages = {unit.stage for unit in units}
    if len(stages) != 1:
        return say("report.first_stage", language)
    (stage,) = stages
    return dict(summary.form.stages).get(stage, stage)


def _pairs(summary: Summary) -> list[Pair]:
    old = {one.unit.unit: one.rank for one in ranking(summary.first)}
    before = {after.unit: first for first, after in zip(summary.first, summary.units, strict=True)}
    return [
        Pair(before[one.unit.unit], one.unit, old[before[one.unit.unit].unit], one.rank)
        for one in ranking(summary.units)
    ]


def _rows(pairs: Sequence[Pair], at: Scale | None, language: Language) -> list[Markup]:
    by_first = orders([pair.before.total.score for pair in pairs])
    by_now = orders([pair.after.total.score for pair in pairs])
    by_moved = orders([pair.moved for pair in pairs])
    return [
        element(
            "tr",
            row_head(unit_link(pair.after.unit)),
            score_cell(pair.before.total, by_first[place], language),
            score_cell(pair.after.total, by_now[place], language),
            cell(words.moved(pair.moved, language), f"number {direction(pair.moved)}", by_moved[place]),
            cell(rank_move(pair.old_rank, pair.new_rank), "number"),
            [] if at is None else cell(_drawing(pair, at), "drawn"),
            data_unit=unit_anchor(pair.after.unit),
        )
        for place, pair in enumerate(pairs)
    ]


def direction(moved: Fraction | None) -> str:
    return "" if not moved else "rise" if moved > 0 else "fall"


def rank_move(old: int | None, new: int | None) -> str:
    """`3 → 1`, or the one rank that stays."""
    before, after = (NOTHING if rank is None else str(rank) for rank in (old, new))
    return before if before == after else f"{before} → {after}"


def _drawing(pair: Pair, at: Scale) -> str:
    before, after = pair.before.total.score, pair.after.total.score
    return "" if before is None or after is None else dumbbell(before, after, at)


def _scale(pairs: Sequence[Pair]) -> Scale | None:
    """Whole points around all totals: what is compared here is how they differ, not how long they are."""
    found = [one.score for pair in pairs for one in (pair.before.total, pair.after.total) if one.score is not None]
    if not found:
        return None
    low, high = floor(min(found)), ceil(max(found))
    room = max(1, (high - low) // 20)
    return Scale(Fraction(low - room), Fraction(high + room))


def _key(at: Scale, first: str, now: str, language: Language) -> Markup:
    ends = say("report.scale", language, low=number(at.left), high=number(at.right))
    marks = say("report.dumbbell_key", language, first=first, now=now)
    return joined(ends, " ", element("small", marks))


def _disputed(summary: Summary, language: Language) -> Markup:
    """Items whose score was changed, the most disputed first."""
    found = sorted(_changed_items(summary), key=lambda one: (-one.units, one.moved))
    if not found:
        return note(say("report.no_item_changed", language))
    names = [("number", "number"), ("item", None), ("units_changed", "number"), ("points_moved", "number")]
    rows = [
        element(
            "tr",
            cell(one.item.number, "number"),
            row_head(one.item.title),
            cell(str(one.units), "number"),
            cell(words.moved(one.moved, language), f"number {direction(one.moved)}"),
            data_item=one.item.number,
        )
        for one in found
    ]
    return table(
        say("report.disputed", language),
        [Column(say(f"report.{name}", language), class_) for name, class_ in names],
        rows,
    )


def _changed_items(summary: Summary) -> list[Disputed]:
    found = []
    for place, item in enumerate(summary.items):
        both = [(old.items[place], new.items[place]) for old, new in zip(summary.first, summary.units, strict=True)]
        moved = [by for by in (difference(old, new) for old, new in both) if by]
        if moved:
            found.append(Disputed(item, len(moved), sum(moved, Fraction(0))))
    return found
