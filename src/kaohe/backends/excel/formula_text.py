"""A formula as the text that stands in a cell."""

from collections.abc import Mapping

from kaohe.backends.cells.formulas import INFIX, Apply, Formula, Literal


def formula_text(formula: Formula, place: Mapping[str, str]) -> str:
    """With the equals sign; `place` says where each cell stands, as a formula refers to it: `计算!$B$7`."""
    return f"={_text(formula, place, outer=True)}"


def _text(formula: Formula, place: Mapping[str, str], *, outer: bool = False) -> str:
    if isinstance(formula, Literal):
        return _literal(formula.value)
    if not isinstance(formula, Apply):
        return place[formula.name]
    if formula.function in INFIX:
        joined = formula.function.join(_text(one, place) for one in formula.arguments)
        return joined if outer else f"({joined})"
    return f"{formula.function}({','.join(_text(one, place, outer=True) for one in formula.arguments)})"


def _literal(value: bool | float | str) -> str:  # noqa: FBT001 - a truth is one of the literals
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return str(value) if isinstance(value, int) else f"{value:.15G}"
