"""增加的得2分，增加1%到2%的再得1分: a base award and more for each band above it, of the type `tiered`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.asked import changed, written
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.rankings import compared


def increments(item: Item, part: Part, rule: Rule, *, cumulative: bool) -> Rule:
    """A base award and more for each band above it (再得1分)."""
    award, *more = part.moves
    comparison = compared(award.when)
    if comparison is None or comparison[1] != "increased" or not comparison[0]:
        raise NotRead("why-number", words=item.clause_of(award))
    name = changed(item, comparison[0])
    found = [(_increment(item, move), move) for move in more]
    made = {
        **rule,
        "of": f"{name}.growth",
        "base": {"above": "0%", "points": award.outcome.points},
        "bands": [_added(stretch, move) for stretch, move in found],
        "cumulative": cumulative,
    }
    readings = [*_edges(item, found), *_together(item, found, award, made)]
    return {**made, "readings": readings} if readings else made


def _increment(item: Item, move: Move) -> Range:
    """From where on more is given."""
    stretch = range_of(move.when)
    if move.outcome.kind != "again" or stretch is None or stretch.exact or stretch.low is None or stretch.unit != "%":
        raise NotRead("why-number", words=item.clause_of(move))
    if stretch.what and compared(stretch.what) != ("", "increased"):
        raise NotRead("why-number", words=item.clause_of(move))
    return stretch


def _added(stretch: Range, move: Move, *, outside: bool = False) -> dict[str, Any]:
    side = "from" if stretch.low_in and not outside else "above"
    return {side: written(stretch.low or Decimal(0), "%"), "add": move.outcome.points}


def _edges(item: Item, found: Sequence[tuple[Range, Move]]) -> list[dict[str, Any]]:
    """1%到2%之间 does not say whether 1% is inside."""
    made = []
    for place, (stretch, move) in enumerate(found):
        if stretch.high is not None and "含" not in move.when:
            patch = {"bands": [_added(one, of, outside=number == place) for number, (one, of) in enumerate(found)]}
            made.append(raised_readings.inside(item, item.original(move), patch))
    return made


def _together(item: Item, found: Sequence[tuple[Range, Move]], award: Move, made: Rule) -> list[dict[str, Any]]:
    """Whether several increments go together or the highest alone counts."""
    if len(found) < 2:  # noqa: PLR2004 - one increment has none to go with
        return []
    base = award.outcome.points or Decimal(0)
    given = [move.outcome.points or Decimal(0) for _, move in found]
    exclusive, cumulative = base + max(given), base + sum(given)
    other = {"cumulative": not made["cumulative"], "points": exclusive if made["cumulative"] else cumulative}
    options = {
        "exclusive": (item.say("further-exclusive", points=exclusive), {} if not made["cumulative"] else other),
        "cumulative": (item.say("further-cumulative", points=cumulative), other),
    }
    last = found[-1][1]
    return [item.reading("further", item.shown(last), "cumulative" if made["cumulative"] else "exclusive", options)]
