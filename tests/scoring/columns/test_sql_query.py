"""Queries give exactly the scores that kaohe gives, or a row that says which columns it can't take."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot

from kaohe.backends.columns.sql_dialects import DIALECTS, DUCKDB
from kaohe.scoring.columns.sql_query import Beside, SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from support import every_kind, rule_cases, shipped
from support.random_rows import random_row, seeded
from support.rounds import share
from support.rule_cases import Case
from support.spreadsheet import without_some
from support.warehouse import Row, disagreements
from test_forms import FORMS, Form

GAPS = (0, 0.01, 0.1, 0.3)
BY_FILE = {stem: [one for one in rule_cases.cases() if one.file == stem] for stem in rule_cases.files()}


def parsed(compiled: CompiledRubric) -> Iterator[str]:
    for name, dialect in DIALECTS.items():
        query = SqlQuery(compiled, dialect)
        members = {one.fact.key: dialect.name_of(one.fact.key) for one in query.tables.lists}
        text = query.query(dialect.name_of("facts"), members, Beside(("county",), ranked=True, within="county")).text()
        sqlglot.parse_one(text, dialect=name)
        yield text


@pytest.mark.parametrize("several", share([*BY_FILE.values()], of=4), ids=share([*BY_FILE], of=4))
def test_rule_cases(several: list[Case], tmp_path: Path) -> None:
    """None of them can't be computed."""
    random = seeded(5)
    for case in several:
        rows = [case.row(example) for example in case.examples]
        rows += [without_some(row, random, 0.3) for row in rows]
        assert disagreements(case.compiled, rows, tmp_path, ranked=False) == ([], 0), case.name


@pytest.mark.parametrize("form", [pytest.param(form, id=form.stem) for form in share(FORMS, of=4)])
def test_forms(form: Form, tmp_path: Path) -> None:
    """Their cases, with and without gaps, and units made up at random, some of which have impossible lists."""
    random = seeded(6)
    rows = [form.row(number) for number in range(len(form.cases["units"]))]
    rows += [without_some(row, random, gaps) for row in rows for gaps in GAPS[1:]]
    told, marked = disagreements(form.compiled, rows + _random(form.compiled, 8), tmp_path)
    assert (told, marked < len(rows) / 2 + 8) == ([], True)


def test_the_shipped_form(tmp_path: Path) -> None:
    told, marked = disagreements(
        shipped.compiled(), _random(shipped.compiled(), len(share(range(100), of=2))), tmp_path, ranked=False
    )
    assert (told, marked) == ([], 0)


def _random(compiled: CompiledRubric, number: int) -> list[Row]:
    random = seeded(7)
    return [random_row(compiled, random, gaps=gaps) for gaps in GAPS for _ in range(number // len(GAPS))]


@pytest.mark.parametrize("compiled", [FORMS[0].compiled, every_kind.compiled()], ids=["form", "every kind"])
def test_every_dialect_is_read(compiled: CompiledRubric) -> None:
    texts = [*parsed(compiled)]
    assert len({*texts}) == len(texts)


def test_the_same_rubric_gives_the_same_query() -> None:
    first, second = (
        SqlQuery(FORMS[0].compiled, DUCKDB).query("t", _members(FORMS[0].compiled)).text() for _ in range(2)
    )
    assert first == second


def _members(compiled: CompiledRubric) -> dict[str, str]:
    return {fact.key: "m" for fact in compiled.layout.facts if fact.indicator.list}
