"""A text that is meant to be kept goes to its file, or to standard output in the encoding that it must have."""

import sys
from pathlib import Path

from kaohe.cli.reporter import Reporter
from kaohe.render.files.output import refuse_unwritable, save, to_file


def deliver(reporter: Reporter, text: str, target: Path | None) -> None:
    """Write the text. Redirected it becomes a file, and kaohe reads UTF-8 only; a terminal has its own encoding."""
    if target is not None and to_file(target):
        refuse_unwritable(target)
        save(target, text.encode())
        reporter.notice("written", path=str(target))
    else:
        reporter.result(text if sys.stdout.isatty() else text.encode())
