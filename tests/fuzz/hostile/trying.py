"""One attempt, tried: its files laid out, its commands run in this process, and what must hold of every run."""

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fuzz.entrances import Ran, kaohe
from fuzz.hostile.given import Given, Line
from fuzz.watching import Fault, Watch
from fuzz.wording import Said, internal

WROTE = "-o"
TOLD = 1000
"""Characters of what is said that a fault tells."""
RESULTS = '"kind": "scores"'
"""So validate calls a workbook that is no input but what kaohe has written."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」", re.DOTALL)
"""What was found in a file is told as it stands there."""


@dataclass
class Tried:
    """What became of an attempt."""

    kind: str
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


def try_out(given: Given, folder: Path) -> Tried:
    _lay_out(given, folder)
    watch, tried = Watch(), Tried(given.kind)
    with chdir(folder):
        ran = _run(given, given.first, watch)
        sound = ran is not None and ran.code == 0 and RESULTS not in ran.out
        tried.counts[f"{given.kind}: {'sound' if sound else 'refused'}"] += 1
        if sound:
            _follow(given, watch)
        if ran is not None and given.scoring and RESULTS not in ran.out:
            _score(given, ran, watch)
        left = sorted(str(one) for one in folder.rglob(".kaohe-*"))
        if left:
            watch.fault(given.kind, "leaves temporary files", str(left))
    tried.faults = watch.faults
    return tried


def _lay_out(given: Given, folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, content in given.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def _follow(given: Given, watch: Watch) -> None:
    """What must go well where nothing was found."""
    for line in given.then:
        ran = _run(given, line, watch)
        if ran is not None and ran.code not in ((0, 1) if given.judging else (0,)):
            watch.fault(_step(given, line), f"ends with {ran.code} on what was found sound", ran.err[-TOLD:])


def _score(given: Given, found: Ran, watch: Watch) -> None:
    """Where something was found, there is no score of it; where nothing was, there is one."""
    assert given.scoring
    ran = _run(given, given.scoring, watch)
    if ran is None:
        return
    step = _step(given, given.scoring)
    if found.code == 0 and (ran.code != 0 or not ran.output):
        watch.fault(step, f"ends with {ran.code} on what was found sound", ran.err[-TOLD:])
    if found.code != 0 and ran.code == 0:
        watch.fault(step, "ends well on what was found wrong", found.out[-TOLD:])
    elif found.code != 0:
        watch.note(step, _scored_though_wrong(given, found, ran))


def _scored_though_wrong(given: Given, found: Ran, ran: Ran) -> Iterator[Said]:
    """Sheets of files, or of rows, in which something is wrong."""
    if not ran.output:
        return
    sheets = json.loads(ran.out)
    scored = [(one["unit"], one["stage"]) for one in (sheets if isinstance(sheets, list) else [sheets])]
    if "u.csv" in given.files:
        yield from _rows_scored(given.files["u.csv"], [unit for unit, _ in scored], json.loads(found.out))
    elif "u.xlsx" not in given.files or any(stage == "final" for _, stage in scored):
        yield "a score from a file in which something is wrong", str(scored)


def _rows_scored(table: bytes, units: list[str], found: Any) -> Iterator[Said]:
    """Units with a sheet whose row, of which each stands on a line, has something wrong in it."""
    text = table.decode("utf-8", "replace")
    if '"' in text or "\r" in text:
        return
    lines = text.split("\n")
    for problem in (one for file in found["files"] for one in file["problems"] if one["severity"] == "error"):
        line = lines[problem["line"] - 1] if 1 < problem["line"] <= len(lines) else ""
        for unit in units:
            if unit in line and text.count(unit) == 1:
                yield "a score from a row in which something is wrong", f"{unit}: {problem}"


def _step(given: Given, line: Line) -> str:
    return f"{given.kind}, {line[0]}"


def _run(given: Given, line: Line, watch: Watch) -> Ran | None:
    """A command's run; none where it broke off."""
    step, ran = _step(given, line), None
    with watch.step(step):
        ran = kaohe(*line)
    if ran is not None:
        watch.note(step, _unfit(line, ran))
    return ran


def _unfit(line: Line, ran: Ran) -> Iterator[Said]:
    """What no run must come to."""
    if ran.code not in (0, 1, 2):
        yield f"exit code {ran.code}", ran.err
    if ran.code and not (ran.out + ran.err).strip():
        yield f"ends with {ran.code} in silence", ""
    target = line[line.index(WROTE) + 1] if WROTE in line else ""
    if target and ran.code == 0 and not os.path.exists(target):  # noqa: PTH110 - a name as the command has it
        yield "ends well, and its result is not there", target
    yield from internal(QUOTED.sub("“”", ran.err))
    if "\x1b" in ran.out + ran.err or "\0" in ran.out:
        yield "lets control characters through", ran.err[:TOLD]
