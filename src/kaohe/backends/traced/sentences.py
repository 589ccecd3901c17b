"""A sentence before a unit is known."""

from dataclasses import dataclass
from typing import Any

from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.traced.paths import Path
from kaohe.backends.traced.texts import Told
from kaohe.backends.traced.tracing import Tracer


@dataclass(frozen=True)
class _Found:
    """What a sentence finds where its trees' values would stand; a list among them is unsayable before its members."""

    spoken: SpokenSentence
    path: Path

    def __getitem__(self, place: int) -> Any:
        return self.path.value(self.spoken.wanted[place])


def traced_sentence(spoken: SpokenSentence, tracer: Tracer) -> Told:
    """Its text for all facts that there may be."""
    return tracer.traced(lambda path: spoken.words(_Found(spoken, path)))
