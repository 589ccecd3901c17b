"""What hangs on a reading: whose rank would move if a doubtful passage were read in another way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kaohe.messages import Language, say
from kaohe.render.html.figures import difference
from kaohe.render.html.html_tables import Column, cell, note, part, row_head, score_cell, table
from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.html.overview.rankings import unit_link
from kaohe.render.html.overview.stage_pairs import direction, rank_move
from kaohe.render.words import reconciliation_wording as words
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, Switched, UnitScore, ranking


@dataclass(frozen=True, slots=True)
class Effect:
    """One unit's total and rank as they are, and as they would be."""

    unit: UnitScore
    then: ScoreRange
    old_rank: int | None
    new_rank: int | None

    @property
    def changed(self) -> bool:
        now = self.unit.total
        return (now.low, now.high) != (self.then.low, self.then.high)

    @property
    def moved(self) -> bool:
        return self.old_rank != self.new_rank


def switched_readings(summary: Summary, language: Language) -> Markup:
    """Those that move ranks, then those that only move points; the rest are counted."""
    title = say("report.switched", language)
    found = [(switch, _effects(summary, switch)) for switch in summary.switched]
    ranks = [(switch, effects) for switch, effects in found if any(one.moved for one in effects)]
    points = [
        (switch, effects)
        for switch, effects in found
        if any(one.changed for one in effects) and not any(one.moved for one in effects)
    ]
    ranks.sort(key=lambda entry: -sum(one.moved for one in entry[1]))
    still = len(found) - len(ranks) - len(points)
    counted = say("report.switched_counts", language, all=len(found), ranks=len(ranks), points=len(points), still=still)
    shown_first = [_switch(switch, effects, language) for switch, effects in ranks]
    return part("switched", title, note(counted), shown_first, _points_only(points, language))


def _effects(summary: Summary, switch: Switched) -> list[Effect]:
    then = [replace(unit, total=total) for unit, total in zip(summary.units, switch.totals, strict=True)]
    old, new = ({one.unit.path: one.rank for one in ranking(units)} for units in (summary.units, then))
    return [
        Effect(unit, total, old[unit.path], new[unit.path])
        for unit, total in zip(summary.units, switch.totals, strict=True)
    ]


def _switch(switch: Switched, effects: Sequence[Effect], language: Language) -> Markup:
    """One other reading, with the units whose total or rank it changes."""
    names = [("unit", None), ("total_now", "number"), ("total_then", "number"), ("difference", "number")]
    columns = [Column(say(f"report.{name}", language), class_) for name, class_ in names]
    columns.append(Column(say("report.rank_move", language), "number"))
    affected = sorted(
        (one for one in effects if one.changed or one.moved), key=lambda one: one.old_rank or len(effects)
    )
    caption = say("report.switched_units", language, moved=sum(one.moved for one in effects))
    return element(
        "article",
        element("h3", say("report.passage", language, words=switch.words)),
        element("p", _choice(switch, language)),
        table(caption, columns, [_row(one, language) for one in affected]),
        class_="switch",
    )


def _choice(switch: Switched, language: Language) -> Content:
    taken = say("report.taken", language, chosen=_taken(switch, language))
    instead = say("report.instead", language, option=switch.option, meaning=switch.meaning)
    return [taken, element("strong", instead), " ", element("code", f"--reading {switch.reading}={switch.option}")]


def _taken(switch: Switched, language: Language) -> str:
    return say("report.option", language, name=switch.chosen, meaning=switch.taken)


def _row(effect: Effect, language: Language) -> Markup:
    by = difference(effect.unit.total, effect.then)
    return element(
        "tr",
        row_head(unit_link(effect.unit.unit)),
        score_cell(effect.unit.total, None, language),
        score_cell(effect.then, None, language),
        cell(words.moved(by, language), f"number {direction(by)}"),
        cell(rank_move(effect.old_rank, effect.new_rank), "number moved" if effect.moved else "number"),
        data_unit=unit_anchor(effect.unit.unit),
    )


def _points_only(found: Sequence[tuple[Switched, list[Effect]]], language: Language) -> Content:
    if not found:
        return ()
    columns = [Column(say(f"report.{name}", language)) for name in ("words", "reading", "alternative")]
    columns.append(Column(say("report.points_changed", language)))
    return table(say("report.points_only", language), columns, _points_rows(found, language))


def _points_rows(found: Sequence[tuple[Switched, list[Effect]]], language: Language) -> Iterator[Markup]:
    for switch, effects in found:
        alternative = say("report.option", language, name=switch.option, meaning=switch.meaning)
        moves: list[Content] = []
        for one in effects:
            if one.changed:
                by = difference(one.unit.total, one.then)
                moves += [
                    element("span", unit_link(one.unit.unit), f" {words.moved(by, language)}", class_="pair"),
                    " ",
                ]
        yield element("tr", row_head(switch.words), cell(_taken(switch, language)), cell(alternative), cell(moves))
