"""OpenFisca: a variable for each fact and each score; numbers are of 32 bits, as its own are."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.columns.by_numpy import InNumpy, arrays
from benchmarks.columns.form import Form
from benchmarks.columns.peer import Peer, Ready
from benchmarks.columns.score import SECTIONS, item_score, summed
from benchmarks.columns.text_words import flat

YEAR = "2011"


class InOpenFisca(InNumpy):
    """Arrays that are asked for where they are read; a quotient is of 32 bits, as all decimals there."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__({})
        self.read = read

    def fact(self, name: str) -> Any:
        return self.read(flat(name))

    def quotient(self, above: Any, below: Any) -> Any:
        return np.floor(above / below)


def _system(kinds: Mapping[str, type]) -> Any:
    """`kinds` are the types of facts."""
    unit = build_entity(key="unit", plural="units", label="unit", is_person=True)
    system = TaxBenefitSystem([unit])
    common = {"entity": unit, "definition_period": DateUnit.YEAR, "label": ""}
    for name, kind in kinds.items():
        system.add_variable(type(flat(name), (Variable,), {**common, "value_type": kind}))
    for name, formula in _formulas().items():
        own = {"value_type": float, "formula": formula}
        system.add_variable(type(flat(name), (Variable,), {**common, **own}))
    return system


def _formulas() -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for section, items in SECTIONS.items():
        found |= {f"items.{item}": _of_item(item) for item in items.split()}
        found[f"sections.{section}"] = _sum_of([f"items.{item}" for item in items.split()])
    return {**found, "total": _sum_of([f"sections.{section}" for section in SECTIONS])}


def _of_item(item: str) -> Any:
    def formula(unit: Any, period: Any) -> Any:
        return item_score(Form(InOpenFisca(lambda name: unit(name, period))), item)

    return formula


def _sum_of(names: list[str]) -> Any:
    def formula(unit: Any, period: Any) -> Any:
        return summed([unit(flat(name), period) for name in names])

    return formula


class _OneSimulation:
    """A system and its facts; a simulation of them is built anew when it is asked for."""

    def __init__(self, path: Path) -> None:
        facts = pl.read_parquet(path)
        kinds = {pl.Boolean: bool, pl.Int32: int}
        types = {name: kinds.get(kind.base_type(), float) for name, kind in facts.schema.items()}
        numbers = {bool: np.bool_, int: np.int32, float: np.float32}
        self._facts = {name: one.astype(numbers[types[name]]) for name, one in arrays(path).items()}
        self._system, self.names = _system(types), [*_formulas()]
        self._simulation: Any = None
        self._found: dict[str, Any] = {}

    def build(self) -> None:
        rows = len(next(iter(self._facts.values())))
        self._simulation = SimulationBuilder().build_default_simulation(self._system, count=rows)
        for name, values in self._facts.items():
            self._simulation.set_input(flat(name), YEAR, values)

    def calculate(self) -> None:
        self._found = {name: self._simulation.calculate(flat(name), YEAR) for name in self.names}

    def both(self) -> None:
        self.build()
        self.calculate()

    def scores(self) -> pl.DataFrame:
        return pl.DataFrame({name: np.rint(values).astype(np.int64) for name, values in self._found.items()})


def _calculation(path: Path) -> Ready:
    one = _OneSimulation(path)
    return Ready(one.calculate, one.scores, one.build)


def _with_simulation(path: Path) -> Ready:
    one = _OneSimulation(path)
    return Ready(one.both, one.scores)


PEERS = (
    Peer("OpenFisca, calculation only", ("OpenFisca-Core", "numpy"), _calculation),
    Peer("OpenFisca, simulation built", ("OpenFisca-Core", "numpy"), _with_simulation),
)
