"""A sentence before a unit is known."""

from dataclasses import dataclass
from typing import Any

from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.traced.paths import Path
from kaohe.backends.traced.texts import Told
from kaohe.backends.traced.tracing import Tracer
from kaohe.backends.traced.unknowns import unsayable


@dataclass(frozen=True)
class _Found:
    """What a sentence finds where its trees' values and the facts would stand."""

    spoken: SpokenSentence
    path: Path

    def __getitem__(self, place: int) -> Any:
        return unsayable("members") if place < 0 else self.path.value(self.spoken.wanted[place])


def traced_sentence(spoken: SpokenSentence, tracer: Tracer) -> Told:
    """Its text for all facts that there may be."""
    return tracer.traced(lambda path: spoken.words(_Found(spoken, path)))
