"""A unit's indicator file -> its row of typed facts; missing, not applicable and zero stay three things."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from kaohe.compiler.row_layout import RowLayout
from kaohe.expr.numbers import shown
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place, answer, place_of
from kaohe.submission.doubts.all_doubts import Doubts
from kaohe.submission.doubts.told_doubts import first_path, tell
from kaohe.submission.fact_files import stage_named
from kaohe.submission.file_keys import file_keys
from kaohe.submission.given_facts import NOTHING, Common, Given, given_by, read_year, take
from kaohe.submission.key_names import KeyNames, read_with_keys
from kaohe.submission.mixed_answers import MixedAnswers
from kaohe.submission.named_evidence import NamedEvidence, read_evidence
from kaohe.submission.published_facts import published_facts
from kaohe.submission.same_members import SameMembers
from kaohe.submission.stray_keys import INDICATORS, OUTERMOST, StrayKeys, labels
from kaohe.submission.unit_notes import UnitNote, read_notes

PARAMETER_KEYS = ("rubric", "year", PARAMETERS, "peers", "notes")


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for a change, who made it, when, and the files that show it; all but the reason may be empty."""

    reason: str
    by: str = ""
    on: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The points of an item as a reviewer gives them, whatever its rules say."""

    score: Fraction
    why: Why


@dataclass(frozen=True, slots=True)
class Values:
    """What one unit reports. `row` has a place for each raw fact, in the layout's order; None is missing.

    `judgements` are by the places of items on the form, `doubts` are about numbers that can hardly be so: of a later
    stage those that it has changed.
    """

    path: str
    unit: str
    year: int | None
    stage: str
    row: tuple[Any, ...]
    judgements: Mapping[int, Judgement] = field(default_factory=dict)
    evidence: tuple[NamedEvidence, ...] = ()
    notes: tuple[UnitNote, ...] = ()
    said: tuple[Problem, ...] = ()
    """How the file was taken where it writes something in another way."""
    given: Given = field(default_factory=dict, repr=False, compare=False)
    """What others' files give for the unit, which no file of its own may change."""
    doubts: tuple[Problem, ...] = ()


class Reader:
    """Reads the files of one rubric: what may stand where is worked out once for all units."""

    def __init__(self, rubric: Rubric, layout: RowLayout, optional: frozenset[str]) -> None:
        """`optional` are the keys of facts that need not exist for every unit."""
        self.stages = tuple(rubric.stages)
        self.stage_labels = {str(name): label for name, label in rubric.stages.items()}
        self.mixed = MixedAnswers(layout)
        self.doubts = Doubts(rubric, layout)
        self.members = SameMembers(layout)
        shared = [SHARED] if rubric.shared else []
        self._items: dict[str, dict[str, Place]] = {item: {} for item in (*shared, *(i.id for _, i in rubric.items()))}
        self._parameters: dict[str, Place] = {}
        self.titles = dict.fromkeys((PARAMETERS, *shared), "") | {item.id: item.title for _, item in rubric.items()}
        self.strays = StrayKeys(self._items, self._parameters, self.titles)
        self._empty = [None] * layout.width
        self._years: list[int] = []
        self._peers: dict[str, Place] = {}
        for fact in layout.facts:
            if fact.indicator.kind == "year":
                self._years.append(fact.start)
                continue
            place = place_of(fact, optional, self.titles.get(fact.item, ""))
            if fact.indicator.peers is not None:
                self._peers[f"{fact.item}.{fact.id}"] = place
                continue
            group = self._items[fact.item] if fact.item else self._parameters
            group[fact.id] = place

    @property
    def groups(self) -> Mapping[str, Mapping[str, Place]]:
        """The facts that a unit reports, by the group in which they stand: items, shared facts, parameters."""
        return {PARAMETERS: self._parameters, **self._items}

    def read(self, document: Document, common: Common = NOTHING, own: Given | None = None) -> Values:
        """The unit of a file. `common` is given once for all units, `own` for this one by a roster.

        Raises Problems with everything that is wrong in the file.
        """
        given = {**common.parameters, **(own or {})}
        return read_with_keys(document, lambda: self.keys, lambda one: self._read(one, common, given), self._items)

    @cached_property
    def keys(self) -> KeyNames:
        """What the keys of its files are called."""
        return file_keys(self.groups, self.titles, self._peers)

    def _read(self, document: Document, common: Common, given: Given) -> Values:
        data: Any = document.data
        found = FileFindings(document)
        unit, year, stage = self.head(data, found, OUTERMOST)
        common.check_year(year, found)
        row: list[Any] = self._empty.copy()
        for start in self._years:
            row[start] = year
        self._group(row, data.get(PARAMETERS), self._parameters, (PARAMETERS,), found)
        common.fill(row, unit)
        self._indicators(row, data.get(INDICATORS), found)
        take(given, row, self.groups, found)
        self.members.complete(row)
        for unlike in self.members.unlike(row):
            unlike.report((INDICATORS, unlike.fact.item, unlike.fact.id), found)
        for gone, there in self.mixed.find(row):
            path = (INDICATORS, gone.item, gone.id)
            found.add("mixed-answers", path, {"label": gone.called, "other": there.called})
        evidence = read_evidence(data["evidence"], self.groups, found) if "evidence" in data else ()
        notes = read_notes(data["notes"], self.groups, found) if "notes" in data else ()
        found.raise_any()
        asked = data.get(PARAMETERS) or {}
        doubts = [one for one in self.doubts.find(row) if one.about[0] != PARAMETERS or one.about[1] in asked]
        return Values(
            document.path,
            unit,
            year,
            stage,
            tuple(row),
            evidence=evidence,
            notes=notes,
            said=found.said(),
            given=given,
            doubts=tell(doubts, document, notes, first_path),
        )

    def dated(self, values: Values, year: int | None) -> Values:
        """The same unit in a year that its file leaves out."""
        row = [year if place in self._years else value for place, value in enumerate(values.row)]
        return replace(values, year=year, row=tuple(row))

    def parameters(self, document: Document) -> Common:
        """What a file of parameters gives all units; raises Problems with everything that is wrong in it."""
        return read_with_keys(document, lambda: self.keys, self._read_parameters)

    def _read_parameters(self, document: Document) -> Common:
        data: Any = document.data
        found = FileFindings(document)
        self._keys(data, PARAMETER_KEYS, found)
        row = self._empty.copy()
        self._group(row, data.get(PARAMETERS), self._parameters, (PARAMETERS,), found)
        peers = dict(published_facts(data.get("peers"), self._peers, found))
        year = read_year(data, found)
        read_notes(data.get("notes"), self.groups, found)
        found.raise_any()
        return Common(document.file, year, given_by(document, self._parameters, row), peers)

    def parameter_doubts(self, document: Document) -> tuple[Problem, ...]:
        """What is to be doubted in a file of parameters that `parameters` has accepted."""
        return read_with_keys(document, lambda: self.keys, self._parameter_doubts)

    def _parameter_doubts(self, document: Document) -> tuple[Problem, ...]:
        data: Any = document.data
        found, row = FileFindings(document), self._empty.copy()
        self._group(row, data.get(PARAMETERS), self._parameters, (PARAMETERS,), found)
        own = (one for one in self.doubts.find(row) if one.about[0] == PARAMETERS)
        return tell(own, document, read_notes(data.get("notes"), self.groups, found), first_path)

    def head(self, data: Any, found: FileFindings, keys: tuple[str, ...]) -> tuple[str, int | None, str]:
        """The unit, the year and the stage of a file that may have these keys."""
        self._keys(data, keys, found)
        unit, year = data.get("unit"), data.get("year")
        stage: Any = stage_named(data.get("stage", "self"), self.stage_labels)
        if not isinstance(unit, str) or not unit.strip():
            found.add("unit-expected", ("unit",), {"found": shown(unit)})
        read_year(data, found)
        if stage not in self.stages:
            found.not_one_of(stage, self.stage_labels, ("stage",))
        return unit, year, stage

    def _keys(self, given: Mapping[str, Any], keys: tuple[str, ...], found: FileFindings) -> None:
        """The keys of a whole file."""
        for name in given:
            if name not in keys:
                self.strays.tell(name, dict.fromkeys(keys, ""), (), found)

    def _indicators(self, row: list[Any], given: Any, found: FileFindings) -> None:
        if given is None:
            return
        if not isinstance(given, dict):
            found.add("mapping-expected", (INDICATORS,), {"found": shown(given)})
            return
        for name in given:
            if name not in self._items:
                self.strays.tell(name, {item: self.titles[item] for item in self._items}, (INDICATORS,), found)
        for item, facts in self._items.items():
            if item in given:
                self._group(row, given[item], facts, (INDICATORS, item), found)

    def _group(
        self, row: list[Any], given: Any, places: Mapping[str, Place], path: tuple[str, ...], found: FileFindings
    ) -> None:
        if given is None:
            return
        if not isinstance(given, dict):
            found.add("mapping-expected", path, {"found": shown(given), "label": self.titles.get(path[-1], "")})
            return
        for name, raw in given.items():
            place = places.get(name)
            if place is None:
                self.strays.tell(name, labels(places), path, found)
            elif raw is not None:
                row[place.start : place.stop] = answer(place, raw, (*path, name), found)
