"""`python -m tests.fuzz.editor INPUTS SEED [FOLDER]`: a run, its summary, and the texts of its faults in the folder."""

import sys
from pathlib import Path


def main() -> int:
    """Any fault makes it 1."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from fuzz.editor.campaign import run, write_examples
    from fuzz.telling import tell

    inputs, seed, *folder = sys.argv[1:]
    report = run(int(inputs), int(seed))
    tell(report, folder, write_examples)
    return 1 if report.met else 0


if __name__ == "__main__":
    sys.exit(main())
