"""A file that keeps what runs have said: each line is in it at once, so that a run that dies leaves all it had said."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TextIO

from kaohe import __version__
from kaohe.cli.reporter import Reporter
from kaohe.problems import Unusable
from kaohe.render.terminal.line_wrapping import tidy
from kaohe.source import file_contents

HEAD = "# kaohe"
"""What the first line of every run begins with."""


def logged(reporter: Reporter, path: Path | None, run: Callable[[Reporter], int]) -> int:
    """Run with what is said kept in the file too, after what earlier runs have said; refuses other files."""
    if path is None:
        return run(reporter)
    return reporter.attempt(lambda: _logged(reporter, path, run))


def _logged(reporter: Reporter, path: Path, run: Callable[[Reporter], int]) -> int:
    if not _may_hold_a_log(path):
        raise Unusable("log-of-something-else", path=path)
    with path.open("a", encoding="utf-8", errors="replace", newline="\n", buffering=1) as file:
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        _keep(file, f"{HEAD} {__version__} {moment} {tidy(' '.join(sys.argv[1:]))}")
        keeping = replace(reporter, keep=lambda text: _keep(file, text))
        code = keeping.attempt(lambda: run(keeping))
        _keep(file, reporter.say("log-end", ended=code))
    return code


def _may_hold_a_log(path: Path) -> bool:
    """Whether it is new, empty, or one already; raises OSError."""
    if not path.exists():
        return True
    return file_contents.peeked(path, len(HEAD)) in (b"", HEAD.encode())


def _keep(file: TextIO, text: str) -> None:
    with suppress(OSError):  # a full disk ends the log, not the run
        file.write(text.replace(f"\n{HEAD}", f"\n {HEAD}") + "\n")  # a name may have the beginning of a run in it
        file.flush()
