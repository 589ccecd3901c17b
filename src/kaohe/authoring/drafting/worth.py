"""What each part of an item is worth: as it says, or what the other parts leave of the item's points."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kaohe.authoring.drafting.all_of_it import all_of_it
from kaohe.authoring.drafting.award_rules import one_award
from kaohe.authoring.drafting.counted import Each, Step, counted
from kaohe.authoring.drafting.growth_rules import is_growth
from kaohe.authoring.drafting.joined_parts import parts
from kaohe.authoring.drafting.parts import Part, takes
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.rankings import level_of, share_of
from kaohe.authoring.drafting.said_formulas import said_formula

Shape = Literal[
    "plain",
    "deductions",
    "steps",
    "bands",
    "further",
    "levels",
    "growth",
    "choice",
    "awards",
    "shares",
    "formula",
    "judgement",
    "line",
    "veto",
    "silent",
    "lists",
]
_NAMED: Mapping[str, Shape] = {"list": "lists", "again": "further", "line": "line", "formula": "formula"}
"""Shapes that one of a part's moves tells alone."""
ZERO = Decimal(0)


@dataclass(slots=True)
class Worth:
    """A part, what kind of rule it becomes, and its points: None while only the others can tell.

    `other` are its points by the other way to read several awards: one after the other, not one instead of the other.
    """

    part: Part
    shape: Shape
    points: Decimal | None
    other: Decimal | None = None
    pool: bool = False


def shape_of(part: Part) -> Shape:
    kinds = {move.outcome.kind for move in part.moves}
    first = part.moves[0]
    if part.kind == "words":
        return "silent"
    if part.kind == "penalty" or (part.kind == "zero" and first.outcome.own):
        return "veto"
    if "list" in kinds and part.of("take") and all(takes(move) for move in part.of("list")):
        return "deductions"
    named = next((shape for kind, shape in _NAMED.items() if kind in kinds and "bonus" not in kinds), None)
    if named is not None:
        return named
    if any(_steps(move.outcome.before) for move in part.of("take", "bonus", "award")):
        return "steps"
    if "bonus" in kinds or (part.kind == "award" and _each_award(part)):
        return "awards"
    if "share" in kinds:
        return "shares"
    if kinds & {"take", "double"} or part.kind == "pool" or any(takes(move) for move in part.of("judged")):
        return "deductions"
    return "judgement" if "judged" in kinds else _of_awards(part)


def _of_awards(part: Part) -> Shape:
    """A part that only gives, or gives nothing."""
    if is_growth(part):
        return "growth"
    given = part.of("award", "full")
    first = part.moves[0].when
    ladder = [level for move in given if (level := level_of(move.when, first))]
    ranked = [level for level in ladder if level[0] == "rank"]
    of_numbers = (
        []
        if share_of(first)
        else [move for move in given if range_of(move.when) or (move is given[0] and all_of_it(first))]
    )
    if len(of_numbers) > 1 and len(ranked) < 2:  # noqa: PLR2004 - 四至六名
        return "bands"
    ladder = [level for move in part.of("award", "full", "zero") if (level := level_of(move.when, first))]
    return "levels" if len(ladder) > 1 else "plain"


def _steps(words: str) -> bool:
    return isinstance(counted(words), Step)


def _each_award(part: Part) -> bool:
    before = part.moves[0].outcome.before
    return isinstance(counted(before), Each) or (one_award(before) is not None and bool(part.of("most")))


def worth_of(part: Part, shape: Shape) -> Worth:
    given = [move for move in part.of("award", "full", "pool") if not _steps(move.outcome.before)]
    awards = [move.outcome.points for move in given]
    known = [one for one in awards if one is not None]
    if shape in ("veto", "silent") or adds(part):
        return Worth(part, shape, ZERO)
    if shape == "awards":
        most = part.of("most", "pool")
        return Worth(part, shape, most[-1].outcome.points if most else None, pool=not most and not part.of("fill"))
    if shape == "further":
        more = [move.outcome.points or ZERO for move in part.of("again")]
        base = sum(known, ZERO)
        return Worth(part, shape, base + max(more), base + sum(more, ZERO))
    listing = next(iter(part.of("list")), None)
    if listing is not None and listing.outcome.total and not takes(listing):
        return Worth(part, shape, ZERO if listing.outcome.verb == "加" else sum(listing.outcome.amounts, ZERO))
    if shape in ("formula", "judgement") or (shape == "shares" and not awards):
        return Worth(part, shape, _own_points(part, shape))
    if shape == "steps" and not awards:
        return Worth(part, shape, None, pool=True)
    if not awards:
        return Worth(part, shape, None, pool=True)
    if len(known) < len(awards):
        return Worth(part, shape, None)
    several = shape in ("bands", "levels", "growth")
    return Worth(part, shape, max(known) if several else known[0], sum(known, ZERO) if shape == "levels" else None)


def _own_points(part: Part, shape: Shape) -> Decimal | None:
    """What a share, a formula, or a judgement says itself."""
    if shape == "shares":
        return part.of("share")[0].outcome.points
    if shape == "formula":
        said = said_formula(part.of("formula")[0].outcome.formula)
        return None if said.kind == "sum" else said.worth
    amounts = part.moves[0].outcome.amounts
    return amounts[1] if amounts else None


def adds(part: Part) -> bool:
    """Whether it adds to what other parts give."""
    if part.kind == "judged":
        return part.moves[0].outcome.verb == "加"
    return bool(part.of("bonus")) and part.kind in ("bonus", "list") and not part.of("take")


def written_points(method: str) -> Decimal:
    """What a method gives by its own words, where its row has no number of points."""
    found = [worth_of(part, shape_of(part)) for part in parts(method)]
    return sum((one.points for one in found if one.points is not None), ZERO)
