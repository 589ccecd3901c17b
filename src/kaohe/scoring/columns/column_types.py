"""The type of the column in which a fact is exact, as a dialect of SQL calls it."""

from kaohe.backends.columns.sql_dialects import LONG, Dialect
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_names import DIGITS, PERCENT_PLACES, counts_percents


def column_type(field: ColumnField, dialect: Dialect) -> str:
    """Of a field's column, whose name says whether it counts percents."""
    kind = field.indicator.kind
    if field.flag or kind == "date":
        return "BOOLEAN" if field.flag else "DATE"
    if kind in ("month", "choice"):
        return dialect.text
    places = column_places(field)
    return f"DECIMAL({DIGITS}, {places})" if places else dialect.types[LONG]


def column_places(field: ColumnField) -> int:
    """The decimals that the column may have."""
    return field.decimals - PERCENT_PLACES * counts_percents(field.indicator)
