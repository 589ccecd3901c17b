"""`kaohe schema`: the JSON Schema of rubrics, of one rubric's indicator files, of its rosters or of its cases."""

from pathlib import Path

from kaohe.authoring import schemas
from kaohe.authoring.cases.case_schema import cases_schema
from kaohe.authoring.roster_schema import roster_schema
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.problems import Unusable

MADE = {"roster": roster_schema, "cases": cases_schema}


def run(
    reporter: Reporter, rubric: str | None, target: Path | None, *, roster: bool = False, cases: bool = False
) -> int:
    wanted = [kind for kind, asked in {"roster": roster, "cases": cases}.items() if asked]
    if len(wanted) > 1:
        raise Unusable("one-schema", options=" ".join(f"--{kind}" for kind in wanted))
    if rubric is None and wanted:
        raise Unusable(f"{wanted[0]}-of-which-rubric")
    if rubric is None:
        schema = schemas.rubric_schema(reporter.language)
    else:
        model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
        make = MADE[wanted[0]] if wanted else schemas.values_schema
        schema = make(model, reporter.language)
    deliver(reporter, schemas.as_text(schema), target)
    return FINE
