"""Texts for people without what a terminal would obey: names of files may have anything in them."""

import re

_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
_UNESCAPED = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless_json(text: str) -> str:
    """A JSON document in which the same stands as JSON's escapes; what is below a blank has them anyway."""
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless(text: str) -> str:
    """The same text, in which what a terminal would obey stands as its escape in Python."""
    if text.isprintable():
        return text
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
