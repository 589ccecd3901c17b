"""A file's texts in the Markdown of a hover: they stay text, whatever they have in them, on one line."""

import re

_SIGNS = re.compile(r"[\\`*_\[<]|~(?=~)|&(?=#?\w+;)")
"""No more is escaped than must be, for some editors show Markdown as it is."""
_OPENING = re.compile(r"[-+](?=[- ]|$)|[>=]|#{1,6}(?= |$)|\d+[.)](?= |$)")
"""What begins a list, a quotation, a heading or a line across."""


def as_text(text: str) -> str:
    """A text that may stand at the beginning of a line."""
    line = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    found = _OPENING.match(line)
    if found is None:
        return line
    sign = found.end() - 1 if line[0].isdigit() else 0
    return f"{line[:sign]}\\{line[sign:]}"


def as_code(name: str) -> str:
    """A name, set as code where it is one."""
    return f"`{name}`" if name.replace(".", "_").isidentifier() else as_text(name)
