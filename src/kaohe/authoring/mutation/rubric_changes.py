"""Everything in a rubric that could be written otherwise, in the order of its lines."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kaohe.authoring.mutation.change import Change, Path, at, under
from kaohe.authoring.mutation.formula_changes import Fact
from kaohe.authoring.mutation.model_changes import of_mapping
from kaohe.authoring.mutation.patch_changes import patch_changes
from kaohe.authoring.mutation.value_changes import Around
from kaohe.library.readings import patched
from kaohe.rubric.model import Item, Rubric, Section, Veto
from kaohe.rubric.rules import rule_types

ITEMS, SECTIONS = frozenset({"items"}), frozenset({"sections"})


def rubric_changes(data: Any) -> Iterator[Change]:
    """The changes of the whole, of each section and each item; `data` are a sound rubric's."""
    yield from of_mapping(Rubric, data, (), Around(), SECTIONS)
    for number, section in enumerate(data["sections"]):
        path: Path = ("sections", number)
        yield from of_mapping(Section, section, path, Around(), ITEMS)
        for place, item in enumerate(section["items"]):
            yield from _item(data, item, (*path, "items", place))


def _item(data: Any, item: Mapping[str, Any], path: Path) -> Iterator[Change]:
    facts = {name: Fact(one["kind"], one.get("list", False)) for name, one in item.get("indicators", {}).items()}
    around = Around(facts, len(item.get("rules", ())))
    yield from of_mapping(Item, item, path, around)
    for kind in ("rules", "vetoes"):
        for number, holder in enumerate(item.get(kind, ())):
            model = Veto if kind == "vetoes" else rule_types()[holder["type"]]
            for place, reading in enumerate(holder.get("readings", ())):
                yield from _reading(data, model, reading, (*path, kind, number, "readings", place), around)


def _reading(data: Any, model: Any, reading: Mapping[str, Any], path: Path, around: Around) -> Iterator[Change]:
    """Another alternative taken from the outset, and each alternative's patch written otherwise."""
    name = f"{at(data, path[:4])['id']}.{reading['id']}"
    for option, one in reading["options"].items():
        if option == reading["chosen"]:
            continue
        here = (*path, "options", option)
        yield _taken(data, name, option, path)
        for change in patch_changes(model, at(data, path[:6]), one["patch"], (*here, "patch"), around):
            yield replace(change, reading=name, option=option)


def _taken(data: Any, name: str, option: str, path: Path) -> Change:
    """The item as it is where an alternative is taken."""
    item = at(patched(data, {name: option}), path[:4])
    chosen = at(data, path)["chosen"]
    return Change(path[:4], item, under("chosen", chosen), under("chosen", option), (*path, "chosen"))
