"""A report as a folder: an overview, a page for each unit and for each long table, with links from file to file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape

from kaohe.messages import Language, say
from kaohe.render.html.document import document, main_part, search_results
from kaohe.render.html.link_anchors import OVERVIEW, unit_anchor
from kaohe.render.html.markup import Markup, element
from kaohe.render.html.navigation import navigation
from kaohe.render.html.overview_page import banner, counts, part_of
from kaohe.render.html.unit.unit_frame import framed, ranks
from kaohe.render.words.batch_tables import batch_parts
from kaohe.results.batch_figures import BatchFigures

INDEX = "index.html"
LONG = 300_000
"""Characters of a part that has a page of its own; the first part never has."""
_LINK = re.compile(r'href="#([^"]*)"')

Page = tuple[str, str, str]
"""A unit's name, its file, and what stands on its page."""


def report_files(figures: BatchFigures, pages: Sequence[Page], language: Language) -> Iterator[tuple[str, bytes]]:
    """The name of each file and its bytes: the units' in their order, then what is about all of them."""
    summary, parts = figures.summary, batch_parts(figures, language)
    files = {unit_anchor(unit): file for unit, file, _ in pages}
    known, head = ranks(summary, language), banner(summary, language)
    for place, (unit, file, content) in enumerate(pages):
        own = framed(unit, unit_anchor(unit), Markup(content), known.get(unit, ()), language)
        body = [head, main_part(_beside(pages, place, language), own)]
        title = say("report.title_of", language, form=summary.form.title, unit=unit)
        yield file, document(summary.form, title, _linked(body, files, file), language)
    drawn = {name: part_of(name, tables, language) for name, tables in parts.items()}
    alone = {name: f"{name}.html" for name in list(drawn)[1:] if len(drawn[name]) > LONG}
    places = {**files, **alone, OVERVIEW: INDEX}
    for name, file in alone.items():
        body = [head, main_part(_way_back(language), drawn[name])]
        yield file, document(summary.form, say(f"table.{name}", language), _linked(body, places, file), language)
    short = [counts(summary, language), *(one for name, one in drawn.items() if name not in alone)]
    whole = element("div", short, id=OVERVIEW, class_="overview", tabindex=-1)
    body = [
        head,
        navigation(parts, [unit for unit, _, _ in pages], language, "search_units"),
        main_part(search_results(language), whole),
    ]
    yield INDEX, document(summary.form, summary.form.title, _linked(body, places, INDEX), language)


def _linked(body: Sequence[Markup], places: Mapping[str, str], here: str) -> Markup:
    """Links to a place that stands in another file lead there; the anchor of a unit's row begins with the unit's."""

    def link(found: re.Match[str]) -> str:
        anchor = unescape(found[1])
        file = {OVERVIEW: INDEX, **places}.get(anchor.partition(".")[0], here)
        if file == here:
            return found[0]
        name = file.replace("%", "%25").replace("#", "%23")
        return f'href="{escape(name)}' + ('"' if anchor == OVERVIEW else f'#{found[1]}"')

    return Markup(_LINK.sub(link, "\n".join(body)))


def _way_back(language: Language) -> Markup:
    return element("p", element("a", say("report.back", language), href=f"#{OVERVIEW}"), class_="way-back")


def _beside(pages: Sequence[Page], place: int, language: Language) -> Markup:
    """The ways to the unit before and the one after."""
    codes = {"report.before": place - 1, "report.after": place + 1}
    links = [
        element("li", element("a", say(code, language, unit=pages[at][0]), href=f"#{unit_anchor(pages[at][0])}"))
        for code, at in codes.items()
        if 0 <= at < len(pages)
    ]
    return element("ul", links, class_="beside")
