"""What people call the items and the facts that stand in a unit's file."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaohe.scoring.compiled_rubric import CompiledRubric


def called_parts(compiled: CompiledRubric, data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """By the paths of these in the data of the file."""
    titles = {item.id: f"{number} {item.title}" for number, item in compiled.rubric.items()}
    for key, given in data.items():
        if not isinstance(given, Mapping):
            continue
        for group, facts in given.items():
            path = (key, group)
            if group in titles:
                yield path, titles[group]
            if key == "parameters" and group in compiled.reader.groups[key]:
                yield path, compiled.reader.groups[key][group].indicator.label
            for name in facts if isinstance(facts, Mapping) else ():
                place = compiled.reader.groups.get(group, {}).get(name.partition(".")[0])
                if place is not None:
                    yield (*path, name), place.indicator.label
