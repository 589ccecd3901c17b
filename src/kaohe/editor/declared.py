"""Where what is named at the cursor is declared, and where it is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.editor.asked import asked_at
from kaohe.editor.known_names import item_path, known_names
from kaohe.editor.open_file import OpenFile
from kaohe.editor.outline.parts import Entry, Part, Path
from kaohe.editor.pointed import Pointed, name_at, names_in, pointed
from kaohe.editor.text_kinds import text_kind
from kaohe.formulas.scope import PARAMETERS, SHARED


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file's text."""

    path: str
    text: str
    start: int
    end: int


def declaration(file: OpenFile, offset: int) -> Stretch | None:
    """Of the fact, item, result or reading that is named there; of a rubric's name, the rubric."""
    at = pointed(file.outline, offset)
    if at is None:
        return None
    if file.rubric is not None:
        found = _in_rubric(file.rubric.outline, file, at.path)
        document = file.rubric.document
        return None if found is None else Stretch(document.path, document.text, found.start, found.end)
    entry = _within(file, at, offset)
    return None if entry is None else Stretch(file.path, file.text, entry.start, entry.end)


def _within(file: OpenFile, at: Pointed, offset: int) -> Entry | None:
    """In a rubric's own file."""
    name = name_at(file.outline, at, file.text, offset)
    if name is not None:
        known = known_names(file.outline, at.path, file.language)
        found = known.get(name.name)
        return found.declared if found else None
    if at.path[-1:] == ("chosen",) and not at.on_key:
        options = file.outline.at((*at.path[:-1], "options"))
        return options.entry(at.entry.value.text) if options is not None and options.kind == "mapping" else None
    return None


def _in_rubric(rubric: Part, file: OpenFile, path: Path) -> Entry | None:
    """For a place in a unit's file: its rubric, one of the items, or one of their facts."""
    if path == ("rubric",):
        return rubric.entry("id")
    asked = asked_at(file.outline, path)
    if asked is None:
        return None
    if asked.common:
        return _fact(rubric, asked.group, asked.fact)
    items = [one for section in rubric.members("sections") for one in section.members("items")]
    item = next((one for one in items if one.get("id") == asked.group), None)
    if item is None:
        return None
    return _fact(item, "indicators", asked.fact) or item.entry("id")


def _fact(holder: Part, group: str, name: str) -> Entry | None:
    facts = holder[group]
    return facts.entry(name) if name and facts is not None and facts.kind == "mapping" else None


def references(file: OpenFile, offset: int) -> list[Stretch]:
    """Where the fact that is declared or named there is named in the rubric's file, its declaration first."""
    at = pointed(file.outline, offset)
    entry = None if at is None or file.kind != "rubric" else _of_fact(file, at, offset)
    if entry is None:
        return []
    found = [Stretch(file.path, file.text, entry.start, entry.end)]
    found += [Stretch(file.path, file.text, start, end) for start, end in _named(file, entry)]
    return found


def _of_fact(file: OpenFile, at: Pointed, offset: int) -> Entry | None:
    facts = at.path[:-1]
    if at.on_key and (facts[-1:] == ("indicators",) or facts in ((PARAMETERS,), (SHARED,))):
        return at.entry
    return _within(file, at, offset)


def _named(file: OpenFile, entry: Entry) -> Iterator[tuple[int, int]]:
    data = file.outline.data
    known: dict[Path, dict[str, Entry | None]] = {}
    for path, one in file.outline.walk():
        if one.value.kind != "value" or not re.search(rf"\b{re.escape(entry.key)}\b", one.value.text):
            continue
        if not text_kind(path, data):
            continue
        own = item_path(path) or path[:-1]
        if own not in known:
            names = known_names(file.outline, path, file.language)
            known[own] = {name: fact.declared for name, fact in names.items()}
        yield from (
            (word.start, word.end) for word in names_in(file.text, one.value) if known[own].get(word.name) is entry
        )
