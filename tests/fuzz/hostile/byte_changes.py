"""Changes of bytes that know nothing of what they mean."""

from collections.abc import Callable
from random import Random

SIGNS = (b"\0", b"\xff", b"\r", b"\n", b"\x1b", b"\xef\xbb\xbf", b"\xff\xfe", b"\xb0\xa1", b'"', b",", b"<", b"&", b"%")


def flip(random: Random, content: bytes) -> bytes:
    """Some bytes become others."""
    found = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8))):
        if found:
            found[random.randrange(len(found))] ^= random.randrange(1, 256)
    return bytes(found)


def cut(random: Random, content: bytes) -> bytes:
    """The end is missing, or the beginning."""
    at = random.randrange(len(content) + 1)
    return content[:at] if random.random() < 0.8 else content[at:]


def take_out(random: Random, content: bytes) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + content[start + random.choice((1, 4, 64, 1024)) :]


def put_in(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    own = random.choice(SIGNS) if random.random() < 0.7 else random.randbytes(random.choice((1, 4, 32)))
    return content[:at] + own + content[at:]


def repeat(random: Random, content: bytes) -> bytes:
    """A stretch stands there twice, or very often."""
    start = random.randrange(len(content) + 1)
    stretch = content[start : start + random.choice((2, 16, 256))]
    return content[:start] + stretch * random.choice((2, 2, 3, 500)) + content[start:]


def in_other_code(random: Random, content: bytes) -> bytes:
    """The same text as other programs write it."""
    text = content.decode("utf-8", "replace")
    code = random.choice(("gb18030", "utf-16", "utf-16-be", "utf-8-sig", "utf-32", "big5"))
    return text.encode(code, "replace")


CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (flip, flip, cut, take_out, put_in, put_in, repeat)
"""Of any bytes; `in_other_code` besides is for texts."""


def changed(random: Random, content: bytes) -> bytes:
    return random.choice(CHANGES)(random, content)
