"""All that may be written at a character of an open file."""

from collections.abc import Iterator

from kaohe.editor.completion.formulas import formula_offers
from kaohe.editor.completion.keys import key_offers
from kaohe.editor.completion.offer import Offer
from kaohe.editor.completion.values import value_offers
from kaohe.editor.open_file import OpenFile
from kaohe.editor.spot import Spot, spot
from kaohe.editor.text_kinds import text_kind
from kaohe.messages import say


def offers(file: OpenFile, offset: int) -> list[Offer]:
    """In the order in which they are to be shown, each once."""
    found = spot(file.text, offset)
    if found is None:
        return []
    unique = {(one.label, one.text): one for one in _offers(file, found)}
    return sorted(unique.values(), key=lambda one: one.rank)


def _offers(file: OpenFile, found: Spot) -> Iterator[Offer]:
    if found.role == "key" or found.fresh:
        if file.walk is not None:
            yield from key_offers(file.walk, found, file.text, file.language)
        if not found.path and not any(one.colon for one in found.root.entries):  # it may become a unit's file
            meaning = say("schema.values.rubric", file.language)
            yield Offer("rubric", "rubric: ", found.start, found.end, "key", "", meaning)
        if found.role == "key":
            return
    kind = text_kind(found.path, found.root.data) if file.kind in ("rubric", "unknown") else ""
    if kind:
        yield from formula_offers(found, kind, file.language)
    yield from value_offers(file, file.walk, found)
