"""Anchors and aliases: shared values, counted as if written out, never inside themselves."""

from kaohe.source.text_findings import Findings
from kaohe.source.yaml.events import Event

DEEPEST = 64
MOST_VALUES = 200_000


class Anchors:
    """The anchored values of one document; bombs made of aliases stop the reading."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._values: dict[str, object] = {}
        self._sizes: dict[int, tuple[int, int]] = {}
        self._expanded = 0

    def note(self, event: Event, value: object) -> None:
        """Keep the value if the event names it; a tag is a finding."""
        start = event.start_mark.index
        if event.anchor and type(value) is not tuple:
            self._values[event.anchor] = value
        if event.tag:
            tag = self._findings.text[self._findings.text.index("!", start) :].split(maxsplit=1)[0]
            self._findings.add("tag", start, tag=tag)

    def resolve(self, event: Event, opened: list[object]) -> object:
        """The value an alias stands for, None after a finding; `opened` are the containers around it."""
        start = event.start_mark.index
        if event.anchor not in self._values:
            self._findings.add("unknown-alias", start, name=event.anchor)
            return None
        value = self._values[event.anchor]
        if any(value is container for container in opened):
            self._findings.add("recursive-alias", start, name=event.anchor)
            return None
        count, depth = self._size(value)
        self._expanded += count
        if self._expanded > MOST_VALUES:
            self._findings.stop("too-many-values", start, limit=MOST_VALUES)
        if len(opened) + depth > DEEPEST:
            self._findings.stop("too-deep", start, limit=DEEPEST)
        return value

    def _size(self, value: object) -> tuple[int, int]:
        """How many values it holds, and how many levels, with every alias in it written out."""
        if not isinstance(value, dict | list):
            return 1, 0
        if id(value) not in self._sizes:
            parts = [self._size(part) for part in (value.values() if isinstance(value, dict) else value)]
            levels = 1 + max((depth for _, depth in parts), default=0)
            self._sizes[id(value)] = 1 + sum(count for count, _ in parts), levels
        return self._sizes[id(value)]
