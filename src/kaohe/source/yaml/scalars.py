"""What an unquoted scalar means: true, false, nothing, a decimal number, or the text that it is."""

import re
from decimal import Decimal

MOST_DIGITS = 100  # int() itself refuses 4,300, and no score has a tenth of these
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?(%)?")
_NUMERIC = frozenset("0123456789+-.")
# What else may have been meant as something: words for true and false; full-width numbers, lists, quoted texts.
_REFUSED = frozenset(("yes", "no", "on", "off", "y", "n", "true", "false", "null"))
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz_０１２３４５６７８９")
_WIDE_STARTS = _NUMERIC | _LETTERS | frozenset("＋－−–“‘＂＇［【｛")
_WIDE_ENDS = _NUMERIC | _LETTERS | frozenset("．%％”’＂＇］】｝")


class Misread(ValueError):  # noqa: N818 - a finding about the text, not a fault of the program
    """A text that YAML readers take for different things, or that says something else than was meant."""

    def __init__(self, code: str, **parameters: str) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


def plain(text: str) -> str | int | Decimal | bool | None:
    """The value of an unquoted scalar; raises Misread."""
    if text.isdigit() and text[0] != "0" and text.isascii() and len(text) <= MOST_DIGITS:
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    numeric = text[0] in _NUMERIC
    if numeric and (number := _NUMBER.fullmatch(text)):
        if len(text) > MOST_DIGITS:
            raise Misread("long-number", found=text)
        return (int, Decimal, str)[number.lastindex or 0](text)
    if text.isascii():
        suspect = numeric or text.lower() in _REFUSED
    else:
        suspect = text[0] in _WIDE_STARTS and text[-1] in _WIDE_ENDS
    if suspect:
        from kaohe.source.yaml.misread import misread  # its patterns take time, and few files need them

        if found := misread(text):
            raise Misread(found[0], found=text, expected=found[1])
    if "：" in text:
        raise Misread("full-width-colon")
    return text
