"""Parts of a method that stand on the same points though other words are between them, and what else is apart."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kaohe.authoring.drafting.counted import Step, counted
from kaohe.authoring.drafting.moves import Move, in_brackets
from kaohe.authoring.drafting.parts import Part, read_parts, stepping, takes
from kaohe.authoring.drafting.ranges import range_of

_NONE = re.compile(r"(?:以上|上述)?(?:均|都|全)?(?:无|没有|未(?:发生|出现|发现))(?:以上|上述)?[^,]{0,8}?(?:的|者)*")
"""均无的, after all that may cost points."""


def parts(method: str) -> list[Part]:
    found = _given_last(_bonuses(_both_sides(_returned(read_parts(method))), method))
    return [one for part in found for one in _apart(part)]


def _given_last(parts_: Sequence[Part]) -> list[Part]:
    """应评未评的每项扣4分；均无的得满分: an award for none of it is what all that takes takes from."""
    *before, last = parts_ or [Part()]
    alone = len(last.moves) == 1 and last.kind in ("full", "award")
    if not before or not alone or not _NONE.fullmatch(last.moves[0].when) or any(one.kind != "take" for one in before):
        return list(parts_)
    unread = next((one.unread for one in parts_ if one.unread), "")
    return [Part([move for one in parts_ for move in one.moves], unread)]


def _apart(part: Part) -> list[Part]:
    """每低1%扣1分，发现一例漏报扣2分: what is taken after steps, of something else, is a part of its own."""
    if part.unread or part.of("bonus") or not any(takes(move) and stepping(move) for move in part.moves):
        return [part]
    if (again := _once_more(part)) is not None:
        return [Part(part.moves, again.outcome.phrase.text)]
    found = [Part()]
    for move in part.moves:
        if _begins(move, found[-1]):
            found.append(Part())
        found[-1].moves.append(move)
    last = part.moves[-1].outcome
    limits = [move for move in part.of("most") if move.outcome.total]
    if len(found) > 1 and (limits or (last.kind == "most" and found[-1].moves[0].stop == ",")):
        words = (limits[0] if limits else part.moves[-1]).outcome.phrase.text
        return [Part(part.moves, words)]  # of all that is taken, or of the last alone
    for one in found[:-1]:
        one.drained = last.kind == "drain" and last.points is None
    return found


def _once_more(part: Part) -> Move | None:
    """每低1%扣1分，低于80%扣8分: of the number that the steps are of; instead of them or on top, nobody says."""
    first = next(place for place, move in enumerate(part.moves) if takes(move) and stepping(move))
    said = ",".join(move.when for move in part.moves[: first + 1])
    other = False
    for move in part.moves[first + 1 :]:
        stretch = range_of(move.when)
        if stretch is None or not takes(move) or stepping(move):
            continue
        if stretch.unit == "%" and stretch.what in said and (stretch.what or not other):
            return move
        other = True  # 示范支部占比低于20%的扣1分，低于10%的扣3分: of that
    return None


def _begins(move: Move, before: Part) -> bool:
    """Whether something else is taken than what steps before it are of, or steps begin that are of something else."""
    if not takes(move):
        return False
    if any(takes(one) and stepping(one) for one in before.moves):
        return not stepping(move) or range_of(",".join(one.text for one in move.words)) is not None
    return move.opens and stepping(move) and any(map(takes, before.moves)) and _of_its_own(move)


def _of_its_own(move: Move) -> bool:
    """Whether steps say of which number they are: 回复率未达100%的，每低1个百分点扣0.2分."""
    found = counted(move.outcome.before)
    return isinstance(found, Step) and (bool(found.subject) or any(range_of(one.text) for one in move.words))


def _returned(parts_: Sequence[Part]) -> list[Part]:
    """得4分；每缺一人扣0.5分，扣完4分为止: what is taken has just the points of the award before it."""
    found: list[Part] = []
    for part in parts_:
        before = found[-1] if found else None
        last = part.moves[-1].outcome
        own = before is not None and [(move.outcome.kind, move.outcome.points) for move in before.moves]
        if part.kind == "take" and last.kind == "drain" and last.points and own == [("award", last.points)] and before:
            found[-1] = Part([*before.moves, *part.moves], before.unread or part.unread)
        else:
            found.append(part)
    return found


def _bonuses(parts_: Sequence[Part], method: str) -> list[Part]:
    """加分累计不超过10分 is of all bonuses before it: they stand on the same points."""
    found: list[Part] = []
    for part in parts_:
        before = [*takewhile(_adds if _of_several(part) else _unlimited, reversed(found))]
        limit = part.moves[-1]
        own = limit.outcome.kind != "most" or (in_brackets(limit, method) and not _of_several(part))
        if not own and (_adds(part) or of_all_bonuses(part)) and before:
            joined = [*reversed(before), part]
            kept = found[: -len(before)]
            if not (of_all_bonuses(part) and any(map(_adds, kept))):
                unread = next((one.unread for one in joined if one.unread), "")
                found = [*kept, Part([move for one in joined for move in one.moves], unread)]
                continue
        found.append(part)
    return found


def _of_several(part: Part) -> bool:
    return of_all_bonuses(part) or part.moves[-1].outcome.total


def _adds(part: Part) -> bool:
    return part.kind == "bonus" or (part.kind == "list" and not takes(part.moves[0]))


def _unlimited(part: Part) -> bool:
    """Whether a limit behind it may be of it too."""
    return _adds(part) and not part.of("most")


def of_all_bonuses(last: Part) -> bool:
    """Whether its last move limits what is given on top in all: in a sentence of its own, or behind 就高不就低."""
    limit = last.moves[-1]
    if limit.outcome.kind != "most" or not limit.outcome.total:
        return False
    behind = len(last.moves) > 1 and last.moves[-2].outcome.kind == "highest" and last.moves[-2].opens
    return limit.opens or behind or re.search(r"合计|总计|共计|总共", limit.outcome.shown) is not None


def _both_sides(parts_: Sequence[Part]) -> list[Part]:
    """每超1%加1分, then 每低1%扣1分: steps to both sides of one number stand on the same points."""
    found: list[Part] = []
    for part in parts_:
        before = found[-1] if found else None
        if (
            before is not None
            and part.kind == "take"
            and before.kind == "bonus"
            and _stepped(part)
            and _stepped(before)
        ):
            if len(found) > 1 and [move.outcome.kind for move in found[-2].moves] == ["award"]:
                found.pop()
                before = Part([*found.pop().moves, *before.moves], before.unread)
                found.append(before)
            found[-1] = Part([*before.moves, *part.moves], before.unread or part.unread)
        else:
            found.append(part)
    return found


def _stepped(part: Part) -> bool:
    return stepping(part.moves[0])
