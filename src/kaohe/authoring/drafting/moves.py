"""The phrases of a method as moves: each gives or takes one thing, and has the words that say when."""

import re
from dataclasses import dataclass

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.outcomes import Outcome
from kaohe.authoring.drafting.phrases import Phrase
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.remarks import Partial

_WHOLE = re.compile(r"(?:大项|大类|总分|全年得分|年度得分|整个项目)$")
"""1处不符合要求，“运输设备”大项不得分: what is lost, without 的 before it."""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing given or taken, with the phrases before it that say when; `words` alone say nothing of points."""

    words: tuple[Phrase, ...]
    outcome: Outcome
    lead: tuple[Phrase, ...] = ()
    """Phrases before them that only say where to look."""
    notes: tuple[str, ...] = ()
    """What is said behind it of how its things are counted, in the form's words."""
    partial: Partial | None = None
    """What a step that is not full counts, where that is said."""
    until: int = 0
    """Where such words end; nothing where there are none."""

    @property
    def start(self) -> int:
        return (self.words[0] if self.words else self.outcome.phrase).start

    @property
    def begin(self) -> int:
        """The same with the number of a list, and with what stands before it."""
        return self._first.begin

    @property
    def end(self) -> int:
        return self.until or self.outcome.phrase.end

    @property
    def opens(self) -> bool:
        """Whether a sentence or a half of one begins with it."""
        return self._first.opens

    @property
    def stop(self) -> str:
        """The stop before it."""
        return self._first.before

    @property
    def _first(self) -> Phrase:
        return (*self.lead, *self.words, self.outcome.phrase)[0]

    @property
    def when(self) -> str:
        """All words that say when, in plain signs."""
        return ",".join([*(one.text for one in self.words), self.outcome.before]).strip(",")


def unread(move: Move) -> str:
    """Words of a move that may say more than when; nothing where there are none."""
    if move.outcome.kind in ("again", "take", "award", "bonus", "list", "most", "drain", "share", "zero", "full"):
        texts = [one.text for one in move.words]
    else:
        texts = [one.text for one in move.words] + [move.outcome.before]
    texts += [move.outcome.note.strip("()")]
    return next((one for one in texts if _says_more(one)), "")


def _says_more(words: str) -> bool:
    """As of all conditions; the signs in a stretch of a number say nothing else."""
    stretch = range_of(words)
    return conditions.says_more(words if stretch is None else stretch.what)


def in_brackets(move: Move, method: str) -> bool:
    """每篇加0.5分（最多加3分）: what stands in brackets is of what is right before them."""
    return method[max(0, move.start - 1) : move.start] in ("(", "（")


def beyond(move: Move) -> bool:
    """Whether what is lost is named, and is more than the row: 发生事故的，全年不得分."""
    words = move.outcome.before
    if _WHOLE.search(words):
        return True
    named = words if move.words else words.rpartition("的")[2]
    if move.outcome.own and re.search(r"年|总分|全部|所有|整体|总|大项", named) is None:
        return False  # 超过控制指标的，本项不得分
    return bool(named) and (bool(move.words) or "的" in words) and conditions.reaches_beyond(named)
