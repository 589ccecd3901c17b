"""One trial: a form and units' files made up for it by a seed, and what is to be tried with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from fuzz import fact_changes, rule_changes, total_changes
from fuzz.made_stages import later_files
from fuzz.made_units import PARAMETERS, UnitMaker, with_gaps
from fuzz.mending import facts_of, items, mend
from fuzz.seed_forms import seed_form
from fuzz.text_changes import change
from fuzz.tree_changes import GENTLE, ROUGH, clone
from fuzz.yaml_writing import as_yaml
from support.random_rows import seeded

Data = dict[str, Any]
RUBRIC = "form.yaml"
ALWAYS = ("explain", "template", "schema", "json", "csv", "markdown")
SOMETIMES = {
    "english": 0.2,
    "again": 0.2,
    "order": 0.2,
    "machines": 0.5,
    "readings": 0.5,
    "schema agreement": 0.15,
    "next": 0.06,
    "batch": 0.03,
    "terminal": 0.03,
    "html": 0.04,
    "xlsx": 0.04,
    "command line": 0.02,
}
"""What is not tried with every form, and how often it is."""
BEHIND = {
    "sql duckdb": 3,
    "sql spark": 2,
    "sql trino": 2,
    "why": 3,
    "convert": 4,
    "later workbook": 2,
    "blank": 2,
    "cases": 3,
    "signing": 2,
    "diff rubrics": 4,
    "diff units": 2,
    "evidence": 1,
    "close": 3,
    "extract": 2,
    "announce": 2,
    "table": 4,
}
"""The commands behind `score`, of which one is tried with a form now and then, and how often of all of them."""
ONE_BEHIND = 0.35
LANGUAGE = (rule_changes.CHANGES, fact_changes.CHANGES, total_changes.CHANGES)
OF_ALL_UNITS = ("peers", "quota", "at_least", "top")
"""The keys whose meaning hangs on all units."""
ACROSS_UNITS, AS_TEXT = 0.4, 0.03
"""How often units are scored together where it matters, and how often the text of a form is what is changed."""


@dataclass(frozen=True)
class Unit:
    """The files of one unit, the first and those of later stages; `part_of` is the unit of which less is known here."""

    first: Data
    later: Sequence[Data] = ()
    part_of: int | None = None


@dataclass(frozen=True)
class Trial:
    """A form, units' files, the file of what is common to all units, and the names of what is tried with them.

    `seed` is what the units are made by, once the form is found to be sound; nothing where they are given.
    """

    form: Any
    units: Sequence[Unit] = ()
    common: Data | None = None
    steps: frozenset[str] = frozenset()
    seed: int | None = None

    def peopled(self, form: Data, schema: Data) -> "Trial":
        """With its units, where these are still to be made, for the form as it was read and its units' schema."""
        if self.seed is None:
            return self
        units, common = _units(UnitMaker(seeded(self.seed), form, schema))
        return replace(self, units=units, common=common, seed=None)


def made(seed: int, number: int) -> Trial:
    """The trial of this number in the run of this seed; it is the same whenever it is made."""
    own = seed * 10_000_019 + number
    random = seeded(own)
    form = _form(random)
    steps = {name for name, share in SOMETIMES.items() if random.random() < share}
    if random.random() < ACROSS_UNITS and any(f"'{key}'" in str(form) for key in OF_ALL_UNITS):
        steps.add("batch")
    if random.random() < AS_TEXT:
        return Trial(change(random, as_yaml(form)), steps=frozenset(steps))
    steps |= {*random.choices([*BEHIND], [*BEHIND.values()], k=random.random() < ONE_BEHIND)}
    return Trial(form, steps=frozenset({*ALWAYS, *steps}), seed=own)


def _form(random: Random) -> Data:
    form = seed_form(random)
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        random.choice(random.choices(LANGUAGE, (5, 3, 3))[0])(random, form)
    rough = random.random() < 0.25
    if not rough and random.random() < 0.4:
        random.choice(GENTLE)(random, _spot(random, form))
    if random.random() < 0.97:
        mend(form)
    if rough:
        for _ in range(random.choice((1, 1, 2))):
            random.choice(ROUGH)(random, _spot(random, form))
        if random.random() < 0.6:
            mend(form)
    return form


def _spot(random: Random, form: Data) -> Data:
    """Where a change falls: anywhere, or in an item, for otherwise the heads of large forms get most of them."""
    found = items(form)
    return random.choice(found) if found and random.random() < 0.8 else form


def _units(maker: UnitMaker) -> tuple[list[Unit], Data | None]:
    """Two whole units, three that are these with less of it known, and three whose files are wrong somewhere."""
    random = maker.random
    firsts = [maker.unit(f"甲{number}", RUBRIC) for number in range(2)]
    common = _common(random, maker.form, firsts)
    units = [Unit(one, later_files(maker, one)) for one in firsts]
    units += [
        Unit({**with_gaps(random, firsts[at]), "unit": f"乙{number}"}, (), at) for number, at in enumerate((0, 1, 1))
    ]
    for number in range(3):
        wrong = maker.unit(f"丙{number}", RUBRIC)
        later = later_files(maker, wrong)
        spot = random.choice((wrong, wrong["indicators"] or wrong, *later, *later))
        random.choice((*ROUGH, *GENTLE))(random, spot)
        units.append(Unit(wrong, later))
    return units, common


def _common(random: Random, form: Data, firsts: list[Data]) -> Data | None:
    """Now and then what is common to all units stands in a file of its own, and facts over all units too."""
    over_all = {
        f"{item.get('id')}.{name}": random.choice((1, 2)) if one.get("kind") != "percent" else "50%"
        for item in items(form)
        for name, one in facts_of(item, "indicators").items()
        if isinstance(one, dict) and one.get("peers")
    }
    if not (over_all or any(PARAMETERS in one for one in firsts)) or random.random() < 0.5:
        return None
    given = [one.pop(PARAMETERS, {}) for one in firsts]
    found: Data = {"rubric": RUBRIC, PARAMETERS: clone(given[0])}
    return {**found, "peers": over_all} if over_all else found
