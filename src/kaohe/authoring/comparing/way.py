"""The way from one rubric to another: clause after clause becomes the new one, and each step can score units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kaohe.authoring.comparing.comparison import RubricComparison
from kaohe.authoring.comparing.mixed_items import Parts, item_steps
from kaohe.authoring.comparing.pairs import ItemPair
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.rubric.model import Item, Rubric, Section
from kaohe.scoring.compiled_rubric import CompiledRubric


@dataclass(frozen=True, slots=True)
class Step:
    """What of the rubric changes; the last step takes what is left: how the form adds up, its common facts.

    `names` are the ids of the new rubric's items by those that they have here.
    """

    parts: Parts
    compiled: CompiledRubric
    names: Mapping[str, str] = field(default_factory=dict)


def way(comparison: RubricComparison, new: CompiledRubric) -> Iterator[Step]:
    """From the old rubric, which is no step, to the new one.

    A step whose rubric can't be made, since one clause of it names what another has only then, is one with the next.
    """
    frame = _Frame(comparison)
    waiting: Parts = ()
    for pair in comparison.items:
        if not pair.changed or (pair.old and pair.new and pair.old.item == pair.new.item):
            continue
        name = frame.enter(pair)
        for parts, item in item_steps(pair, name):
            waiting = (*waiting, *parts)
            compiled = _compiled(frame.put(name, item))
            if compiled is not None:
                yield Step(waiting, compiled, dict(frame.names))
                waiting = ()
    yield Step(waiting, new, dict(frame.names))


def _compiled(rubric: Rubric) -> CompiledRubric | None:
    try:
        return CompiledRubric(rubric, "")
    except (UnknownReference, Malformed, LookupError, AssertionError):
        return None


class _Frame:
    """The old form, in which items become the new ones where they stand."""

    def __init__(self, comparison: RubricComparison) -> None:
        old, new = comparison.old.rubric, comparison.new.rubric
        parameters = {**new.parameters, **old.parameters}
        self._rubric = replace(old, parameters=parameters, shared={**new.shared, **old.shared}, todo=())
        kept = ((one.old.item.id, one.new.item.id) for one in comparison.items if one.old and one.new)
        self.names = dict(kept)

    def enter(self, pair: ItemPair) -> str:
        """The item's id here; a new item gets its place, where it is worth nothing yet."""
        if pair.old is not None:
            return pair.old.item.id
        item, section = pair.shown.item, pair.shown.section
        taken = {one.id for _, one in self._rubric.items()}
        name = next(one for one in _names(item.id) if one not in taken)
        self.names[name] = item.id
        empty = replace(item, id=name, points=Fraction(0), rules=(), vetoes=(), todo=())
        sections = list(self._rubric.sections)
        at = next((at for at, one in enumerate(sections) if section.title == one.title or section.id == one.id), None)
        if at is None:
            free = next(one for one in _names(section.id) if one not in {other.id for other in sections})
            sections.append(Section(id=free, title=section.title, points=Fraction(0), items=(empty,)))
        else:
            sections[at] = replace(sections[at], items=(*sections[at].items, empty))
        self._rubric = replace(self._rubric, sections=tuple(sections))
        return name

    def put(self, name: str, item: Item) -> Rubric:
        """The form with this item in its place, which is worth more or less with it."""
        sections, more = [], Fraction(0)
        for section in self._rubric.sections:
            before = next((one for one in section.items if one.id == name), None)
            if before is not None:
                more = item.points - before.points
                items = tuple(item if one is before else one for one in section.items)
                section = replace(section, items=items, points=section.points + more)  # noqa: PLW2901 - the same one
            sections.append(section)
        self._rubric = replace(self._rubric, sections=tuple(sections), points=self._rubric.points + more)
        return self._rubric


def _names(wanted: str) -> Iterator[str]:
    """The id, and others like it."""
    yield wanted
    number = 2
    while True:
        yield f"{wanted}_{number}"
        number += 1
