"""100%得满分，75%及以下不得分，其间线性内插: rules of the type `proportional` between points on a line."""

from decimal import Decimal

from kaohe.authoring.drafting.asked import bound, measured
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import Range, range_of


def line(item: Item, part: Part, rule: Rule) -> Rule:
    """A point for each number that the clause names, in their order; what lies between goes by proportion."""
    found: dict[Decimal, Decimal] = {}
    stretches: list[Range] = []
    for move in part.moves[:-1]:
        stretch = range_of(move.when)
        if stretch is None or move.outcome.kind not in ("award", "full", "zero"):
            raise NotRead("why-number", words=item.clause(part))
        stretches.append(stretch)
        found[_side(item, move, stretch)] = _points(move, rule)
    if len(found) < 2 or len(found) < len(stretches) or part.moves[-1].outcome.kind != "line":  # noqa: PLR2004 - a line
        raise NotRead("why-number", words=item.clause(part))
    if len({one.unit for one in stretches}) > 1 or any(not stretches[0].what.endswith(one.what) for one in stretches):
        raise NotRead("why-number", words=item.clause(part))
    unit = stretches[0].unit
    anchors = [{"at": bound(value, unit), "points": found[value]} for value in sorted(found)]
    return {**rule, "of": measured(item, stretches[0]), "anchors": anchors}


def _side(item: Item, move: Move, stretch: Range) -> Decimal:
    """The one number of a stretch; where there are two the line has no point."""
    ends = [one for one in (stretch.low, stretch.high) if one is not None]
    if len(ends) != 1:
        raise NotRead("why-number", words=item.clause_of(move))
    return ends[0]


def _points(move: Move, rule: Rule) -> Decimal:
    if move.outcome.kind == "zero":
        return Decimal(0)
    return Decimal(rule["points"]) if move.outcome.points is None else move.outcome.points
