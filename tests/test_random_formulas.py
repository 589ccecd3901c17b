"""Whatever a formula says: it is refused, or it scores the same in every back-end, conserved and within its bounds."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kaohe.backends.bounds import bounds
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.library.checks import problems
from kaohe.problems import errors
from kaohe.results.sheet import Sheet
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import validate
from kaohe.submission.reader import Values
from support.naive import evaluate, facts_of
from support.random_formulas import INDICATORS, rule, whole
from support.random_rows import Row, random_row, seeded
from support.rounds import rounds
from support.rule_cases import document, rubric_document


def sound(seed: int) -> Iterator[CompiledRubric]:
    """The rubrics of some random rules that `validate` lets pass."""
    random = seeded(seed)
    written = (rubric_document({"indicators": INDICATORS, "rules": [rule(random)]}) for _ in range(20))
    yield from passing(written)


def passing(several: Iterable[Document]) -> Iterator[CompiledRubric]:
    """What `validate` has nothing against, but for facts that chance did not use."""
    for one in several:
        if all(problem.code == "unused-indicator" for problem in errors(problems(one))):
            yield CompiledRubric(validate(Rubric, one, one.data), "")


@rounds(60)
@given(seed=st.integers(0, 2**32))
def test_a_formula_is_refused_or_holds(seed: int) -> None:
    random = seeded(seed)
    for compiled in sound(seed):
        for _ in range(2):
            row = random_row(compiled, random)
            if computable(compiled, row):
                scored(compiled, row)
                gaps = tuple(None if random.random() < 0.3 and one is not NOT_APPLICABLE else one for one in row)
                within(compiled, row, gaps)


def computable(compiled: CompiledRubric, row: Row) -> bool:
    """Whether the values' reader would take the row: nothing in it is divided by zero."""
    return not list(compiled.undefined(row))


def scored(compiled: CompiledRubric, row: Row) -> None:
    (score,), entries = compiled.ledger.score(row)
    assert compiled.ledger.exact(score) == evaluate(compiled.score(0), facts_of(compiled.layout, row))
    lost = sum((compiled.ledger.exact(entry.applied) for entry in entries), Fraction(0))
    assert compiled.rubric.points - lost == compiled.ledger.exact(score)


def within(compiled: CompiledRubric, row: Row, gaps: Row) -> None:
    """The sheet of a unit of which less is known can be made, and its bounds hold the score."""
    (score,), _ = compiled.ledger.score(row)
    interval = bounds(compiled.score(0), compiled.possible(0, gaps))
    assert interval.low <= compiled.ledger.exact(score) <= interval.high
    assert sheet(compiled, gaps).sections


@rounds(60)
@given(seed=st.integers(0, 2**32))
def test_a_whole_is_refused_or_holds(seed: int) -> None:
    random = seeded(seed)
    for compiled in passing(document(whole(random)) for _ in range(10)):
        row = random_row(compiled, random)
        if computable(compiled, row):
            full = sheet(compiled, row)
            if not full.scored:
                assert full.score is None
                continue
            assert full.score is not None
            below = sum((one.points - (one.score or 0) for one in full.sections), Fraction(0))
            assert full.points - below - sum(line.applied for line in full.ledger) == full.score
            gaps = tuple(None if random.random() < 0.4 and one is not NOT_APPLICABLE else one for one in row)
            contained(full, sheet(compiled, gaps))


def sheet(compiled: CompiledRubric, row: Row) -> Sheet:
    return Scorer(compiled, "zh").score(Values("", "甲市", 2011, "self", row))


def contained(full: Sheet, part: Sheet) -> None:
    """The score lies within what a part of its facts leaves, and the grade is the same or open."""
    assert full.score is not None
    assert part.low is None or part.low <= full.score
    assert part.high is None or full.score <= part.high
    if full.grade is not None and part.grade is not None:
        assert part.grade.id in (None, full.grade.id)
