"""The names of places in the report: what links and a browser's address line point to."""

OVERVIEW = "overview"


def unit_anchor(unit: str) -> str:
    """A unit's page. Two units never share one, and no character in it means anything in an address."""
    return f"unit-{''.join(one if one.isalnum() else f'~{ord(one):x}~' for one in unit)}"


def row_anchor(page: str, number: str) -> str:
    """An item or a section, by its number on the form, on a unit's page."""
    return f"{page}.{number}"
