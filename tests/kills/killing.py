"""A run in a process of its own that is killed: before one of its steps on files, or after some time."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic, sleep

from kills.commands import Line
from support.command_line import kaohe

STEPS = (
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.chmod",
    "os.listdir",
    "os.scandir",
    "os.utime",
    "os.truncate",
)
"""What Python tells of before it does it."""
Before = Callable[[], None]


def _in_child(folder: Path, line: Line, before: Before) -> int:
    """Fork, and run the command there; the child's number."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.chdir(folder)
            before()
            code = kaohe(*line).code
        finally:
            os._exit(code)
    return child


def run(folder: Path, line: Line) -> int:
    """The exit code of a run that nobody kills."""
    _, status = os.waitpid(_in_child(folder, line, lambda: None), 0)
    return os.waitstatus_to_exitcode(status)


def _on_step(folder: Path, work: Callable[[], None]) -> Before:
    """Something to be done before each step on a file of the folder."""
    inside = str(folder)

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in STEPS and given and inside in os.path.abspath(str(given[0])):  # noqa: PTH100 - names as they are given
            work()

    return lambda: sys.addaudithook(hook)


def _tell(write: int) -> None:
    os.write(write, b".")


def steps(folder: Path, line: Line) -> tuple[int, float]:
    """So many steps on files of its folder a whole run has, and how long it takes."""
    read, write = os.pipe()
    start = monotonic()
    child = _in_child(folder, line, _on_step(folder, lambda: _tell(write)))
    os.close(write)
    with os.fdopen(read, "rb") as file:
        count = len(file.read())
    os.waitpid(child, 0)
    return count, monotonic() - start


def kill_before_step(folder: Path, line: Line, number: int) -> bool:
    """Kill a run before its step of this number; whether it had not ended."""
    left = [number]

    def work() -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _, status = os.waitpid(_in_child(folder, line, _on_step(folder, work)), 0)
    return os.WIFSIGNALED(status)


def kill_after(folder: Path, line: Line, seconds: float) -> bool:
    """Kill a run when it has taken so long; whether it had not ended."""
    child = _in_child(folder, line, lambda: None)
    sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def kill(random: Random, folder: Path, line: Line, whole: tuple[int, float]) -> bool:
    """At a moment by chance: most of them fall where files are written, for most steps do."""
    count, seconds = whole
    if random.random() < 0.6:
        return kill_before_step(folder, line, random.randrange(count))
    return kill_after(folder, line, random.uniform(0, seconds))
