"""`kaohe schema`: the JSON Schema of rubrics, or of one rubric's indicator files."""

from pathlib import Path

from kaohe.authoring import schemas
from kaohe.cli.console import FINE, Desk
from kaohe.cli.kept_text import deliver
from kaohe.library import rubric_files


def run(desk: Desk, rubric: str | None, target: Path | None) -> int:
    if rubric is None:
        schema = schemas.rubric_schema(desk.language)
    else:
        model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
        schema = schemas.values_schema(model, desk.language)
    deliver(desk, schemas.as_text(schema), target)
    return FINE
