"""持证上岗，否则不得分: what words ask for, where only what follows otherwise is said of it."""

import re
from dataclasses import replace

from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.outcomes import Outcome

_ELSE = re.compile(r"(?:否则|反之|不然)(?:的话)?(?:,?一律|均)?")
_BEHIND = re.compile(r"(?P<before>.+?),?(?:否则|反之|不然)(?:的话)?(?:,?一律|均)?")


def asked_before(move: Move) -> Move | None:
    """The words before 否则 as those of a move by itself; None where there is no such word, or none before it."""
    before = move.outcome.before
    if move.words and _ELSE.fullmatch(before):
        *words, last = move.words
        return replace(move, words=tuple(words), outcome=Outcome("words", last, last.text))
    found = _BEHIND.fullmatch(before)
    return None if found is None else replace(move, outcome=replace(move.outcome, before=found["before"]))


def says_otherwise(words: str) -> bool:
    """Whether words end in 否则, so that what is meant is their opposite."""
    return re.search(r"(?:否则?|反之|不然)(?:的话)?(?:,?一律|均)?$", words) is not None


def without_else(words: str) -> str:
    """日产日清，否则发现一处扣2分: what is found is counted, and 否则 is no part of it."""
    return re.sub(r"(?<![原规准法细总通守])则$", "", re.sub(r"(?<=[,，])(?:否则|反之|不然)[,，]?(?=.)", "", words))
