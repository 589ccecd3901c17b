"""One thing that may be written at the cursor."""

from dataclasses import dataclass
from typing import Literal

OfferKind = Literal["key", "value", "fact", "result", "function", "word", "text"]


@dataclass(frozen=True, slots=True)
class Offer:
    """`text` takes the place of the characters from `start` to `end`; offers of a lower `rank` come first."""

    label: str
    text: str
    start: int
    end: int
    kind: OfferKind
    detail: str = ""
    meaning: str = ""
    rank: int = 0
