"""The heat table: every unit's score of every item, coloured by 得分率 in a few exact classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from kaohe.messages import Language, say
from kaohe.render.html.figures import between
from kaohe.render.html.html_tables import part, passing
from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Markup, element
from kaohe.render.html.overview.rankings import unit_link
from kaohe.render.words.sheet_wording import number
from kaohe.results.score_classes import CLASSES, ShareClass, share_class
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Heading, Summary

MOST_UNITS_ACROSS = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: the unit, the item, and what the unit scored."""

    unit: str
    item: str
    standing: ScoreRange


def heat_table(summary: Summary, language: Language) -> Markup:
    """Units across while they are few, else items across."""
    title = say("report.heat", language)
    across = len(summary.units) <= MOST_UNITS_ACROSS
    found = _items_down(summary, language) if across else _units_down(summary, language)
    box = element(
        "div",
        element(
            "table",
            element("caption", title),
            *found,
            class_="titled heat-table" if across else "titled heat-table turned",
        ),
        class_="scroll tall",
        role="region",
        aria_label=title,
        tabindex=0,
    )
    return part("heat", title, _legend(language), passing("heat", box, language))


def _items_down(summary: Summary, language: Language) -> tuple[Markup, Markup]:
    corner = element("th", say("report.item", language), scope="col", class_="corner")
    points = element("th", say("report.points", language), scope="col", class_="number")
    units = [element("th", unit_link(unit.unit), scope="col") for unit in summary.units]
    body, start, width = [], 0, len(summary.units) + 2
    for section, count in zip(summary.sections, summary.items_of, strict=True):
        group = element("th", f"{section.number} {section.title}", scope="rowgroup")
        lines = [element("tr", group, element("td", colspan=width - 1), class_="group")]
        for place, item in enumerate(summary.items[start : start + count], start):
            spots = [Spot(unit.unit, item.number, unit.items[place]) for unit in summary.units]
            head = element("th", f"{item.number} {item.title}", scope="row")
            worth = element("td", number(item.points), class_="number worth")
            lines.append(element("tr", head, worth, _cells(spots, language), data_item=item.number))
        body.append(element("tbody", lines))
        start += count
    return element("thead", element("tr", corner, points, units)), Markup("".join(body))


def _units_down(summary: Summary, language: Language) -> tuple[Markup, Markup]:
    corner = element("th", say("report.unit", language), scope="col", class_="corner")
    items = [element("th", _upright(item, language), scope="col") for item in summary.items]
    lines = [
        element(
            "tr",
            element("th", unit_link(unit.unit), scope="row"),
            _cells(
                [
                    Spot(unit.unit, item.number, standing)
                    for item, standing in zip(summary.items, unit.items, strict=True)
                ],
                language,
            ),
            data_unit=unit_anchor(unit.unit),
        )
        for unit in summary.units
    ]
    return element("thead", element("tr", corner, items)), element("tbody", lines)


def _upright(item: Heading, language: Language) -> Markup:
    worth = say("report.points_of", language, points=number(item.points))
    return element("span", element("b", item.number), f" {item.title} ", element("small", worth), class_="upright")


def _cells(spots: Sequence[Spot], language: Language) -> Markup:
    return Markup("".join(_cell(spot, language) for spot in spots))


def _cell(spot: Spot, language: Language) -> Markup:
    standing = spot.standing
    text = say("report.open", language) if standing.score is None else number(standing.score)
    title = between(standing.low, standing.high, language) if standing.score is None else None
    link = element("a", text, href=f"#{unit_anchor(spot.unit)}.{spot.item}", title=title)
    return element("td", link, class_=f"share-{share_class(standing)}")


def _legend(language: Language) -> Markup:
    """What each look means, the lowest first."""
    looks: list[tuple[ShareClass, str]] = [("below", say("report.legend_below", language))]
    for (high, _), (low, name) in reversed(list(pairwise(CLASSES))):
        looks.append((name, say("report.legend_step", language, low=_whole(low), high=_whole(high))))
    looks += [("full", say("report.legend_full", language)), ("open", say("report.legend_open", language))]
    marks = [element("li", element("span", class_=f"swatch share-{look}"), f" {text}") for look, text in looks]
    return element("div", element("b", say("report.legend", language)), element("ul", marks), class_="legend")


def _whole(share: Fraction) -> str:
    return f"{number(share * 100)}%"
