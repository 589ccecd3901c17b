"""Where people find a row of an official form."""

from collections.abc import Mapping

from kaohe.messages import Language, say
from kaohe.source.form_document.rows import RowPlace

_PLACES: Mapping[str, str] = {"table": "printed.table", "sheet": "printed.sheet", "line": "printed.line"}


def said_column(heading: str, number: int, language: Language) -> str:
    """A column by its heading; by its number where it has none."""
    return heading or say("printed.column", language, number=number)


def said_place(place: RowPlace, language: Language) -> str:
    return say(_PLACES[place.kind], language, holder=place.holder, number=place.number)
