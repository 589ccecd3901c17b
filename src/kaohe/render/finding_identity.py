"""How a finding is told from others by hosts: its file as they know it, and a fingerprint that moves with its line."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from kaohe.problems import Problem


def host_path(path: str) -> str:
    """As seen from where the run was started, with `/` between folders; what lies elsewhere keeps its whole path."""
    normal = Path(os.path.normpath(path))
    here = Path.cwd()
    return (normal.relative_to(here) if normal.is_relative_to(here) else normal).as_posix()


def uri(path: str) -> str:
    """The same as a reference of RFC 3986: Chinese names and odd bytes as %XX."""
    found = host_path(path)
    return ("file://" if found.startswith("/") else "") + quote(os.fsencode(found))


def printable(text: str) -> str:
    """Without halves of characters, which no UTF-8 file can hold: names of files may have some."""
    return text.encode(errors="backslashreplace").decode()


def fingerprinted(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each with a fingerprint of its own; lines above it may come and go."""
    seen = Counter[str]()
    for one in problems:
        said = "\0".join((host_path(one.path), one.code, one.sheet, one.message("en")))
        seen[said] += 1
        yield one, sha256(f"{said}\0{seen[said]}".encode(errors="backslashreplace")).hexdigest()
