"""The first page: what was scored by what, and every table that compares units."""

from kaohe import __version__
from kaohe.messages import Language, say
from kaohe.render.html.figures import short
from kaohe.render.html.html_tables import facts
from kaohe.render.html.link_anchors import OVERVIEW
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.render.html.overview.heat_table import heat_table
from kaohe.render.html.overview.left_out import left_out
from kaohe.render.html.overview.loss_table import lost_points
from kaohe.render.html.overview.rankings import section_rankings, total_ranking
from kaohe.render.html.overview.reading_table import switched_readings
from kaohe.render.html.overview.stage_pairs import compared, stage_title
from kaohe.results.summary import Summary


def banner(summary: Summary, language: Language) -> Markup:
    """The form's title over the year and the stage."""
    years = sorted({unit.year for unit in summary.units if unit.year is not None})
    said = [say("report.of_year", language, year=year) for year in years]
    if summary.units:
        said.append(stage_title(summary, summary.units, language))
    line = say("report.between_facts", language).join(said)
    return element("header", element("h1", summary.form.title), element("p", line, class_="subtitle"), class_="banner")


def overview(summary: Summary, language: Language) -> Markup:
    parts: list[Content] = [
        _counts(summary, language),
        total_ranking(summary, language),
        section_rankings(summary, language),
        heat_table(summary, language),
        compared(summary, language) if summary.first else (),
        lost_points(summary, language),
        switched_readings(summary, language) if summary.switched else (),
        left_out(summary, language) if summary.bad else (),
    ]
    return element("div", [joined(one, "\n") for one in parts if one], id=OVERVIEW, class_="overview", tabindex=-1)


def _counts(summary: Summary, language: Language) -> Markup:
    still_open = sum(unit.total.score is None for unit in summary.units)
    rubric = f"{summary.form.id} (sha256 {short(summary.form)})"
    pairs: list[tuple[str, Content]] = [
        (say("report.count_units", language), str(len(summary.units))),
        (say("report.count_open", language), str(still_open)),
        (say("report.count_bad", language), str(len(summary.bad))),
        (say("report.rubric", language), rubric),
        (say("report.version", language), f"kaohe {__version__}"),
    ]
    return facts(pairs)
