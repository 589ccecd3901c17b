"""Workbooks of so many units that `verify` will not open them: whoever writes one is told, and what to do instead."""

from collections.abc import Iterable
from pathlib import Path

from kaohe.cli.reporter import Reporter
from kaohe.source.workbooks import is_too_large


def tell_too_large(reporter: Reporter, written: Iterable[tuple[Path, bytes]]) -> None:
    """A notice for each of them."""
    for path, content in written:
        if path.suffix.lower() == ".xlsx" and is_too_large(content):
            reporter.notice("too-large-to-verify", path=path)
