"""`kaohe draft`: an official form becomes a first rubric, with a todo for every clause that was not understood."""

from pathlib import Path

from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.authoring.printed_places import said_column, said_place
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.problems import Unusable
from kaohe.render import rubric_yaml
from kaohe.render.files.output import to_file
from kaohe.source.form_document.reading import read_form

SUFFIXES = (".yaml", ".yml")


def run(reporter: Reporter, form: Path, target: Path | None) -> int:
    if target is not None and to_file(target):
        if target.is_file():
            raise Unusable("file-exists", path=target)
        if target.suffix.lower() not in SUFFIXES:
            raise Unusable("draft-suffix", found=target, known=" ".join(SUFFIXES))
    official = official_form(read_form(form), str(form))
    stem = form.stem.encode(errors="replace").decode()  # the bytes of a name may be no characters
    data = rubric_data(official, stem, reporter.language)
    comments = [reporter.say("draft-comment", file=form.name), reporter.say("draft-then")]
    deliver(reporter, rubric_yaml.text(data, comments), target)
    items = [item for section in data["sections"] for item in section["items"]]
    clauses = sum(len(item.get("rules", ())) + len(item.get("vetoes", ())) for item in items)
    readings = sum(len(rule.get("readings", ())) for item in items for rule in item.get("rules", ()))
    left = sum(len(item.get("todo", ())) for item in items) + len(data.get("todo", ()))
    _say_what_was_taken(reporter, official)
    reporter.notice("drafted", items=len(items), rules=clauses, readings=readings, todo=left)
    return FINE


def _say_what_was_taken(reporter: Reporter, official: OfficialForm) -> None:
    """Columns that were left, and what the form has not as a rubric needs it."""
    for one in official.asides:
        row = said_place(one.place, reporter.language)
        reporter.notice(
            "column-beside", heading=said_column(one.heading, one.column, reporter.language), row=row, rows=one.rows
        )
    if official.self_stage != "printed":
        reporter.notice(f"stage-{official.self_stage}", heading=official.stages["self"])
    if len(official.sheets) > 1:
        reporter.notice("sheets-joined", count=len(official.sheets), names="、".join(official.sheets))
    for item in [one for section in official.sections for one in section.items]:
        if item.limit and item.printed:
            reporter.notice("points-on-top", title=item.title, points=item.printed)
