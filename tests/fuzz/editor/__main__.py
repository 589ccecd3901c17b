"""`python -m tests.fuzz.editor INPUTS SEED [FOLDER]`: a run, its summary, and the texts of its faults in the folder."""

import sys
from pathlib import Path


def main() -> int:
    """Any fault makes it 1."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from fuzz.editor.campaign import run, write_examples

    inputs, seed, *folder = sys.argv[1:]
    report = run(int(inputs), int(seed))
    sys.stdout.write("\n".join(report.lines()) + "\n")
    if folder:
        write_examples(report, Path(folder[0]))
        sys.stdout.write(f"examples in {folder[0]}\n")
    return 1 if report.met else 0


if __name__ == "__main__":
    sys.exit(main())
