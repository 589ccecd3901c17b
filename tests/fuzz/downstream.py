"""What a sound rubric and its units go through behind `score`: every other command, one of them for a trial."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import sqlglot

from fuzz import downstream_entrances as commands
from fuzz import rule_changes, total_changes
from fuzz import sheet_promises as promises
from fuzz.entrances import EN, Command, Ran, data_of, scoring, validating
from fuzz.laid_out import Files
from fuzz.mending import items, mend
from fuzz.tree_changes import clone
from fuzz.trial import Trial
from fuzz.unit_folders import unit_folder
from fuzz.watching import Watch
from fuzz.wording import findings_in_text, internal
from fuzz.yaml_writing import as_yaml
from support.random_rows import seeded

TOO_LARGE = "127"
"""The one thing for which `sql` may refuse a sound rubric: its bits stand in what is said."""
Codes = tuple[int, ...]


@dataclass(frozen=True)
class Behind:
    """One trial at its step: the form as it was read, and the sheets of the units that have one, by their places."""

    trial: Trial
    form: Any
    files: Files
    watch: Watch
    sheets: Mapping[int, Any]
    step: str

    @property
    def places(self) -> list[int]:
        return list(self.sheets)

    @property
    def alone(self) -> bool:
        """Whether what a unit gets rests on nothing but its own file and what is common to all."""
        return self.trial.common is None and "peers" not in str(self.form)

    def path(self, name: str) -> Path:
        return self.files.folder / name

    def folder(self, places: Sequence[int]) -> Path:
        """With the files of these units."""
        return unit_folder(self.trial, self.files, places, "units")

    def ran(self, command: Command, codes: Codes = (0,)) -> Ran:
        """The run, which ends with one of these codes and tells nothing internal; the findings of it have places."""
        found = self.of_stage(command, codes)
        self.watch.note(self.step, findings_in_text(found.err))
        return found

    def of_stage(self, command: Command, codes: Codes) -> Ran:
        """The same where findings are about units' files as wholes, or what comes out is for machines."""
        found = command(EN if "english" in self.trial.steps else "zh")
        if found.code not in codes:
            self.watch.fault(self.step, f"exit code {found.code}", found.out + found.err)
        told = found.err if found.out.lstrip().startswith("--") else found.out + found.err
        self.watch.note(self.step, internal(told))
        return found

    def first_of(self, at: int) -> Any:
        """The sheet of a unit's first stage."""
        return (self.sheets[at]["earlier"] or [self.sheets[at]])[0]


def tried(trial: Trial, form: Any, files: Files, watch: Watch, sheets: Mapping[int, Any]) -> None:
    """The command that is to be tried, if any is; most want a unit that has a sheet."""
    for step in sorted(trial.steps & STEPS.keys()):
        with watch.step(step):
            STEPS[step](Behind(trial, form, files, watch, sheets, step))


def _sql(dialect: str) -> Callable[[Behind], None]:
    """The query is one, as its engine writes them."""

    def run(here: Behind) -> None:
        ran = here.of_stage(commands.querying(here.files.rubric, dialect), (0, 2))
        if ran.code == 0:
            sqlglot.parse_one(ran.out, read=dialect)
        elif TOO_LARGE not in ran.err:
            here.watch.fault(here.step, "refuses a sound rubric", ran.err)

    return run


def _why(here: Behind) -> None:
    for at in here.places[:1]:
        several = [str(one["id"]) for one in items(here.form)]
        for item, form in zip(dict.fromkeys((several[0], several[-1])), ("json", "markdown"), strict=False):
            here.ran(commands.asking(here.files.units[at], item, form), (0, 1))


def _convert(here: Behind) -> None:
    """From a file to a workbook and from there to a file: both give what the unit has."""
    for at in here.places[:1]:
        path, book, again = here.files.units[at][0], here.path("book.xlsx"), here.path("again.yaml")
        here.ran(commands.converting(path, book))
        here.ran(commands.converting(book, again))
        for one in (book, again):
            _same(here, at, here.ran(scoring([one], "json"), (0, 1)))


def _later_workbook(here: Behind) -> None:
    """A later stage as a workbook, unless it says what none can hold."""
    for at in [at for at in here.places if len(here.files.units[at]) > 1][:1]:
        first, later, *_ = here.files.units[at]
        here.ran(commands.converting(later, here.path("later.xlsx"), [first]), (0, 1, 2))


def _blank(here: Behind) -> None:
    """What is sent to units before they report anything; nobody is named in it yet."""
    book = here.path("blank.xlsx")
    here.ran(commands.blank(here.files.rubric, book))
    here.ran(scoring([book], "json"), (1,))
    for labels in (False, True):
        here.ran(commands.blank(here.files.rubric, here.path(f"blank{labels}.csv"), labels=labels))


def _cases(here: Behind) -> None:
    """The cases that a rubric's own rules give hold of it."""
    path = here.path("form.cases.yaml")
    here.ran(commands.bounding(here.files.rubric, path))
    here.ran(validating(path))
    here.ran(commands.testing(path))


def _signing(here: Behind) -> None:
    """Cases to be signed: unsigned, none comes back."""
    book = here.path("cases.xlsx")
    here.ran(commands.bounding(here.files.rubric, book))
    here.ran(commands.taking_signed(here.files.rubric, book, here.path("signed.cases.yaml")), (0, 1, 2))


def _diff_rubrics(here: Behind) -> None:
    """Another edition of the form, sound or not, with what it does to the units of a folder."""
    form, random = clone(here.form), seeded(len(str(here.form)))
    random.choice((*rule_changes.CHANGES, *total_changes.CHANGES))(random, form)
    mend(form)
    other = here.path("other.yaml")
    other.write_bytes(as_yaml(form).encode("utf-8", "surrogatepass"))
    sound = validating(other)().code == 0
    versions, codes = [here.files.rubric, other], (0,) if sound else (0, 1, 2)
    here.ran(commands.comparing(versions, "json"), codes)
    if here.places:
        folder = here.folder(here.places[:3])
        here.ran(commands.comparing(versions, "markdown", folder), (0, 1) if sound else (0, 1, 2))


def _diff_units(here: Behind) -> None:
    two = here.places[:2]
    if len(two) > 1:
        here.ran(commands.comparing([path for at in two for path in here.files.units[at]], "json"), (0, 1))
    for at in [at for at in here.places if len(here.files.units[at]) > 1][:1]:
        here.ran(commands.comparing(here.files.units[at], "markdown"), (0, 1))


def _evidence(here: Behind) -> None:
    for at in here.places[:2]:
        here.ran(commands.proving(here.files.units[at], "json"), (0, 1))


def _close(here: Behind) -> None:
    """What is closed is verified; what is open still is refused."""
    archive = here.path("stage.zip")
    if here.places:
        ran = here.of_stage(commands.closing(here.folder(here.places[:2]), archive), (0, 1))
        if ran.code == 0:
            here.ran(commands.verifying_archive(archive))


def _extract(here: Behind) -> None:
    for at in here.places[:1]:
        folder, name = here.folder(here.places[:3]), str(here.sheets[at]["unit"])
        here.ran(commands.extracting(folder, name, here.path("own.html")), (0, 1))


def _announce(here: Behind) -> None:
    if here.places:
        folder = here.folder(here.places[:2])
        here.of_stage(commands.announcing(folder, here.path("list.html")), (0, 1))


def _table(here: Behind) -> None:
    """Units as rows of one table have the scores that their files have, and so have files that are made of rows."""
    several = [at for at in here.places if not here.trial.units[at].later]
    firsts = [at for at in several if here.first_of(at)["year"] == here.first_of(several[0])["year"]]
    if not firsts or not here.alone:
        return
    folder, facts, scores = here.folder(firsts), here.path("facts.parquet"), here.path("scores.csv")
    here.of_stage(commands.gathering(folder, facts), (0,))
    here.of_stage(commands.tabling(facts, scores), (0, 1))
    with scores.open(encoding="utf-8-sig", newline="") as lines:
        rows = {row["unit"]: row for row in csv.DictReader(lines)}
    for at in firsts:
        _same_row(here, at, rows[here.sheets[at]["unit"]])
    parts = here.path("parts")
    here.of_stage(commands.parting(facts, parts), (0, 1))
    written = {data_of(path.read_bytes())["unit"]: path for path in parts.glob("*.yaml")}
    _same(here, firsts[0], here.ran(scoring([written[here.sheets[firsts[0]]["unit"]]], "json"), (0, 1)))


def _same(here: Behind, at: int, ran: Ran) -> None:
    """The sheet of a run is that of the unit's first stage."""
    other = data_of(ran.out.encode())
    here.watch.note(here.step, promises.same_scores(here.first_of(at), other), at)


def _same_row(here: Behind, at: int, row: Mapping[str, str]) -> None:
    """A row of a table of scores has the scores of the unit's sheet."""
    sheet = here.first_of(at)
    parts = {f"items.{one['id']}": one for section in sheet["sections"] for one in section["items"]}
    parts |= {f"sections.{one['id']}": one for one in sheet["sections"]} | {"total": sheet}
    for name, one in parts.items():
        sides = [row[column] for column in (name, f"{name}.low", f"{name}.high")]
        found = [Fraction(one) if one else None for one in sides]
        wanted = [promises.number(one[key]) for key in ("score", "low", "high")]
        if found != wanted:
            here.watch.fault(here.step, "another score", f"{name}: {sides}, not {wanted}", at)


STEPS: Mapping[str, Callable[[Behind], None]] = {
    "sql duckdb": _sql("duckdb"),
    "sql spark": _sql("spark"),
    "sql trino": _sql("trino"),
    "why": _why,
    "convert": _convert,
    "later workbook": _later_workbook,
    "blank": _blank,
    "cases": _cases,
    "signing": _signing,
    "diff rubrics": _diff_rubrics,
    "diff units": _diff_units,
    "evidence": _evidence,
    "close": _close,
    "extract": _extract,
    "announce": _announce,
    "table": _table,
}
"""Each command behind `score`, with what it promises."""
