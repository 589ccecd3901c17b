"""`python -m benchmarks.columns [ROWS …] [--markdown FILE]`: all peers side by side, then file to file."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.columns.comparing import figures
from benchmarks.columns.figures import Figure, Missing, as_markdown, as_text, table, versions
from benchmarks.columns.files import file_figures
from benchmarks.columns.frames import write_facts

ROWS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
CALCULATION = (
    "Calculation only: 40 of the 41 items, sections and the whole; 6.6, which sums over a list, is left out for all"
)
FILES = "File to file, whole processes: all 41 items"


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        calculation: list[Figure | Missing] = []
        files: list[Figure | Missing] = []
        for rows in asked.rows:
            facts, typed = write_facts(rows, folder)
            calculation += _told(figures(rows, typed, folder))
            files += _told(file_figures(rows, facts))
    sys.stdout.write("\n".join(_page(calculation, files, markdown=False)) + "\n")
    if asked.markdown:
        asked.markdown.write_text("\n".join(_page(calculation, files, markdown=True)) + "\n", encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="*", type=int, default=ROWS)
    parser.add_argument("--markdown", type=Path, help="the same tables for a page")
    parser.add_argument("--folder", type=Path, help="where tables of facts are kept for the next time")
    return parser.parse_args()


def _told(found: Iterator[Figure | Missing]) -> Iterator[Figure | Missing]:
    """Each as soon as it is there."""
    for one in found:
        sys.stderr.write(f"{one}\n")
        yield one


def _page(
    calculation: Sequence[Figure | Missing], files: Sequence[Figure | Missing], *, markdown: bool
) -> Iterator[str]:
    drawn = as_markdown if markdown else as_text
    for title, found in ((CALCULATION, calculation), (FILES, files)):
        yield from (title, "", *drawn(table(found)), "")
    used = ", ".join(f"{name} {number}" for name, number in versions([*calculation, *files]).items())
    yield f"Python {platform.python_version()}, {used}"
    yield f"{os.cpu_count()} × {_processor()}; load {os.getloadavg()[0]:.1f} at the end; the best of several runs each"


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if sys.platform == "linux" else []
    return next(
        (line.partition(":")[2].strip() for line in told if line.startswith("model name")), platform.processor()
    )


if __name__ == "__main__":
    main()
