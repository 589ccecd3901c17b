"""The moves of a method gathered into parts: what stands on the same points is read together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.all_of_it import all_of_it
from kaohe.authoring.drafting.counted import Each, Step, counted
from kaohe.authoring.drafting.growth import growth_of
from kaohe.authoring.drafting.method_moves import moves
from kaohe.authoring.drafting.moves import Move, unread
from kaohe.authoring.drafting.omitted_verbs import with_verbs
from kaohe.authoring.drafting.outcome_shapes import Kind
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.rankings import level_of, share_of

_STARTS: tuple[Kind, ...] = ("award", "full", "pool", "bonus", "list", "judged")
_ENDS: tuple[Kind, ...] = ("drain", "fill")


@dataclass(slots=True)
class Part:
    """Moves that stand on the same points. `unread` are words in it that could not be read.

    `drained` is where its points were said to be gone by words that stand in the part after it.
    """

    moves: list[Move] = field(default_factory=list)
    unread: str = ""
    drained: bool = False

    @property
    def start(self) -> int:
        return self.moves[0].begin

    @property
    def end(self) -> int:
        return self.moves[-1].end

    @property
    def kind(self) -> Kind:
        """What it begins with."""
        return self.moves[0].outcome.kind

    def of(self, *kinds: Kind) -> list[Move]:
        return [move for move in self.moves if move.outcome.kind in kinds]

    @property
    def closed(self) -> bool:
        """Whether nothing more is taken from its points: they were said to be gone, or all or nothing."""
        last = self.moves[-1].outcome
        return last.kind in _ENDS or self.kind in ("penalty", "words") or (last.kind == "zero" and last.own)

    @property
    def settled(self) -> bool:
        """Whether it says what happens otherwise, so that another sentence speaks of something else."""
        last = self.moves[-1]
        given = self.of("award", "full")
        banded = len(given) > 1 and any(range_of(move.when) for move in given)
        return banded or (last.outcome.kind == "zero" and last.when in ("否则", "反之", ""))


def read_parts(method: str) -> list[Part]:
    """Parts as they follow one on another."""
    found: list[Part] = []
    for move in with_verbs(moves(method)):
        if not found or _begins(move, found):
            found.append(Part())
        part = found[-1]
        part.moves.append(move)
        part.unread = part.unread or unread(move)
    return found


def _each(move: Move) -> bool:
    """Whether points are given for each thing."""
    return isinstance(counted(move.outcome.before), Each)


def stepping(move: Move) -> bool:
    """Whether points are given or taken by percents."""
    return isinstance(counted(move.outcome.before), Step)


def _begins(move: Move, before: Sequence[Part]) -> bool:
    """Whether a move stands on points of its own."""
    kind, part = move.outcome.kind, before[-1]
    if kind in ("penalty", "words") or part.kind in ("words", "penalty"):
        return True
    if kind == "pool" and not move.opens:  # 每次得1分，满分6分
        return False
    if kind == "spare":
        return part.closed or not any(map(takes, part.moves))
    if kind in ("highest", "formula"):
        return _apart(move, part)
    if part.kind == "formula" and (apart := _after_formula(move)) is not None:
        return apart
    if kind in _STARTS and not takes(move):
        return not _goes_on(move, part)
    if (
        kind == "zero"
        and move.outcome.own
        and move.stop == ","
        and range_of(move.when)
        and range_of(part.moves[0].when)
    ):
        return False
    if kind == "zero" and move.outcome.own:
        return len(before) > 1 or not conditions.opposite(move.when, part.moves[0].when)
    if (kind == "share" or takes(move)) and (part.closed or part.kind == "bonus"):
        return True
    return takes(move) and move.opens and (part.settled or _several(before) or part.kind == "bonus")


def _after_formula(move: Move) -> bool | None:
    """Whether a move speaks of something else than a formula before it; None where that does not tell."""
    if takes(move) and move.opens:
        return True
    return False if move.outcome.kind in ("award", "full") and move.stop == "," else None


def _apart(move: Move, part: Part) -> bool:
    """Whether 就高计分, or a formula, speaks of something else than what stands before it."""
    if move.outcome.kind == "highest":
        return part.kind not in ("bonus", "list", "award") or part.closed
    return part.closed or part.kind == "bonus" or (move.opens and not move.when)


def takes(move: Move) -> bool:
    kind, verb = move.outcome.kind, move.outcome.verb
    return kind in ("take", "double") or (kind in ("list", "judged") and verb[:1] in "扣减")


def _several(before: Sequence[Part]) -> bool:
    """Whether points were given in several parts: what a new sentence takes is of all of them."""
    return len([one for one in before if one.kind in ("award", "full")]) > 1


def _goes_on(move: Move, part: Part) -> bool:
    """Whether what is given is another band or level of what the part began with."""
    if move.outcome.kind == "pool":
        return False
    last = part.moves[-1].outcome.kind
    if "list" in (move.outcome.kind, part.kind):
        return False
    last = part.kind if last == "most" else last
    if part.kind == "award" and move.outcome.kind == "bonus" and move.stop == "," and _each(part.moves[0]):
        return _each(move)  # 每条0.5分，采用每条加1分
    if (
        part.kind == move.outcome.kind
        and move.stop == ","
        and (part.kind == "bonus" or (_each(move) and _each(part.moves[0])))
    ):
        return not stepping(move) and not stepping(part.moves[0])
    if (
        move.stop == "。"
        or last not in ("award", "full", "bonus", "zero")
        or (part.kind == "bonus") != (move.outcome.kind == "bonus")
    ):
        return False
    if move.when and conditions.ELSE.fullmatch(re.sub(r"^(其[他余]).{2}$", r"\1", move.when)):
        return len(part.of("award")) > 1 or bool(level_of(part.moves[0].when))
    return _same_number(move.when, part.moves[0].when)


def _same_number(words: str, first: str) -> bool:
    """Whether words name a stretch or a level of what others begin with."""
    said, begun = growth_of(words), growth_of(first)
    if said is not None and begun is not None:
        return said.what in ("", begun.what)
    if share_of(first) is not None:
        return share_of(words, first) is not None
    stretch, of = range_of(words), range_of(first)
    if stretch is not None and stretch.unit == "%" and of is None:
        return all_of_it(first) is not None and first.startswith(stretch.what.rstrip("的"))
    if stretch is not None and of is not None:
        return of.what.endswith(stretch.what)
    return bool(level_of(words, first) and level_of(first))
