"""A run of many attempts by a seed: what they came to by kind, and each kind of fault with its first attempt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from fuzz.entrances import prepared_once
from fuzz.hostile.forked import results
from fuzz.hostile.given import Given
from fuzz.hostile.kinds import made
from fuzz.hostile.sound_files import made_all
from fuzz.hostile.trying import Tried, try_out
from fuzz.telling import folder_of
from fuzz.watching import Fault
from support.random_rows import seeded

SEEDS = 10_000_019
"""Runs of different seeds have no attempt in common."""


@dataclass
class Report:
    """What a run has come to; `met` has for each fault's name how often and where first it was met."""

    seed: int
    inputs: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    met: dict[str, tuple[int, Fault]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, number: int, tried: Tried | Fault) -> None:
        self.inputs += 1
        faults = [tried] if isinstance(tried, Fault) else tried.faults
        self.counts += Counter({"died": 1}) if isinstance(tried, Fault) else tried.counts
        for fault in faults:
            self.met.setdefault(fault.name, (number, fault))
            self.times[fault.name] += 1

    def lines(self) -> Iterator[str]:
        """The summary."""
        yield f"seed {self.seed}: {self.inputs} inputs in {self.seconds:.0f} s"
        yield from (f"{count:8} {kind}" for kind, count in sorted(self.counts.items()))
        for name, times in self.times.most_common():
            yield f"   NEW {times:6} {name} (first in attempt {self.met[name][0]})"


def given(seed: int, number: int) -> Given:
    """The attempt of this number in the run of this seed; it is the same whenever it is made."""
    return made(seeded(seed * SEEDS + number))


def run(inputs: int, seed: int, *, first: int = 0, forked: bool = True) -> Report:
    """So many attempts; in processes of their own, or in this one."""
    report, start = Report(seed), monotonic()
    numbers = range(first, first + inputs)

    def work(number: int, folder: Path) -> Tried:
        return try_out(given(seed, number), folder)

    if forked:
        made_all()
        for number, tried in results(work, numbers):
            report.add(number, tried)
    else:
        with TemporaryDirectory() as folder, prepared_once():
            for number in numbers:
                report.add(number, work(number, Path(folder)))
    report.seconds = monotonic() - start
    return report


def write_examples(report: Report, target: Path) -> None:
    """A folder for each kind of fault with the files that show it, and the commands to be run there."""
    for name, (number, fault) in report.met.items():
        own = folder_of(name, target)
        attempt = given(report.seed, number)
        for file, content in attempt.files.items():
            (own / file).parent.mkdir(exist_ok=True)
            (own / file).write_bytes(content)
        lines = [attempt.first, *attempt.then, *filter(None, [attempt.scoring])]
        told = "".join(f"kaohe {' '.join(line)}\n" for line in lines)
        text = (
            f"{name}\nseed {report.seed}, attempt {number}, met {report.times[name]} times\n\n{told}\n{fault.detail}\n"
        )
        (own / "fault.txt").write_text(text, encoding="utf-8", errors="replace")
