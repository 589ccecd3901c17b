"""The XML files inside a workbook: each read piece by piece, within bounds, and never with entities of its own."""

from collections.abc import Mapping
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError  # noqa: N812 - a class
from typing import NoReturn, Protocol
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - a class

from kaohe.source.workbooks import Unopened, refuse

PIECE = 2**16
MOST_TAGS = 4_000_000
"""In all parts that are read: two seconds' work, and twice what the largest table has that is read."""
LONGEST = 100_000
"""Characters of one text: a cell holds a third of it."""
MALFORMED = (
    *(expat.ExpatError, BadZipFile, ZlibError, LZMAError, StructError),
    *(ArithmeticError, EOFError, LookupError, OSError, RuntimeError, ValueError),
)
"""What reading a part raises that is cut short or says what no workbook does."""
Attributes = Mapping[str, str]


class Enough(Exception):  # noqa: N818 - not an error: nothing more is wanted of a part
    """Ends the reading of a part."""


class Elements(Protocol):
    """What takes a part's elements, by their names without prefix."""

    def begin(self, name: str, attributes: Attributes) -> None: ...

    def text(self, text: str) -> None: ...

    def end(self, name: str) -> None: ...


class Parts:
    """The parts of a workbook by their names."""

    def __init__(self, content: bytes) -> None:
        """Raises Unopened where it is no workbook, or would burst when it is unpacked."""
        refuse(content)
        self._archive = ZipFile(BytesIO(content))
        self.names = frozenset(self._archive.namelist())
        self._tags = 0

    def read(self, name: str, elements: Elements) -> None:
        """Hand over all of a part, if there is one; raises Unopened where it is broken or made to burst."""
        if name not in self.names:
            return
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_declarations  # no program writes any, and entities can be bombs
        parser.StartElementHandler = lambda name, attributes: elements.begin(name.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda name: elements.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = elements.text
        try:
            with self._archive.open(name) as part:
                while piece := part.read(PIECE):
                    self._count(piece)
                    parser.Parse(piece)
                parser.Parse(b"", True)
        except Enough:
            return
        except MALFORMED:
            raise Unopened("workbook-broken") from None

    def _count(self, piece: bytes) -> None:
        self._tags += piece.count(b"<")
        if self._tags > MOST_TAGS:
            raise Unopened("entry-too-large")


def grown(before: str, text: str) -> str:
    """A text with what follows of it; raises Unopened where it is made to burst."""
    if len(before) + len(text) > LONGEST:
        raise Unopened("entry-too-large")
    return before + text


def _refuse_declarations(*_: object) -> NoReturn:
    raise Unopened("workbook-entities")
