"""`python -m tests.mutants SHARE SEED FOLDER PATH…`: mutants of the files under paths of `src`, against their tests.

FOLDER has `coverage`, with a context for each test, and `report.xml` of the same run. What becomes of mutants stands in
`outcomes` there line by line, and these are not tried again. Of SHARE 0 all are tried, else so many, chosen by SEED.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]


def main() -> int:
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    from mutants.outcomes import Outcomes
    from mutants.places import mutants
    from mutants.score import score
    from mutants.trying import SOON, try_all
    from mutants.which_tests import WhichTests

    share, seed, folder, *paths = sys.argv[1:]
    files = [file for path in paths for file in _files(ROOT / "src" / "kaohe" / path)]
    every = sorted(one for file in files for one in mutants(file, ROOT))
    if int(share):
        every = Random(int(seed)).sample(every, min(int(share), len(every)))  # noqa: S311 - nothing here is secret
    outcomes = Outcomes(Path(folder) / "outcomes")
    which = WhichTests(Path(folder) / "coverage", Path(folder) / "report.xml", SOON)
    try_all(ROOT, [one for one in every if one not in outcomes], which, outcomes)
    for outcome, many in sorted(Counter(outcomes[one] for one in every).items()):
        sys.stdout.write(f"{many} of {len(every)} {outcome}\n")
    survivors = [one for one in every if outcomes[one] not in {"killed", "killed in time"}]
    for path in paths:
        here = [one for one in every if f"{one.path}/".startswith(f"src/kaohe/{path}/")]
        if here:
            sys.stdout.write(f"{path}: {score(len(here) - len({*here} & {*survivors}), len(here))}\n")
    sys.stdout.write(f"all: {score(len(every) - len(survivors), len(every))}\n")
    for one in survivors:
        sys.stdout.write(f"{outcomes[one]}: {one.path}:{one.line} {one.operator} {one.occurrence}\n")
    return 0


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


if __name__ == "__main__":
    sys.exit(main())
