"""What is said of sound facts must be about them: ranges of their unit, conditions on facts; evidence of reports."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.expr.tree import Notation
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import TIMES
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.noted_problems import problem_at
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem

PERCENTS = ("change", "ratio", "percent")
NUMBERS = ("count", "number", "amount", *PERCENTS, *TIMES)
"""Kinds that have one number, of which ranges are."""


def check_plausible(place: Place, path: Path, indicator: Indicator, scope: NotingScope) -> Iterator[Problem]:
    if indicator.evidence is not None and not indicator.asked:
        yield place.problem("evidence-of-what", (*path, "evidence"), {"label": indicator.label}, key=True)
    own = indicator.plausible
    if own is None:
        return
    where = (*path, "plausible")
    if own.ranges and indicator.kind not in NUMBERS:
        yield place.problem("range-of-what", where, {"known": ", ".join(NUMBERS)}, key=True)
        return
    unit = Notation.PERCENT if indicator.kind in PERCENTS else TIMES.get(indicator.kind, KINDS[indicator.kind].unit)
    for span in own.ranges:
        sides = [side for side in (span.from_, span.to) if side is not None]
        if any(side.unit is not unit for side in sides):
            yield place.problem("percent-mismatch", where, {"reference": indicator.label})
        elif len(sides) == 2 and sides[1].value < sides[0].value:  # noqa: PLR2004 - from and to
            yield place.problem("range-empty", where)
    inner = replace(scope, parts={}, made={})
    for formula in own.conditions:
        inner.condition(formula, listed=True)
        noted = [one for one in scope.take() if one.formula == formula]
        yield from (problem_at(place, _where(place, where, formula), one) for one in noted)


def _where(place: Place, where: Path, formula: str) -> Path:
    """The formula's own place: it may be one of several."""
    data = place.data(where)
    return (*where, data.index(formula)) if isinstance(data, list) else where
