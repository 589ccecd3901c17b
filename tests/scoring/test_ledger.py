"""Points are conserved: full marks minus the ledger is the score, at every level, for whatever a unit reports."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.backends.exact import compile_trees
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.sheet import ItemScore, SectionScore, Sheet
from kaohe.source import read
from support import shipped
from support.conservation import unaccounted, unbalanced
from support.naive import evaluate, facts_of
from support.random_rows import random_row, seeded, unit_values
from support.rounds import rounds
from support.rule_cases import document

SEED = st.integers(0, 2**32)
SEEDS = range(6)


def _dropped(sheet: Sheet, section: int, item: int, line: int) -> Sheet:
    """The sheet without one line of its ledger."""
    group = sheet.sections[section]
    ledger = group.items[item].ledger
    poorer = replace(group.items[item], ledger=ledger[:line] + ledger[line + 1 :])
    items = (*group.items[:item], poorer, *group.items[item + 1 :])
    return replace(
        sheet, sections=(*sheet.sections[:section], replace(group, items=items), *sheet.sections[section + 1 :])
    )


def _lines(sheet: Sheet) -> Iterator[tuple[int, int, int]]:
    for section, group in enumerate(sheet.sections):
        for item, one in enumerate(group.items):
            yield from ((section, item, line) for line in range(len(one.ledger)))


@pytest.mark.parametrize("seed", SEEDS)
def test_thousands_of_units_are_conserved(seed: int) -> None:
    random, compiled = seeded(seed), shipped.compiled()
    for _ in range(400):
        scores, entries = compiled.ledger.score(random_row(compiled, random))
        left = list(compiled.ledger.points)
        for entry in entries:
            left[compiled.ledger.item_of(entry)] -= entry.applied
        assert left == scores


@pytest.mark.parametrize("seed", SEEDS)
def test_any_reading_is_conserved_and_agrees_with_the_trees(seed: int) -> None:
    random = seeded(seed)
    compiled = shipped.program_as(shipped.random_choices(random))
    trees = [compiled.score(place) for place in range(len(compiled.items))]
    run = compile_trees(trees, compiled.layout.slots)
    for _ in range(60):
        row = random_row(compiled, random)
        scores, entries = compiled.ledger.score(row)
        assert [compiled.ledger.exact(score) for score in scores] == list(run(row))
        assert not unaccounted(compiled, row, entries)
    assert list(run(row)) == [evaluate(tree, facts_of(compiled.layout, row)) for tree in trees]


@pytest.mark.parametrize("seed", SEEDS)
def test_sheets_are_conserved_whatever_is_missing(seed: int) -> None:
    random = seeded(seed)
    compiled = shipped.program_as(shipped.random_choices(random))
    for gaps in (0, 0.01, 0.05, 0.3, 1):
        for _ in range(5):
            sheet = shipped.sheet(compiled, random_row(compiled, random, gaps=gaps))
            assert unbalanced(sheet) == []
            assert sheet.points == sum(section.points for section in sheet.sections)


@rounds(60)
@given(seed=SEED)
def test_every_unit_is_conserved(seed: int) -> None:
    assert unbalanced(shipped.sheet(shipped.compiled(), random_row(shipped.compiled(), seeded(seed)))) == []


def _within(whole: Sheet | SectionScore | ItemScore, part: Sheet | SectionScore | ItemScore) -> bool:
    score = whole.score
    assert score is not None
    return (part.low is None or part.low <= score) and (part.high is None or score <= part.high)


@rounds(50)
@given(seed=SEED)
def test_the_score_lies_within_the_bounds_of_any_part_of_its_facts(seed: int) -> None:
    compiled, random = shipped.compiled(), seeded(seed)
    row = random_row(compiled, random)
    partly = tuple(None if random.random() < 0.1 and value is not NOT_APPLICABLE else value for value in row)
    whole, part = shipped.sheet(compiled, row), shipped.sheet(compiled, partly)
    assert _within(whole, part)
    for section, other in zip(whole.sections, part.sections, strict=True):
        assert _within(section, other)
        assert all(_within(item, open_item) for item, open_item in zip(section.items, other.items, strict=True))


def test_dropping_any_line_is_caught() -> None:
    """By the sums where points were taken, and by what is due where a cap left nothing to take."""
    random, compiled = seeded(2011), shipped.compiled()
    dropped = 0
    for _ in range(5):
        row = random_row(compiled, random)
        sheet = shipped.sheet(compiled, row)
        for section, item, line in _lines(sheet):
            taken = sheet.sections[section].items[item].ledger[line].applied
            assert not taken or unbalanced(_dropped(sheet, section, item, line))
            dropped += bool(taken)
        _, entries = compiled.ledger.score(row)
        for place in range(len(entries)):
            assert entries[place].account < 0 or unaccounted(compiled, row, entries[:place] + entries[place + 1 :])
    assert dropped > 100


def test_changing_any_total_is_caught() -> None:
    sheet = shipped.sheet(shipped.compiled(), random_row(shipped.compiled(), seeded(1)))
    assert sheet.score is not None
    section = sheet.sections[0]
    assert section.score is not None
    assert unbalanced(replace(sheet, low=sheet.score + 1, high=sheet.score + 1)) == ["total"]
    other = replace(section, low=section.score + 1, high=section.score + 1)
    assert unbalanced(replace(sheet, sections=(other, *sheet.sections[1:]))) == ["1"]


RISES_WITH = {"assistant_training.training_rounds", "market_rating.three_star_markets"}
"""Counts of good things; all others count violations."""
APPLIED_FOR = {"market_rating.low_star_markets", "market_rating.unstarred_markets"}
"""Below standard, but the first one shows that some market applied at all: they fall from 1 on."""


@rounds(20)
@given(seed=SEED)
def test_a_higher_count_of_violations_never_raises_a_score(seed: int) -> None:
    compiled, random = shipped.compiled(), seeded(seed)
    row = random_row(compiled, random)
    before, _ = compiled.ledger.score(row)
    counts = [fact for fact in compiled.layout.facts if fact.indicator.kind == "count" and fact.key not in RISES_WITH]
    for fact in counts:
        if isinstance(row[fact.start], int) and (row[fact.start] or fact.key not in APPLIED_FOR):
            more = (*row[: fact.start], row[fact.start] + random.randint(1, 5), *row[fact.start + 1 :])
            after, _ = compiled.ledger.score(more)
            assert all(new <= old for new, old in zip(after, before, strict=True)), fact.key


@pytest.mark.parametrize(
    ("previous", "current", "score"),
    [
        ("100", "102", 8),
        ("100", "101.99999999999999999999", 7),
        ("0.1", "0.102", 8),
        ("0.3", "0.303", 7),
        ("3", "3.03", 7),
        ("3", "3.0299999999999999999999", 6),
        ("1000000000000000000001", "1000000000000000000002", 6),
        ("1000000000000000000001", "1000000000000000000001", 4),
    ],
)
def test_growth_is_exact(previous: str, current: str, score: int) -> None:
    """Through the file, as a unit writes it: the other four points are earned by another 2%."""
    compiled = shipped.compiled()
    text = "unit: 甲市\nindicators:\n  coverage:\n    migrant_workers: {previous: 50, current: 51}\n"
    text += f"    contributors: {{previous: {previous}, current: {current}}}\n"
    sheet = shipped.sheet(compiled, compiled.reader.read(read("甲市.yaml", text.encode())).row)
    assert sheet.sections[0].items[0].score == score


def test_random_rows_can_be_written_as_files() -> None:
    """What the generator makes up is what the reader would have read."""
    random, compiled = seeded(5), shipped.compiled()
    for _ in range(3):
        row = random_row(compiled, random)
        if all(_finite(value) for value in row):
            data = {"rubric": shipped.NAME, "unit": "甲市", **unit_values(compiled, row)}
            assert compiled.reader.read(document(data)).row == row


def _finite(value: Any) -> bool:
    return not isinstance(value, Fraction) or 10**6 % value.denominator == 0
