"""The first page: what was scored by what, and every table that compares units."""

from collections.abc import Sequence

from kaohe import __version__
from kaohe.messages import Language, say
from kaohe.render.html.figures import short
from kaohe.render.html.html_table import drawn, many
from kaohe.render.html.link_anchors import OVERVIEW
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.render.html.page_parts import facts, part
from kaohe.render.words.absent_wording import listed
from kaohe.render.words.batch_tables import Parts
from kaohe.results.plain_table import PlainTable
from kaohe.results.summary import Summary


def banner(summary: Summary, language: Language) -> Markup:
    """The form's title over the year and the stage."""
    years = sorted({unit.year for unit in summary.units if unit.year is not None})
    labels = dict(summary.form.stages)
    said = [say("report.of_year", language, year=year) for year in years]
    said += dict.fromkeys(labels.get(unit.stage, unit.stage) for unit in summary.units)
    line = say("report.between_facts", language).join(said)
    return element("header", element("h1", summary.form.title), element("p", line, class_="subtitle"), class_="banner")


def overview(summary: Summary, parts: Parts, language: Language) -> Markup:
    drawn_parts = [part_of(name, tables, language) for name, tables in parts.items()]
    contents = [joined(one, "\n") for one in (counts(summary, language), *drawn_parts)]
    return element("div", contents, id=OVERVIEW, class_="overview", tabindex=-1)


def part_of(name: str, tables: Sequence[PlainTable], language: Language) -> Markup:
    """What compares the units in one way."""
    return part(name, say(f"table.{name}", language), _tables(name, tables, language))


def _tables(name: str, tables: Sequence[PlainTable], language: Language) -> Content:
    """One table under the part's own heading; the sections' beside each other, others under headings of their own."""
    if name == "sections":
        beside = element("div", [drawn(table, language) for table in tables], class_="side-by-side")
        return element("div", beside, class_=many(tables[0]))
    if len(tables) == 1 and tables[0].name == name:
        return drawn(tables[0], language)
    return [element("article", element("h3", table.title), drawn(table, language)) for table in tables]


def counts(summary: Summary, language: Language) -> Markup:
    """How many units there are, and by what they were scored."""
    still_open = sum(unit.total.state == "open" for unit in summary.units)
    rubric = f"{summary.form.id} (sha256 {short(summary.form)})"
    pairs: list[tuple[str, Content]] = [
        (say("report.count_units", language), str(len(summary.units))),
        (say("report.count_open", language), str(still_open)),
        (say("report.absent", language), _absent(summary, language)),
        (say("report.count_bad", language), str(len(summary.bad))),
        (say("report.rubric", language), rubric),
        (say("report.version", language), f"kaohe {__version__}"),
    ]
    return facts(pairs)


def _absent(summary: Summary, language: Language) -> str:
    """How many, and who."""
    if not summary.absent:
        return "0"
    names = listed(summary.absent, dict(summary.form.stages), language)
    return f"{len(summary.absent)}{say('report.between_facts', language)}{names}"
