"""Numbers that are stored as texts in cells, as formulas tell them from what only looks like one."""

from kaohe.results.entry_form import EntryCell

DIGITS = '"0123456789"'
STRANGE = '"e","/",":","+"," ","("'
"""What no number has that kaohe reads, but some that spreadsheets do."""


def number_in(ref: str) -> str:
    """The number in a cell, also where it is stored as a text."""
    return f"IF(ISNUMBER({ref}),{ref},VALUE(ASC(TRIM({ref}))))"


def strange(ref: str, *, percent: bool) -> str:
    """Whether a text is none of the numbers that kaohe reads, though a spreadsheet would: 1e3, +7, 7., .5, 1/2."""
    text = f"ASC(TRIM({ref}))"
    ends = ",".join(f"ISERROR(FIND({side},{DIGITS}))" for side in (_first(text), _last(text, percent=percent)))
    inside = f"SUMPRODUCT(--ISNUMBER(SEARCH({{{STRANGE}}},{text})))>0"
    whole = "" if percent else f',ISNUMBER(FIND("%",{text}))'
    return f"IF(ISTEXT({ref}),OR({ends},{inside}{whole}),FALSE)"


def _first(text: str) -> str:
    return f'MID({text},1+(LEFT({text})="-"),1)'


def _last(text: str, *, percent: bool) -> str:
    return f'MID({text},LEN({text})-(RIGHT({text})="%"),1)' if percent else f"RIGHT({text})"


def unless_word(condition: str, value: str, cell: EntryCell) -> str:
    """A condition on a number in a cell that takes a word as well."""
    return f"IF(ISERROR({value}),FALSE,{condition})" if cell.options else condition
