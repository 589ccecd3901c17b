"""Readings taken: the rubric's data as it is when its doubtful words are read in a chosen way."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, NamedTuple

from kaohe.library.patches import Leaf, Way, clash, in_vain, leaves, made
from kaohe.problems import Unusable
from kaohe.source.models import nearest

Choices = Mapping[str, str]
Place = tuple[int, int, str, int]
"""Where a rule or veto stands: section, item, list, place in the list."""


class Chosen(NamedTuple):
    """An alternative that is to be taken: its reading's full name, and where it stands in its rule or veto."""

    reading: str
    option: str
    holder: Place
    number: int

    @property
    def path(self) -> tuple[str | int, ...]:
        section, item, kind, place = self.holder
        readings = ("sections", section, "items", item, kind, place, "readings", self.number)
        return (*readings, "options", self.option)


class Clash(NamedTuple):
    """Two alternatives that can't be taken together: `way` is a place in their rule where both make something else."""

    one: Chosen
    other: Chosen
    way: Way


def patched(data: Any, choices: Choices) -> Any:
    """The rubric's data with each reading, by its full name ITEM.READING, taken as chosen; their order is all one.

    Raises Unusable for a reading or an alternative that does not exist, NoSuchEntry for a patch that can't be made.
    """
    if not choices:
        return data
    data = {
        **data,
        "sections": [{**section, "items": list(section["items"])} for section in data["sections"]],
    }
    for place, chosen in _by_holder(data, choices).items():
        _take(data, place, chosen)
    return data


def clashes(data: Any, choices: Choices) -> Iterator[Clash]:
    """Those of the chosen alternatives that can't be taken together: both patch one rule."""
    for place, chosen in _by_holder(data, choices).items():
        holder = _holder(data, place)
        sets = [(one, leaves(holder, _patch(holder, one))) for one in chosen]
        found = list(_two_by_two(sets))
        yield from found or _in_vain(sets)


def _two_by_two(sets: Sequence[tuple[Chosen, list[Leaf]]]) -> Iterator[Clash]:
    for (one, own), (other, others) in combinations(sets, 2):
        way = clash(own, others)
        if way is not None:
            yield Clash(one, other, way)


def _in_vain(sets: Sequence[tuple[Chosen, list[Leaf]]]) -> Iterator[Clash]:
    """Where several take away all entries that another one changes, though none of them alone does."""
    for one, own in sets:
        others = [(other, leaf) for other, several in sets if other is not one for leaf in several]
        if own and in_vain(own, [leaf for _, leaf in others]):
            yield Clash(one, next(other for other, leaf in others if own[0].within(leaf)), own[0].way)


def readings(data: Any) -> Iterator[tuple[str, Place, Any]]:
    """Each reading: its full name, where its holder stands (section, item, list, place) and its data."""
    for section, group in enumerate(data["sections"]):
        for item, row in enumerate(group["items"]):
            for holders in ("rules", "vetoes"):
                for place, holder in enumerate(row.get(holders, ())):
                    for reading in holder.get("readings", ()):
                        yield f"{row['id']}.{reading['id']}", (section, item, holders, place), reading


def _by_holder(data: Any, choices: Choices) -> Mapping[Place, list[Chosen]]:
    """Of each rule and veto the alternatives that are chosen, in the order of its readings."""
    known = {name: (place, reading) for name, place, reading in readings(data)}
    for name, option in choices.items():
        if name not in known:
            raise Unusable("unknown-reading", found=name, nearest=nearest(name, tuple(known)))
        options = known[name][1]["options"]
        if option not in options:
            raise Unusable("unknown-alternative", reading=name, found=option, known=", ".join(options))
    found: dict[Place, list[Chosen]] = {}
    for name, (place, reading) in known.items():
        if name in choices:
            number = _holder(data, place)["readings"].index(reading)
            found.setdefault(place, []).append(Chosen(name, choices[name], place, number))
    return found


def _take(data: Any, place: Place, chosen: Sequence[Chosen]) -> None:
    """Take alternatives of one rule. A rule that is worth more makes its item, its section and the whole worth more."""
    section, rows = data["sections"][place[0]], data["sections"][place[0]]["items"]
    row = rows[place[1]] = dict(rows[place[1]])
    holders = row[place[2]] = list(row[place[2]])
    holder = holders[place[3]]
    after = holders[place[3]] = made(holder, [_patch(holder, one) for one in chosen])
    for one in chosen:
        after["readings"][one.number]["chosen"] = one.option
    points = _counted(holder), _counted(after)
    if all(isinstance(one, int | Decimal) for one in points):  # what is no number is found later
        for whole in (row, section, data):
            whole["points"] += points[1] - points[0]


def _counted(holder: Any) -> Any:
    """The points of a rule that stand in its item's; none of a rule that only others name."""
    return 0 if holder.get("counts") is False else holder.get("points")


def _holder(data: Any, place: Place) -> Any:
    section, item, kind, number = place
    return data["sections"][section]["items"][item][kind][number]


def _patch(holder: Any, one: Chosen) -> Mapping[str, Any]:
    patch: Mapping[str, Any] = holder["readings"][one.number]["options"][one.option].get("patch", {})
    return patch
