"""How fast kaohe is beside what it can be compared with: one city, folders of a thousand, units a second.

Every comparison runs its sides in turn, in one go, on the machine at hand; the ratios hold better than the seconds.
Run it with the environment's Python: `python tests/benchmarks/compare.py`.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from kaohe import source
from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import known_of
from kaohe.library import rubric_files
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from support.command_line import CITIES, CITY_FILES
from support.naive import evaluate, facts_of
from support.random_rows import random_row
from support.shipped import NAME

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "rubrics" / "jiangsu-employment-2011.values.schema.json"
BIN = Path(sys.executable).parent
LOAD_ONLY, LOAD_TYPED, READ_CELLS = (
    Path(__file__).with_name(name) for name in ("load_only.py", "load_typed.py", "read_cells.py")
)
UNITS = 1000
RUNS = 9
Command = Sequence[str | Path]


def main() -> None:
    one_city()
    with tempfile.TemporaryDirectory() as folder:
        folder_of_cities(Path(folder))
        folder_of_workbooks(Path(folder))
    units_a_second()


def one_city() -> None:
    """(a) One file as a whole process, against validating the same file with its published schema."""
    city = CITIES / "甲市.yaml"
    times = in_turn(
        {
            "check-jsonschema": [BIN / "check-jsonschema", "--schemafile", SCHEMA, city],
            "kaohe score --format json": [BIN / "kaohe", "score", city, "--format", "json"],
            "kaohe score (table)": [BIN / "kaohe", "score", city],
            "python -c pass": [sys.executable, "-c", "pass"],
        },
        RUNS,
    )
    show(
        "(a) one city, whole process",
        times,
        "check-jsonschema",
        {"kaohe score --format json": 0.7, "kaohe score (table)": 1.0},
    )


def folder_of_cities(folder: Path) -> None:
    """(b) A thousand files scored into one CSV and one workbook, against only loading them, in as many processes."""
    cities = folder / "cities"
    write_cities(cities)
    csv, xlsx, load = "kaohe batch -o all.csv", "kaohe batch -o summary.xlsx", "read, typed and checked"
    times = in_turn(
        {
            "load with yaml.CSafeLoader": [sys.executable, LOAD_ONLY, cities],
            load: [sys.executable, LOAD_TYPED, cities],
            csv: [BIN / "kaohe", "batch", cities, "-q", "-o", folder / "all.csv"],
            xlsx: [BIN / "kaohe", "batch", cities, "-q", "-o", folder / "s.xlsx"],
        },
        5,
    )
    show(f"(b) {UNITS} cities", times, load, {csv: 1.3, xlsx: 3.0})


def write_cities(folder: Path) -> None:
    """The example cities again and again, each copy a unit of its own."""
    folder.mkdir()
    shutil.copy(CITIES / "parameters.yaml", folder)
    for number in range(UNITS):
        text = CITY_FILES[number % len(CITY_FILES)].read_text(encoding="utf-8")
        (folder / f"{number:04d}.yaml").write_text(text.replace("\nunit: ", f"\nunit: 第{number}", 1), encoding="utf-8")


def folder_of_workbooks(folder: Path, many: int = UNITS) -> None:
    """(c) A thousand filled workbooks scored into one CSV, against reading only their cells, each in one process."""
    entries = folder / "workbooks"
    write_workbooks(entries, many)
    batch: Command = [BIN / "kaohe", "batch", entries, "-q", "--processes", "1", "-o", folder / "entries.csv"]
    times = in_turn(
        {"cells with openpyxl, read-only": [sys.executable, READ_CELLS, entries], "kaohe batch -o entries.csv": batch},
        1,
    )
    limits = {"kaohe batch -o entries.csv": 4.0}
    show(f"(c) {many} filled workbooks", times, "cells with openpyxl, read-only", limits)


def write_workbooks(folder: Path, many: int) -> None:
    """The same cities as filled workbooks."""
    folder.mkdir()
    shutil.copy(CITIES / "parameters.yaml", folder)
    rubric, document = rubric_files.load(rubric_files.shipped()[NAME])
    compiled = CompiledRubric(rubric, document.sha256)
    common = compiled.reader.parameters(source.read(str(CITIES / "parameters.yaml")))
    known = [known_of(compiled, compiled.reader.read(source.read(str(path)), common)) for path in CITY_FILES]
    forms, workbooks = EntryForms(compiled, "zh"), EntryWorkbooks("zh")
    for number in range(many):
        unit = known[number % len(known)]
        form = forms.first(EntryAbout(NAME, "self"), replace(unit, unit=f"第{number}{unit.unit}"))
        (folder / f"{number:04d}.xlsx").write_bytes(workbooks.content(form))


def units_a_second() -> None:
    """(d) Exact scores in one process; of each engine whether it keeps a trace of the points lost."""
    rubric, document = rubric_files.load(rubric_files.shipped()[NAME])
    compiled = CompiledRubric(rubric, document.sha256)
    scorer = Scorer(compiled, "zh")
    common = compiled.reader.parameters(source.read(str(CITIES / "parameters.yaml")))
    read = [compiled.reader.read(source.read(str(path)), common) for path in CITY_FILES]
    rows = [one.row for one in read if not compiled.gaps(one.row)]
    random = [random_row(compiled, Random(seed)) for seed in range(50)]
    trees = [compiled.score(item) for item in range(len(compiled.items))]
    engines: dict[str, tuple[str, Callable[[], object], int]] = {
        "compiled ledger, example cities": (
            "trace on",
            lambda: [compiled.ledger.score(row) for row in rows],
            len(rows),
        ),
        "compiled ledger, random units": (
            "trace on",
            lambda: [compiled.ledger.score(row) for row in random],
            len(random),
        ),
        "compiled dues only": ("trace off", lambda: [compiled.ledger.dues(row) for row in rows], len(rows)),
        "sheet with every sentence": (
            "trace and text on",
            lambda: [scorer.score(Values("", "", None, "self", row)) for row in rows],
            len(rows),
        ),
        "walking the trees with Fraction": (
            "trace off",
            lambda: [evaluate(tree, facts_of(compiled.layout, rows[0])) for tree in trees],
            1,
        ),
    }
    print("\n(d) units a second, one process")
    for name, (trace, work, units) in engines.items():
        print(f"  {name:34} {trace:18} {units / best(work):10,.0f}")


def best(work: Callable[[], object]) -> float:
    """Seconds of one call, at the quietest of several moments."""
    found = []
    for _ in range(7):
        calls, start = 0, perf_counter()
        while perf_counter() - start < 0.2:
            work()
            calls += 1
        found.append((perf_counter() - start) / calls)
    return min(found)


def in_turn(commands: dict[str, Command], runs: int) -> dict[str, list[float]]:
    """Seconds of each command, one run after another in turn, after a first run that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            start = perf_counter()
            subprocess.run(list(map(str, command)), check=False, capture_output=True)
            if turn or runs == 1:
                times[name].append(perf_counter() - start)
    return times


def show(title: str, times: dict[str, list[float]], against: str, limits: dict[str, float]) -> None:
    base = median(times[against])
    print(f"\n{title}\n  {'':34} {'median s':>10} {'ratio':>8} {'at most':>8}")
    for name, seconds in times.items():
        limit = f"{limits[name]:.1f}" if name in limits else ""
        print(f"  {name:34} {median(seconds):10.3f} {median(seconds) / base:8.2f} {limit:>8}")


if __name__ == "__main__":
    main()
