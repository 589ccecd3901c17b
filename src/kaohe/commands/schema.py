"""`kaohe schema`: the JSON Schema of rubrics, or of one rubric's indicator files."""

from pathlib import Path

from kaohe import library, schemas
from kaohe.commands.delivery import deliver
from kaohe.commands.desk import FINE, Desk


def run(desk: Desk, rubric: str | None, target: Path | None) -> int:
    if rubric is None:
        schema = schemas.rubric_schema(desk.language)
    else:
        model, _ = library.load(library.find(rubric, Path()))
        schema = schemas.values_schema(model, desk.language)
    deliver(desk, schemas.as_text(schema), target)
    return FINE
