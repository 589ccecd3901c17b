"""The words of the workbook of facts that stand for what a unit's file has."""

import pytest

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KindName
from kaohe.submission.answers import place_of
from kaohe.submission.entry_rows import EntryRow, entry_rows, member_columns, option_labels
from support.compiled_once import compiled
from support.entries import EVERY_KIND


def rows() -> dict[str, EntryRow]:
    return {row.id: row for row in entry_rows(compiled(EVERY_KIND).reader.groups)}


def test_each_option_has_a_label_of_its_own() -> None:
    options = {"a": "一般", "b": "好", "c": "一般"}
    assert option_labels(options) == {"a": "一般（a）", "b": "好", "c": "一般（c）"}


def test_blanks_around_a_label_are_not_shown() -> None:
    """A cell is read without them, so they would make of a label that was chosen one that is not known."""
    options = {"a": "\n好", "b": "差\n极差", "c": " 好　", "d": "中 "}
    assert option_labels(options) == {"a": "好（a）", "b": "差\n极差", "c": "好（c）", "d": "中"}


def test_fields_have_rows_of_their_own_but_for_changes() -> None:
    found = rows()
    assert found["growth.people"].fields == {"previous": "previous", "current": "current"}
    assert found["variety.works.part"].fields == {"current": "part"}
    assert found["parameters.average"].fact == ("parameters", "average")
    assert found["mechanism.incidents"].fields == {}


def test_the_columns_of_lists() -> None:
    found = rows()
    assert member_columns(found["mechanism.incidents"].place) == {"people": "people", "severity": "severity"}
    assert member_columns(found["quality.tasks"].place) == {"part": "part", "whole": "whole"}


@pytest.mark.parametrize(("kind", "columns"), [("count", {"value": ""}), ("record", {})])
def test_the_column_of_a_single_value_and_none_for_names(kind: KindName, columns: dict[str, str]) -> None:
    fact = Fact("item", "one", "item.one", Indicator(label="名单", kind=kind, list=True), 0)
    assert member_columns(place_of(fact, frozenset(), "")) == columns
