"""The words and signs of formulas, and what is said of a sign that formulas do not have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

WORDS = ("and", "or", "not")
TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d\d-\d\d(?!\d))|(?P<month>\d{4}-\d\d(?!\d))|(?P<percent>\d+(?:\.\d+)?%)"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*(?:\.\w+)*)|(?P<sign>>=|<=|!=|=(?!=)|<(?!>)|[-+*/()>,]))"
)
NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
BLANK = re.compile(r"\s*")


@dataclass(eq=False)
class Malformed(Exception):  # noqa: N818 - a finding, turned into a problem where its place is known
    """A formula that can't be read; `offset` counts characters from its start."""

    code: str
    formula: str
    offset: int
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    offset: int


def tokens(formula: str) -> list[Token]:
    """The words and signs of a formula, an empty one at its end; raises Malformed."""
    found, at = [], 0
    end = len(formula.rstrip())
    while at < end:
        match = TOKEN.match(formula, at)
        if match is None:
            at = BLANK.match(formula, at).end()  # type: ignore[union-attr]
            raise _foreign(formula, at)
        kind = match.lastgroup or ""
        text = match.group(kind)
        found.append(Token(text if text in WORDS else kind, text, match.start(kind)))
        at = match.end()
    return [*found, Token("end", "", end)]


def _foreign(formula: str, at: int) -> Malformed:
    """A sign that formulas do not have, with the one that was meant where that is certain."""
    sign = next((sign for sign in FOREIGN if formula.startswith(sign, at)), formula[at])
    code = "formula-foreign" if sign in FOREIGN else "formula-sign"
    return Malformed(code, formula, at, {"found": sign, "formula": formula, "expected": FOREIGN.get(sign, "")})


def names(formula: str) -> list[str]:
    """Every name in a formula but those of functions; all that could be one in what can't be read."""
    try:
        found = tokens(formula)
    except Malformed:
        return NAME.findall(formula)
    pairs = pairwise(found)
    return [one.text for one, after in pairs if one.kind == "name" and after.text != "("]


FOREIGN: Mapping[str, str] = {
    "==": "=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "<>": "!=",
    "＝": "=",
    "＞": ">",
    "＜": "<",
    "＋": "+",
    "－": "-",
    "×": "*",
    "÷": "/",
    "／": "/",
    "（": "(",
    "）": ")",
    "，": ",",
    "％": "%",
    "&&": "and",
    "||": "or",
    "且": "and",
    "或": "or",
    "非": "not",
    "!": "not",
}
"""Signs of other languages and of the form's own print, with what stands for them here."""
