"""libyaml's events become plain data: one loop, made for speed, behind guards against bombs."""

from itertools import repeat
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from kaohe.source.text_findings import Findings
from kaohe.source.yaml.anchors import DEEPEST, MOST_VALUES, Anchors
from kaohe.source.yaml.events import Event, Parser
from kaohe.source.yaml.scalars import Misread, plain

_CONTAINERS = {MappingStartEvent: dict, SequenceStartEvent: list}


class Tree:
    """The data of a text while they grow, and where every key and value starts, in the order of the text."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.text = text
        self.findings = findings
        self.root: list[Any] = []
        self.starts: list[int] = []
        self._quoted: list[Event] = []
        self.repeats = False
        self._next_event = Parser(text).get_event
        self._outer: list[tuple[Any, bool]] = []
        self._anchors = Anchors(findings)

    @property
    def data(self) -> object:
        return self.root[0] if self.root else None

    @property
    def quoted(self) -> list[tuple[int, int]]:
        """Where quoted and block texts start and end."""
        return [(event.start_mark.index, event.end_mark.index) for event in self._quoted]

    def grow(self) -> None:
        """Read the one document; raises Stopped at a bomb, yaml.MarkedYAMLError at broken syntax."""
        self._next_event()
        if type(self._next_event()) is yaml.StreamEndEvent:
            self.findings.stop("file-empty")
        self._grow()
        after = self._next_event()
        if type(after) is not yaml.StreamEndEvent:
            self.findings.add("several-documents", after.start_mark.index)

    def _grow(self) -> None:  # noqa: C901, PLR0912 - a call for each event would take as long again
        next_event, begin, outer = self._next_event, self.starts.append, self._outer
        decorated = "&" in self.text or "!" in self.text
        container: Any = self.root
        key: Any = None
        value: Any
        keyed = False
        for _ in repeat(None, MOST_VALUES):
            event = next_event()
            kind = type(event)
            if keyed:
                if kind is not ScalarEvent:
                    container, keyed = self._leave(event)
                    continue
                begin(event.start_mark.index)
                key = self._quote(event) if event.style else event.value
                if key in container:
                    key = self._repeated(key)
                if decorated:
                    self._anchors.note(event, key)
                event = next_event()
                kind = type(event)
            if kind is ScalarEvent:
                try:
                    value = self._quote(event) if event.style else plain(event.value)
                except Misread as misread:
                    value = self._misread(event, misread)
            elif kind in _CONTAINERS:
                value = _CONTAINERS[kind]()
            elif kind is AliasEvent:
                value = self._anchors.resolve(event, [container, *(c for c, _ in outer[1:])])
            elif kind is DocumentEndEvent:
                return
            else:
                container, keyed = outer.pop()
                continue
            begin(event.start_mark.index)
            if decorated and kind is not AliasEvent:
                self._anchors.note(event, value)
            if keyed:
                container[key] = value
            else:
                container.append(value)
            if kind is not ScalarEvent and kind in _CONTAINERS:
                outer.append((container, keyed))
                if len(outer) > DEEPEST:
                    self.findings.stop("too-deep", event.start_mark.index, limit=DEEPEST)
                container, keyed = value, kind is MappingStartEvent
        self.findings.stop("too-many-values", self.starts[-1], limit=MOST_VALUES)

    def _leave(self, event: Event) -> tuple[Any, bool]:
        if not isinstance(event, MappingEndEvent):
            self.findings.stop("key-not-text", event.start_mark.index)
        return self._outer.pop()

    def _repeated(self, key: str) -> tuple[str, int]:
        """A key of its own, so that what it holds keeps its place in the order."""
        self.repeats = True
        return key, len(self.starts)

    def _quote(self, event: Event) -> str:
        self._quoted.append(event)
        if not event.value.isprintable():
            from kaohe.source.yaml import characters  # few files need it

            characters.check_escaped(self.findings, event.value, event.start_mark.index)
        return event.value

    def _misread(self, event: Event, misread: Misread) -> str:
        """Note the finding; the text stands for the value until the reading ends."""
        start, end = event.start_mark.index, event.end_mark.index
        if misread.code != "full-width-colon":
            self.findings.add(misread.code, start, **misread.parameters)
        elif not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip(" -"):
            from kaohe.source.yaml import full_width  # few files need it

            full_width.note_keys(self.findings, start, end)
        return event.value
