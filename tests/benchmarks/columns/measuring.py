"""One peer in a process of its own: its rate, the memory it took, its scores."""

import json
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.columns.memory import kilobytes
from benchmarks.columns.peer import Peer

LONGEST, MOST_RUNS = 10.0, 7
"""A peer works so many seconds, or so often; its best time counts."""


def peers(module: str) -> Mapping[str, Peer]:
    """Those of a module by their names; raises ImportError where what it needs is not installed."""
    return {one.name: one for one in import_module(f"benchmarks.columns.{module}").PEERS}


def measure(module: str, name: str, typed: Path, scores: Path) -> Mapping[str, Any]:
    """Seconds of the best work and the largest memory, inputs included."""
    peer = peers(module)[name]
    ready = peer.prepare(typed)
    times: list[float] = []
    while len(times) < MOST_RUNS and sum(times) < LONGEST:
        ready.before()
        start = perf_counter()
        ready.work()
        times.append(perf_counter() - start)
    memory = kilobytes()
    ready.scores().write_parquet(scores)
    versions = {one: version(one) for one in peer.packages}
    return {"seconds": min(times), "runs": len(times), "kilobytes": memory, "versions": versions}


def main() -> None:
    """`python -m benchmarks.columns.measuring MODULE NAME TYPED SCORES` prints the figures as JSON."""
    module, name, typed, scores = sys.argv[1:]
    sys.stdout.write(json.dumps(measure(module, name, Path(typed), Path(scores))))


if __name__ == "__main__":
    main()
