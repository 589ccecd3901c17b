"""A run of many open texts by a seed, beside sound rubrics: what they came to, and examples of its faults."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from fuzz.editor.asking import Asking
from fuzz.editor.open_texts import EVERY, made, rubric_of_every_kind
from fuzz.entrances import prepared_once
from fuzz.hostile.campaign import Report
from fuzz.hostile.sound_files import RUBRIC, small
from fuzz.telling import folder_of


def run(inputs: int, seed: int) -> Report:
    """So many texts, each asked about at several places."""
    report, start = Report(seed), process_time()
    with TemporaryDirectory() as folder, prepared_once():
        (Path(folder) / RUBRIC).write_bytes(small()[RUBRIC])
        (Path(folder) / EVERY).write_text(rubric_of_every_kind(), encoding="utf-8")
        asking = Asking(Path(folder))
        for number in range(inputs):
            report.add(number, asking.try_out(made(seed, number)))
    report.seconds = process_time() - start
    return report


def write_examples(report: Report, target: Path) -> None:
    """A folder for each kind of fault with the text that shows it, and the places where it was asked."""
    for name, (number, fault) in report.met.items():
        own = folder_of(name, target)
        given = made(report.seed, number)
        (own / given.name).write_bytes(given.text.encode("utf-8", "surrogatepass"))
        told = f"{name}\nseed {report.seed}, text {number}, met {report.times[name]} times\n\nplaces {given.places}\n"
        (own / "fault.txt").write_text(f"{told}\n{fault.detail}\n", encoding="utf-8", errors="replace")
