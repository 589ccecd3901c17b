"""How a command is made known to typer, and how it ends."""

from collections.abc import Callable

import typer

Register = Callable[[Callable[..., None]], object]
"""What takes a command's function: its options are read from the signature."""


def finish(work: Callable[[], int]) -> None:
    raise typer.Exit(work())
