"""Who stands where: the ranking by total, sortable by every column, its bars, and the rankings by section."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.html.figures import NOTHING, orders, share_of_points, shown_share
from kaohe.render.html.html_tables import Column, cell, part, row_head, score_cell, table
from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.html.svg_charts import Scale, scale, standing_bar
from kaohe.render.words.sheet_wording import number
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Heading, Ranked, Summary, graded, ranking

FEW_ROWS = 30
"""More than these, and what repeats the ranking scrolls on the screen by itself."""


def total_ranking(summary: Summary, language: Language) -> Markup:
    ranked = ranking(summary.units)
    title = say("report.ranking", language)
    columns = [
        Column(say("report.rank", language), "number", "ascending"),
        Column(say("report.unit", language), None, "ascending"),
        Column(say("report.total_score", language), "number", "descending"),
        Column(say("report.share", language), "number", "descending"),
        *(Column(_headed(section, language), "number", "descending") for section in summary.sections),
    ]
    if summary.form.grades:
        columns.append(Column(say("report.grade", language)))
    columns.append(Column(say("report.count_missing", language), "number", "descending"))
    rows = _rows(ranked, _grades(summary, ranked, language), language)
    bars = element("div", _bars(ranked, language), class_=_many(summary))
    return part("ranking", title, table(title, columns, rows, class_="titled sortable"), bars)


def _rows(ranked: Sequence[Ranked], grades: Sequence[Content], language: Language) -> list[Markup]:
    by_rank = orders([None if one.rank is None else Fraction(one.rank) for one in ranked])
    by_name = orders([one.unit.unit for one in ranked])
    by_total = orders([one.standing.score for one in ranked])
    by_share = orders([share_of_points(one.standing) for one in ranked])
    by_missing = orders([Fraction(one.unit.missing) for one in ranked])
    sections = zip(*_section_cells(ranked, language), strict=True)
    return [
        element(
            "tr",
            cell(_rank(one), "number", by_rank[place]),
            row_head(unit_link(one.unit.unit), order=by_name[place]),
            score_cell(one.standing, by_total[place], language),
            cell(shown_share(one.standing), "number", by_share[place]),
            scores,
            grades[place],
            cell(str(one.unit.missing), "number", by_missing[place]),
            data_unit=unit_anchor(one.unit.unit),
            class_=_medal(one),
        )
        for place, (one, scores) in enumerate(zip(ranked, sections, strict=True))
    ]


def _section_cells(ranked: Sequence[Ranked], language: Language) -> Iterator[list[Markup]]:
    """Column by column, what every unit has of a section."""
    for column in zip(*(one.unit.sections for one in ranked), strict=True):
        places = orders([one.score for one in column])
        yield [score_cell(one, place, language) for one, place in zip(column, places, strict=True)]


def _grades(summary: Summary, ranked: Sequence[Ranked], language: Language) -> list[Content]:
    """Each unit's grade in a cell; nothing at all where the form has no grades."""
    if not summary.form.grades:
        return [() for _ in ranked]
    grades = graded(summary)
    return [cell(grades.get(one.unit.path, say("report.open", language))) for one in ranked]


def _bars(ranked: Sequence[Ranked], language: Language) -> Markup:
    at = _scale([one.standing for one in ranked])
    title = say("report.bars", language)
    lines = [
        element(
            "tr",
            row_head(unit_link(one.unit.unit)),
            cell(standing_bar(one.standing, at), "drawn"),
            score_cell(one.standing, None, language),
            data_unit=unit_anchor(one.unit.unit),
        )
        for one in ranked
    ]
    head = [
        Column(say("report.unit", language)),
        Column(say("report.scale", language, low=number(at.left), high=number(at.right)), "drawn"),
        Column(say("report.total_score", language), "number"),
    ]
    return table(title, head, lines, class_="bars")


def _scale(standings: Sequence[ScoreRange]) -> Scale:
    """From zero to full marks, further where somebody stands beyond."""
    ends = [end for one in standings for end in (one.points, one.low, one.high) if end is not None]
    return scale(*ends)


def section_rankings(summary: Summary, language: Language) -> Markup:
    title = say("report.section_rankings", language)
    tables = [_section(summary, place, section, language) for place, section in enumerate(summary.sections)]
    return part("sections", title, element("div", element("div", tables, class_="side-by-side"), class_=_many(summary)))


def _many(summary: Summary) -> str | None:
    return "many" if len(summary.units) > FEW_ROWS else None


def _section(summary: Summary, place: int, section: Heading, language: Language) -> Markup:
    names = [("rank", "number"), ("unit", None), ("score", "number"), ("share", "number")]
    lines = [
        element(
            "tr",
            cell(_rank(one), "number"),
            row_head(unit_link(one.unit.unit, section.number)),
            score_cell(one.standing, None, language),
            cell(shown_share(one.standing), "number"),
            data_unit=unit_anchor(one.unit.unit),
            class_=_medal(one),
        )
        for one in ranking(summary.units, place)
    ]
    caption = say(
        "report.section_of", language, number=section.number, title=section.title, points=number(section.points)
    )
    return table(caption, [Column(say(f"report.{name}", language), class_) for name, class_ in names], lines)


def unit_link(unit: str, row: str = "") -> Markup:
    """The unit's name, leading to its page, or to a row of it."""
    anchor = unit_anchor(unit)
    return element("a", unit, href=f"#{anchor}.{row}" if row else f"#{anchor}")


def _rank(ranked: Ranked) -> str:
    return NOTHING if ranked.rank is None else str(ranked.rank)


def _medal(ranked: Ranked) -> str | None:
    return "first" if ranked.rank == 1 else None


def _headed(section: Heading, language: Language) -> Markup:
    points = say("report.points_of", language, points=number(section.points))
    return element("span", section.title, " ", element("small", points))
