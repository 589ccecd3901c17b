"""Names of the files that a batch writes: safe on every system, readable by the people who get them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

FORBIDDEN = re.compile(r'[\\/:*?"<>|]|^[\s.]+|[\s.]+$')
RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))", re.IGNORECASE)
UNTAKEN = re.compile(r'[\\:*?"<>|]|[\s.]$')
"""What no part of a path that exists may have on Windows: it is another file's name there, a device's, or none."""
MOST_BYTES = 255
LONGEST, LONGEST_STAGE = 180, 45
"""Bytes: file systems take 255 in all, and a Chinese character has three."""
MARKS = (6, 12)
"""So many digits of a name's digest tell it from others that would be called alike; the second where these do too."""


def sheet_names(sheets: Sequence[tuple[str, str]], suffix: str, taken: Collection[str] = ()) -> list[str]:
    """`甲市.自评分.xlsx` of each unit and stage, each unit called otherwise than what is `taken`."""
    names = unit_names([unit for unit, _ in sheets], taken)
    return [sheet_name(names[unit], stage, suffix) for unit, stage in sheets]


def sheet_name(unit: str, stage: str, suffix: str) -> str:
    """The same of one unit by its name among all."""
    return f"{unit}.{safe(stage, LONGEST_STAGE)}{suffix}"


def unit_names(units: Sequence[str], taken: Collection[str] = ()) -> Mapping[str, str]:
    """What files of each unit are called.

    Units whose names a system takes for one, or for one that is `taken`, have a mark.
    """
    names = {unit: safe(unit) for unit in units}
    for digits in MARKS:
        many = Counter(_compared(name) for name in (*names.values(), *taken))
        names = {
            unit: f"{name}~{_digest(unit)[:digits]}" if many[_compared(name)] > 1 else name
            for unit, name in names.items()
        }
    return names


def _digest(unit: str) -> str:
    return sha256(unit.encode(errors="surrogatepass")).hexdigest()


def safe(text: str, longest: int = LONGEST) -> str:
    """Text as a part of a file name."""
    name = FORBIDDEN.sub("_", unicodedata.normalize("NFC", text))
    name = "".join(one if one.isprintable() else "_" for one in name)
    name = name.encode(errors="replace")[:longest].decode(errors="ignore").rstrip(" .")
    return RESERVED.sub(r"\1_", name) or "_"


def alike(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each path that leads to the same file as one before, with that one: some systems do not tell cases apart."""
    first = dict[str, str]()
    for path in paths:
        key = _compared(path)
        if key in first:
            yield first[key], path
        else:
            first[key] = path


def _compared(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def is_taken_everywhere(path: str) -> bool:
    """Whether a path leads to a file of its own name on every system, and nowhere but into the folder it starts in."""
    parts = path.split("/")
    return all(not UNTAKEN.search(one) and not RESERVED.match(one) and _is_seen(one) for one in parts)


def _is_seen(part: str) -> bool:
    """Whether there is something, not too much, and nothing but signs and blanks."""
    return 0 < len(part.encode(errors="surrogatepass")) <= MOST_BYTES and part.replace("\u3000", " ").isprintable()
