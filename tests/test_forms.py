"""Real forms: each is a sound rubric, scores what was worked out by hand, and says which of its clauses it expresses.

`tests/forms/STEM.yaml` is the rubric, `STEM.cases.yaml` its cases. There every item has a row for each unit, of the
unit's facts and the score; `alternatives` has the scores of one item where one of its readings is taken otherwise;
`shared` has each unit's facts for all items and `peers` what all units make together; `totals` has each unit's whole
score and `grades` its grade once quotas are shared out. `clauses` lists the form's clauses with the `rule` or `veto`
(ITEM.NUMBER), the `grade` (its id), the `limit` (its number) or the `total` (`whole` or a section's id) that expresses
each, or the reason why none can (`cannot`). A form split over several rubrics goes on from `first_row`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, bounds
from kaohe.backends.exact import compile_trees
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.library.checks import problems
from kaohe.library.readings import patched, readings
from kaohe.results.grade_sharing import share_out
from kaohe.results.sheet import Sheet
from kaohe.rubric.model import Rubric, Section
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, read
from kaohe.source.models import validate
from kaohe.submission.reader import Values
from support.compiled_once import compiled
from support.naive import evaluate, facts_of
from support.rule_cases import document

FOLDER = Path(__file__).parent / "forms"
CASES = ".cases.yaml"
Row = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Form:
    """One form, its readings taken as chosen."""

    stem: str
    choices: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def document(self) -> Document:
        return read(str(FOLDER / f"{self.stem}.yaml"))

    @cached_property
    def compiled(self) -> CompiledRubric:
        if not self.choices:
            return compiled(FOLDER / f"{self.stem}.yaml")
        data = patched(self.document.data, self.choices)
        return CompiledRubric(validate(Rubric, self.document, data), self.document.sha256)

    @cached_property
    def cases(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = read(str(FOLDER / f"{self.stem}{CASES}")).data
        return found

    @cached_property
    def items(self) -> list[str]:
        return [item.id for _, item in self.compiled.rubric.items()]

    @cached_property
    def common(self) -> Any:
        """What the file of parameters gives: the facts over all units."""
        return self.compiled.reader.parameters(document({"rubric": self.stem, "peers": self.cases.get("peers", {})}))

    def row(self, number: int) -> Row:
        """The facts of one unit."""
        return self.values(number).row

    @cached_property
    def sheets(self) -> list[Sheet]:
        scorer = Scorer(self.compiled, "zh")
        return [scorer.score(self.values(number)) for number in range(len(self.cases["units"]))]

    def values(self, number: int) -> Values:
        """One unit, read as its file is."""
        facts = {item: self.cases["items"][item][number][0] for item in self.items}
        if "shared" in self.cases:
            facts["shared"] = self.cases["shared"][number]
        head = {"rubric": self.stem, "unit": self.cases["units"][number], "year": self.cases.get("year", 2011)}
        data = {**head, "indicators": facts, "parameters": self.cases.get("parameters", {})}
        return self.compiled.reader.read(document(data), self.common)

    def scores(self, number: int) -> list[Fraction]:
        return [Fraction(str(self.cases["items"][item][number][1])) for item in self.items]


FORMS = [Form(path.name.removesuffix(CASES)) for path in sorted(FOLDER.glob(f"*{CASES}"))]
EVERY_FORM = pytest.mark.parametrize("form", [pytest.param(form, id=form.stem) for form in FORMS])
UNITS = [
    pytest.param(form, number, id=f"{form.stem} {unit}")
    for form in FORMS
    for number, unit in enumerate(form.cases["units"])
]
EVERY_UNIT = pytest.mark.parametrize(("form", "number"), UNITS)
ALTERNATIVES = [
    pytest.param(form, name, id=f"{form.stem} {name}") for form in FORMS for name in form.cases.get("alternatives", ())
]


@EVERY_FORM
def test_form_is_sound(form: Form) -> None:
    assert problems(form.document) == ()


@EVERY_FORM
def test_every_item_has_a_row_for_each_unit(form: Form) -> None:
    units = len(form.cases["units"])
    assert units >= 3
    assert {item: len(rows) for item, rows in form.cases["items"].items()} == dict.fromkeys(form.items, units)


@EVERY_UNIT
def test_scores(form: Form, number: int) -> None:
    row = form.row(number)
    for item, score in enumerate(form.scores(number)):
        _agree(form.compiled, row, item, score)


@EVERY_UNIT
def test_a_missing_fact_keeps_the_score_within_the_bounds(form: Form, number: int) -> None:
    row, scores = form.row(number), form.scores(number)
    for place in (place for place, value in enumerate(row) if value is not NOT_APPLICABLE):
        partly = (*row[:place], None, *row[place + 1 :])
        for item, score in enumerate(scores):
            interval = bounds(form.compiled.score(item), form.compiled.possible(item, partly))
            assert interval.low <= score <= interval.high, (form.items[item], place)


@pytest.mark.parametrize("form", [pytest.param(form, id=form.stem) for form in FORMS if "totals" in form.cases])
def test_totals(form: Form) -> None:
    assert [sheet.score for sheet in form.sheets] == [Fraction(str(score)) for score in form.cases["totals"]]


@pytest.mark.parametrize("form", [pytest.param(form, id=form.stem) for form in FORMS if form.compiled.rubric.grades])
def test_grades(form: Form) -> None:
    """Each unit's grade after the quotas, where all units are those of the cases."""
    graded = [sheet.grade for sheet in form.sheets if sheet.grade is not None]
    shared_out = share_out(form.compiled.rubric.grades, graded)
    assert [grade.id for grade in shared_out or ()] == form.cases["grades"]


@EVERY_FORM
def test_every_alternative_is_scored(form: Form) -> None:
    alternatives = {
        f"{name}={option}"
        for name, _, reading in readings(form.document.data)
        for option in reading["options"]
        if option != reading["chosen"]
    }
    assert form.cases.get("alternatives", {}).keys() == alternatives


@pytest.mark.parametrize(("form", "name"), ALTERNATIVES)
def test_alternatives(form: Form, name: str) -> None:
    reading, _, option = name.partition("=")
    other = Form(form.stem, {reading: option})
    item = form.items.index(reading.partition(".")[0])
    for number, score in enumerate(form.cases["alternatives"][name]):
        _agree(other.compiled, other.row(number), item, Fraction(str(score)))


@EVERY_FORM
def test_clauses(form: Form, record_property: Callable[[str, object], None]) -> None:
    """Every clause of the form is accounted for, and as many are expressed as is said."""
    clauses = form.cases["clauses"]
    rubric = form.compiled.rubric
    holders = {item.id: {"rule": item.rules, "veto": item.vetoes} for _, item in rubric.items()}
    totals: dict[str, Section | Rubric] = {"whole": rubric, **{section.id: section for section in rubric.sections}}
    exists: dict[str, set[Any]] = {
        "grade": {grade.id for grade in rubric.grades},
        "limit": set(range(1, len(rubric.limits) + 1)),
        "total": {name for name, one in totals.items() if one.score is not None or one.vetoes},
    }
    rows = {clause["row"] for clause in clauses}
    assert rows == set(range(form.cases.get("first_row", 1), max(rows) + 1))
    expressed = 0
    for clause in clauses:
        assert len(clause.keys() & {"rule", "veto", "cannot", *exists}) == 1, clause
        for kind in clause.keys() & {"rule", "veto"}:
            item, _, number = clause[kind].partition(".")
            assert 0 < int(number) <= len(holders[item][kind]), clause
            expressed += 1
        for kind in clause.keys() & exists.keys():
            assert clause[kind] in exists[kind], clause
            expressed += 1
    assert (expressed, len(clauses)) == (form.cases["expressible"], form.cases["total"])
    record_property(form.stem, f"{expressed}/{len(clauses)}")


def _agree(compiled: CompiledRubric, row: Row, item: int, score: Fraction) -> None:
    """Ledger, generated code, naive walk and bounds all give an item this score."""
    scores, _ = compiled.ledger.score(row)
    tree = compiled.score(item)
    code = compile_trees([tree], compiled.layout.slots, 1, compiled.layout.divided)
    walked = evaluate(tree, facts_of(compiled.layout, row))
    place = compiled.items[item].item.id, row
    assert (compiled.ledger.exact(scores[item]), code(row)[0], walked) == (score, score, score), place
    assert bounds(tree, compiled.possible(item, row)) == Interval(score, score), place
