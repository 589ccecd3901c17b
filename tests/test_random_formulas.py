"""Whatever a formula says: it is refused, or it scores the same in every back-end, conserved and within its bounds."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kaohe.backends.bounds import bounds
from kaohe.checks import problems
from kaohe.kinds import NOT_APPLICABLE
from kaohe.loading import validate
from kaohe.problems import errors
from kaohe.program import Program
from kaohe.rubric import Rubric
from kaohe.scoring import Scorer
from kaohe.values import Values
from naive import evaluate, facts_of
from random_formulas import INDICATORS, rule
from random_rows import Row, random_row, seeded
from rule_cases import rubric_document


def sound(seed: int) -> Iterator[Program]:
    """The rubrics of some random rules that `validate` lets pass."""
    random = seeded(seed)
    for _ in range(20):
        document = rubric_document({"indicators": INDICATORS, "rules": [rule(random)]})
        if not [one for one in errors(problems(document)) if one.code != "unused-indicator"]:
            yield Program(validate(Rubric, document, document.data), "")


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_a_formula_is_refused_or_holds(seed: int) -> None:
    random = seeded(seed)
    for program in sound(seed):
        for _ in range(2):
            row = random_row(program, random)
            if computable(program, row):
                scored(program, row)
                gaps = tuple(None if random.random() < 0.3 and one is not NOT_APPLICABLE else one for one in row)
                within(program, row, gaps)


def computable(program: Program, row: Row) -> bool:
    """Whether the values' reader would take the row: nothing in it is divided by zero."""
    return not list(program.reader.undefined(row))


def scored(program: Program, row: Row) -> None:
    (score,), entries = program.ledger.score(row)
    assert program.ledger.exact(score) == evaluate(program.score(0), facts_of(program.layout, row))
    lost = sum((program.ledger.exact(entry.applied) for entry in entries), Fraction(0))
    assert program.rubric.points - lost == program.ledger.exact(score)


def within(program: Program, row: Row, gaps: Row) -> None:
    """The sheet of a unit of which less is known can be made, and its bounds hold the score."""
    (score,), _ = program.ledger.score(row)
    interval = bounds(program.score(0), program.possible(0, gaps))
    assert interval.low <= program.ledger.exact(score) <= interval.high
    assert Scorer(program, "zh").score(Values("", "甲市", 2011, "self", gaps)).sections
