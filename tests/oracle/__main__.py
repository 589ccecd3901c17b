"""`python -m tests.oracle UNITS SEED [SHEETS]`: units made up at random, by the form's text and by every back-end.

Of so many as are asked for in SHEETS LibreOffice computes the cells, too. Each cell that differs is listed; then the
exit code is 1.
"""

import sys
from pathlib import Path


def main() -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from oracle.trials import Told, runs

    units, seed, *sheets = map(int, sys.argv[1:])
    told: Told = {}
    for done in runs(units, seed, sum(sheets), told):
        sys.stderr.write(f"{done}: {', '.join(f'{name} {len(one.wrong)} wrong' for name, one in told.items())}\n")
    for name, one in told.items():
        wider = f", {sum(one.wider.values())} left wider" if one.wider else ""
        sys.stdout.write(f"{name}: {one.units} units, {one.cells} cells, {len(one.wrong)} wrong{wider}\n")
        sys.stdout.write("".join(f"  {what}\n" for what in one.wrong[:20]))
    return 1 if any(one.wrong for one in told.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
