"""NumPy: whole numbers of 64 bits, in blocks that stay in the processor's cache."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from benchmarks.columns.peer import Peer, Ready, filled
from benchmarks.columns.score import scores

BLOCK = 8192


class InNumpy:
    """Arrays of one block."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.facts = facts

    def fact(self, name: str) -> Any:
        return self.facts[name]

    def when(self, condition: Any, then: Any, otherwise: Any) -> Any:
        return np.where(condition, then, otherwise)

    def quotient(self, above: Any, below: Any) -> Any:
        return above // below

    def same(self, left: Any, right: Any) -> Any:
        return left == right

    def result(self, _name: str, value: Any) -> Any:
        return value


def arrays(path: Path) -> Mapping[str, Any]:
    """Conditions as they are, all else in 64 bits."""
    found = typed_arrays(path)
    return {name: one if one.dtype == np.bool_ else one.astype(np.int64) for name, one in found.items()}


def typed_arrays(path: Path) -> Mapping[str, Any]:
    """Numbers as wide as the table has them."""
    facts = filled(path)
    return {name: np.ascontiguousarray(facts[name].to_numpy()) for name in facts.columns}


def _prepare(path: Path) -> Ready:
    facts = arrays(path)
    rows = len(next(iter(facts.values())))
    first = scores(InNumpy({name: one[:1] for name, one in facts.items()}))
    found = {name: np.empty(rows, np.int64) for name in first}

    def work() -> None:
        with np.errstate(divide="ignore"):
            for start in range(0, rows, BLOCK):
                block = slice(start, start + BLOCK)
                for name, value in scores(InNumpy({key: one[block] for key, one in facts.items()})).items():
                    found[name][block] = value

    return Ready(work, lambda: pl.DataFrame(found))


PEERS = (Peer("NumPy, 64 bits in blocks", ("numpy",), _prepare),)
