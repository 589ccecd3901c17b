"""Facts over all units of a folder, stage by stage, from every unit's own files."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.problems import Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.stages.unit_files import join, name
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import Known, UnitState, stage_of
from kaohe.submission.peers import over_all
from kaohe.submission.reader import Values


def over_all_units(
    loader: UnitLoader,
    documents: Sequence[Document],
    values: Mapping[str, Values],
    waited: AbstractSet[str] = frozenset(),
) -> Known:
    """What the rubric computes over all units, for each unit's file; `values` are those of sound first files, by path.

    Nothing for a stage in which a file is wrong, a unit has two, or is `waited` for: what is over all units can't be
    known without one.
    """
    units, homeless = join(documents)
    if any(unit.first.path not in values for unit in units):
        return {}
    try:
        assembled = [loader.stages(unit, values[unit.first.path]) for unit in units]
    except (Problems, OSError):
        return {}
    states = [state for one in assembled for state in one.states]
    reached = Counter((name(state.values.unit), state.values.stage) for state in states)
    bad = {path for one in assembled for path in one.bad} | homeless.keys()
    wrong = {stage_of(one) for one in documents if one.path in bad}
    wrong |= {stage for (_, stage), times in reached.items() if times > 1} | waited
    return dict(_over_stages([state for state in states if state.values.stage not in wrong]))


def _over_stages(states: Sequence[UnitState]) -> Iterator[tuple[str, Mapping[int, Any]]]:
    """Units are compared with those of the same stage and the same version of the rubric."""
    groups: dict[tuple[str, str], list[UnitState]] = {}
    for state in states:
        groups.setdefault((state.values.stage, state.compiled.sha256), []).append(state)
    for same in groups.values():
        yield from known_over_all([(one.values.path, one.values.row) for one in same], same[0].compiled)


def known_over_all(
    units: Sequence[tuple[str, tuple[Any, ...]]], compiled: CompiledRubric
) -> Iterator[tuple[str, Mapping[int, Any]]]:
    """For each unit, by its path, what is known over all of these.

    One fact after another: a later one may rest on scores that rest on those before it.
    """
    found: dict[str, dict[int, Any]] = {path: {} for path, _ in units}
    rows = [list(row) for _, row in units]
    for fact in compiled.peers:
        place = fact.fact.start
        everyone = over_all(fact, [fact.own(row) for row in rows], fact.groups(rows))
        for (path, _), row, value in zip(units, rows, everyone, strict=True):
            gone = value is NOT_APPLICABLE and fact.fact.key not in compiled.optional  # no rule says what then
            if value is not None and not gone and row[place] is None:
                found[path][place] = row[place] = value
    yield from found.items()
