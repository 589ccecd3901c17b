"""All facts of a rubric as cells: what is entered, whether each fact exists, what it can be."""

from collections.abc import Iterator, Mapping, Sequence

from kaohe.backends.cells.formulas import Formula, Literal, Reference, both, call, choose, either, negation
from kaohe.backends.cells.magnitudes import Limits
from kaohe.backends.cells.spans import Found
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.sheet_writer import CellList
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.calculation.entered import Choices, Entered
from kaohe.scoring.calculation.entered_numbers import EnteredNumber, entered
from kaohe.scoring.calculation.fact_groups import FactGroups
from kaohe.scoring.calculation.given_cells import GONE_WORDS, NamedFormula, given, said, says, sound
from kaohe.scoring.calculation.lists import EnteredList
from kaohe.scoring.compiled_rubric import CompiledRubric


class Facts(FactGroups):
    """The facts of one rubric; each list has room for so many members as it has `slots`."""

    def __init__(self, compiled: CompiledRubric, slots: int) -> None:
        super().__init__(compiled)
        self._choices = numbered_choices(self._facts)
        self.single = {key: one for fact in self._facts for key, one in self._fields(fact).items()}
        listed = [fact for fact in self._facts if fact.indicator.list]
        self.lists = {fact.key: EnteredList(fact, self._choices, self.group(fact), slots) for fact in listed}

    def possible(self, group: str) -> tuple[Formula, Formula]:
        return Reference(f"may_exist.{group}"), Reference(f"may_be_gone.{group}")

    def known(self) -> Known:
        """What formulas can refer to from the start."""
        facts: dict[str, Found] = {key: one.found() for key, one in self.single.items()}
        return Known(facts, self.exists(), self._choices)

    def known_lists(self) -> Mapping[str, CellList]:
        """The lists that they can refer to."""
        return {key: one.cell_list() for key, one in self.lists.items()}

    def inputs(self) -> Iterator[str]:
        """The names of all cells that are filled in."""
        yield from (f"inapplicable.{fact.key}" for fact in self._facts if self.group(fact))
        yield from (f"input.{key}" for key in self.single)
        for one in self.lists.values():
            yield from one.inputs()

    def cells(self, limits: Limits) -> Iterator[NamedFormula]:
        """All cells of facts in order; those of what is entered may come twice."""
        for one in self.lists.values():
            yield from one.contents()
        for group, facts in self.groups().items():
            yield from self._group(group, facts)
        for field in self.single.values():
            yield from field.cells(limits)
        for one in self.lists.values():
            yield from one.cells(limits)

    def entered_numbers(self) -> Iterator[EnteredNumber]:
        """Every field in which a number is entered, also of members; none of what is taken over all units."""
        inside = (field for one in self.lists.values() for field in one.fields())
        for field in (*self.single.values(), *inside):
            if isinstance(field, EnteredNumber) and field.indicator.kind != "choice" and not field.rough:
                yield field

    def _fields(self, fact: Fact) -> Mapping[str, Entered]:
        if fact.indicator.list:
            return {}
        group, pairs = self.group(fact), zip(fact.keys(), fact.indicator.fields, strict=True)
        return {key: entered(key, fact.indicator, field, self._choices, group) for key, field in pairs}

    def _group(self, group: str, facts: Sequence[Fact]) -> Iterator[NamedFormula]:
        """Whether it is said that facts do not exist, or something is said of them; what is left open by that."""
        for fact in facts:
            cell = Reference(f"inapplicable.{fact.key}")
            yield f"given.inapplicable.{fact.key}", sound(cell, choose(call("ISBLANK", cell), Literal(""), cell))
            for key in () if fact.indicator.list else fact.keys():
                yield from given(key)
        yield f"gone.{group}", either(*(one for fact in facts for one in self._said_gone(fact)))
        yield f"said.{group}", either(*(one for fact in facts for one in self._reported(fact)))
        told, unclear = Reference(f"said.{group}"), Reference(f"unclear.{group}")
        gone = [f"inapplicable.{fact.key}" for fact in facts]
        yield unclear.name, either(*(both(said(name), negation(says(name, GONE_WORDS))) for name in gone))
        yield f"may_exist.{group}", either(told, unclear, negation(Reference(f"gone.{group}")))
        yield f"may_be_gone.{group}", negation(told)

    def _said_gone(self, fact: Fact) -> Iterator[Formula]:
        yield said(f"inapplicable.{fact.key}")
        yield from (says(name, GONE_WORDS) for name in (() if fact.indicator.list else fact.keys()))

    def _reported(self, fact: Fact) -> Iterator[Formula]:
        """What is said of a fact besides that it does not exist."""
        if fact.indicator.list:
            yield from (said(f"none.{fact.key}"), self.lists[fact.key].told())
            return
        yield from (both(said(name), negation(says(name, GONE_WORDS))) for name in fact.keys())


def numbered_choices(facts: Sequence[Fact]) -> Choices:
    """Numbered one after another; those of one fact may be shared with another."""
    every = (one for fact in facts for one in (fact.indicator, *fact.indicator.inside.values()))
    options = dict.fromkeys(option for one in every for option in one.options)
    return {option: place for place, option in enumerate(options, 1)}
