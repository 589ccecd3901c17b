"""What a roster says as one rubric understands it: choices of units, such as a class, and the stages that are due."""

from collections.abc import Mapping
from dataclasses import dataclass

from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.source.file_findings import FileFindings, listed
from kaohe.source.models import nearest
from kaohe.submission.answers import Place, answer
from kaohe.submission.fact_files import stage_named
from kaohe.submission.given_facts import Given, GivenFact, told
from kaohe.submission.key_names import called, plainly
from kaohe.submission.reader import Reader
from kaohe.submission.roster import ALL_STAGES, Roster, RosterUnit


def roster_facts(roster: Roster, reader: Reader) -> Mapping[str, Given]:
    """What is given for each unit by its name; raises Problems with all that the rubric has not, or has otherwise."""
    found = FileFindings(roster.document)
    reading = _Reading(roster, reader, _known(reader), found, {})
    given = {one.unit: reading.facts(one) for one in roster.units}
    for path, several in {one.due_path: one.due or () for one in roster.units}.items():
        for stage in several:
            if stage not in ALL_STAGES and stage_named(stage, reader.stage_labels) not in reader.stages:
                found.not_one_of(stage, reader.stage_labels, path)
    found.raise_any()
    return given


def is_choice(indicator: Indicator) -> bool:
    """Whether a roster may give it."""
    return indicator.kind == "choice" and not indicator.list


def _known(reader: Reader) -> Mapping[str, tuple[str, Place]]:
    """Every fact of a unit by what it may be called: its id with that of its group or without, its label."""
    facts = {
        f"{group}.{name}": (name, place)
        for group, places in reader.groups.items()
        for name, place in places.items()
        if group != PARAMETERS
    }
    names = called(
        (key, one) for key, (name, place) in facts.items() for one in (key, name, place.indicator.label, place.called)
    )
    return {name: (key, facts[key][1]) for name, key in names.items()}


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads what is said of units; `refused` are the keys of which it is said already that they can't be read."""

    roster: Roster
    reader: Reader
    known: Mapping[str, tuple[str, Place]]
    found: FileFindings
    refused: dict[str, None]

    def facts(self, unit: RosterUnit) -> Given:
        given: dict[int, GivenFact] = {}
        for written, raw in unit.facts.items():
            _, place = self.known.get(plainly(written), ("", None))
            if place is None or not is_choice(place.indicator):
                self._refuse(unit, written, place)
            elif raw is not None:
                (value,) = answer(place, raw, (*unit.path, written), self.found)
                given[place.start] = GivenFact(value, told(place, place.start, value, raw), self.roster.path)
        return given

    def _refuse(self, unit: RosterUnit, written: str, place: Place | None) -> None:
        """A key or a column, once for all units."""
        if written in self.refused:
            return
        self.refused[written] = None
        path = self.roster.path_of_key(unit, written)
        if place is not None:
            self.found.add("roster-no-choice", path, {"label": place.called}, key=True)
            return
        choices = {key: one.called for key, one in self.known.values() if is_choice(one.indicator)}
        near = nearest(written, [*choices, *(key.rpartition(".")[2] for key in choices), *choices.values()])
        told = {"key": written, "nearest": near, "known": "" if near else listed(choices)}
        self.found.add("roster-unknown-key", path, told, key=True)
