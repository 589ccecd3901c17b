"""Every peer at every number of rows, in turn, its scores beside kaohe's."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.columns.figures import Figure, Missing
from benchmarks.columns.measuring import peers
from benchmarks.columns.peer import Peer

KAOHE = "by_kaohe"
MODULES = (KAOHE, "by_polars", "by_numpy", "by_c", "by_duckdb", "by_pandas", "by_openfisca", "by_zen")
TESTS = Path(__file__).parents[2]


def figures(rows: int, typed: Path, folder: Path) -> Iterator[Figure | Missing]:
    """One after another: no two share the machine."""
    ours: pl.DataFrame | None = None
    for module, name, peer in _asked(rows):
        if isinstance(peer, Missing):
            yield peer
            continue
        found = _measured(module, name, typed, folder / "scores.parquet")
        if isinstance(found, Missing):
            yield found
            continue
        scores = pl.read_parquet(folder / "scores.parquet")
        ours = scores if ours is None else ours
        yield Figure(
            name,
            rows,
            found["seconds"],
            found["kilobytes"],
            _wrong(ours, scores),
            ours.width * ours.height,
            found["versions"],
        )


def _asked(rows: int) -> Iterator[tuple[str, str, Peer | Missing]]:
    for module in MODULES:
        try:
            found = peers(module)
        except ImportError as error:
            yield module, module, Missing(module, str(error))
            continue
        for name, peer in found.items():
            if peer.refused:
                yield module, name, Missing(name, peer.refused)
            elif rows <= peer.most:
                yield module, name, peer


def _measured(module: str, name: str, typed: Path, scores: Path) -> Any:
    command: Sequence[str] = [
        sys.executable,
        "-m",
        "benchmarks.columns.measuring",
        module,
        name,
        str(typed),
        str(scores),
    ]
    done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False)
    if done.returncode:
        return Missing(name, (done.stderr.strip().splitlines() or ["ended without a word"])[-1])
    return json.loads(done.stdout)


def _wrong(ours: pl.DataFrame, theirs: pl.DataFrame) -> int:
    """Cells that differ, a column that is not there with all of its own."""
    return sum(
        int((ours[name] != theirs[name]).sum()) if name in theirs.columns else ours.height for name in ours.columns
    )
