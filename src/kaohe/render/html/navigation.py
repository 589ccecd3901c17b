"""The way through the report: the search box, the tables, and the list of units."""

from collections.abc import Iterable, Sequence

from kaohe.messages import Language, say
from kaohe.render.html.link_anchors import OVERVIEW, unit_anchor
from kaohe.render.html.markup import Markup, element


def navigation(parts: Iterable[str], units: Sequence[str], language: Language, hint: str = "search_hint") -> Markup:
    """The overview's parts by their names, then the units; the hint says what the search box looks for."""
    title = say("report.contents", language)
    entries = [
        (OVERVIEW, say("report.overview", language)),
        *((name, say(f"table.{name}", language)) for name in parts),
    ]
    contents = element(
        "details",
        element("summary", title),
        element("ul", [_entry(anchor, text) for anchor, text in entries]),
        element("h2", say("report.units", language)),
        element("ul", [_unit(unit) for unit in units], class_="units"),
        open=True,
    )
    return element("nav", _search(hint, language), contents, aria_label=title)


def _entry(anchor: str, text: str) -> Markup:
    return element("li", element("a", text, href=f"#{anchor}"))


def _unit(unit: str) -> Markup:
    anchor = unit_anchor(unit)
    return element("li", element("a", unit, href=f"#{anchor}"), data_unit=anchor)


def _search(hint: str, language: Language) -> Markup:
    """Shown where a script can make it work."""
    box = element(
        "input",
        id="search",
        type="search",
        autocomplete="off",
        spellcheck="false",
        placeholder=say(f"report.{hint}", language),
        aria_describedby="search-status",
    )
    label = element("label", say("report.search", language), for_="search")
    return element("div", label, box, _status(language), role="search", class_="search")


def _status(language: Language) -> Markup:
    """Where the script says how much it found: it fills the numbers into these sentences."""
    counted = say("report.search_counted", language, units="{units}", items="{items}")
    more = say("report.search_more", language, count="{count}")
    return element("p", id="search-status", role="status", data_counted=counted, data_more=more)
