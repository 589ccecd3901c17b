"""`kaohe schema`: the JSON Schema of rubrics, of one rubric's indicator files, or of its rosters."""

from pathlib import Path

from kaohe.authoring import schemas
from kaohe.authoring.roster_schema import roster_schema
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.problems import Unusable


def run(reporter: Reporter, rubric: str | None, target: Path | None, *, roster: bool = False) -> int:
    if rubric is None and roster:
        raise Unusable("roster-of-which-rubric")
    if rubric is None:
        schema = schemas.rubric_schema(reporter.language)
    else:
        model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
        make = roster_schema if roster else schemas.values_schema
        schema = make(model, reporter.language)
    deliver(reporter, schemas.as_text(schema), target)
    return FINE
