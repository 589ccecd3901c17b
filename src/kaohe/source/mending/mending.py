"""The bytes of a file become those of the mended file, where every way to understand its blanks gives the same data."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from itertools import product

from yaml import MarkedYAMLError

from kaohe.source import TEXTS_OF_FACTS
from kaohe.source.decoding import decode
from kaohe.source.document import is_rubric
from kaohe.source.mending.edited_text import EditedText
from kaohe.source.mending.edits import Widths, edit_for, indents, of_one_kind
from kaohe.source.text_findings import Findings, Stopped
from kaohe.source.yaml.characters import blank_out
from kaohe.source.yaml.full_width import narrow
from kaohe.source.yaml.loader import load
from kaohe.source.yaml.plain_data import Tree

TABS, WIDE_BLANKS = (2, 4, 8, 3), (2, 1)
"""So many columns wide each may be meant to be."""
BLANKS = ("tab", "full-width-blank", "odd-blank")
NOTHING: frozenset[int] = frozenset()
_MARKS = {b"\xef\xbb\xbf": "byte-order-mark", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Mended:
    """A file mended: what its bytes had that others need not have, and the edits of its text."""

    encodings: tuple[str, ...]
    before: str
    edited: EditedText

    @property
    def content(self) -> bytes:
        return self.edited.text.encode()


def mend(content: bytes, leave: AbstractSet[int] = NOTHING) -> Mended | None:
    """A file of text, mended; what starts at the places to `leave` stays. None where it is no text or too large."""
    found = Findings()
    with suppress(Stopped):
        decode(content, found, gb18030=True)
    if found.found:
        return None
    return _understood(found.text, tuple(_encodings(content)), leave)


def _encodings(content: bytes) -> Iterator[str]:
    mark = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    if mark:
        yield mark
    elif not _is_utf8(content):
        yield "gbk"
    if b"\r" in content and mark != "utf-16":
        yield "carriage-returns"


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _understood(text: str, encodings: tuple[str, ...], leave: AbstractSet[int]) -> Mended:
    """The text as all ways to understand its indentation have it, or with its indentation as it is."""
    edited = _way(text, None, leave)
    if any(code in BLANKS and indents(edited.text, start) for start, code in _findings(edited.text).found):
        edited = _agreed(text, leave, sure=of_one_kind(edited.text)) or edited
    if not _says_the_same(text, edited):
        edited = EditedText(text)
    return Mended(encodings, text, edited)


def _agreed(text: str, leave: AbstractSet[int], *, sure: bool) -> EditedText | None:
    """The text with its indentation in blanks, if that can be meant in one way only.

    Where it can't be read through for something else, it must be `sure` otherwise.
    """
    ways = [_way(text, Widths(*one), leave) for one in product(TABS, WIDE_BLANKS)]
    read = [(one, tree) for one, tree in ((one, read_through(one.text)) for one in ways) if tree]
    if read:
        return read[0][0] if len({repr(tree.data) for _, tree in read}) == 1 else None
    return ways[0] if sure else None


def _way(text: str, widths: Widths | None, leave: AbstractSet[int]) -> EditedText:
    """The text with all that can be mended where blanks are so wide."""
    edited, made = EditedText(text), True
    while made:
        found = _findings(edited.text).found
        edits = [edit_for(edited.text, code, start, widths) for start, code in found]
        made = edited.make([one for one in edits if one], leave)
    return edited


def _findings(text: str) -> Findings:
    """What is wrong in a text, but for what is no doubt where a unit's file has it."""
    findings, data = Findings(text), None
    with suppress(Stopped):
        data = load(findings).data
    if not is_rubric(data):
        findings.forget(TEXTS_OF_FACTS)
    return findings


def read_through(text: str) -> Tree | None:
    """What a text says, texts standing for what is no value yet; None where it can't be read through."""
    findings = Findings(text)
    tree = Tree(blank_out(findings), findings)
    with suppress(MarkedYAMLError, Stopped):
        tree.grow()
        return tree
    return None


def _says_the_same(text: str, edited: EditedText) -> bool:
    """Whether a text that could be read through says the same as before, but for what was no value in it.

    Where indentation or colons were mended, other things lie in each other than before.
    """
    moved = any(one.kind == "blanks" or one.text.startswith(":") for one in edited.mends)
    return moved or says_as_much(text, edited.text)


def says_as_much(text: str, now: str) -> bool:
    """Whether one text says the same as another, if that could be read through, but for blanks and widths."""
    before = read_through(text)
    after = read_through(now) if before else None
    return before is None or (after is not None and _alike(before.data, after.data))


def _alike(before: object, after: object) -> bool:
    if isinstance(before, dict) and isinstance(after, dict):
        return _alike([*before], [*after]) and _alike([*before.values()], [*after.values()])
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_alike, before, after))
    return _letters(before) == _letters(after)


def _letters(value: object) -> str:
    """A value without blanks and in narrow digits."""
    return "".join(narrow(str(value)).split())
