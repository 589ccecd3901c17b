"""Pages that fill themselves in, in the hands of tests: what their cells come to, and where these stand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import WorkbookParts
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.results.entry_form import EntryForm
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.entries import blank, opened
from support.random_rows import Row


@cache
def drawn(path: Path) -> Workbook:
    return opened(blank(path))


def named(path: Path) -> Mapping[str, tuple[str, str]]:
    """The cells that have names in the workbook."""
    texts = {name: one.attr_text.replace("$", "").split("!") for name, one in drawn(path).defined_names.items()}
    return {name: (text[0], text[1]) for name, text in texts.items()}


def by_name(form: EntryForm, parts: WorkbookParts) -> Mapping[str, Any]:
    """What the cells of the calculation come to."""
    places = LivePlaces(form, form.live, EntryPlaces(form, "zh"), "zh")
    return {name: parts.computed[places.page, cell] for name, cell in places.cells.items()}


def enterable(rubric: CompiledRubric, row: Row) -> Row:
    """The row of a unit of 2011 whose lists have the members that the rubric declares."""
    found = list(row)
    for fact in rubric.layout.facts:
        if fact.indicator.kind == "year":
            found[fact.start] = 2011
        elif fact.indicator.members and isinstance(row[fact.start], tuple):
            fields = (None,) * len(fact.indicator.fields)
            given = [one[1:] for one in row[fact.start]]
            names = enumerate(fact.indicator.members)
            found[fact.start] = tuple((name, *(given[at] if at < len(given) else fields)) for at, name in names)
    return tuple(found)
