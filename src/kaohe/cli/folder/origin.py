"""What a batch's results are made from, as their manifest says it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kaohe.render.files.manifest import Origin, Rubric, digests
from kaohe.results.sheet import FormHead


def origin(
    scored: Path, form: FormHead, choices: Mapping[str, str], parameters: Iterable[Path], inputs: Iterable[Path]
) -> Origin:
    """Files are named as they stand below the folder that was scored, or beside the table."""
    below = scored if scored.is_dir() else scored.parent
    return Origin(
        rubric=Rubric(form.id, form.sha256),
        readings=dict(choices),
        parameters=digests(parameters, below),
        inputs=digests(inputs, below),
    )
