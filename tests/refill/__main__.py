"""`python -m tests.refill UNITS SEED`: blank workbooks filled in at random, saved by LibreOffice, read back.

Each unit that does not come back the same is listed; then the exit code is 1.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def main() -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from support.refilled import at_random
    from support.rendered.printing import Office

    units, seed = map(int, sys.argv[1:])
    seen = same = 0
    with TemporaryDirectory() as folder:
        for found in at_random(Office(Path(folder) / "profile"), Path(folder), units, seed):
            wrong = [f"unit {number}: {'; '.join(one)}\n" for number, one in enumerate(found, seen) if one]
            seen, same = seen + len(found), same + len(found) - len(wrong)
            sys.stdout.write("".join([*wrong, f"{same} units of {seen} come back the same\n"]))
            sys.stdout.flush()
    return 0 if same == units else 1


if __name__ == "__main__":
    sys.exit(main())
