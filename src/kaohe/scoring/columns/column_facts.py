"""The facts of a rubric as columns: whole numbers of their last decimals, flags, choices by number; who lacks them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kaohe.backends.cells.formulas import FALSE, Formula, Reference, call, either, negation
from kaohe.backends.cells.writer import Known
from kaohe.compiler.row_layout import Fact
from kaohe.expr.tree import Expr, Input
from kaohe.scoring.calculation.fact_groups import FactGroups
from kaohe.scoring.calculation.facts import numbered_choices
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_writer import ColumnList
from kaohe.scoring.columns.peer_fields import PeerField
from kaohe.scoring.compiled_rubric import CompiledRubric

MISSING = "missing."
"""What stands before the key of a list of which nothing is said."""
GONE = "gone."
"""What stands before the key of an indicator of which it is said that it does not exist."""


class ColumnFacts(FactGroups):
    """All facts of a rubric, of units of which `complete` says whether nothing is missing."""

    def __init__(self, compiled: CompiledRubric, *, complete: bool) -> None:
        super().__init__(compiled)
        self.complete = complete
        self.choices = numbered_choices(self._facts)
        self._of_units = {one.fact.key: one.tree for one in compiled.peers}
        self._by_key = compiled.layout.by_key
        self.fields = {one.key: one for fact in self._facts for one in self._fields(fact)}

    def _fields(self, fact: Fact) -> Iterator[ColumnField]:
        if fact.indicator.peers is not None:
            yield PeerField(fact, self._plain(self._of_units[fact.key]))
            return
        keys = fact.field_keys() if fact.indicator.list else fact.keys()
        for key, field in zip(keys, fact.indicator.fields, strict=True):
            if fact.indicator.of_field(field)[1] == "reason":  # no formula reads it
                continue
            yield ColumnField(key, fact.indicator, field, self.choices)

    def _plain(self, tree: Expr) -> int | None:
        """The decimals of a reported fact, where a tree is that alone."""
        if not isinstance(tree, Input) or self._by_key[tree.key].indicator.peers is not None:
            return None
        return next(one.decimals for one in self._fields(self._by_key[tree.key]) if one.key == tree.key)

    def known(self) -> Known:
        facts = {key: one.certain() if self.complete else one.uncertain() for key, one in self.fields.items()}
        return Known(facts, self.exists(), self.choices)

    def lists(self) -> Mapping[str, ColumnList]:
        """The lists, by their keys."""
        return {fact.key: self._list(fact) for fact in self._facts if fact.indicator.list}

    def _list(self, fact: Fact) -> ColumnList:
        fields = {key: self.fields[key] for key in fact.field_keys() if key in self.fields}
        found = {key: one.certain() if self.complete else one.uncertain() for key, one in fields.items()}
        missing: Formula = FALSE if self.complete else Reference(f"{MISSING}{fact.key}")
        return ColumnList(fact.key, found, missing, {key: one.anything() for key, one in fields.items()})

    def group_of(self, key: str) -> str:
        return "" if self.complete else super().group_of(key)  # whether it exists is settled then

    def possible(self, group: str) -> tuple[Formula, Formula]:
        facts = self.groups()[group]
        gone = either(*(Reference(f"{GONE}{fact.key}") for fact in facts))
        if self.complete:
            return negation(gone), gone
        said = either(*(one for fact in facts for one in self._said(fact)))
        return either(said, negation(gone)), negation(said)

    def _said(self, fact: Fact) -> Iterator[Formula]:
        """Whether something is said of a fact, or of a part of it."""
        if fact.indicator.list:
            yield negation(Reference(f"{MISSING}{fact.key}"))
        else:
            yield from (negation(call("ISNULL", Reference(key))) for key in fact.keys() if key in self.fields)


@lru_cache(maxsize=8)
def column_fields(compiled: CompiledRubric) -> Mapping[str, ColumnField]:
    """The fields of all facts by their keys, made once for whoever reads them."""
    return ColumnFacts(compiled, complete=True).fields
