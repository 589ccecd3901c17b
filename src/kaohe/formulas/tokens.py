"""The words and signs of formulas, and what is said of a sign that formulas do not have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

WORDS = ("and", "or", "not")
MOST_TOKENS, LONGEST = 150, 60
"""No clause needs more words and signs, nor a longer one; what does is better made of several facts."""
TOKEN = re.compile(
    r"\s*(?:(?P<date>[0-9]{4}-[0-9][0-9]-[0-9][0-9](?![0-9]))|(?P<month>[0-9]{4}-[0-9][0-9](?![0-9]))|(?P<percent>[0-9]+(?:\.[0-9]+)?%)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d]\w*(?:\.\w+)*)|(?P<sign>>=|<=|!=|=(?![=<>])|<(?!>)|[-+*/()>,]))"
)
NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
ARITHMETIC = re.compile(r"[0-9%) ][-+*/(]")
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
    found: list[Token] = []
    at, end = 0, len(formula.rstrip())
    while at < end:
        match = TOKEN.match(formula, at)
        if match is None:
            at = BLANK.match(formula, at).end()  # type: ignore[union-attr]
            raise _foreign(formula, at)
        kind = match.lastgroup or ""
        text = match.group(kind)
        found.append(Token(text if text in WORDS else kind, text, match.start(kind)))
        at = match.end()
        if len(found) > MOST_TOKENS or len(text) > LONGEST:
            raise Malformed("formula-too-long", formula, match.start(kind), {"formula": f"{formula[:30]}…"})
    return [*found, Token("end", "", end)]


def _foreign(formula: str, at: int) -> Malformed:
    """A sign that formulas do not have, with the one that was meant where that is certain."""
    sign = next((sign for sign in FOREIGN if formula.startswith(sign, at)), formula[at])
    code = "formula-foreign" if sign in FOREIGN else SPECIAL.get(sign, "formula-sign")
    return Malformed(code, formula, at, {"found": sign, "formula": formula, "expected": FOREIGN.get(sign, "")})


def is_formula(text: str) -> bool:
    """Whether a text is meant as a formula, and not as a number that is written in some way."""
    return bool(names(text)) or bool(ARITHMETIC.search(text))


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
    "=>": ">=",
    "=<": "<=",
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
    "、": ",",
    "％": "%",
    **dict(zip("０１２３４５６７８９．", "0123456789.", strict=True)),
    "&&": "and",
    "||": "or",
    "&": "and",
    "|": "or",
    "且": "and",
    "或": "or",
    "非": "not",
    "!": "not",
}
"""Signs of other languages and of the form's own print, with what stands for them here."""
SPECIAL: Mapping[str, str] = {
    "%": "formula-percent-sign",
    ".": "formula-point",
    **dict.fromkeys("'\"“”‘’", "formula-quote"),
}
"""Signs that are known, elsewhere in a formula or a file, with what is said of them."""
