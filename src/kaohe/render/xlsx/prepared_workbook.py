"""A workbook drawn once and filled in often: values go into its cells, and beside its formulas, in the sheets' XML.

openpyxl writes no value beside a formula, and takes half a second to draw what differs in a few cells.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from openpyxl.workbook import Workbook

from kaohe.expr.numbers import plain
from kaohe.render.xlsx.cells import number, safe_text
from kaohe.render.xlsx.file_bytes import archived, parts

Filling = str | Fraction | float | bool | None
"""What is put into a cell, or beside its formula as what it comes to."""
MOST_DIGITS = 15
"""A spreadsheet keeps so many digits of a number."""
_SLOT = re.compile(
    r'<c r="(?P<cell>[A-Z]+\d+)"(?P<style>(?: s="\d+")?)(?: t="\w+")?'
    r"(?: />|><f>(?P<formula>[^<]*)</f><v ?/?>(?:</v>)?</c>)"
    r'|<row r="(?P<row>\d+)"(?P<rest>[^>]*?) ht="(?P<height>[\d.]+)"'
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet's XML: `texts` with a slot between each two of them, which is an empty cell, a formula or a height."""

    title: str
    texts: tuple[str, ...]
    slots: tuple[re.Match[str], ...]

    def filled(self, values: Mapping[tuple[str, str], Filling], heights: Mapping[tuple[str, int], float]) -> bytes:
        found = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            if slot["cell"]:
                found.append(_cell(slot, values.get((self.title, slot["cell"]))))
            else:
                points = heights.get((self.title, int(slot["row"])))
                found.append(slot[0] if points is None else f'<row r="{slot["row"]}"{slot["rest"]} ht="{points:g}"')
            found.append(text)
        return "".join(found).encode()


class PreparedWorkbook:
    """Takes a drawn workbook; every file that comes of it has the same bytes for the same values."""

    def __init__(self, workbook: Workbook, rows: Mapping[str, str] | None = None) -> None:
        """`rows` are more rows of sheets by their titles, in the file's own words."""
        pages = {f"xl/worksheets/sheet{number}.xml": one.title for number, one in enumerate(workbook.worksheets, 1)}
        self._parts: dict[str, bytes | _Sheet] = {
            name: _sheet(pages[name], content.decode(), rows or {}) if name in pages else content
            for name, content in parts(workbook).items()
        }

    def filled(
        self, values: Mapping[tuple[str, str], Filling], heights: Mapping[tuple[str, int], float] | None = None
    ) -> bytes:
        """The file with these values, by sheet and cell, and heights of rows, by sheet and row, other than drawn."""
        return archived(
            {
                name: part if isinstance(part, bytes) else part.filled(values, heights or {})
                for name, part in self._parts.items()
            }
        )


def fits(value: Fraction) -> bool:
    """Whether a spreadsheet keeps every digit of a number."""
    text = plain(value)
    return "/" not in text and len(text.lstrip("-").replace(".", "").strip("0")) <= MOST_DIGITS


def _sheet(title: str, xml: str, rows: Mapping[str, str]) -> _Sheet:
    if title in rows:
        xml = xml.replace("</sheetData>", f"{rows[title]}</sheetData>")
    slots = tuple(_SLOT.finditer(xml))
    starts = [0, *(slot.end() for slot in slots)]
    stops = [*(slot.start() for slot in slots), len(xml)]
    return _Sheet(title, tuple(xml[one:two] for one, two in zip(starts, stops, strict=True)), slots)


def _cell(slot: re.Match[str], value: Filling) -> str:
    """A cell with its value, as the file format has it."""
    if value is None and slot["formula"] is None:
        return slot[0]
    start = f'<c r="{slot["cell"]}"{slot["style"]}'
    if slot["formula"] is None:
        if isinstance(value, str):
            return f'{start} t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'
        return f"{start}{_kind(value)}><v>{_written(value)}</v></c>"
    formula = f"<f>{slot['formula']}</f>"
    return f"{start}{_kind(value)}>{formula}<v>{_written(value)}</v></c>"


def _kind(value: Filling) -> str:
    return ' t="b"' if isinstance(value, bool) else ' t="str"' if value is None or isinstance(value, str) else ""


def _written(value: Filling) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, Fraction):
        return plain(value) if fits(value) else repr(number(value))
    if isinstance(value, int | float):
        return repr(int(value) if value == int(value) else value)
    return escaped(value or "")


def escaped(text: str) -> str:
    return escape(safe_text(text), quote=False)
