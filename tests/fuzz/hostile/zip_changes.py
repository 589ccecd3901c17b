"""Changes of archives: a part spoilt, gone, there twice, packed otherwise; or the bytes around all parts."""

from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from fuzz.hostile import byte_changes, xml_changes

Entries = list[tuple[str, bytes]]
NAMES = (
    "",
    "/",
    "..",
    "../x",
    "/etc/x",
    "xl\\workbook.xml",
    "a" * 300,
    "甲.xml",
    "xl/workbook.xml/",
    "xl/vbaProject.bin",
)
BURST = 64 << 20
"""Bytes of one part that is packed to next to nothing."""


def entries(content: bytes) -> Entries:
    with ZipFile(BytesIO(content)) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def packed(parts: Entries, method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with catch_warnings(), ZipFile(target, "w", method) as archive:
        simplefilter("ignore")  # names that stand there twice are meant
        for name, part in parts:
            archive.writestr(name or "x", part)
    return target.getvalue()


def part_changed(random: Random, content: bytes, weights: Mapping[str, int]) -> bytes:
    """One part or some are spoilt by what they hold: XML by its tags, others by their bytes."""
    found = entries(content)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        at = random.choices(range(len(found)), [_weight(name, weights) for name, _ in found])[0]
        name, part = found[at]
        tags = name.endswith((".xml", ".rels")) and random.random() < 0.93
        found[at] = name, (xml_changes if tags else byte_changes).changed(random, part)
    return packed(found)


def _weight(name: str, weights: Mapping[str, int]) -> int:
    return next((weight for beginning, weight in weights.items() if name.startswith(beginning)), 1)


def parts_moved(random: Random, content: bytes) -> bytes:
    """A part is gone, twice there, under another name, another's, empty, or huge."""
    found = entries(content)
    at, how = random.randrange(len(found)), random.randrange(7)
    name, part = found[at]
    if how == 0:
        del found[at]
    elif how == 1:
        found.append((name, part if random.random() < 0.5 else b""))
    elif how == 2:
        found[at] = random.choice(NAMES), part
    elif how == 3:
        found[at] = name, random.choice(found)[1]
    elif how == 4:
        found[at] = name, b""
    elif how == 5:
        found.append((random.choice(NAMES), part))
    else:
        found[at] = name, part + b" " * random.choice((1 << 16, BURST))
    return packed(found)


def packed_otherwise(random: Random, content: bytes) -> bytes:
    return packed(entries(content), random.choice((ZIP_STORED, ZIP_BZIP2, ZIP_LZMA)))


def around(random: Random, content: bytes) -> bytes:
    """The bytes of the archive itself; its table of contents stands at the end."""
    if random.random() < 0.5:
        return byte_changes.changed(random, content)
    at = max(0, len(content) - random.choice((22, 200, 1500)))
    return content[:at] + byte_changes.changed(random, content[at:])


def changed(random: Random, content: bytes, weights: Mapping[str, int]) -> bytes:
    how = random.random()
    if how < 0.72:
        return part_changed(random, content, weights)
    others: tuple[Callable[[Random, bytes], bytes], ...] = (parts_moved, parts_moved, around, around, packed_otherwise)
    return random.choice(others)(random, content)
