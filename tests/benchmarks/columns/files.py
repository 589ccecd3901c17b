"""File to file, whole processes: `kaohe table` beside only reading the same facts and writing the same scores."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from benchmarks.columns.figures import Figure, Missing
from benchmarks.columns.frames import NAME

WORK: Mapping[str, tuple[str, ...]] = {
    "kaohe table": ("table", "--rubric", NAME, "-q"),
    "the same scores written with Polars, facts read": ("same",),
    "facts read and written with Polars": ("copy",),
    "kaohe table --ledger": ("table", "--rubric", NAME, "-q", "--ledger"),
}
"""What is done, then more words for it."""
TESTS = Path(__file__).parents[2]
RUNS, FEW = 3, 1
LONG = 1_000_000
"""Of so many rows, or more, one run is enough."""


def file_figures(rows: int, facts: Path) -> Iterator[Figure | Missing]:
    """The best of several runs of each, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            {name: _done(name, rows, facts, Path(folder)) for name in WORK} for _ in range(RUNS if rows < LONG else FEW)
        ]
    for name in WORK:
        found = [one[name] for one in runs]
        sound = [one for one in found if isinstance(one, Figure)]
        yield min(sound, key=lambda one: one.seconds) if sound else found[0]


def _done(name: str, rows: int, facts: Path, folder: Path) -> Figure | Missing:
    what, *more = WORK[name]
    target, told = folder / f"{what}.parquet", folder / "told"
    more += [str(folder / "table.parquet")] if what == "same" else []
    command: Sequence[str] = [sys.executable, "-m", "benchmarks.columns.whole_process", str(told), what]
    start = perf_counter()
    ended = subprocess.run(
        [*command, str(facts), str(target), *more], cwd=TESTS, capture_output=True, text=True, check=False
    )
    seconds = perf_counter() - start
    if ended.returncode:
        return Missing(name, (ended.stderr.strip().splitlines() or ["ended without a word"])[-1])
    memory, uncounted = told.read_text(encoding="utf-8").split()
    return Figure(name, rows, seconds - float(uncounted), int(memory), 0, 0, {"polars": version("polars")})
