"""What many units need is made once, also where something is wrong with it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from kaohe.problems import Problems

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Kept(Generic[Key, Thing]):
    """Things by their keys, or what is wrong with them."""

    def __init__(self) -> None:
        self._things: dict[Key, Thing | Problems] = {}

    def get(self, key: Key, make: Callable[[], Thing]) -> Thing:
        """What was made for this key; raises Problems each time where it could not be made."""
        if key not in self._things:
            try:
                self._things[key] = make()
            except Problems as found:
                self._things[key] = found
        thing = self._things[key]
        if isinstance(thing, Problems):
            raise Problems(thing.problems)
        return thing

    def things(self) -> list[Thing]:
        """All that could be made."""
        return [thing for thing in self._things.values() if not isinstance(thing, Problems)]
