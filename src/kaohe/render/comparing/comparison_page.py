"""Two rubrics compared as a page of its own: the changes, then what they do to units."""

from collections.abc import Sequence
from dataclasses import replace

from kaohe.authoring.comparing.comparison import RubricComparison
from kaohe.messages import Language, say
from kaohe.render.comparing.change_table import called
from kaohe.render.html.document import document, main_part
from kaohe.render.html.html_table import drawn
from kaohe.render.html.markup import element
from kaohe.render.html.page_parts import part
from kaohe.results.plain_table import PlainTable
from kaohe.results.sheet import FormHead

ALONE = "list"
"""The page of tables that lead nowhere."""


def page_bytes(comparison: RubricComparison, tables: Sequence[PlainTable], language: Language) -> bytes:
    new = comparison.new.rubric
    line = say("compare.way", language, old=called(comparison.old, language), new=called(comparison.new, language))
    head = element("header", element("h1", tables[0].title), element("p", line, class_="subtitle"), class_="banner")
    changes, *others = tables
    notes = (*changes.before[1:-1], say("compare.drawn", language)) if changes.before else ()
    changes = replace(changes, title=say("compare.changes", language), before=notes)
    parts = [part(table.name, table.title, drawn(table, language, ALONE)) for table in (changes, *others)]
    form = FormHead(new.id, new.title, comparison.new.sha256, "", "", tuple(new.stages.items()))
    return document(form, tables[0].title, [head, main_part(parts)], language)
