"""How far a run has come: a bar on a terminal, elsewhere a line every ten seconds."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from kaohe.cli.reporter import Reporter

BETWEEN = 10.0
"""Seconds from one line to the next; a run that is shorter has none."""


@contextmanager
def progress(reporter: Reporter, total: int) -> Iterator[Callable[[int], None]]:
    """Of so many files, each of which is read, then scored."""
    if not sys.stderr.isatty():
        yield _Lines(reporter, 2 * total).advance
        return
    if reporter.quiet:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(reporter.say("scoring"), total=2 * total)
        yield lambda count: bar.advance(task, count)


class _Lines:
    """Says in a log or a file how far the run is."""

    def __init__(self, reporter: Reporter, total: int) -> None:
        self._reporter = reporter
        self._total = total
        self._done = 0
        self._said = monotonic()

    def advance(self, count: int) -> None:
        self._done += count
        if monotonic() - self._said >= BETWEEN:
            self._said = monotonic()
            self._reporter.notice("progress", percent=100 * self._done // max(1, self._total))
