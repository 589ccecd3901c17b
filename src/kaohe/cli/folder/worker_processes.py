"""A batch's work shared out among processes, each with a worker of its own; what they give comes in order."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kaohe.cli.folder.shared_work import FilesRead, Task
from kaohe.cli.folder.unit_worker import Worker
from kaohe.source import Document, files_read
from kaohe.source.files_read import Mark
from kaohe.stages.unit_loader import UnitLoader

if TYPE_CHECKING:
    from concurrent.futures import Executor

Entry = TypeVar("Entry")
Marked = TypeVar("Marked")
Done = TypeVar("Done")
LARGEST_CHUNK = 25
SMALL = 16
"""So few files are scored faster than processes start."""


class Share(Protocol):
    """Has workers do the same to all entries, a chunk at a time."""

    def __call__(self, work: Callable[[Worker, Sequence[Entry]], Done], entries: Sequence[Entry]) -> Iterator[Done]: ...


@contextmanager
def workers(
    task: Task, loader: UnitLoader, processes: int, files: Sequence[Path | Document]
) -> Iterator[tuple[Iterator[FilesRead], Share]]:
    """All files as they are read, and what shares out the work on units that come of them.

    Where files are not worth starting processes, all is done here; else the first of them are read here, so that what
    their rubric and their facts take to be made ready is ready in every copy.
    """
    global _worker  # noqa: PLW0603 - a new process has what stands here, where the system copies this one
    worker = Worker(task, loader)
    if processes == 1 or len(files) <= SMALL:
        yield (
            map(worker.read, _chunks(files, processes)),
            lambda work, entries: map(partial(work, worker), _chunks(entries, processes)),
        )
        return
    from concurrent.futures import ProcessPoolExecutor

    begun = worker.read(files[:SMALL])
    _worker = worker
    try:
        with ProcessPoolExecutor(processes, initializer=_start, initargs=(task,)) as pool:

            def share(work: Callable[[Worker, Sequence[Entry]], Done], entries: Sequence[Entry]) -> Iterator[Done]:
                return _noted(_handed_out(pool, partial(_do, work), _chunks(entries, processes)))

            yield chain([begun], share(Worker.read, files[SMALL:])), share
    finally:
        _worker = None


def _handed_out(
    pool: "Executor", work: Callable[[Sequence[Entry]], Marked], chunks: Sequence[Sequence[Entry]]
) -> Iterator[Marked]:
    """Processes begin here, and an interrupt waits until they have: what runs at a fork would swallow it."""
    if sys.platform == "win32":
        return pool.map(work, chunks)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.map(work, chunks)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _noted(shares: Iterator[tuple[Done, Iterable[Mark]]]) -> Iterator[Done]:
    """What processes give, and here it is noted what they have read."""
    for done, read in shares:
        files_read.add(read)
        yield done


def _chunks(entries: Sequence[Entry], processes: int) -> list[Sequence[Entry]]:
    size = max(1, min(LARGEST_CHUNK, -(-len(entries) // (4 * processes))))
    return [entries[start : start + size] for start in range(0, len(entries), size)]


_worker: Worker | None = None


def _start(task: Task) -> None:
    """What a new process does first."""
    global _worker  # noqa: PLW0603 - a process has one worker, and a pool's function can be handed only its chunk
    _ignore_interrupts()
    Thread(target=_end_with_parent, daemon=True).start()
    _worker = _worker or Worker(task, task.loader())
    gc.freeze()  # what all processes have is looked through by none, and so stays the same memory


def _do(work: Callable[[Worker, Sequence[Any]], Done], entries: Sequence[Any]) -> tuple[Done, Iterable[Mark]]:
    assert _worker is not None  # noqa: S101 - the process was started with one
    with files_read.noting() as read:
        return work(_worker, entries), read


def apart(work: Callable[[Entry], Done], entries: Sequence[Entry], processes: int) -> list[Done]:
    """What is made of a few large entries, at the same time where a process can have all that this one has."""
    if sys.platform != "linux" or processes == 1 or len(entries) == 1:
        return [work(one) for one in entries]
    from multiprocessing import get_context

    global _work  # noqa: PLW0603 - a new process has what stands here, and nothing needs to be sent to it
    _work = work
    with get_context("fork").Pool(min(processes, len(entries)), _ignore_interrupts) as pool:
        return pool.map(_do_apart, entries, chunksize=1)


_work: Callable[[Any], Any]


def _do_apart(entry: Any) -> Any:
    return _work(entry)


def _end_with_parent() -> None:
    """A run that is killed tells its processes nothing: they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _ignore_interrupts() -> None:
    """Ctrl-C reaches all processes; the first one ends the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
