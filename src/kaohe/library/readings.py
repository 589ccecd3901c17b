"""Readings as patches: the rubric's data as it is when its doubtful words are read in a chosen way."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Any

from kaohe.problems import Unusable
from kaohe.source.models import nearest

Choices = Mapping[str, str]
Place = tuple[int, int, str, int]
"""Where a rule or veto stands: section, item, list, place in the list."""


def patched(data: Any, choices: Choices) -> Any:
    """The rubric's data with each reading, by its full name ITEM.READING, taken as chosen.

    Raises Unusable for a reading or an alternative that does not exist.
    """
    if not choices:
        return data
    data = {
        **data,
        "sections": [{**section, "items": list(section["items"])} for section in data["sections"]],
    }
    places = {name: place for name, place, _ in readings(data)}
    for name, option in choices.items():
        if name not in places:
            raise Unusable("unknown-reading", found=name, nearest=nearest(name, tuple(places)))
        _choose(data, places[name], name, option)
    return data


def _choose(data: Any, place: Place, name: str, option: str) -> None:
    """Take one alternative. A rule that is worth more makes its item, its section and the whole worth more."""
    section, rows = data["sections"][place[0]], data["sections"][place[0]]["items"]
    row = rows[place[1]] = deepcopy(rows[place[1]])
    holder = row[place[2]][place[3]]
    reading = next(one for one in holder["readings"] if name == f"{row['id']}.{one['id']}")
    if option not in reading["options"]:
        raise Unusable("unknown-alternative", reading=name, found=option, known=", ".join(reading["options"]))
    before = _counted(holder)
    for key, value in reading["options"][option].get("patch", {}).items():
        _merge(holder, key, value)
    reading["chosen"] = option
    after = _counted(holder)
    if isinstance(before, int | Decimal) and isinstance(after, int | Decimal):  # what is no number is found later
        for whole in (row, section, data):
            whole["points"] += after - before


def _counted(holder: Any) -> Any:
    """The points of a rule that stand in its item's; none of a rule that only others name."""
    return 0 if holder.get("counts") is False else holder.get("points")


def readings(data: Any) -> Iterator[tuple[str, Place, Any]]:
    """Each reading: its full name, where its holder stands (section, item, list, place) and its data."""
    for section, group in enumerate(data["sections"]):
        for item, row in enumerate(group["items"]):
            for holders in ("rules", "vetoes"):
                for place, holder in enumerate(row.get(holders, ())):
                    for reading in holder.get("readings", ()):
                        yield f"{row['id']}.{reading['id']}", (section, item, holders, place), reading


def _merge(target: Any, key: str, value: Any) -> None:
    if value is None:
        target.pop(key, None)
    elif isinstance(value, dict) and isinstance(target.get(key), dict):
        for inner, one in value.items():
            _merge(target[key], inner, one)
    else:
        target[key] = value
