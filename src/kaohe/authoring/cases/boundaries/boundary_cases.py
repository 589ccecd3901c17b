"""All cases at the boundaries of a rubric: of each item, of each way to read it, of the whole form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kaohe.authoring.cases.boundaries.begun_row import Row, begun
from kaohe.authoring.cases.boundaries.boundary_case import BoundaryCase, CaseMaker
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.authoring.cases.boundaries.item_rows import ItemRows
from kaohe.authoring.cases.boundaries.other_readings import OtherReadings
from kaohe.authoring.cases.boundaries.whole_case import WholeMaker
from kaohe.authoring.cases.boundaries.whole_course import WholeCourse
from kaohe.authoring.cases.boundaries.whole_rows import WholeRows
from kaohe.authoring.cases.running import ScorerOf
from kaohe.compiler.row_layout import Fact
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import Language, say
from kaohe.scoring.scorer import Scorer
from kaohe.submission.given_facts import NOTHING, Common
from kaohe.submission.key_names import plainly
from kaohe.submission.written_facts import by_item


@dataclass(frozen=True, slots=True)
class BoundaryCases:
    """The cases of a rubric; `head` is what a file of them says for all, but for the rubric's name."""

    head: Mapping[str, Any]
    cases: tuple[BoundaryCase, ...]
    common: tuple[str, ...]
    """What is common to all units, in words."""


def boundary_cases(
    scorer_of: ScorerOf, language: Language, given: Common = NOTHING, items: Sequence[int] | None = None
) -> BoundaryCases:
    """Those of the items at these places on the form, or of all and of the whole form.

    `given` is what is known for all units; what of it is not is made up.
    """
    scorer = scorer_of({})
    common, shared = _common(scorer, given)
    maker = CaseMaker(scorer, language, common, {})
    found: list[BoundaryCase] = []
    every: dict[int, Sequence[CaseRow]] = {}
    for place in range(len(scorer.compiled.items)) if items is None else items:
        rows = every[place] = ItemRows(ItemCourse(scorer.compiled, place, common), common).rows()
        found += [case for row in rows if (case := maker.of_item(place, row, rows[0].row)) is not None]
        found += OtherReadings(scorer_of, language, common, place).cases(rows)
    if items is None:
        course = WholeCourse(scorer)
        found += WholeMaker(course, common, language).cases(WholeRows(course, common, every))
    told = tuple(maker.words.fact(one, common) for one in shared)
    return BoundaryCases(_head(shared, common), tuple(_named_apart(found, language)), told)


def _common(scorer: Scorer, given: Common) -> tuple[Row, tuple[Fact, ...]]:
    """A row with what is common to all units and nothing else, and which facts these are."""
    layout = scorer.compiled.layout
    row: list[Any] = [None] * layout.width
    for at, one in given.parameters.items():
        row[at] = one.value
    shared = tuple(fact for fact in layout.facts if not fact.item or fact.indicator.kind == "year")
    for fact in shared:
        if fact.indicator.kind == "year":
            row[fact.start] = given.year
    known = tuple(fact for fact in shared if fact.indicator.kind != "year" or given.year is not None)
    return begun(layout, known, frozenset(), tuple(row)), known


def _head(shared: Sequence[Fact], common: Row) -> Mapping[str, Any]:
    """What a file of cases says for all of them."""
    years = [common[fact.start] for fact in shared if fact.indicator.kind == "year"]
    parameters = by_item((fact for fact in shared if fact.indicator.asked), common).get("")
    head: dict[str, Any] = {"year": years[0]} if years else {}
    return {**head, PARAMETERS: parameters} if parameters else head


def _named_apart(cases: Sequence[BoundaryCase], language: Language) -> Iterator[BoundaryCase]:
    """The cases with names of which no two are alike."""
    names: dict[str, int] = {}
    for case in cases:
        count = names[plainly(case.name)] = names.get(plainly(case.name), 0) + 1
        name = case.name if count == 1 else say("boundary.again", language, name=case.name, count=count)
        yield replace(case, raw={**case.raw, "name": name})
