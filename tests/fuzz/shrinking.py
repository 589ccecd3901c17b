"""A trial made smaller as long as it breaks the same promise: units, keys, parts of lists and of formulas left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from time import process_time
from typing import Any

from fuzz.mending import mend
from fuzz.tree_changes import clone, slots
from fuzz.trial import Trial
from fuzz.typed_formulas import TOKEN
from fuzz.watching import Fault

Breaks = Callable[[Trial], bool]
"""Whether a trial still breaks the promise."""


@dataclass
class Shrinking:
    """Tries smaller trials until the time is over; `smallest` is the best so far."""

    smallest: Trial
    breaks: Breaks
    until: float

    def attempt(self, trial: Trial | None) -> bool:
        if trial is None or process_time() > self.until or not self.breaks(trial):
            return False
        self.smallest = trial
        return True

    def steps(self, fault: Fault) -> None:
        """Only what has to be tried."""
        self.attempt(replace(self.smallest, steps=frozenset({fault.step})))
        self.attempt(replace(self.smallest, common=None))

    def units(self, fault: Fault) -> None:
        """No units; else the one that it is about with the one of which it is a part; else all without one."""
        own = self.smallest.units[fault.unit] if fault.unit is not None else None
        if self.attempt(replace(self.smallest, units=())):
            return
        if own is not None:
            whole = [] if own.part_of is None else [self.smallest.units[own.part_of]]
            self.attempt(replace(self.smallest, units=[*whole, replace(own, part_of=0 if whole else None)]))
        for parts in (True, False):  # what is a part of another unit has to go before that one
            for unit in self.smallest.units:
                rest = [one for one in self.smallest.units if one is not unit]
                if parts == (unit.part_of is not None) and all(one.part_of is None for one in rest if not parts):
                    self.attempt(replace(self.smallest, units=rest))

    def form(self) -> None:
        """The form without whatever is not needed; what no longer fits then is mended, twice over, or is not."""
        for mended in (True, True, False):
            self._thinned(lambda: self.smallest.form, lambda form: replace(self.smallest, form=form), mended=mended)

    def facts(self) -> None:
        """Units' files without what is not needed."""
        for at in range(len(self.smallest.units)):
            self._thinned(partial(self._files, at), partial(self._with_files, at))

    def _files(self, at: int) -> list[Any]:
        unit = self.smallest.units[at]
        return [unit.first, *unit.later]

    def _with_files(self, at: int, files: Any) -> Trial | None:
        """With these files of a unit; nothing where its first one is gone."""
        if not files or "stage" in files[0]:
            return None
        units = list(self.smallest.units)
        units[at] = replace(units[at], first=files[0], later=files[1:])
        return replace(self.smallest, units=units)

    def _thinned(self, data: Callable[[], Any], trial: Callable[[Any], Trial | None], *, mended: bool = False) -> None:
        for smaller in (_without, _shorter):
            at = 0
            while (candidates := list(smaller(data(), at))) and process_time() < self.until:
                for one in candidates if mended else ():
                    mend(one)
                at += not any(self.attempt(trial(one)) for one in candidates)


def shrunk(trial: Trial, fault: Fault, breaks: Breaks, seconds: float) -> Trial:
    """The smallest trial that was found in so many seconds."""
    shrinking = Shrinking(trial, breaks, process_time() + seconds)
    shrinking.steps(fault)
    shrinking.units(fault)
    shrinking.form()
    shrinking.facts()
    return shrinking.smallest


def _without(data: Any, at: int) -> Iterator[Any]:
    """The data without its place of this number; a text without the line."""
    if isinstance(data, str):
        lines = data.split("\n")
        yield from ["\n".join(lines[:at] + lines[at + 1 :])] if at < len(lines) else []
        return
    copy = clone(data)
    for place, slot in enumerate(slots(copy)):
        if place == at:
            del slot.holder[slot.key]
            yield copy
            return


def _shorter(data: Any, at: int) -> Iterator[Any]:
    """The data with a part left out of its formula of this number: a half of it, a quarter, a word."""
    texts = [place for place, slot in enumerate(slots(data)) if len(_words(slot.value)) > 1]
    words = _words(list(slots(data))[texts[at]].value) if at < len(texts) else []
    size = len(words) // 2
    while size:
        for start in range(0, len(words) - size + 1, size):
            copy = clone(data)
            slot = list(slots(copy))[texts[at]]
            slot.put(" ".join([*words[:start], *words[start + size :]]))
            yield copy
        size //= 2


def _words(text: Any) -> list[str]:
    return TOKEN.findall(text) if isinstance(text, str) and text.isascii() else []
