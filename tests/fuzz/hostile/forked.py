"""Many attempts, a stretch of them in a process of its own: what ends that is a fault too, and stops nothing."""

import faulthandler
import os
import pickle
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from fuzz.entrances import prepared_once
from fuzz.watching import Fault

STRETCH = 200
"""Attempts of one process."""
MORE = 3 << 30
"""Bytes of addresses, most of them never used, that it may have beyond what it begins with."""
SECONDS = 600
"""Of the processor, for a stretch: what never comes back from another language's code ends so."""

Work = Callable[[int, Path], Any]


def results(work: Work, numbers: range) -> Iterator[tuple[int, Any]]:
    """What `work` makes of each number in a folder; a Fault where the process died of it."""
    at = numbers.start
    while at < numbers.stop:
        done = at - 1
        for number, result in _stretch(work, range(at, min(at + STRETCH, numbers.stop))):
            yield number, result
            done = number
        at = done + 1


def _stretch(work: Work, numbers: range) -> Iterator[tuple[int, Any]]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _run(work, numbers, write)
    os.close(write)
    done = numbers.start - 1
    with os.fdopen(read, "rb") as file:
        for number, result in _received(file):
            yield number, result
            done = number
    _, status = os.waitpid(child, 0)
    if done + 1 < numbers.stop:
        yield done + 1, Fault("process", f"died with {os.waitstatus_to_exitcode(status)}", "")


def _received(file: IO[bytes]) -> Iterator[tuple[int, Any]]:
    while True:
        try:
            yield pickle.load(file)  # noqa: S301 - our own process wrote it
        except EOFError:
            return


def _run(work: Work, numbers: range, write: int) -> None:
    """The child: it never comes back."""
    code = 1
    try:
        faulthandler.enable()
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MORE, used + MORE))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        with TemporaryDirectory() as folder, prepared_once(), os.fdopen(write, "wb") as file:
            for number in numbers:
                pickle.dump((number, work(number, Path(folder))), file)
                file.flush()
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)
