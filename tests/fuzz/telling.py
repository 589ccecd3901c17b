"""What a run tells at its end: its summary, and a folder for each kind of fault with an example."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

LONGEST = 100
"""Characters of a folder's name."""


class Summed(Protocol):
    """What a run has come to."""

    def lines(self) -> Iterable[str]: ...


Report = TypeVar("Report", bound=Summed)


def tell(report: Report, folders: list[str], write_examples: Callable[[Report, Path], None]) -> None:
    """On standard output; examples in the folder, if one is named."""
    sys.stdout.write("\n".join(report.lines()) + "\n")
    for folder in folders:
        write_examples(report, Path(folder))
        sys.stdout.write(f"examples in {folder}\n")


def folder_of(name: str, target: Path) -> Path:
    """The folder, made, of a kind of fault by its name."""
    own = target / re.sub(r"[^a-zA-Z]+", "-", name).strip("-")[:LONGEST]
    own.mkdir(parents=True, exist_ok=True)
    return own
