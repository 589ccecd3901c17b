"""`python -m tests.kills N SEED`: so many runs killed at moments by a seed, and what was wrong after any."""

import sys
from pathlib import Path


def main() -> int:
    """Anything wrong makes it 1."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from kills.campaign import kills

    number, seed = map(int, sys.argv[1:3])
    report = kills(number, seed)
    sys.stdout.write("\n".join(report.lines()) + "\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
