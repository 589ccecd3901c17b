"""Who moved in the ranking, and why, in a line each; and a disagreement in a line."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import signed
from kaohe.render.words.sheet_wording import number
from kaohe.results.batch_figures import BatchFigures, Disagreement, StagePair
from kaohe.results.causes import Cause

MOST = 13
"""So many units that moved are told of."""
REASONS = 2


def rank_moves(figures: BatchFigures, language: Language) -> Iterator[str]:
    """In the order of the ranking; nothing where there is no earlier stage."""
    moved = [pair for pair in figures.pairs if pair.climbed]
    own: dict[str, list[Disagreement]] = {}
    for one in figures.disagreements:
        own.setdefault(one.pair.now.path, []).append(one)
    for pair in moved[:MOST]:
        yield _move(pair, own.get(pair.now.path, []), language)
    if len(moved) > MOST:
        yield say("leader.more_moved", language, count=len(moved) - MOST, sheet=say("table.compared", language))
    if figures.pairs and not moved:
        yield say("leader.nobody_moved", language)


def told_disagreement(one: Disagreement, language: Language) -> str:
    """`甲市 2.1 政策落实：10 分 → 8 分（-2），酌情评定：…`."""
    causes = [_why(cause, language) for cause in one.causes[:REASONS]]
    return say(
        "leader.disagreement",
        language,
        unit=one.pair.now.unit,
        number=one.item.number,
        title=one.item.title,
        old=number(one.old),
        new=number(one.new),
        by=signed(one.by),
        why=say("table.between_notes", language).join(causes),
    )


def _move(pair: StagePair, own: list[Disagreement], language: Language) -> str:
    by = pair.difference or Fraction(0)
    up = (pair.climbed or 0) > 0
    code = "leader.moved_alone" if not by else "leader.moved_so" if (by > 0) == up else "leader.moved_against"
    main = next((one for one in own if one.by * by > 0), None)
    return say(
        code,
        language,
        unit=pair.now.unit,
        move=say("leader.up" if up else "leader.down", language, old=pair.old_rank, new=pair.new_rank),
        by=signed(by),
        main=_main(main, language) if main else "",
    )


def _main(one: Disagreement, language: Language) -> str:
    """The item that moved most the way that the total went, and why."""
    why = _why(one.causes[0], language) if one.causes else ""
    item = {"number": one.item.number, "title": one.item.title}
    return say("leader.mainly", language, **item, by=signed(one.by), why=why)


def _why(cause: Cause, language: Language) -> str:
    kind = say(f"stage.{cause.kind}", language)
    return say("stage.why", language, kind=kind, reason=cause.reason) if cause.reason else kind
