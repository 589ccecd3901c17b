"""What two versions of a rubric have differently, item by item, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.rubric.model import Item
from kaohe.scoring.compiled_rubric import CompiledRubric


@dataclass(frozen=True, slots=True)
class RubricPart:
    """One item that is another in the new rubric, new in it, or gone: what of it, what it was, what it is.

    `before` and `after` are the ids of the sections that it stood in and stands in, empty where it is in none.
    """

    number: str
    item: str
    before: str
    after: str
    subject: str
    old: str
    new: str


Placed = tuple[str, str, Item]
"""An item's number on the form, its section's id, and the item."""
Difference = tuple[str, str, str]
"""What differs, and how it reads in either."""


def rubric_parts(old: CompiledRubric, new: CompiledRubric, language: Language) -> Iterator[RubricPart]:
    """The new form's items in their order, those that are gone after them."""
    was, now = _placed(old), _placed(new)
    for name, (number, section, item) in now.items():
        if name not in was:
            told = (_said("item_added", language), "—", _points(item, language))
            yield RubricPart(number, name, "", section, *told)
            continue
        _, before, other = was[name]
        differences = list(_differences(other, item, language))
        differences += _facts(old, new, name, language) if differences else ()
        yield RubricPart(number, name, before, section, *_together(differences, language))
    for name, (number, section, item) in was.items():
        if name not in now:
            told = (_said("item_gone", language, title=item.title), _points(item, language), "—")
            yield RubricPart(number, name, section, "", *told)


def _placed(compiled: CompiledRubric) -> dict[str, Placed]:
    numbers = {item.id: number for number, item in compiled.rubric.items()}
    sections = compiled.rubric.sections
    return {item.id: (numbers[item.id], section.id, item) for section in sections for item in section.items}


def _differences(old: Item, new: Item, language: Language) -> Iterator[Difference]:
    if old.title != new.title:
        yield say("sheet.item", language), old.title, new.title
    if old.points != new.points:
        yield say("sheet.points", language), _points(old, language), _points(new, language)
    if old.target != new.target:
        yield say("workbook.target", language), old.target, new.target
    before, after = _clauses(old), _clauses(new)
    if before != after:
        gone, come = ([one for one in some if one not in rest] for some, rest in ((before, after), (after, before)))
        yield say("workbook.method", language), _joined(gone, language), _joined(come, language)
    readings = [*_readings(old, new)]
    yield from readings
    rest = (old.rules, old.vetoes, old.indicators) != (new.rules, new.vetoes, new.indicators)
    if before == after and rest and not readings:
        yield _said("ways", language), _said("ways_before", language), _said("ways_after", language)


def _readings(old: Item, new: Item) -> Iterator[Difference]:
    """Doubtful words that both have, and that are read in another way."""
    before = dict(old.readings())
    for name, now in new.readings():
        was = before.get(name)
        if was is not None and was.chosen != now.chosen:
            yield f"“{now.words}”", was.options[was.chosen].meaning, now.options[now.chosen].meaning


def _clauses(item: Item) -> list[str]:
    scoring = [*(rule.clause for rule in item.rules), *(veto.clause for veto in item.vetoes)]
    silent = [*(one.clause for one in item.non_scoring), *(one.clause for one in item.scored_above)]
    return [*scoring, *silent]


def _facts(old: CompiledRubric, new: CompiledRubric, item: str, language: Language) -> Iterator[Difference]:
    """The facts that only one of them asks for."""
    before, after = ({one.id: one for one in each.layout.facts if one.item == item} for each in (old, new))
    gone, come = _labels(before, after), _labels(after, before)
    if gone or come:
        yield _said("facts_asked", language), _joined(gone, language), _joined(come, language)


def _labels(facts: dict[str, Fact], others: dict[str, Fact]) -> list[str]:
    return [fact.indicator.label for name, fact in facts.items() if name not in others]


def _together(differences: Sequence[Difference], language: Language) -> Difference:
    """One sentence of several; nothing where nothing differs."""
    subjects = say("sheet.between_labels", language).join(one[0] for one in differences)
    old, new = (_joined([one[side] for one in differences], language) for side in (1, 2))
    return subjects, old, new


def _joined(texts: Sequence[str], language: Language) -> str:
    return say("sheet.between_lines", language).join(texts) or "—"


def _points(item: Item, language: Language) -> str:
    return _said("points", language, points=plain(item.points))


def _said(name: str, language: Language, **parameters: object) -> str:
    return say(f"stage.rubric_{name}", language, **parameters)
