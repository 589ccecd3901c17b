"""What rubrics become in kaohe, made once for all tests of a process: nothing in it depends on a unit."""

from functools import cache, lru_cache
from pathlib import Path

from kaohe.authoring.live.live_forms import LiveForms
from kaohe.messages import Language
from kaohe.scoring.columns.program import program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, read
from kaohe.stages import prepared_rubrics
from kaohe.stages.prepared_rubrics import Choices

KEPT = 16
live_forms = lru_cache(maxsize=KEPT)(LiveForms)
columns = lru_cache(maxsize=KEPT)(program)
_scorer_by, _compiled_by = prepared_rubrics.scorer_by, prepared_rubrics.compiled_by


@cache
def compiled(path: Path) -> CompiledRubric:
    """A sound rubric with the readings that it chooses; whether it is sound other tests ask."""
    return _compiled_by(read(str(path)), {})


class _Asked:
    """The same bytes with the same readings are the same; what names the file has its place in `more` as well."""

    def __init__(self, document: Document, choices: Choices, *more: str) -> None:
        self.document, self.choices = document, choices
        self._key = document.sha256, tuple(sorted(choices.items())), more

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=KEPT)
def _scorer(asked: _Asked, language: Language) -> Scorer:
    return _scorer_by(asked.document, asked.choices, language)


@lru_cache(maxsize=KEPT)
def _compiled(asked: _Asked) -> CompiledRubric:
    return _compiled_by(asked.document, asked.choices)


def scorer_by(document: Document, choices: Choices, language: Language) -> Scorer:
    return _scorer(_Asked(document, choices, document.path), language)


def compiled_by(document: Document, choices: Choices) -> CompiledRubric:
    return _compiled(_Asked(document, choices))
