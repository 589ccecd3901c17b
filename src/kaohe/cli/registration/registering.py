"""How a command is made known to typer, and how it ends."""

from collections.abc import Callable

import typer

from kaohe.source import files_read

Register = Callable[[Callable[..., None]], object]
"""What takes a command's function: its options are read from the signature."""


def finish(work: Callable[[], int]) -> None:
    """Nothing that a run has read is written over by it."""
    with files_read.noting():
        code = work()
    raise typer.Exit(code)
