"""One mutant at work: the changed item as each reading has it, and what scores by it, all made once."""

from collections.abc import Mapping
from typing import Any

from kaohe.authoring.mutation.change import Change, Path, made
from kaohe.authoring.mutation.soundness import Soundness, known
from kaohe.library.readings import patched
from kaohe.messages import Language
from kaohe.rubric.model import Item, Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source.models import construct

Choices = Mapping[str, str]
ABOVE = frozenset(("score", "most", "least", "rescale", "vetoes", "grades", "limits"))
"""Keys of a section or of the whole without which an item scores the same."""


class ChangedRubric:
    """`data` are the rubric's with the change made."""

    def __init__(self, data: Any, change: Change, soundness: Soundness) -> None:
        self.data = made(data, change)
        self.change = change
        self._soundness = soundness
        self._items: dict[str, tuple[Item, bool] | None] = {}
        self._scorers: dict[tuple[Path, str], Scorer] = {}

    def item(self, choices: Choices) -> tuple[Item, bool] | None:
        """The item that was changed with readings taken, and whether its figures fit; None where it can't score."""
        taken = known(self.data, choices)
        key = str(sorted(taken.items()))
        if key not in self._items:
            self._items[key] = self._soundness.item(self.data, self.change.item, taken)
        return self._items[key]

    def scorer(self, choices: Choices, language: Language, item: Path) -> Scorer | None:
        """What scores the item at a path alone, or without one the whole; None where it can't be read so."""
        if self.change.item and self.item(choices) is None:
            return None
        data = alone(self.data, item) if item else self.data
        taken = known(data, choices)
        key = item, str(sorted(taken.items()))
        if key not in self._scorers:
            compiled = CompiledRubric(construct(Rubric, patched(data, taken)), "")
            self._scorers[key] = Scorer(compiled, language)
        return self._scorers[key]


def alone(data: Any, path: Path) -> Any:
    """A rubric of the one item at a path, with nothing above it."""
    _, section, _, place = path
    group = data["sections"][section]
    only = {**_without(group), "items": [group["items"][place]]}
    return {**_without(data), "sections": [only]}


def _without(holder: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in holder.items() if key not in ABOVE}
