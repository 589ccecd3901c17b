"""Texts that are open in an editor, or come by standard input, stand for the files that they will be saved to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from os.path import realpath

_TEXTS: ContextVar[Mapping[str, bytes]] = ContextVar("unsaved texts")


@contextmanager
def unsaved(texts: Mapping[str, bytes]) -> Iterator[None]:
    """Within this, files of these paths have these contents."""
    token = _TEXTS.set({realpath(path): content for path, content in texts.items()})
    try:
        yield
    finally:
        _TEXTS.reset(token)


def content_of(path: str) -> bytes | None:
    """What stands for a file, if anything does."""
    texts = _TEXTS.get(None)
    return texts.get(realpath(path)) if texts else None
