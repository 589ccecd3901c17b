"""All readers of a tree say the same: generated code, ledger, naive walk and bounds, on every rule case."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import chain, combinations, product
from math import isinf
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, bounds
from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.account_readers import AccountReaders
from support.naive import evaluate, facts_of
from support.rule_cases import Case, cases

Row = tuple[Any, ...]
EVERY_CASE = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
MANY = 10**6
SMALL: Mapping[str, tuple[Any, ...]] = {
    "flag": (True, False),
    "count": (0, 1, 2, MANY),
    "number": (0, 1, MANY),
    "percent": (0, 1, MANY),
    "amount": (-MANY, 0, 1, MANY),
    "date": (0, 1, MANY),
    "month": (0, 1, MANY),
    "year": (0, 1, 2, MANY),
    "score": (0, 1, MANY),
    "reason": ("理由",),
    "previous": (Fraction(1, 1000), 1, 100, MANY**2),
    "current": (0, 100, MANY**2),
    "part": (0, 100, MANY**2),
    "whole": (Fraction(1, 1000), 1, 100, MANY**2),
}
"""Values for each place of a row that reach every step, cap and floor of the cases, together with the cases' own."""


@cache
def compiled(case: Case) -> Compiled:
    return compile_trees([case.compiled.score(0)], case.compiled.layout.slots, 1, case.compiled.layout.divided)


def interval_of(case: Case, row: Row) -> Interval:
    return bounds(case.compiled.score(0), case.compiled.possible(0, row))


@EVERY_CASE
def test_code_ledger_and_naive_walk_agree(case: Case) -> None:
    program, points = case.compiled, case.compiled.rubric.points
    for example in case.examples:
        row = case.row(example)
        _, entries = program.ledger.score(row)
        lost = sum((program.ledger.exact(entry.applied) for entry in entries), Fraction(0))
        walked = evaluate(program.score(0), facts_of(program.layout, row))
        assert points - lost == compiled(case)(row)[0] == walked == example.score, example.values


@EVERY_CASE
def test_every_reader_agrees_on_each_account(case: Case) -> None:
    """What is due and what is applied; full marks less all that is applied, and what rounding takes, is the score."""
    readers = AccountReaders(case.compiled)
    for example in case.examples:
        row = case.row(example)
        readers.hold(row)
        for gaps in _subsets(row):
            readers.stay_within(row, _without(row, gaps))


@EVERY_CASE
def test_only_a_line_that_drains_its_part_alone_gives(case: Case) -> None:
    """What is given can be lost again, so it comes first; among several lines there would be no telling."""
    item = case.compiled.items[0]
    several = [part for part in item.parts if sum(not account.line.gate for account in part.accounts) > 1]
    dues = [account.line.total() for part in several for account in part.accounts]
    for example in case.examples:
        facts = facts_of(case.compiled.layout, case.row(example))
        assert all(evaluate(due, facts) >= 0 for due in dues), example.values


@EVERY_CASE
def test_gates_come_first(case: Case) -> None:
    for part in case.compiled.items[0].parts:
        gates = [account.line.gate for account in part.accounts]
        assert gates == sorted(gates, reverse=True)


@EVERY_CASE
def test_bounds_of_known_facts_are_the_score(case: Case) -> None:
    for example in case.examples:
        assert interval_of(case, case.row(example)) == Interval(example.score, example.score)


@EVERY_CASE
def test_bounds_contain_every_completion_and_are_attained(case: Case) -> None:
    """Attained: a side that is finite is the score of some completion; an open side is passed beyond any case's points.

    A case that is `wider` says why it isn't so, and then it must not be so somewhere.
    """
    attained = [_attained(interval, scores) for interval, scores in _intervals(case)]
    assert all(attained) is not bool(case.wider)


@EVERY_CASE
def test_more_facts_never_widen_the_bounds(case: Case) -> None:
    for example in case.examples:
        row = case.row(example)
        for gaps in _subsets(row):
            wide = interval_of(case, _without(row, gaps))
            narrow = interval_of(case, _without(row, gaps[1:]))
            assert wide.low <= narrow.low <= narrow.high <= wide.high, (example.values, gaps)


def _intervals(case: Case) -> Iterator[tuple[Interval, set[Any]]]:
    """For every row and every subset of its facts missing: the bounds, and the scores of all completions."""
    seen = set()
    for example in case.examples:
        row = case.row(example)
        for gaps in _subsets(row):
            partly = _without(row, gaps)
            if partly not in seen:
                seen.add(partly)
                interval = interval_of(case, partly)
                scores = {compiled(case)(full)[0] for full in _completions(case, partly)}
                assert interval.low <= min(scores), (partly, interval)
                assert interval.high >= max(scores), (partly, interval)
                yield interval, scores


def _subsets(row: Row) -> Iterator[tuple[int, ...]]:
    """Places that could be missing: not those of a fact that is not applicable, which is known."""
    known = [place for place, value in enumerate(row) if value is not NOT_APPLICABLE]
    return (gaps for size in range(1, len(known) + 1) for gaps in combinations(known, size))


def _without(row: Row, gaps: tuple[int, ...]) -> Row:
    return tuple(None if place in gaps else value for place, value in enumerate(row))


def _completions(case: Case, row: Row) -> Iterator[Row]:
    """Every row of the small domains that agrees with what is known."""
    spans = [row[fact.start : fact.start + fact.width()] for fact in case.compiled.layout.facts]
    known = zip(spans, _domains(case), strict=True)
    fitting = [[one for one in domain if _fits(one, span)] for span, domain in known]
    return (tuple(chain.from_iterable(parts)) for parts in product(*fitting))


def _fits(fields: Row, known: Row) -> bool:
    return all(value is None or value == field for value, field in zip(known, fields, strict=True))


@cache
def _domains(case: Case) -> tuple[tuple[Row, ...], ...]:
    """What each indicator is tried with: SMALL, what the case's own rows say and, where it may, not to exist."""
    rows = [case.row(example) for example in case.examples]
    return tuple(_domain(case.compiled, fact, rows) for fact in case.compiled.layout.facts)


def _domain(program: CompiledRubric, fact: Fact, rows: list[Row]) -> tuple[Row, ...]:
    whole = [fact.indicator.of_field(name) for name in fact.indicator.fields]
    fields = [SMALL.get(name or one.kind, tuple(one.options)) for one, name in whole]
    gone = () if program.optional.isdisjoint(fact.keys()) else ((NOT_APPLICABLE,) * fact.width(),)
    if fact.indicator.list:
        members = [("甲", *values) for values in product(*fields)]
        own = [(row[fact.start],) for row in rows if row[fact.start] is not NOT_APPLICABLE]
        return (*gone, *own, *(((member,) * times,) for member in members for times in (1, 30)))
    said = [{row[place] for row in rows} - {NOT_APPLICABLE} for place in range(fact.start, fact.start + fact.width())]
    return (*gone, *product(*[values.union(small) for values, small in zip(said, fields, strict=True)]))


def _attained(interval: Interval, scores: set[Any]) -> bool:
    low: bool = min(scores) < -MANY / 10 if isinf(interval.low) else min(scores) == interval.low
    high: bool = max(scores) > MANY / 10 if isinf(interval.high) else max(scores) == interval.high
    return low and high
