"""Files of the folder that gave no sheet, with all that was found in them."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.html.html_tables import Column, cell, part, row_head, table
from kaohe.render.html.markup import Markup, element
from kaohe.results.summary import BadFile, Summary


def left_out(summary: Summary, language: Language) -> Markup:
    title = say("report.bad_files", language)
    columns = [Column(say(f"report.{name}", language)) for name in ("file", "place", "code", "message")]
    return part("left-out", title, table(title, columns, _rows(summary, language), class_="titled"))


def _rows(summary: Summary, language: Language) -> Iterator[Markup]:
    for bad in summary.bad:
        for problem in bad.problems:
            yield element("tr", row_head(bad.path), [cell(text) for text in _found(bad, problem, language)])
        if not bad.problems:
            yield element("tr", row_head(bad.path), [cell("") for _ in range(3)])


def _found(bad: BadFile, problem: Problem, language: Language) -> tuple[str, str, str]:
    """Where in the file, what, and in words; the place names a file only where it is another one."""
    whole = say("report.whole_file", language)
    place = whole if problem.place == bad.path else problem.place.removeprefix(f"{bad.path}:")
    return place, problem.code, problem.message(language)
