"""What a batch is compared with: all files of a folder read, typed and checked by kaohe, in a process for each core."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from kaohe.stages.unit_loader import PARAMETERS, UnitLoader


@cache
def loader() -> UnitLoader:
    """One for each process."""
    return UnitLoader("zh", {})


def load(paths: list[Path]) -> int:
    return sum(len(loader().read(str(path))[1].row) for path in paths)


def main() -> None:
    files = sorted(path for path in Path(sys.argv[1]).glob("*.yaml") if path.name != PARAMETERS)
    chunks = [files[start : start + 25] for start in range(0, len(files), 25)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        print(sum(pool.map(load, chunks)))


if __name__ == "__main__":
    main()
