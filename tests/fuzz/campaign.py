"""A run of many trials: what they came to, and each kind of fault with its first trial and a small example."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from fuzz.entrances import prepared_once
from fuzz.examination import Outcome, examine
from fuzz.known_faults import known_faults
from fuzz.laid_out import lay_out
from fuzz.shrinking import shrunk
from fuzz.telling import folder_of
from fuzz.trial import Trial, made
from fuzz.watching import Fault

SHRINKING = 10.0
"""Seconds of the processor for the example of one kind."""


@dataclass
class Met:
    """A kind of fault: how often it was met, and where first."""

    number: int
    trial: Trial
    fault: Fault
    times: int = 0


@dataclass
class Report:
    """What a run has come to."""

    seed: int
    counts: Counter[str] = field(default_factory=Counter)
    met: dict[str, Met] = field(default_factory=dict)
    """By the fault's name: step and kind."""
    seconds: float = 0.0

    @property
    def inputs(self) -> int:
        return self.counts["rubrics"] + self.counts["units"]

    def add(self, number: int, outcome: Outcome) -> None:
        self.counts += outcome.counts
        for fault in outcome.faults:
            self.met.setdefault(fault.name, Met(number, outcome.trial, fault)).times += 1

    @property
    def kinds(self) -> set[str]:
        return {met.fault.kind for met in self.met.values()}

    def lines(self) -> Iterator[str]:
        """The summary."""
        yield f"seed {self.seed}: {self.inputs} inputs in {self.seconds:.0f} s of the processor"
        yield ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        for name, met in sorted(self.met.items(), key=lambda one: -one[1].times):
            mark = "known" if met.fault.kind in known_faults() else "NEW"
            yield f"{mark:>6} {met.times:6} {name} (first in trial {met.number})"
        yield from (f"known, but not met: {kind}" for kind in known_faults() if kind not in self.kinds)


def run(inputs: int, seed: int) -> Report:
    """At least so many inputs, rubrics and units' files together."""
    report, start, number = Report(seed), process_time(), 0
    with TemporaryDirectory() as folder, prepared_once():
        while report.inputs < inputs:
            report.add(number, examine(made(seed, number), Path(folder)))
            number += 1
    report.seconds = process_time() - start
    return report


def write_examples(report: Report, target: Path) -> None:
    """A folder for each kind with a small trial that shows it."""
    for name, met in report.met.items():
        with TemporaryDirectory() as folder, prepared_once():
            small = _small(met, Path(folder))
            seen = next((one for one in examine(small, Path(folder)).faults if one.name == name), met.fault)
        own = folder_of(name, target)
        lay_out(small, own)
        text = f"{name}\nseed {report.seed}, trial {met.number}, met {met.times} times\n\n{seen.detail}\n"
        (own / "fault.txt").write_text(text, encoding="utf-8")


def _small(met: Met, folder: Path) -> Trial:
    def breaks(trial: Trial) -> bool:
        return any(one.name == met.fault.name for one in examine(trial, folder).faults)

    return shrunk(met.trial, met.fault, breaks, SHRINKING)
