"""Names of the files that a batch writes: safe on every system, readable by the people who get them."""

import re
import unicodedata

FORBIDDEN = re.compile(r'[\\/:*?"<>|]|^[\s.]+|[\s.]+$')
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
LONGEST = 60
"""Characters: file systems take 255 bytes, and a Chinese character has three."""


def sheet_name(unit: str, stage: str, suffix: str) -> str:
    """`甲市.自评分.xlsx`."""
    return f"{safe(unit)}.{safe(stage)}{suffix}"


def safe(text: str) -> str:
    """Text as a part of a file name."""
    name = FORBIDDEN.sub("_", unicodedata.normalize("NFC", text))
    name = "".join(one if one.isprintable() else "_" for one in name)[:LONGEST].rstrip(" .")
    return RESERVED.sub(r"\1_", name) or "_"
