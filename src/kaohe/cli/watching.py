"""A run that is done anew each time when a file that it rests on has changed."""

import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from kaohe.cli.reporter import Reporter

PAUSE = 0.5
"""Seconds between looks at the files."""
Stamps = Mapping[Path, tuple[int, int]]


def watch(reporter: Reporter, once: Callable[[Reporter], int], files: Callable[[], Iterable[Path]]) -> int:
    """Ends only when it is interrupted; `files` are those that there are now. What fails is told, and tried again."""
    while True:
        anew = Reporter(reporter.language, reporter.quiet)  # which has not said yet what was wrong before
        before = _stamps(files())
        anew.attempt(partial(once, anew))
        sys.stdout.flush()  # who reads it in a pipe need not wait
        anew.notice("watching")
        before = {**_stamps(files()), **before}  # what is known only now counts as it is now
        while _stamps(files()) == before:
            time.sleep(PAUSE)


def _stamps(files: Iterable[Path]) -> Stamps:
    """When each was changed last, and its size; one that is gone has none."""
    found = {}
    for path in files:
        with suppress(OSError):
            now = path.stat()
            found[path] = now.st_mtime_ns, now.st_size
    return found
