"""`kaohe schema`: the JSON Schema of rubrics, or of one rubric's indicator files."""

from pathlib import Path

from kaohe.authoring import schemas
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files


def run(reporter: Reporter, rubric: str | None, target: Path | None) -> int:
    if rubric is None:
        schema = schemas.rubric_schema(reporter.language)
    else:
        model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
        schema = schemas.values_schema(model, reporter.language)
    deliver(reporter, schemas.as_text(schema), target)
    return FINE
