"""`python -m tests.fuzz INPUTS SEED [FOLDER]`: a run, its summary, and small examples of its faults in the folder."""

import faulthandler
import resource
import sys
from pathlib import Path

LARGEST = 4 << 30
"""Bytes that the process may have: what takes more fails with MemoryError, and is found."""


def main() -> int:
    """New kinds of faults make it 1."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from fuzz.campaign import run, write_examples
    from fuzz.known_faults import known_faults
    from fuzz.telling import tell

    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))
    inputs, seed, *folder = sys.argv[1:]
    report = run(int(inputs), int(seed))
    tell(report, folder, write_examples)
    return 1 if report.kinds - known_faults().keys() else 0


if __name__ == "__main__":
    sys.exit(main())
