"""A unit's evidence on its page: the files, and what the claimed points rest on."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.render.html.html_tables import Column, cell, note, table
from kaohe.render.html.link_anchors import row_anchor
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.words import evidence_wording as words
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory


def evidence(dossier: Dossier, anchor: str, language: Language) -> Content:
    """Nothing where no file is named."""
    found = dossier.evidence
    if found is None:
        return ()
    title = say("stage.directory_title", language)
    columns = [Column(say(name, language)) for name in words.HEADER]
    files = table(title, columns, list(_rows(found, language)), class_="titled evidence")
    lists = [_list(name, lines, anchor) for name, lines in words.lists(found, language)]
    return element("h3", title), note(words.claimed(found, dossier.sheets[0], language)), files, lists


def _rows(found: EvidenceDirectory, language: Language) -> Iterator[Markup]:
    for *texts, state in words.rows(found, language):
        known, _, digest = state.partition("\n")
        code = element("code", digest) if digest else ""
        yield element("tr", *(cell(one) for one in texts), cell([known, " ", code]))


def _list(title: str, lines: list[tuple[str, str]], anchor: str) -> Content:
    """The items by their numbers, each a way to its row on the page."""
    entries = [
        element("li", element("a", number, href=f"#{row_anchor(anchor, number)}"), f" {line}") for number, line in lines
    ]
    return element("h4", title), element("ul", entries, class_="listing")
