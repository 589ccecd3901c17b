"""Which fact of an item, or of those common to all, is which of another rubric."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.formulas.indicators import Indicator


@dataclass(frozen=True, slots=True)
class FactPair:
    """A fact of an item, with its name, as it was and as it is."""

    old: tuple[str, Indicator] | None
    new: tuple[str, Indicator] | None

    @property
    def changed(self) -> bool:
        return self.old != self.new


def facts_paired(was: Mapping[str, Indicator], now: Mapping[str, Indicator]) -> Iterator[FactPair]:
    """Facts by their names, those that have another by their labels."""
    left, right = (
        {name: one for name, one in side.items() if name not in rest} for side, rest in ((was, now), (now, was))
    )
    renamed = dict(_renamed(left, right))
    for name, one in now.items():
        before = name if name in was else renamed.get(name, "")
        yield FactPair((before, was[before]) if before else None, (name, one))
    known = {*now, *renamed.values()}
    yield from (FactPair((name, one), None) for name, one in was.items() if name not in known)


def _renamed(old: Mapping[str, Indicator], new: Mapping[str, Indicator]) -> Iterator[tuple[str, str]]:
    """New names, with the old ones of the same label and kind; each is taken once."""
    waiting = dict(old)
    for name, one in new.items():
        before = next((key for key, other in waiting.items() if (one.label, one.kind) == (other.label, other.kind)), "")
        if before:
            del waiting[before]
            yield name, before
