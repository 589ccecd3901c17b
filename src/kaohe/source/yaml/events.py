"""The parser, and what is read of its events."""

from typing import Protocol

import yaml

# Without libyaml there is the same parser in Python: the same events, only later.
Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place in the text, in characters from 0."""

    @property
    def index(self) -> int: ...


class Event(Protocol):
    """A value, as it starts; an alias has no tag, a container no value."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
