"""Who has not reached a stage: on the roster, or among the units that have reached another one."""

from collections.abc import Iterator, Mapping, Sequence

from kaohe.cli.folder.shared_work import ScoredUnit
from kaohe.results.summary import AbsentUnit
from kaohe.stages.reported_stages import HandedIn
from kaohe.submission.key_names import plainly
from kaohe.submission.roster import Roster, RosterUnit


def absent_units(
    stage: str,
    labels: Mapping[str, str],
    outcomes: Sequence[ScoredUnit],
    roster: Roster | None,
    handed: HandedIn,
) -> tuple[AbsentUnit, ...]:
    """In the roster's order, else in that of the outcomes; `labels` are the form's stages in their order."""
    scored = {plainly(one.unit.unit): one for one in outcomes}
    units = roster.units if roster else [RosterUnit(one.unit.unit, ()) for one in outcomes]
    return tuple(_absent(stage, labels, units, scored, handed))


def _absent(
    stage: str,
    labels: Mapping[str, str],
    units: Sequence[RosterUnit],
    scored: Mapping[str, ScoredUnit],
    handed: HandedIn,
) -> Iterator[AbsentUnit]:
    order = [*labels]
    for one in units:
        own = scored.get(plainly(one.unit))
        reached = own.stages if own else ()
        if any(unit.stage == stage for unit in reached):
            continue
        there = handed.get(plainly(one.unit), frozenset())
        before = [unit for unit in reached if order.index(unit.stage) < order.index(stage)]
        due, faulty = one.owes(stage, labels), stage in there or bool(there and not reached)
        if due or faulty or reached or one.due is None:
            yield AbsentUnit(
                unit=one.unit,
                group="、".join(str(fact) for fact in one.facts.values() if fact is not None),
                reached=before[-1].stage if before else "",
                due=due,
                faulty=faulty,
                total=before[-1].total if before else None,
            )
