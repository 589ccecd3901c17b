"""Where points were lost: every item by what all units together lost on it."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.html.figures import NOTHING, orders, percent
from kaohe.render.html.html_tables import Column, cell, note, part, row_head, table
from kaohe.render.html.markup import Markup, element
from kaohe.render.html.svg_charts import Scale, bar, scale
from kaohe.render.words.sheet_wording import number
from kaohe.results.summary import Heading, Summary


@dataclass(frozen=True, slots=True)
class Loss:
    """What the units lost on an item; what is still open does not count.

    `losers` are the units that lost, `decided` those whose score is known, `possible` the points that they could have.
    """

    item: Heading
    lost: Fraction
    losers: int
    decided: int
    possible: Fraction

    @property
    def share(self) -> Fraction | None:
        return self.lost / self.possible if self.possible else None


def losses(summary: Summary) -> list[Loss]:
    """Items that lost points, the largest loss first."""
    found = [_loss(item, summary, place) for place, item in enumerate(summary.items)]
    return sorted((one for one in found if one.lost > 0), key=lambda one: -one.lost)


def _loss(item: Heading, summary: Summary, place: int) -> Loss:
    standings = [unit.items[place] for unit in summary.units]
    lost = [one.points - one.score for one in standings if one.score is not None]
    possible = sum((one.points for one in standings if one.score is not None), Fraction(0))
    return Loss(item, sum(lost, Fraction(0)), sum(one > 0 for one in lost), len(lost), possible)


def lost_points(summary: Summary, language: Language) -> Markup:
    found, title = losses(summary), say("report.losses", language)
    if not found:
        return part("losses", title, note(say("report.nothing_lost", language)))
    columns = [
        Column(say("report.number", language), "number", "ascending"),
        Column(say("report.item", language)),
        Column(say("report.points", language), "number", "descending"),
        Column(say("report.lost", language), "number", "descending"),
        Column(say("report.lost_drawn", language), "drawn"),
        Column(say("report.losers", language), "number", "descending"),
        Column(say("report.lost_share", language), "number", "descending"),
    ]
    rows = _rows(summary, found, language)
    notes = [note(say("report.losses_note", language))]
    kept = len(summary.items) - len(found)
    if kept:
        notes.append(note(say("report.kept", language, count=kept)))
    return part("losses", title, notes, table(title, columns, rows, class_="titled sortable", sorted_by=3))


def _rows(summary: Summary, found: list[Loss], language: Language) -> list[Markup]:
    at = scale(*(one.lost for one in found))
    on_form = {item.number: Fraction(place) for place, item in enumerate(summary.items)}
    by_number = orders([on_form[one.item.number] for one in found])
    by_points = orders([one.item.points for one in found])
    by_lost = orders([one.lost for one in found])
    by_losers = orders([Fraction(one.losers) for one in found])
    by_share = orders([one.share for one in found])
    return [
        element(
            "tr",
            cell(one.item.number, "number", by_number[place]),
            row_head(_title(one, len(summary.units), language)),
            cell(number(one.item.points), "number", by_points[place]),
            cell(number(one.lost), "number", by_lost[place]),
            _drawn(one, at),
            cell(say("report.of_units", language, count=one.losers, all=one.decided), "number", by_losers[place]),
            cell(NOTHING if one.share is None else percent(one.share), "number", by_share[place]),
            data_item=one.item.number,
        )
        for place, one in enumerate(found)
    ]


def _title(loss: Loss, units: int, language: Language) -> Markup:
    everyone = loss.losers == units
    mark = [" ", element("span", say("report.everyone_lost", language), class_="mark")] if everyone else []
    return element("span", loss.item.title, mark)


def _drawn(loss: Loss, at: Scale) -> Markup:
    return cell(bar(loss.lost, at), "drawn lost")
