"""Unquoted texts that are refused: numbers but no decimals, words for yes and no, full-width YAML."""

import re
from collections.abc import Callable
from decimal import Decimal

from kaohe.source.yaml.full_width import narrow

_LONGEST = 200  # what was meant as a number or a list is short; a longer text is a text
_NUMBER = r"[-+－＋−–]?[0-9０-９][0-9０-９.．]*[%％]?"
_PART = rf"({_NUMBER}|[a-z_][a-z0-9_.]*)"
_KINDS = re.compile(
    r"(?P<leading_zero>-?0[0-9]+(\.[0-9]+)?)"
    r"|(?P<sexagesimal>[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?)"
    r"|(?P<digit_grouping>[-+]?[0-9]{1,3}([,，][0-9]{3})+(\.[0-9]+)?|[-+]?[0-9]+(_[0-9]*)+(\.[0-9_]*)?)"
    r"|(?P<other_base>[-+]?0([xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+))"
    r"|(?P<not_finite>[-+]?\.([iI][nN][fF]|[nN][aA][nN]))"
    r"|(?P<exponent>[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+)"
    r"|(?P<plus_sign>\+[0-9]+(\.[0-9]+)?%?)"
    r"|(?P<bare_point>-?([0-9]+\.|\.[0-9]+))"
    r"|(?P<yes_word>[yY]|[yY][eE][sS]|[oO][nN])"
    r"|(?P<no_word>[nN]|[nN][oO]|[oO][fF][fF])"
    r"|(?P<capital_word>[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[nN][uU][lL][lL])"
    r"|(?=.*[^\x00-\x7f])(?:"
    rf"(?P<full_width_number>{_NUMBER})"
    rf"|(?P<full_width_comma>{_PART}(\s*[，、]\s*{_PART})+)"
    r"|(?P<full_width_quotes>“[^“”]*”|‘[^‘’]*’|＂[^＂]*＂|＇[^＇]*＇)"
    r"|(?P<full_width_brackets>[［｛].*[］｝]|【[\sA-Za-z0-9_.,%，、％０-９．]*】))",
    re.DOTALL,
)
# How to write it instead; the sentences of the other kinds need none.
_BETTER: dict[str, Callable[[str], str]] = {
    "leading_zero": lambda text: re.sub(r"^(-?)0+(?=[0-9])", r"\1", text),
    "digit_grouping": lambda text: text.translate({ord(sign): None for sign in "_,，"}),
    "plus_sign": lambda text: text[1:],
    "bare_point": lambda text: str(Decimal(text)),
    "yes_word": lambda _: "true",
    "no_word": lambda _: "false",
    "capital_word": str.lower,
    "full_width_number": narrow,
    "full_width_comma": narrow,
    "full_width_brackets": narrow,
    "full_width_quotes": lambda text: f'"{text[1:-1]}"',
}


def misread(text: str) -> tuple[str, str] | None:
    """What an unquoted text may be mistaken for, as the code of a sentence, and how to write it; None where nothing."""
    kind = _KINDS.fullmatch(text) if len(text) <= _LONGEST else None
    if kind is None or kind.lastgroup is None:
        return None
    return kind.lastgroup.replace("_", "-"), _BETTER.get(kind.lastgroup, str)(text)
