"""Many runs of every command that writes, each killed; afterwards what is there is looked at, and a second run's."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kills.commands import COMMANDS, Writing
from kills.killing import kill, run, steps
from support.command_line import kaohe, process
from support.random_rows import seeded

Contents = dict[str, bytes]


@dataclass
class Report:
    """How many runs were killed, how many had ended before, and what was wrong after them."""

    seed: int
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        yield f"seed {self.seed}: " + ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        yield from self.faults


@dataclass(frozen=True)
class Prepared:
    """A command's folder as it is before each run, and what is in it before and after."""

    writing: Writing
    folder: Path
    old: Contents
    new: Contents
    whole: tuple[int, float]


def contents(folder: Path) -> Contents:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def prepared(writing: Writing, home: Path) -> Prepared:
    """The folder has what an earlier run with other facts has written, unless a command keeps what is there."""
    before, after = home / "before", home / "after"
    for folder, earlier in ((before, not writing.keeps), (after, False)):
        with chdir(_emptied(folder)):
            writing.lay_out(folder, earlier=earlier)
    if not writing.keeps:
        with chdir(before):  # not in a child: what it imports, all later runs have
            ran = process(*writing.line) if writing.line[0] == "table" else kaohe(*writing.line)
        assert ran.code in (0, 1), (writing.line, ran.err)
        results = _targets(writing, contents(before))
        shutil.rmtree(before)
        shutil.copytree(after, before)
        for name, content in results.items():
            (before / name).parent.mkdir(exist_ok=True)
            (before / name).write_bytes(content)
    old = contents(before)
    shutil.rmtree(after)
    shutil.copytree(before, after)
    whole = steps(after, writing.line)
    new = contents(after)
    assert old != new, writing.line
    return Prepared(writing, before, old, new, whole)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _targets(writing: Writing, found: Contents) -> Contents:
    return {
        name: one for name, one in found.items() if name in writing.targets or name.split("/")[0] in writing.targets
    }


def killed(random: Random, ready: Prepared, work: Path) -> tuple[bool, list[str]]:
    """Whether a run was killed in time, and what is wrong after it and after a second one."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(ready.folder, work)
    in_time = kill(random, work, ready.writing.line, ready.whole)
    found = list(_torn(ready, contents(work)))
    again = contents(work) != ready.new or not ready.writing.keeps
    code = run(work, ready.writing.line) if again else 0
    if code not in (0, 1):
        found.append(f"a second run ends with {code}")
    left = contents(work)
    for name in sorted(left.keys() | ready.new.keys()):
        if left.get(name) != ready.new.get(name):
            found += [f"after a second run {name} is {'there' if name in left else 'gone'}, and not as it should be"]
    return in_time, [f"{' '.join(ready.writing.line)}: {one}" for one in found]


def _torn(ready: Prepared, found: Contents) -> Iterator[str]:
    """Files that are neither as they were nor as they are to be."""
    for name, content in found.items():
        temporary = Path(name).name.startswith(".kaohe-") and name.endswith(".tmp")
        if not temporary and content not in (ready.old.get(name), ready.new.get(name)) and not _aside(ready, content):
            yield f"{name} is torn"
    for name in ready.old.keys() - found.keys():
        if name in ready.new:
            yield f"{name} is gone"


def _aside(ready: Prepared, content: bytes) -> bool:
    """What an earlier run had written goes into a folder of its own, as it is."""
    return content in ready.old.values()


def kills(number: int, seed: int) -> Report:
    """So many killed runs, every command in its turn."""
    report, random = Report(seed), seeded(seed)
    with TemporaryDirectory() as home:
        ready = [prepared(one, Path(home) / str(at)) for at, one in enumerate(COMMANDS)]
        at = 0
        while report.counts["killed"] < number:
            one = ready[at % len(ready)]
            in_time, wrong = killed(random, one, Path(home) / "work")
            report.counts["killed" if in_time else "had ended"] += 1
            report.faults += wrong
            at += 1
    return report
