"""The file as a whole: style and script within it, nothing fetched from anywhere, the same bytes for the same input."""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from kaohe import __version__
from kaohe.messages import Language, say
from kaohe.render.html.figures import short
from kaohe.render.html.html_table import drawn
from kaohe.render.html.link_anchors import unit_anchor
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.render.html.navigation import navigation
from kaohe.render.html.overview_page import banner, overview
from kaohe.render.html.unit.unit_frame import framed, ranks
from kaohe.render.html.unit.unit_page import page
from kaohe.render.words.batch_tables import batch_parts
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.dossier import Dossier
from kaohe.results.plain_table import PlainTable
from kaohe.results.sheet import FormHead

UNLINKED = "list"
"""The page of tables that lead nowhere."""
TAGS = {"zh": "zh-CN", "en": "en"}


def report_bytes(figures: BatchFigures, pages: Sequence[tuple[str, str]], language: Language) -> bytes:
    """A batch's report; `pages` are the units' names with what `unit.page` made of them."""
    summary, parts = figures.summary, batch_parts(figures, language)
    known = ranks(summary, language)
    units = [framed(unit, unit_anchor(unit), Markup(content), known.get(unit, ()), language) for unit, content in pages]
    main = main_part(
        search_results(language), overview(summary, parts, language), [joined("\n", unit) for unit in units]
    )
    body = [banner(summary, language), navigation(parts, [unit for unit, _ in pages], language), main]
    return document(summary.form, summary.form.title, body, language)


def unit_bytes(dossiers: Sequence[Dossier], language: Language) -> bytes:
    """The pages of single units as a file without a ranking; a unit may come more than once."""
    units, seen = [], Counter[str]()
    for one in dossiers:
        anchor = unit_anchor(one.last.unit)
        seen[anchor] += 1
        anchor = anchor if seen[anchor] == 1 else f"{anchor}~{seen[anchor]}"
        units.append(framed(one.last.unit, anchor, Markup(page(one, language, anchor)), None, language))
    form = dossiers[0].last.form
    title = say("report.title_of", language, form=form.title, unit=dossiers[0].last.unit)
    head = element("header", element("h1", form.title), class_="banner")
    return document(form, title, [head, main_part(units)], language)


def list_bytes(form: FormHead, title: str, line: str, tables: Sequence[PlainTable], language: Language) -> bytes:
    """Plain tables under a title, as a file without anything of single units."""
    head = element("header", element("h1", title), element("p", line, class_="subtitle"), class_="banner")
    lists = element("div", [drawn(table, language, UNLINKED) for table in tables], class_="side-by-side")
    return document(form, title, [head, main_part(lists)], language)


def main_part(*contents: Content) -> Markup:
    """What stands on the page besides its head, its foot and the way through."""
    return element("main", contents, id="main", tabindex=-1)


def search_results(language: Language) -> Markup:
    """Where the script lists what it finds."""
    title = element("h2", say("report.found", language), id="results-title")
    found = element("ul", class_="found")
    return element("section", title, found, id="results", class_="part", aria_labelledby="results-title", hidden=True)


def document(form: FormHead, title: str, body: Content, language: Language) -> bytes:
    """A whole file."""
    skip = element("a", say("report.skip", language), href="#main", class_="skip")
    foot = say("report.made_by", language, version=__version__, rubric=form.id, sha256=short(form))
    inside = joined(skip, "\n", body, "\n", element("footer", foot))
    whole = element("html", _head(title), "\n", element("body", inside), lang=TAGS[language])
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def _head(title: str) -> Markup:
    style, script = (files(__package__).joinpath(name).read_text("utf-8") for name in ("report.css", "report.js"))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("link", rel="icon", href="data:,"),
        element("style", Markup(style)),
        element("script", Markup(script)),
    )


def _hash(text: str) -> str:
    """What the policy knows a style or a script by: nothing else in the file may run, whatever a name smuggles in."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
