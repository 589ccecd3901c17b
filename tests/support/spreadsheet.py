"""A rubric's calculation filled in for a unit, and where it differs from the exact engine on the same facts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any

from kaohe.backends.bounds import bounds
from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.formulas.indicators import Indicator
from kaohe.results.calculation import INAPPLICABLE, KNOWN, Calculation
from kaohe.scoring.calculation.shown import OPEN_ENDED
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scored_items import score_items
from kaohe.submission.reader import Values
from support.shipped import scorer

Row = tuple[Any, ...]
NEAR = Fraction(1, 10**9)
"""Shares of points that are less apart are the same."""
ROUNDING = 1e-12


def typed(value: Any) -> Any:
    """A fact as a cell can hold it: a double has no more than seventeen digits."""
    if isinstance(value, tuple):
        return tuple(map(typed, value))
    return int_if_whole(Fraction(repr(float(value)))) if isinstance(value, Fraction) else value


def without_some(row: Row, random: Random, gaps: float) -> Row:
    """The row with some facts missing, each with the probability `gaps`."""
    return tuple(_or_missing(value, random, gaps) for value in row)


def _or_missing(value: Any, random: Random, gaps: float) -> Any:
    if value is NOT_APPLICABLE:
        return value
    if isinstance(value, tuple) and random.random() > gaps:
        return tuple((name, *(_or_missing(field, random, gaps) for field in fields)) for name, *fields in value)
    return None if random.random() < gaps else value


def inputs_of(compiled: CompiledRubric, row: Row) -> dict[str, Any]:
    """The input cells of a unit's row."""
    found: dict[str, Any] = {}
    for fact in compiled.layout.facts:
        values = row[fact.start : fact.start + fact.width()]
        if values[0] is NOT_APPLICABLE:
            found[f"inapplicable.{fact.key}"] = "不适用"
        elif fact.indicator.list:
            found |= _members(fact, values[0])
        else:
            pairs = zip(fact.keys(), fact.indicator.fields, values, strict=True)
            found |= {f"input.{key}": entered(fact.indicator, field, value) for key, field, value in pairs}
    return {name: value for name, value in found.items() if value is not None}


def entered(indicator: Indicator, field: str, value: Any) -> Any:
    """A field as a person types it into a cell."""
    one, part = indicator.of_field(field)
    if value is None or part == "reason":
        return value
    match one.kind:
        case "flag":
            return "是" if value else "否"
        case "choice":
            return one.options[value]
        case "date":
            return date_text(value)
        case "month":
            return month_text(value)
    return value if isinstance(value, int) else float(value)


def _members(fact: Fact, members: Any) -> dict[str, Any]:
    if members is None:
        return {}
    found = {} if members else {f"input.none.{fact.key}": "无"}
    for place, (name, *fields) in enumerate(members, 1):
        found[f"input.{fact.key}.{place}.member"] = name
        for field, value in zip(fact.indicator.fields, fields, strict=True):
            found[f"input.{fact.key}.{place}.{field or 'value'}"] = entered(fact.indicator, field, value)
    return found


def taken(compiled: CompiledRubric, row: Row, values: Mapping[str, Any]) -> Row:
    """The row as the sheet takes it: what it can't use is missing there."""
    found: list[Any] = []
    for fact in compiled.layout.facts:
        own = row[fact.start : fact.start + fact.width()]
        states = [values[f"state.{key}"] for key in fact.keys()]
        assert {state == INAPPLICABLE for state in states} == {own[0] is NOT_APPLICABLE}, fact.key
        if fact.indicator.list and isinstance(own[0], tuple):
            assert states == [KNOWN], fact.key
            found.append(tuple(_member(fact, place, one, values) for place, one in enumerate(own[0], 1)))
        else:
            usable = (state in (KNOWN, INAPPLICABLE) for state in states)
            found += [value if taken else None for taken, value in zip(usable, own, strict=True)]
    return tuple(found)


def _member(fact: Fact, place: int, member: Row, values: Mapping[str, Any]) -> Row:
    states = [values[f"state.{fact.key}.{place}.{field or 'value'}"] for field in fact.indicator.fields]
    return (member[0], *(one if state == KNOWN else None for state, one in zip(states, member[1:], strict=True)))


def differences(compiled: CompiledRubric, row: Row, values: Mapping[str, Any]) -> list[str]:
    """The cells that are not what the engine says of the same facts."""
    known = taken(compiled, row, values)
    wanted = {**dict(_scores(compiled, known)), **dict(ledger_of(compiled, known))}
    return [f"{name}: {values[name]!r}, not {want}" for name, want in wanted.items() if not _alike(values[name], want)]


def _scores(compiled: CompiledRubric, row: Row) -> Iterator[tuple[str, Any]]:
    """What the engine says of items, sections and the whole, by the names of the cells."""
    sheet = scorer(compiled).score(Values("甲市.xlsx", "甲市", 2011, "self", row))
    for section in sheet.sections:
        for item in section.items:
            yield from _score(f"items.{item.id}", item)
        yield from _score(f"sections.{section.id}", section)
    yield from _score("total", sheet)


def _score(name: str, one: Any) -> Iterator[tuple[str, Any]]:
    yield f"standing.{name}", one.state
    if one.scored:
        yield f"low.{name}", Fraction(-OPEN_ENDED) if one.low is None else one.low
        yield f"high.{name}", Fraction(OPEN_ENDED) if one.high is None else one.high
        yield f"score.{name}", "" if one.score is None else one.score


def ledger_of(compiled: CompiledRubric, row: Row) -> Iterator[tuple[str, Any]]:
    """What is due for certain and applied on each account, of a list on all its members together."""
    ledger = compiled.ledger
    scored = score_items(compiled, row, compiled.gaps(row), compiled.undefined(row), {})
    sums = [[Fraction(0), Fraction(0)] for _ in ledger.accounts]
    for place in range(len(compiled.items)):
        partial = scored.partial.get(place)
        for entry in scored.entries.get(place, ()) if partial is None else partial.entries:
            if entry.account >= 0:
                sums[entry.account][0] += ledger.exact(entry.due)
                sums[entry.account][1] += ledger.exact(entry.applied)
    for place, item in enumerate(compiled.items):
        accounts, name = ledger.of_item(place), item.item.id
        for number, account in enumerate(accounts):
            yield f"due.{name}.{number}", sums[account][0]
            yield f"applied.{name}.{number}", sums[account][1]
            line = ledger.accounts[account].line
            if not line.members:
                yield f"open.{name}.{number}", Fraction(not bounds(line.due, compiled.possible(place, row)).exact())
        yield f"left.items.{name}", item.item.points - sum(sums[account][1] for account in accounts)


def _alike(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, str) or isinstance(found, str | None):
        return bool((found or "") == wanted)
    return bool(abs(Fraction(found) - wanted) < NEAR)


def disagreements(calculation: Calculation, inputs: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
    """The cells whose value in a spreadsheet is not what the calculation itself gives."""
    own = calculation.values(inputs)
    return [f"{name}: {values[name]!r}, not {one!r}" for name, one in own.items() if not _same(values[name], one)]


def _same(found: Any, own: Any) -> bool:
    if isinstance(own, str | bool) or not isinstance(found, int | float):
        return bool((found if found is not None else "") == own)
    return bool(abs(found - own) <= ROUNDING * abs(own))


def room(row: Row) -> int:
    """The members of the row's longest list; one at least."""
    return max((len(value) for value in row if isinstance(value, tuple)), default=1) or 1
