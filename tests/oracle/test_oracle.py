"""Every way to compute gives what the form's text gives, on a share of units; `make oracle` tries many more."""

import polars as pl
import pytest

from benchmarks.columns import by_polars
from benchmarks.columns.form import PASS_RATE_UNIT, POINT
from benchmarks.columns.score import LEFT_OUT
from oracle.back_ends import BACK_ENDS, OF_ROWS
from oracle.comparing import Compared
from oracle.form import items, scores
from oracle.made_units import GAPS, Unit, made_units
from oracle.phrases import GONE
from oracle.trials import Told, other_readings, trial
from oracle.vocabulary import Asked
from support import shipped
from support.rounds import share

SEED = 16
AT_ONCE = ("engine", "code and bounds", "columns")
"""DuckDB takes seconds to read the query, whatever the number of units."""


def sound(told: Told) -> bool:
    return not any(one.wrong for one in told.values())


def test_it_asks_for_all_that_kaohe_asks_for() -> None:
    """The pass rate of the province is no city's own: kaohe has it among the parameters."""
    layout, rate = shipped.compiled().layout, ("assistant_training", "provincial_pass_rate")
    own = {(one.item, one.name) for several in items().values() for one in several}
    assert own == {(fact.item, fact.id) for fact in layout.facts if fact.item} | {rate}
    assert [*items()] == [item.id for _, item in shipped.compiled().rubric.items()]


def test_every_way_to_compute_gives_what_the_form_gives() -> None:
    told: Told = {}
    trial({name: BACK_ENDS[name] for name in AT_ONCE}, 300, SEED, told)
    assert sound(told)
    assert {name: one.units for name, one in told.items()} == dict.fromkeys(AT_ONCE, 300)


def test_so_it_does_where_the_form_is_read_in_another_way() -> None:
    told: Told = {}
    other_readings(share(shipped.alternatives(), of=12), 60, SEED, told)
    assert sound(told)
    assert len(told) == len(OF_ROWS)


def test_a_wrong_cell_is_told() -> None:
    told: Told = {}
    trial({"wrong": lambda *_: iter([{"items.coverage": (0, 9)}])}, 1, SEED, told)
    (first,) = made_units(1, SEED, GAPS)
    low, high = scores(first, {})["items.coverage"]
    assert told["wrong"].wrong == [f"items.coverage: (0, 9), not {(low, high)} {first['coverage']}"]
    assert isinstance(told["wrong"], Compared)


def test_peers_of_the_benchmark_compute_the_same_form() -> None:
    """What is timed against kaohe is the form, too: all but the one item that is left out there."""
    units = [*made_units(200, SEED, (0.0,))]
    facts = pl.DataFrame([typed(unit) for unit in units])
    found = by_polars.query(facts.lazy()).collect()
    for unit, row in zip(units, found.iter_rows(named=True), strict=True):
        wanted = {name: low * POINT for name, (low, _) in scores(unit, {}).items()}
        assert {name: row[name] for name in row if name.startswith("items.")} == {
            name: value for name, value in wanted.items() if name.startswith("items.") and LEFT_OUT not in name
        }


def typed(unit: Unit) -> dict[str, int | bool]:
    """Whole numbers and conditions in columns."""
    found: dict[str, int | bool] = {}
    for several in items().values():
        for one in several:
            if one.kind != "ratios":
                found |= _fields(one, unit)
    return found


def _fields(one: Asked, unit: Unit) -> dict[str, int | bool]:
    values = {name: unit[one.item][name] for name in one.fields()}
    own = "parameters" if one.kind == "rate" else one.item
    gone = any(value is GONE for value in values.values())
    if one.kind == "rate":
        return {f"{own}.{name}": int(value * PASS_RATE_UNIT) for name, value in values.items()}
    hundred = 100 if one.kind == "money" else 1
    empty = False if one.kind == "flag" else 0
    facts = {f"{own}.{name}": empty if gone else _whole(value, hundred) for name, value in values.items()}
    return {**facts, f"gone.{own}.{one.name}": gone} if one.company else facts


def _whole(value: object, hundred: int) -> int | bool:
    return value if isinstance(value, bool) else int(value * hundred)  # type: ignore[operator]


@pytest.fixture(autouse=True, scope="module")
def _ready() -> None:
    """The rubric is compiled once."""
    shipped.compiled()
