"""Real forms: each is a sound rubric, scores what was worked out by hand, and says which of its clauses it expresses.

`tests/forms/STEM.yaml` is the rubric, `STEM.cases.yaml` its cases. There every item has a row for each unit, of the
unit's facts and the score; `clauses` lists the form's clauses with the `rule` or `veto` (ITEM.NUMBER) that expresses
each, or the reason why none can (`cannot`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, bounds
from kaohe.backends.exact import compile_trees
from kaohe.checks import problems
from kaohe.loading import validate
from kaohe.program import Program
from kaohe.rubric import Rubric
from kaohe.source import Document, read
from naive import evaluate, facts_of
from rule_cases import document

FOLDER = Path(__file__).parent / "forms"
CASES = ".cases.yaml"
Row = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Form:
    stem: str

    @cached_property
    def document(self) -> Document:
        return read(str(FOLDER / f"{self.stem}.yaml"))

    @cached_property
    def program(self) -> Program:
        return Program(validate(Rubric, self.document, self.document.data), self.document.sha256)

    @cached_property
    def cases(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = read(str(FOLDER / f"{self.stem}{CASES}")).data
        return found

    @cached_property
    def items(self) -> list[str]:
        return [item.id for _, item in self.program.rubric.items()]

    def unit(self, number: int) -> tuple[Row, list[Fraction]]:
        """The facts of one unit and the score of each item."""
        given = {item: self.cases["items"][item][number] for item in self.items}
        facts = {item: row[0] for item, row in given.items()}
        if "shared" in self.cases:
            facts["shared"] = self.cases["shared"][number]
        head = {"rubric": self.stem, "unit": self.cases["units"][number], "year": self.cases.get("year", 2011)}
        data = {**head, "indicators": facts, "parameters": self.cases.get("parameters", {})}
        row = self.program.reader.read(document(data)).row
        return row, [Fraction(str(given[item][1])) for item in self.items]


FORMS = [Form(path.name.removesuffix(CASES)) for path in sorted(FOLDER.glob(f"*{CASES}"))]
EVERY_FORM = pytest.mark.parametrize("form", [pytest.param(form, id=form.stem) for form in FORMS])
EVERY_UNIT = pytest.mark.parametrize(
    ("form", "number"),
    [
        pytest.param(form, number, id=f"{form.stem} {unit}")
        for form in FORMS
        for number, unit in enumerate(form.cases["units"])
    ],
)


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
    """What was worked out by hand, from the ledger, the generated code, a naive walk and the bounds."""
    program = form.program
    row, expected = form.unit(number)
    scores, _ = program.ledger.score(row)
    trees = [program.score(item) for item in range(len(form.items))]
    code = compile_trees(trees, program.layout.slots(), 1, program.layout.divided())
    facts = facts_of(program.layout, row)
    for item, name in enumerate(form.items):
        found = program.ledger.exact(scores[item]), code(row)[item], evaluate(trees[item], facts)
        assert found == (expected[item],) * 3, name
        interval = bounds(trees[item], program.possible(item, row))
        assert interval == Interval(expected[item], expected[item]), name


@EVERY_FORM
def test_clauses(form: Form, record_property: Callable[[str, object], None]) -> None:
    """Every clause of the form is accounted for, and as many are expressed as is said."""
    clauses = form.cases["clauses"]
    holders = {item.id: {"rule": item.rules, "veto": item.vetoes} for _, item in form.program.rubric.items()}
    expressed = 0
    for clause in clauses:
        assert ("cannot" in clause) != bool(clause.keys() & {"rule", "veto"}), clause
        for kind in clause.keys() & {"rule", "veto"}:
            item, _, number = clause[kind].partition(".")
            assert 0 < int(number) <= len(holders[item][kind]), clause
            expressed += 1
    assert (expressed, len(clauses)) == (form.cases["expressible"], form.cases["total"])
    record_property(form.stem, f"{expressed}/{len(clauses)}")
