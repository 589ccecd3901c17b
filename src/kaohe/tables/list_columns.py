"""The nested columns of lists: of which list each is, and whether its type can hold members."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from kaohe.formulas.indicators import Indicator
from kaohe.problems import Unusable
from kaohe.scoring.columns.column_names import MEMBER, PERCENT, VALUE
from kaohe.source.models import nearest
from kaohe.submission.answers import Place
from kaohe.submission.key_names import plainly
from kaohe.submission.table_columns import TableColumns

ROW_THERE = " row"
"""The field of a member that says in which row of a table of its own it stands; no field of facts is called so."""
Wrong = tuple[str, Mapping[str, object]]
"""The code of a problem, and what its sentence is filled with."""


def list_called(name: str, known: TableColumns) -> str:
    """The id of the list that a column of this name is about."""
    asked = plainly(name)
    return next(one for one, place in known.lists if asked in (plainly(one), plainly(place.called)))


def place_of(known: TableColumns, key: str) -> Place:
    """The list of this id; raises Unusable where there is none."""
    lists = {one: place for one, place in known.lists if place.indicator.list}
    if key not in lists:
        raise Unusable("members-of-no-list", found=key, known=", ".join(lists) or "-")
    return lists[key]


def wrong_type(key: str, kind: pl.DataType, known: TableColumns, rubric: str) -> Iterator[Wrong]:
    """What is wrong with the type of the column of this list."""
    place = dict(known.lists)[key]
    inner = kind.inner if isinstance(kind, pl.List) else kind
    fields = [one.name for one in inner.fields] if isinstance(inner, pl.Struct) else [MEMBER]
    if not isinstance(kind, pl.List) or MEMBER not in fields or isinstance(inner, pl.List | pl.Array):
        yield "list-column", {"found": key, "label": place.called}
        return
    known_fields = fields_of(place.indicator)
    for name in fields:
        if name not in (*known_fields, ROW_THERE):
            near = nearest(name, known_fields)
            told = {"found": f"{key}.{name}", "nearest": near and f"{key}.{near}", "rubric": rubric}
            yield "unknown-column", told


def fields_of(indicator: Indicator) -> Sequence[str]:
    """What a member's fields may be called, its name first."""
    named = [(name or VALUE, indicator.of_field(name)[0].kind) for name in indicator.fields]
    percents = [f"{name}{PERCENT}" for name, kind in named if kind == "percent"]
    return [MEMBER, *(name for name, _ in named), *percents]
