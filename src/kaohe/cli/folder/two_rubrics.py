"""Units that go by two forms can't be ranked together."""

from collections.abc import Sequence
from pathlib import Path

from kaohe.cli.folder.shared_work import ScoredUnit
from kaohe.problems import Unusable


def refuse_two_rubrics(outcomes: Sequence[ScoredUnit]) -> None:
    """Raises Unusable, which names the first file of each form."""
    named: dict[str, str] = {}
    for outcome in outcomes:
        named.setdefault(outcome.rubric, outcome.unit.path)
    first: dict[Path, tuple[str, str]] = {}
    for rubric, path in named.items():
        first.setdefault(Path(rubric).resolve(), (rubric, path))
    if len(first) > 1:
        (rubric, path), (other, second) = list(first.values())[:2]
        raise Unusable("two-rubrics", rubric=rubric, path=path, other=other, second=second)
