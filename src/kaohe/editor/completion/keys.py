"""Keys that may be written at the cursor: those of the schema there that are not written yet."""

from collections.abc import Iterator

from kaohe.editor.completion.offer import Offer
from kaohe.editor.patches import entries, unpatched
from kaohe.editor.schema_walk import DESCRIPTION, SchemaWalk
from kaohe.editor.spot import Spot
from kaohe.messages import Language, say

INDENT = 2
"""So many columns further in stands what is below a key."""


def key_offers(walk: SchemaWalk, spot: Spot, text: str, language: Language) -> Iterator[Offer]:
    """Those that must be written stand first, then the others in the schema's order."""
    column = spot.start - (text.rfind("\n", 0, spot.start) + 1)
    further_in = None if spot.flow else " " * (column + INDENT)
    data = spot.root.data
    path = unpatched(spot.path, data)
    known = walk.keys(path, data) or {place: {DESCRIPTION: one} for place, one in entries(spot.path, data).items()}
    mapping = spot.root.at(spot.path)
    written = {one.key for one in mapping.entries if one.colon} if mapping and mapping.kind == "mapping" else set()
    required = walk.required(path, data) if path == spot.path else frozenset()
    for place, (key, schema) in enumerate(known.items()):
        if key in written:
            continue
        needed = say("editor.required", language) if key in required else ""
        written_out = key if spot.colon else key + _behind(walk.takes(schema), further_in)
        rank = place if key in required else len(known) + place
        yield Offer(key, written_out, spot.start, spot.end, "key", needed, str(schema.get(DESCRIPTION, "")), rank)


def _behind(takes: str, further_in: str | None) -> str:
    """What follows the key, so that its value can be written at once; None where all stands in brackets."""
    if further_in is None or not takes:
        return ": "
    return f":\n{further_in}" if takes == "mapping" else f":\n{further_in}- "
