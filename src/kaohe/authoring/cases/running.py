"""Cases run: each scored by the rubric with its readings taken, and compared with what it expects."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.authoring.cases.case import Case
from kaohe.authoring.cases.comparing import Comparison, Difference
from kaohe.problems import Problem, Problems
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.scoring.scorer import Scorer
from kaohe.submission.given_facts import NOTHING
from kaohe.submission.reader import Values

ScorerOf = Callable[[Mapping[str, str]], Scorer]
"""What scores with these readings taken; it is to keep what it makes. Raises Problems."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: how it differs from what it expects, or what is wrong in its facts.

    `items` are those of which something is expected, with reasons where they are asked for: where something differs, or
    there is a `sheet`, which is made only where something above items is expected.
    `scorer` and `values` are what it was scored by, None where its facts can't be read.
    """

    case: Case
    differences: tuple[Difference, ...] = ()
    items: Mapping[str, ItemScore] | None = None
    sheet: Sheet | None = None
    problems: tuple[Problem, ...] = ()
    scorer: Scorer | None = None
    values: Values | None = None

    @property
    def passed(self) -> bool:
        return not self.differences and not self.problems


def run(cases: Sequence[Case], scorer_of: ScorerOf) -> Iterator[Outcome]:
    """Every case in its order; what is wrong in one stops no other."""
    for case in cases:
        yield run_case(case, scorer_of)


def run_case(case: Case, scorer_of: ScorerOf) -> Outcome:
    try:
        scorer = scorer_of(case.readings)
        values = read_values(case, scorer)
    except Problems as found:
        return Outcome(case, problems=found.problems)
    return outcome(case, scorer, values)


def wrong_in(case: Case, scorer_of: ScorerOf) -> tuple[Problem, ...]:
    """All that is wrong in the facts of a case."""
    try:
        read_values(case, scorer_of(case.readings))
    except Problems as found:
        return found.problems
    return ()


def read_values(case: Case, scorer: Scorer) -> Values:
    """The facts of a case as a unit's; raises Problems with all that is wrong in them."""
    reader = scorer.compiled.reader
    common = NOTHING if case.common is None else reader.parameters(case.common)
    return reader.read(case.document, common)


def outcome(case: Case, scorer: Scorer, values: Values) -> Outcome:
    """What comes of facts that have been read."""
    places = {item.id: place for place, (_, item) in enumerate(scorer.compiled.rubric.items())}
    sheet = scorer.score(values) if case.expected.above_items else None
    every = {item.id: item for section in sheet.sections for item in section.items} if sheet else {}
    items = {item: every.get(item) or scorer.item(values, places[item], told=False) for item in case.expected.items}
    found = tuple(Comparison(case, scorer.compiled, values.row, items, sheet).differences())
    if found and sheet is None:  # only then is it asked why
        items = {item: scorer.item(values, places[item]) for item in items}
    return Outcome(case, found, items, sheet, scorer=scorer, values=values)
