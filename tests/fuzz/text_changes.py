"""Changes of the text of a file, where it stops being YAML, or becomes another YAML than was meant."""

from random import Random

MARKS = (
    "\t",
    ":",
    "：",
    "，",
    "“",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a ",
    "!x ",
    "#",
    "- ",
    "\u00a0",
    "\ufeff",
    "\x1b",
    "\r",
    "|",
    "％",
    "---\n",
)
"""Signs that mean something to YAML, or that look as if they did."""


def change(random: Random, text: str) -> str:
    """A text with a sign put in or taken out, or with a line less, twice, further in or elsewhere."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    how = random.randrange(6)
    if how == 0:
        place = random.randrange(len(text) + 1)
        return text[:place] + random.choice(MARKS) + text[place:]
    if how == 1:
        place = random.randrange(len(text) or 1)
        return text[:place] + text[place + 1 :]
    if how == 2:
        lines[at] = f" {lines[at]}"
    elif how == 3:
        lines.insert(at, lines[at])
    elif how == 4:
        lines.insert(random.randrange(len(lines)), lines.pop(at))
    else:
        del lines[at]
    return "\n".join(lines)
