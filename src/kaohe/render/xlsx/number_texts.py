"""Numbers that are stored as texts in cells, as formulas tell them from what only looks like one."""

from kaohe.results.entry_form import EntryCell

DIGITS, INSIDE = '"0123456789"', '"0123456789.,"'
LONGEST = 60
"""Characters; kaohe takes no longer text for a number."""
END = "CHAR(7)"
"""Marks the end of a text; no cell has it."""


def number_in(ref: str, unit: str = "") -> str:
    """The number in a cell, also where it is stored as a text, perhaps with its unit behind it."""
    return f"IF(ISNUMBER({ref}),{ref},VALUE({_text(ref, unit)}))"


def strange(ref: str, unit: str = "", *, percent: bool) -> str:
    """Whether a text is none of the numbers that kaohe reads, though a spreadsheet does: 1e3, +7, 7., .5, 1/2, 1,00."""
    text = _text(ref, unit)
    body = _without_signs(text, percent=percent)
    ends = [f"ISERROR(FIND({side}({body}),{DIGITS}))" for side in ("LEFT", "RIGHT")]
    dots = f'LEN({body})-LEN(SUBSTITUTE({body},".",""))>1'
    wrong = [*ends, _other_signs(body), dots, _wrong_groups(body)]
    if percent:
        wrong.append(f'AND(RIGHT({text})<>"%",{text}<>"0")')
    return f"IF(ISTEXT({ref}),OR({','.join(wrong)}),FALSE)"


def _text(ref: str, unit: str) -> str:
    """What stands in a cell, without blanks around it and without the unit behind it."""
    if not unit:
        return f"ASC(TRIM({ref}))"
    quoted = unit.replace('"', '""')
    bare = f'SUBSTITUTE(SUBSTITUTE(TRIM({ref})&{END},"{quoted}"&{END},""),{END},"")'
    return f"ASC(TRIM({bare}))"


def _without_signs(text: str, *, percent: bool) -> str:
    """Without the sign before a number, and that of a percent behind it."""
    bare = f'SUBSTITUTE(SUBSTITUTE({text}&{END},"%"&{END},""),{END},"")' if percent else text
    return f'MID({bare},IF(LEFT({text})="-",2,1),{LONGEST})'


def _other_signs(body: str) -> str:
    """Whether there is anything but digits, dots and commas in it, or too many of them."""
    letters = f'MID({body}&REPT("0",{LONGEST}),ROW($1:${LONGEST}),1)'
    return f"LEN({body})={LONGEST},SUMPRODUCT(--ISERROR(FIND({letters},{INSIDE})))>0"


def _wrong_groups(body: str) -> str:
    """Whether commas stand elsewhere than between thousands."""
    whole = f'LEFT({body},FIND(".",{body}&".")-1)'
    grouped = f'TEXT(VALUE(SUBSTITUTE({whole},",","")),"#,##0")'
    return f'IF(ISERROR(FIND(",",{body})),FALSE,IFERROR({grouped}<>{whole},TRUE))'


def unless_word(condition: str, value: str, cell: EntryCell) -> str:
    """A condition on a number in a cell that takes a word as well."""
    return f"IF(ISERROR({value}),FALSE,{condition})" if cell.options else condition
