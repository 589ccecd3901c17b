"""Values that may be written at the cursor, where they can be listed: by the schema, or by what stands elsewhere."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path as FilePath

from kaohe.editor.completion.offer import Offer, OfferKind
from kaohe.editor.known_names import item_path
from kaohe.editor.open_file import OpenFile
from kaohe.editor.outline.parts import Part, Path
from kaohe.editor.patches import unpatched
from kaohe.editor.schema_walk import SchemaWalk
from kaohe.editor.spot import Spot
from kaohe.library import rubric_files
from kaohe.source import file_contents

BETWEEN = re.compile(r"(?<=[。；;\n])")
AROUND = " 。；;，,\n"
HOLDERS = ("rules", "vetoes", "non_scoring", "scored_above", "todo")
"""Keys under which clauses of an item stand."""


def value_offers(file: OpenFile, walk: SchemaWalk | None, spot: Spot) -> Iterator[Offer]:
    """What the value at the cursor may be."""
    found = dict(_elsewhere(file, spot))
    if walk is not None and not found:
        found = walk.tags(*_untyped(spot)) if spot.path[-1:] == ("type",) else {}
        found = found or walk.values(unpatched(spot.path, spot.root.data), spot.root.data)
    kind: OfferKind = "text" if spot.path[-1:] == ("clause",) else "value"
    for place, (text, meaning) in enumerate(found.items()):
        yield Offer(text, text, spot.start + spot.quoted, spot.end - spot.quoted, kind, "", meaning, place)


def _untyped(spot: Spot) -> tuple[Path, object]:
    """The place of the mapping that a type stands in, and data without that type."""
    path = spot.path[:-1]
    data = spot.root.data
    holder = data
    for step in path:
        holder = holder[step]
    holder.pop("type", None)
    return path, data


def _elsewhere(file: OpenFile, spot: Spot) -> Iterator[tuple[str, str]]:
    """Names that are written elsewhere in the file, or beside it."""
    key, above = (spot.path[-1], spot.root.at(spot.path[:-1])) if spot.path else ("", None)
    item = spot.root.at(item_path(spot.path))
    if spot.path == ("rubric",):
        yield from _rubrics(FilePath(file.path).parent)
    elif key == "item" and file.rubric is not None:
        yield from ((one.id, f"{number} {one.title}") for number, one in file.rubric.model.items())
    elif key == "chosen" and above is not None:
        yield from ((one.key, one.value.get("meaning")) for one in above.under("options"))
    elif key == "clause" and item is not None and item_path(spot.path):
        yield from ((one, "") for one in clauses_left(item, spot))
    elif key == "grade" and "limits" in spot.path:
        holder = spot.root.at(spot.path[: spot.path.index("limits")])
        grades = holder.members("grades") if holder is not None else []
        yield from ((one.get("id"), one.get("title")) for one in grades)


def _rubrics(folder: FilePath) -> Iterator[tuple[str, str]]:
    yield from ((name, "") for name in rubric_files.shipped())
    for path in sorted(folder.glob("*.y*ml")):
        start = b""
        with suppress(OSError):
            start = file_contents.peeked(path, 4000)
        if re.search(rb"^sections:|^kaohe:", start, re.MULTILINE):
            yield path.name, ""


def clauses_left(item: Part, spot: Spot) -> Iterator[str]:
    """The parts of an item's method that no clause has yet, in the method's order."""
    method = item.get("method")
    holders = [one for key in HOLDERS for one in item.members(key) if one.kind == "mapping"]
    here = spot.root.at(spot.path)
    taken = [text for one in holders if one["clause"] is not here and (text := one.get("clause"))]
    for clause in sorted(taken, key=len, reverse=True):
        method = method.replace(clause, "\n", 1)
    for part in BETWEEN.split(method):
        if part.strip(AROUND):
            yield part.strip(AROUND)
