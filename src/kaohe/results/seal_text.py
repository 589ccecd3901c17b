"""A seal as lines of a page: what a workbook was made from, with its digest, in pieces that every spreadsheet keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from kaohe import __version__
from kaohe.messages import Language

PAGE = "kaohe"
"""The name of the page in every language."""
PIECE = 30_000
"""Characters of the text in a cell; a spreadsheet keeps no more than 32,767."""
VERSION, LANGUAGE, DIGEST, FACTS = "version", "language", "sha256", "facts"
_MARK = "|"
"""Stands around each piece: no blank at its ends is lost, and no spreadsheet takes it for a formula or a number."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says of itself, and its text; `sound` is whether the text still is what was sealed."""

    version: str
    language: str
    digest: str
    text: str

    @property
    def sound(self) -> bool:
        return digest(self.text) == self.digest


def digest(text: str) -> str:
    """SHA-256 of a seal's text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def seal_lines(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The cells of the page, row by row."""
    yield VERSION, __version__
    yield LANGUAGE, language
    yield DIGEST, digest(text)
    for start in range(0, len(text), PIECE):
        yield FACTS, f"{_MARK}{text[start : start + PIECE]}{_MARK}"


def seal_of(lines: Iterable[tuple[str, str]]) -> Seal | None:
    """The seal that these lines are; None where they are none."""
    found: dict[str, str] = {}
    for name, text in lines:
        piece = text.removeprefix(_MARK).removesuffix(_MARK)
        found[name] = found.get(FACTS, "") + piece if name == FACTS else text
    if not {VERSION, LANGUAGE, DIGEST, FACTS} <= found.keys():
        return None
    return Seal(found[VERSION], found[LANGUAGE], found[DIGEST], found[FACTS])
