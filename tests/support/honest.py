"""What must hold of any unit's improvements, tried out one value after another."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving import improvements
from kaohe.analysis.improving.movable_facts import Movable, movables
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.improvements import FactNamed, Improvement, Improvements, WrittenValue
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from support.random_rows import Row, unit_values
from support.rule_cases import document

NUMBERS = ("count", "number", "amount", "change", "ratio")
Least = tuple[int, Fraction]
"""The number of steps of the smallest change, and what it gains."""


@dataclass(frozen=True)
class UnitRow:
    """A row, and what scores it."""

    scorer: Scorer
    row: Row

    @property
    def compiled(self) -> CompiledRubric:
        return self.scorer.compiled

    def low(self, row: Row) -> Fraction | None:
        """What is certain of the whole; None for a row that the values' reader would not take."""
        if list(self.compiled.undefined(row)):
            return None
        return self.scorer.score(_values(row)).low

    def gain(self, movable: Movable, value: Any, measure: Fraction) -> Fraction:
        """What another value of a fact adds, nothing where it is refused or lowers the score."""
        low = self.low(movable.put(self.row, value))
        return Fraction(0) if low is None else max(low - measure, Fraction(0))


def hold(unit: UnitRow, reach: int, budget: int = 300) -> Improvements:
    """Gains come true, a smaller change gains nothing, nothing is left out; `reach` steps are tried each way."""
    found = improvements(unit.scorer, _values(unit.row), "zh", budget)
    measure, told = found.measure, {_key(one.fact): one for one in found.found}
    undecided = {_key(one.fact): one.steps for one in found.undecided}
    assert len(told) == len(found.found)
    assert not told.keys() & undecided.keys()
    assert [(not one.lifts_veto, -one.gain) for one in found.found] == sorted(
        (not one.lifts_veto, -one.gain) for one in found.found
    )
    if measure is None:
        assert not told
        return found
    for movable in movables(unit.compiled.layout, unit.row):
        key = movable.fact.item, movable.fact.id, movable.member_name(unit.row), movable.field_name()
        least = _least(unit, movable, measure, min(reach, undecided.get(key, reach)))
        if key in told:
            steps = _comes_true(unit, movable, told[key], measure)
            assert least == (steps, told[key].gain) if least else steps > reach
        else:
            assert least is None, key
    return found


def _key(fact: FactNamed) -> tuple[str, str, str, str]:
    return fact.item, fact.indicator, fact.member, fact.field


def _values(row: Row) -> Values:
    return Values("", "甲市", 2011, "self", row)


def _least(unit: UnitRow, movable: Movable, measure: Fraction, reach: int) -> Least | None:
    """The smallest change that gains, by trying every one of them."""
    value = movable.value(unit.row)
    others = movable.others(value)
    if others is not None:
        best = max((unit.gain(movable, other, measure) for other in others), default=Fraction(0))
        return (1, best) if best else None
    step, (down, up) = movable.step(value), movable.reach(value)
    for steps in range(1, reach + 1):
        signs = [sign for sign, most in ((1, up), (-1, down)) if steps <= most]
        tried = [unit.gain(movable, _plain(value + sign * steps * step), measure) for sign in signs]
        if any(tried):
            return steps, max(tried)
    return None


def _comes_true(unit: UnitRow, movable: Movable, told: Improvement, measure: Fraction) -> int:
    """What is told is what is scored, and one step less gains nothing; the number of steps."""
    before, after = movable.value(unit.row), _read(movable, told.after)
    assert _read(movable, told.before) == before
    assert told.gain > 0
    assert unit.low(movable.put(unit.row, after)) == measure + told.gain
    if None not in unit.row and () not in unit.row:  # a file has no way to say that a list is empty
        assert _from_file(unit, movable, told) == movable.put(unit.row, after)
    if movable.others(before) is not None:
        return 1
    step = movable.step(before)
    less = after - step if after > before else after + step
    assert unit.gain(movable, _plain(less), measure) == 0
    steps = Fraction(abs(after - before)) / step
    assert steps.denominator == 1
    return steps.numerator


def _read(movable: Movable, value: WrittenValue) -> Any:
    """A value as the reader makes it of what is written."""
    return _plain(list(movable.fact.indicator.fields.values())[movable.field].read(_raw(movable, value)))


def _raw(movable: Movable, value: WrittenValue) -> Any:
    """What YAML reads of it."""
    return Decimal(str(value.written)) if movable.fact.indicator.kind in NUMBERS else value.written


def _from_file(unit: UnitRow, movable: Movable, told: Improvement) -> Row:
    """The row of the unit's file in which the value is written."""
    content = unit_values(unit.compiled, unit.row)
    facts = content["indicators"][movable.fact.item]
    path = [part for part in (movable.fact.id, told.fact.member, told.fact.field) if part]
    _write(facts, path, _raw(movable, told.after))
    return unit.compiled.reader.read(document({"rubric": "x", "unit": "甲市", "year": 2011, **content})).row


def _write(inside: Any, path: list[str], value: Any) -> None:
    for part in path[:-1]:
        inside = inside[part]
    inside[path[-1]] = value


def _plain(value: Any) -> Any:
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def gapped(row: Row, holes: Mapping[int, bool]) -> Row:
    """The row without the facts at these places; what does not exist stays so."""
    return tuple(None if holes.get(place) and one is not NOT_APPLICABLE else one for place, one in enumerate(row))
