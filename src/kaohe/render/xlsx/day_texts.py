"""Dates and months as they stand in cells: which of them kaohe takes, as formulas tell them from all else."""

COMPUTED, LAST = 367, 2_958_465
"""The days from 1901 to 9999 as numbers; of those before, the form that fills itself in computes nothing."""
FIRST_YEAR = 1901
SIGNS = "年-/."
CYCLE = 400
"""Years after which a calendar repeats itself: no spreadsheet has a date before 1900."""


def strange_date(ref: str) -> str:
    """Whether no date stands there that kaohe takes: 2012-3-31, 2012.03.31, 2012年3月31日."""
    text, sign = _text(ref), _sign(ref)
    dashed = text
    for one in "年月./":
        dashed = f'SUBSTITUTE({dashed},"{one}","-")'
    day = f'DATEVALUE({_later(text)}&MID(SUBSTITUTE({dashed},"日",""),5,9))'
    second, third = f'IF({sign}="年","月",{sign})', f'IF({sign}="年","日","")'
    forms = [
        f"{text}=LEFT({text},4)&{sign}&{month}&{second}&{number}&{third}"
        for month, number in ((f"MONTH({day})", f"DAY({day})"), (_padded(f"MONTH({day})"), _padded(f"DAY({day})")))
    ]
    return _strange(ref, forms)


def strange_month(ref: str) -> str:
    """The same of months: 2012-3, 2012年3月, 2012.03; 2012.1 may be October."""
    text, sign = _text(ref), _sign(ref)
    month = f'MONTH(DATEVALUE({_later(text)}&"-"&MID(SUBSTITUTE({text},"月",""),6,9)&"-1"))'
    last = f'IF({sign}="年","月","")'
    forms = [f"{text}=LEFT({text},4)&{sign}&{one}&{last}" for one in (month, _padded(month))]
    return _strange(ref, [f'AND({forms[0]},RIGHT({text},2)<>".1")', forms[1]])


def untold_date(ref: str) -> str:
    """Whether a date that kaohe takes is none that the form that fills itself in computes."""
    return _untold(ref, 10)


def untold_month(ref: str) -> str:
    """The same of months."""
    return _untold(ref, 7)


def _untold(ref: str, length: int) -> str:
    text = f"TRIM({ref})"
    told = f'AND(LEN({text})={length},MID({text},5,1)="-",LEFT({text},4)>="{FIRST_YEAR}")'
    return f"IF(ISNUMBER({ref}),{ref}<{COMPUTED},NOT({told}))"


def _text(ref: str) -> str:
    return f"ASC(TRIM({ref}))"


def _sign(ref: str) -> str:
    """What stands behind the year."""
    return f"MID({_text(ref)},5,1)"


def _later(text: str) -> str:
    """The year as one that every spreadsheet knows."""
    return f"(LEFT({text},4)+{CYCLE})"


def _padded(number: str) -> str:
    return f'TEXT({number},"00")'


def _strange(ref: str, forms: list[str]) -> str:
    """A number is a day; a text must be as one of the forms has it."""
    text = _text(ref)
    year = f'LEFT({text},4)=TEXT(LEFT({text},4),"0000")'
    right = f'AND({year},ISNUMBER(FIND({_sign(ref)},"{SIGNS}")),OR({",".join(forms)}))'
    return f"IF(ISNUMBER({ref}),OR({ref}<1,{ref}>{LAST}),IFERROR(NOT({right}),TRUE))"
