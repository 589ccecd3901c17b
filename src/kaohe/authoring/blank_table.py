"""A table of facts with no facts in it yet: the names of its columns, and a row to begin with."""

from kaohe.compiler.row_layout import layout
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import Language
from kaohe.rubric.model import Rubric
from kaohe.submission.reader import Reader
from kaohe.submission.table_columns import HEAD, TableColumns


class BlankTable:
    """The table of one rubric.

    As people call them, `lists` are the facts that no cell can hold, `parameters` those that are given once for all.
    """

    def __init__(self, rubric: Rubric) -> None:
        reader = Reader(rubric, layout(rubric), frozenset())
        self._columns = TableColumns(reader)
        self._facts = [one for one in self._columns.facts if one.fact[0] != PARAMETERS]
        self._first, self._label = next(iter(rubric.stages.items()))
        self.lists = tuple(place.called for _, place in self._columns.lists)
        self.parameters = tuple(place.called for place in reader.groups[PARAMETERS].values())

    def by_ids(self, name: str) -> list[list[str]]:
        """The rows for a rubric that units' tables call `name`, the columns named by ids."""
        return _rows([*HEAD, *(one.name for one in self._facts)], name, self._first)

    def by_labels(self, name: str, language: Language) -> list[list[str]]:
        """The same, named as people call them."""
        head = HEAD.values() if language == "zh" else HEAD
        return _rows([*head, *(self._columns.label(one, language) for one in self._facts)], name, self._label)


def _rows(names: list[str], rubric: str, stage: str) -> list[list[str]]:
    return [names, [rubric, "", "", stage, *[""] * (len(names) - len(HEAD))]]
