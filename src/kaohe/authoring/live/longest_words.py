"""The longest text that a formula may come to, for which a row keeps room."""

from collections.abc import Mapping

from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference

FIGURE = "10000"
"""A number is taken to be so long."""


class LongestWords:
    """Reads formulas through the cells to which they refer."""

    def __init__(self, cells: Mapping[str, Formula]) -> None:
        self._cells = cells
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The longest text of a cell by its name."""
        if name not in self._known:
            self._known[name] = self._text(self._cells[name]) if name in self._cells else FIGURE
        return self._known[name]

    def _text(self, formula: Formula) -> str:
        match formula:
            case Literal(str() as text):
                return text
            case Reference(name):
                return self.of(name)
            case Apply("&", parts):
                return "".join(map(self._text, parts))
            case Apply("IF", (_, then, otherwise)):
                return max(self._text(then), self._text(otherwise), key=len)
        return FIGURE
