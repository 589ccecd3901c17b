"""What the interpreter itself reports of a run: connections, other programs, objects made from bytes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

WATCHED = (
    "socket.",
    "ssl.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.startfile",
    "pickle.",
    "shelve.",
    "webbrowser.",
)
_seen: list[list[str]] = []


def _note(event: str, _: object) -> None:
    if _seen and event.startswith(WATCHED):
        _seen[-1].append(event)


@contextmanager
def watched() -> Iterator[list[str]]:
    """The events that were seen meanwhile; a hook stays for ever, so it is one that mostly sleeps."""
    if not hasattr(_note, "added"):
        sys.addaudithook(_note)
        _note.added = True  # type: ignore[attr-defined]
    _seen.append([])
    try:
        yield _seen[-1]
    finally:
        _seen.pop()
