"""How a cell shows its number: as a date, as a percent or as it is; by the styles of a workbook."""

import re
from typing import Literal

from kaohe.source.spreadsheet.parts import Attributes, Parts

Shown = Literal["number", "percent", "date"]
STYLES = "xl/styles.xml"
PERCENTS = frozenset((9, 10))
DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Formats that every spreadsheet knows by their numbers alone."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""What a format shows as it stands, colours, conditions and blanks."""


def number_formats(parts: Parts) -> list[Shown]:
    """For each style that cells may have, how it shows numbers. Raises Unopened."""
    found = _Formats()
    parts.read(STYLES, found)
    shown = {number: _shown(number, found.codes.get(number, "")) for number in {*found.styles}}
    return [shown[number] for number in found.styles]


class _Formats:
    """Gathers the formats' codes by their numbers, and the number of each style's format."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self._in_styles = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "cellXfs":
            self._in_styles = True
        elif name == "xf" and self._in_styles:
            self.styles.append(int(attributes.get("numFmtId", "0")))

    def text(self, text: str) -> None:
        """Styles have no text."""

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_styles = False


def _shown(number: int, code: str) -> Shown:
    plain = _LITERAL.sub("", code).lower()
    if number in PERCENTS or "%" in plain:
        return "percent"
    return "date" if number in DATES or any(sign in plain for sign in "ymdhs") else "number"
