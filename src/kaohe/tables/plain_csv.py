"""Which CSV files every program reads alike: each line of as many cells, without quotes, and with something in it."""

import polars as pl

from kaohe.source.decoding import BIGGEST_FILE
from kaohe.source.tables import DELIMITERS

QUOTE = '"'
OTHERS = "[\r\0]"
"""What ends a line for some programs alone, and what no text has."""


def starts_plainly(first: str) -> bool:
    """Whether the first line is a header for certain."""
    inside = first.rstrip("\r")
    return bool(inside.strip(f"{DELIMITERS} \u3000")) and not any(one in inside for one in (QUOTE, "\r", "\0"))


def plain_csv(path: str, delimiter: str, cells: int, size: int) -> bool:
    """Whether the lines below the first are so; of files too large to be read otherwise, quotes are let pass."""
    lines = pl.scan_csv(
        path, separator="\x01", quote_char=None, has_header=False, skip_lines=1, schema={"line": pl.String}
    )
    line = pl.col("line")
    blank = rf"^[\s{delimiter}]*[^\S{delimiter}][\s{delimiter}]*$"
    odd = (line.str.count_matches(delimiter, literal=True) != cells - 1) | line.str.contains(f"{OTHERS}|{blank}")
    quoted = line.str.contains(QUOTE, literal=True)
    some = line.str.strip_chars(delimiter) != ""
    marks = lines.select(odd.any().alias("odd"), quoted.any().alias("quoted"), some.any().alias("some"))
    try:
        found = marks.collect(engine="streaming").row(0, named=True)
    except pl.exceptions.PolarsError:  # no UTF-8
        return False
    if found["quoted"]:
        return size > BIGGEST_FILE
    return bool(found["some"]) and not found["odd"]
