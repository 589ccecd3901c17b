"""What a batch is compared with: every file of a folder loaded with libyaml, in a process for each core."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import yaml


def load(paths: list[Path]) -> int:
    return sum(len(yaml.load(path.read_bytes(), yaml.CSafeLoader)) for path in paths)


def main() -> None:
    files = sorted(Path(sys.argv[1]).glob("*.yaml"))
    chunks = [files[start : start + 25] for start in range(0, len(files), 25)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        print(sum(pool.map(load, chunks)))


if __name__ == "__main__":
    main()
