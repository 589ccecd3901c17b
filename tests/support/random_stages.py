"""Units made up at random that go from stage to stage: every stage's facts, judgements, readings, and the files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.scope import PARAMETERS
from kaohe.library import rubric_files
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.judgement_checks import possible, resting_on
from kaohe.stages.rubric_versions import row_under
from kaohe.submission.amendment import equal
from kaohe.submission.gaps import is_missing
from support.random_rows import Row, random_row, written, written_fields, written_value
from support.stage_files import RUBRICS, replaced

READINGS = {"basics.floor": ("part", "item"), "growth.unchanged": ("some", "none")}
VERSIONS: Mapping[str, list[tuple[str, str]]] = {
    "form.yaml": [],
    "new.yaml": [
        ("每少1课时扣1分", "每少1课时扣2分"),
        ("every: 1, deduct: 1, partial: pro_rata", "every: 1, deduct: 2, partial: pro_rata"),
        ("          opened: {label: 开班月份, kind: month}\n", "          ready: {label: 到位, kind: flag}\n"),
        ("每月10日前开班得2分", "经费到位得2分"),
        ("requires: opened <= 2011-10", "requires: ready"),
        (
            "          profit: {label: 盈亏, kind: amount, unit: 元}",
            "          profit: {label: 盈亏, kind: amount, unit: 万元}",
        ),
    ],
}


@dataclass(frozen=True)
class Point:
    """A unit at one stage, as the whole of what is known of it."""

    rubric: str
    readings: Mapping[str, str]
    row: Row
    rank: int
    judged: Mapping[str, Fraction]
    who: Mapping[str, str]
    """The stage at which each judgement was given."""

    @property
    def compiled(self) -> CompiledRubric:
        return compiled(self.rubric, tuple(sorted(self.readings.items())))


def lay_out(folder: Path) -> None:
    """The versions of the form."""
    text = (RUBRICS / "form.yaml").read_text(encoding="utf-8")
    for name, changes in VERSIONS.items():
        (folder / name).write_text(replaced(text, changes), encoding="utf-8")


FOLDER: list[Path] = []
"""Where they are."""


@cache
def compiled(rubric: str, readings: tuple[tuple[str, str], ...]) -> CompiledRubric:
    model, document = rubric_files.load(FOLDER[0] / rubric, dict(readings))
    return CompiledRubric(model, document.sha256)


def first(random: Random, gaps: float) -> Point:
    readings = {name: options[0] for name, options in READINGS.items()}
    of = compiled("form.yaml", tuple(sorted(readings.items())))
    return Point("form.yaml", readings, a_row(of, random, gaps), random.randint(1, 6), {}, {})


def a_row(of: CompiledRubric, random: Random, gaps: float) -> Row:
    """Facts that can be scored, without the one over all units."""
    row = random_row(of, random, gaps=gaps)
    while list(of.undefined(row)):
        row = random_row(of, random, gaps=gaps)
    rank = next(fact for fact in of.layout.facts if fact.indicator.peers)
    return (*row[: rank.start], None, *row[rank.start + 1 :])


def after(before: Point, stage: str, random: Random, gaps: float) -> tuple[Point, dict[str, Any]]:
    """The next stage, and the file that leads there."""
    rubric = random.choice(["form.yaml", before.rubric, "new.yaml"])
    readings = {name: random.choice(options) for name, options in READINGS.items()}
    of = compiled(rubric, tuple(sorted(readings.items())))
    judged, entries = _judged(before, of, random)
    start = row_under(before.compiled, of, before.row, 2011)
    target = list(a_row(of, random, gaps))
    standing = judged.keys() - entries.keys()
    for fact in of.layout.facts:
        span = slice(fact.start, fact.start + fact.width())
        stands = fact.item in standing and not of.counts_beyond(fact.start)
        if stands or (random.random() < 0.5 and (gaps or not is_missing(fact, start))):
            target[span] = start[span]
    if list(of.undefined(target)):
        target[of.layout.by_key["shared.staff"].start] = 7
    changes: dict[str, dict[str, Any]] = {}
    for fact in of.layout.facts:
        span = slice(fact.start, fact.start + fact.width())
        if not equal(start[span], tuple(target[span])):
            group = changes.setdefault(fact.item or PARAMETERS, {})
            group |= dict(_entries(fact, start[span], target, random))
    shuffled = random.sample(list(changes), len(changes))
    data: dict[str, Any] = {"rubric": rubric, "unit": "甲市", "stage": stage, "on": "2012-01-12"}
    if rubric != before.rubric:
        data["rubric_reason"] = "修订"
    data["changes"] = {group: changes[group] for group in shuffled}
    moved = {name: one for name, one in readings.items() if one != before.readings[name]}
    data["readings"] = {
        name: {"old": before.readings[name], "new": one, "reason": "口径"} for name, one in moved.items()
    }
    data["judgements"] = entries
    who = {name: before.who[name] if name in standing else stage for name in judged}
    return Point(rubric, readings, tuple(target), random.randint(1, 6), judged, who), data


def _entries(fact: Fact, old: Sequence[Any], target: list[Any], random: Random) -> Iterator[tuple[str, Any]]:
    """One fact's change: as a whole, or by its fields or members."""
    span = slice(fact.start, fact.start + fact.width())
    new = tuple(target[span])
    parts = random.random() < 0.6 and NOT_APPLICABLE not in (*old, *new)
    if parts and fact.indicator.list and None not in (*old, *new) and _told(fact, old[0], new[0]):
        yield from _members(fact, dict_of(old[0]), dict_of(new[0]))
        kept = [name for name in dict_of(old[0]) if name in dict_of(new[0])]
        order = [*kept, *(name for name in dict_of(new[0]) if name not in kept)]
        target[fact.start] = tuple((name, *dict_of(new[0])[name]) for name in order)
    elif parts and not fact.indicator.list and fact.width() > 1:
        for name, before, now in zip(fact.indicator.fields, old, new, strict=True):
            if before != now:
                sides = (written_value(fact.indicator, one) for one in (before, now))
                yield f"{fact.id}.{name}", _reasoned(*sides)
    else:
        sides = (None if all(value is None for value in one) else written(fact, tuple(one)) for one in (old, new))
        yield fact.id, _reasoned(*sides)


def _members(fact: Fact, old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[tuple[str, Any]]:
    """New members come last, in their order."""
    for name in (*old, *(one for one in new if one not in old)):
        sides = [written_fields(fact, one[name]) if name in one else None for one in (old, new)]
        if old.get(name) != new.get(name):
            yield f"{fact.id}.{name}", _reasoned(*sides)


def _told(fact: Fact, old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether members can be told apart by what is written: one without its only value looks like one that is gone."""
    return len(fact.indicator.fields) > 1 or not any(None in one for one in (*old, *new))


def dict_of(members: Sequence[Any]) -> dict[str, Row]:
    return {one[0]: tuple(one[1:]) for one in members}


def _reasoned(old: Any, new: Any) -> dict[str, Any]:
    return {"old": old, "new": new, "reason": "核查"}


def _judged(before: Point, of: CompiledRubric, random: Random) -> tuple[dict[str, Fraction], dict[str, Any]]:
    """What is judged at the next stage, and the entries that say so; an item goes with those that rest on it."""
    places = {trees.item.id: place for place, trees in enumerate(of.items)}
    wanted = {name for name in places if random.random() < (0.6 if name in before.judged else 0.25)}
    for name in tuple(wanted):
        wanted.update(resting_on(of, name))
    judged, entries = {}, {}
    for name in wanted:
        if name in before.judged and random.random() < 0.5:
            judged[name] = before.judged[name]
            continue
        low, high = possible(of, places[name])
        assert low is not None
        assert high is not None
        judged[name] = random.choice([low, high, Fraction(int(low + high), 2)])
        entries[name] = {"score": float(judged[name]), "reason": "酌情"}
    entries |= {name: {"score": "computed", "reason": "复核"} for name in before.judged if name not in wanted}
    return judged, entries
