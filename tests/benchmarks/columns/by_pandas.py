"""pandas: whole columns, choices by NumPy."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from benchmarks.columns.by_numpy import InNumpy, arrays
from benchmarks.columns.peer import Peer, Ready
from benchmarks.columns.score import scores


class InPandas(InNumpy):
    """Series; a choice is one again."""

    def when(self, condition: Any, then: Any, otherwise: Any) -> Any:
        return pd.Series(np.where(condition, then, otherwise))


def _prepare(path: Path) -> Ready:
    facts = pd.DataFrame(arrays(path))
    found: list[Any] = []

    def work() -> None:
        found[:] = [pd.DataFrame(scores(InPandas(facts)))]

    return Ready(work, lambda: pl.DataFrame({name: found[0][name].to_numpy() for name in found[0]}))


PEERS = (Peer("pandas", ("pandas", "numpy"), _prepare),)
