"""What is tried with the units of a sound form: their sheets in every form of output, and what must hold of them."""

import json
from collections import Counter
from typing import Any

from fuzz import downstream, other_ways
from fuzz import sheet_promises as promises
from fuzz.entrances import EN, improving, scoring, verifying
from fuzz.laid_out import Files
from fuzz.other_ways import Sheets
from fuzz.trial import Trial
from fuzz.watching import Watch
from fuzz.wording import findings_in_text, internal

DRAWN = 4
"""Units of a trial that every form of output is made of."""


def scored(trial: Trial, form: Any, files: Files, watch: Watch, counts: Counter[str]) -> Sheets:
    """Everything that is tried with units; `form` is the trial's as it was read."""
    counts["units"] += len(trial.units)
    if not trial.units:
        return {}
    sheets = _sheets(trial, files, watch)
    counts["units scored"] += len(sheets)
    counts["units refused"] += len(trial.units) - len(sheets)
    for at, sheet in sheets.items():
        _hold(watch, at, sheet)
    for at, unit in enumerate(trial.units):
        if unit.part_of is not None and {at, unit.part_of} <= sheets.keys():
            whole = (sheets[unit.part_of]["earlier"] or [sheets[unit.part_of]])[0]
            watch.note("json", promises.contained(whole, sheets[at]), at)
    _forms(trial, files, watch, sheets)
    other_ways.tried(trial, form, files, watch, sheets)
    downstream.tried(trial, form, files, watch, sheets)
    return sheets


def _sheets(trial: Trial, files: Files, watch: Watch) -> Sheets:
    """All units at once; where that breaks, each alone, so that the one is known that breaks it."""
    together, names = Watch(), {str(one.first.get("unit")): at for at, one in reversed(list(enumerate(trial.units)))}
    with together.step("json"):
        ran = scoring(files.all_units, "json")()
        found = json.loads(ran.out) if ran.out else []
        watch.note("json", findings_in_text(ran.err))
        watch.note("json", internal(ran.out))
        if ran.code not in (0, 1):
            watch.fault("json", f"exit code {ran.code}", ran.err)
        several = found if isinstance(found, list) else [found]
        return {names[one["unit"]]: one for one in several if one["unit"] in names}
    before, alone = len(watch.faults), dict[int, Any]()
    for at, paths in enumerate(files.units):
        with watch.step("json", at):
            ran = scoring(paths, "json")()
            if ran.out:
                alone[at] = json.loads(ran.out)
    if len(watch.faults) == before:
        watch.faults += together.faults
    return {at: one for at, one in alone.items() if isinstance(one, dict)}


def _hold(watch: Watch, at: int, sheet: Any) -> None:
    for one in (sheet, *sheet["earlier"]):
        watch.note("json", promises.sound(one), at)
    watch.note("json", promises.explained(sheet), at)


def _forms(trial: Trial, files: Files, watch: Watch, sheets: Sheets) -> None:
    """Every other form of output, of the units that have a sheet."""
    paths = [path for at in list(sheets)[:DRAWN] for path in files.units[at]]
    if not paths:
        return
    for form in ("csv", "markdown", "terminal"):
        if form in trial.steps:
            with watch.step(form):
                ran = scoring(paths, form)(EN if "english" in trial.steps and form != "csv" else "zh")
                watch.note(form, internal(ran.out))
    if "html" in trial.steps:
        with watch.step("html"):
            scoring(paths, "html")()
    for at in list(sheets)[:1]:
        _one(trial, files, watch, at)


def _one(trial: Trial, files: Files, watch: Watch, at: int) -> None:
    """What is made of a single unit."""
    if "xlsx" in trial.steps:
        with watch.step("xlsx", at):
            book = files.folder / "book.xlsx"
            scoring(files.units[at], "xlsx", book)()
            ran = verifying(book, files.rubric)()
            if ran.code != 0:
                watch.fault("xlsx", f"verify ends with {ran.code}", ran.out + ran.err, at)
    if "next" in trial.steps:
        for form in ("json", "markdown"):
            with watch.step("next", at):
                ran = improving(files.units[at], form)()
                watch.note("next", internal(ran.out), at)
