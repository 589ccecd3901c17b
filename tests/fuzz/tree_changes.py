"""Changes of plain data by their structure alone: keys dropped, renamed, said twice; values swapped, bent, replaced."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple, TypeVar, cast

from fuzz.yaml_writing import AGAIN, Verbatim

Copied = TypeVar("Copied")
NUMBERS: tuple[Any, ...] = (
    *(0, 1, -1, 2, 3, 7, 100, 1000, 10**9, 10**29, 10**31, -(10**29)),
    *map(Decimal, ("0.5", "-0.5", "0.1", "0.333333", "1.005", "0.000000000001", "0.1234567890123456789012345678901")),
)
PERCENTS = ("0%", "1%", "50%", "100%", "-3%", "1000%", "0.0001%", "33.3333333333%")
WRONG: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        "",
        " ",
        5,
        Decimal("0.5"),
        "甲",
        "good",
        "none",
        "不适用",
        "是",
        "2011-03-31",
        "2011-13",
        "3%",
        "-3%",
    ),
    *([], {}, [1], ["甲", 2], {"甲": 1}, {"from": 1}, [[]], {"a": {"b": []}}, [Decimal("1.5"), True], "长" * 300),
    *map(
        Verbatim,
        ("1e5", "012", ".5", "1_000", "yes", "~", "&a 5", "*a", "!!str 5", "0x1F", "１２", "'5'", "2011-3-1", "+5"),
    ),
)
"""Values of every type, that stand where another is wanted."""
TYPOS: tuple[Callable[[str], str], ...] = (
    lambda key: f"{key}s",
    lambda key: key[:-1] or "x",
    str.upper,
    lambda key: key.replace("_", "-"),
    lambda key: f"{key} ",
)


class Slot(NamedTuple):
    """A place in the data: the mapping or list, and the key or number in it."""

    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        self.holder[self.key] = value


def clone(data: Copied) -> Copied:
    """A copy that shares nothing that could be changed."""
    copy: Any = data
    if isinstance(data, dict):
        copy = {key: clone(one) for key, one in data.items()}
    elif isinstance(data, list):
        copy = [clone(one) for one in data]
    return cast("Copied", copy)


def slots(data: Any) -> Iterator[Slot]:
    """Every place of the data, from the top down."""
    inside = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, value in inside:
        yield Slot(data, key)
        yield from slots(value)


def is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def drop(random: Random, data: Any) -> None:
    holder, key = random.choice(list(slots(data)))
    del holder[key]


def rename(random: Random, data: Any) -> None:
    """A key under another name: misspelt, or a key of elsewhere; its place among the others is kept."""
    keyed = [slot for slot in slots(data) if isinstance(slot.holder, dict)]
    slot = random.choice(keyed)
    other = random.choice(keyed).key if random.random() < 0.4 else random.choice(TYPOS)(slot.key)
    _renamed(slot.holder, slot.key, other)


def say_twice(random: Random, data: Any) -> None:
    slot = random.choice([slot for slot in slots(data) if isinstance(slot.holder, dict)])
    slot.holder[f"{slot.key}{AGAIN}"] = clone(slot.value)


def swap(random: Random, data: Any) -> None:
    """Two values in each other's place, mostly two of one key; neither may lie in the other."""
    known = list(slots(data))
    one = random.choice(known)
    alike = [slot for slot in known if slot.key == one.key and slot.holder is not one.holder]
    other = random.choice(alike if alike and random.random() < 0.7 else known)
    first, second = one.value, other.value
    one.put(clone(second))
    if _holds(data, other):
        other.put(clone(first))


def bend_number(random: Random, data: Any) -> None:
    found = [slot for slot in slots(data) if is_number(slot.value)]
    if found:
        slot = random.choice(found)
        near: Any = (slot.value + 1, slot.value * 2, slot.value - 1, Decimal(slot.value) / 8, -slot.value)
        slot.put(random.choice(near) if random.random() < 0.6 else random.choice((*NUMBERS, *PERCENTS)))


def bend_percent(random: Random, data: Any) -> None:
    found = [slot for slot in slots(data) if isinstance(slot.value, str) and slot.value.endswith("%")]
    if found:
        random.choice(found).put(random.choice((*PERCENTS, *PERCENTS, *NUMBERS)))


def replace(random: Random, data: Any) -> None:
    random.choice(list(slots(data))).put(clone(random.choice(WRONG)))


def rearrange(random: Random, data: Any) -> None:
    """A list with a part less, twice, or in another order."""
    lists = [slot.value for slot in slots(data) if isinstance(slot.value, list) and slot.value]
    if not lists:
        return
    one = random.choice(lists)
    at, how = random.randrange(len(one)), random.random()
    if how < 0.4:
        del one[at]
    elif how < 0.7:
        one.insert(at, clone(one[at]))
    elif how < 0.95:
        one.reverse()
    else:
        one.clear()


ROUGH: tuple[Callable[[Random, Any], None], ...] = (drop, rename, say_twice, swap, replace, rearrange, swap, replace)
"""After these, data rarely are what they should be."""
GENTLE: tuple[Callable[[Random, Any], None], ...] = (bend_number, bend_number, bend_percent, rearrange)


def _renamed(holder: dict[Any, Any], key: Any, other: Any) -> None:
    entries = [(other if one == key else one, value) for one, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _holds(data: Any, slot: Slot) -> bool:
    """Whether a place still is in the data."""
    return any(one.holder is slot.holder and one.key == slot.key for one in slots(data))
