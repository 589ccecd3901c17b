"""The same units scored in other ways: alone, in another order, by readings, in a folder, by each machine by itself."""

import json
from collections.abc import Mapping
from typing import Any

from fuzz import sheet_promises as promises
from fuzz.entrances import Machines, batching, scoring, validating
from fuzz.laid_out import Files
from fuzz.trial import Trial
from fuzz.unit_folders import unit_folder
from fuzz.watching import Watch
from fuzz.wording import findings_in_text
from fuzz.yaml_writing import as_yaml

Sheets = Mapping[int, Any]
"""A unit's document in JSON, by its place in the trial."""


def tried(trial: Trial, form: Any, files: Files, watch: Watch, sheets: Sheets) -> None:
    """Those ways that are to be tried, with the sheets that units have by themselves."""
    if "again" in trial.steps:
        for at, sheet in list(sheets.items())[-1:]:
            _alone(files, watch, at, sheet)
    if "order" in trial.steps:
        for at in [at for at in sheets if not trial.units[at].later][:1]:
            _reversed(trial, files, watch, at, sheets[at])
    if "readings" in trial.steps:
        for name in readings(form):
            with watch.step("readings"):
                scoring([path for at in sheets for path in files.units[at]], "json", readings=[name])()
    if "batch" in trial.steps:
        _batch(trial, files, watch, {} if trial.common or "peers" in str(form) else sheets)
    if "machines" in trial.steps:
        _machines(trial, files, watch, sheets)


def _alone(files: Files, watch: Watch, at: int, sheet: Any) -> None:
    """The same sheet once more; and where score finds nothing wrong, validate does not either."""
    with watch.step("again", at):
        ran = scoring(files.units[at], "json")()
        if json.loads(ran.out) != sheet:
            watch.fault("again", "another sheet from the same file alone", "", at)
        code = validating(files.rubric, *files.units[at])().code
        if code != ran.code:
            watch.fault("again", f"score ends with {ran.code}, validate with {code}", ran.err, at)


def _reversed(trial: Trial, files: Files, watch: Watch, at: int, sheet: Any) -> None:
    """The order in which a file names its facts, and the members of lists, takes and gives no points."""
    path = files.folder / "reversed.yaml"
    path.write_text(as_yaml(_turned(trial.units[at].first)), encoding="utf-8")
    with watch.step("order", at):
        other = json.loads(scoring([path], "json")().out)
        watch.note("order", promises.same_scores(sheet, other), at)
        watch.note("order", promises.same_lines(sheet, other), at)


def _turned(data: Any) -> Any:
    """Every mapping from its end to its start."""
    return {key: _turned(data[key]) for key in reversed(data)} if isinstance(data, dict) else data


def readings(form: Any) -> list[str]:
    """Every way to read a sound form other than it is read: `ITEM.READING=OPTION`."""
    found = []
    for item in (item for section in form["sections"] for item in section["items"]):
        for holder in (*item["rules"], *(item.get("vetoes") or ())):
            for one in holder.get("readings") or ():
                found += [f"{item['id']}.{one['id']}={option}" for option in one["options"] if option != one["chosen"]]
    return found


def _batch(trial: Trial, files: Files, watch: Watch, sheets: Sheets) -> None:
    """Three units in a folder; those that have sheets of their own have these scores, and grades that were possible."""
    folder, out = unit_folder(trial, files, range(len(trial.units[:3])), "folder"), files.folder / "out"
    wholes = [files.folder / f"all.{one}" for one in ("csv", "xlsx", "html") if one in trial.steps]
    for target in (out, *wholes):
        with watch.step("batch"):
            ran = batching(folder, target, "json")()
            if ran.code not in (0, 1):
                watch.fault("batch", f"exit code {ran.code}", ran.err)
            watch.note("batch", findings_in_text(ran.err))
    own = {sheet["unit"]: sheet for sheet in sheets.values()}
    with watch.step("batch"):
        for path in out.glob("*.json"):
            sheet = json.loads(path.read_text(encoding="utf-8"))
            if "sections" in sheet:
                watch.note("batch", promises.sound(sheet))
            if sheet.get("unit") in own:
                watch.note("batch", promises.same_scores(sheet, own[sheet["unit"]]))
                watch.note("batch", promises.may_have(sheet, own[sheet["unit"]]))


def _machines(trial: Trial, files: Files, watch: Watch, sheets: Sheets) -> None:
    """Ledger, code and walk agree on every item, and bounds of whole and part hold the score."""
    machines = Machines()
    for at in sheets:
        with watch.step("machines", at):
            row = machines.row(files.units[at][0])
            if row is None or not machines.known(row):
                continue
            scores = machines.scores(row)
            if any(len({*one}) > 1 for one in scores):
                watch.fault("machines", "ledger, code and walk differ", str(scores), at)
            for other in [
                at,
                *(place for place, unit in enumerate(trial.units) if unit.part_of == at and place in sheets),
            ]:
                known = machines.row(files.units[other][0])
                spans = [] if known is None else machines.bounds(known)
                for (ledger, *_), (low, high) in zip(scores, spans, strict=False):
                    if not low <= ledger <= high:
                        watch.fault("machines", "bounds leave the score out", f"{ledger} not in {low}..{high}", other)
