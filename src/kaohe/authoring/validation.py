"""Files checked without being scored: rubrics, units' files, files of parameters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kaohe.authoring.cases.case_checks import checked_cases
from kaohe.authoring.cases.signing.sealed_cases import is_signing
from kaohe.authoring.cases.signing.signed_workbook import signed_document
from kaohe.authoring.mutation.equivalents import checked_equivalents
from kaohe.authoring.unfit_rosters import unfit_roster
from kaohe.compiler.row_layout import layout
from kaohe.expr.numbers import plain
from kaohe.library import checks
from kaohe.library.checks import ignoring
from kaohe.problems import Problem, Problems, errors, unreadable
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.file_kinds import EQUIVALENTS, is_workbook, kind_of
from kaohe.source.models import construct
from kaohe.stages.needed_files import needs
from kaohe.stages.prepared_rubrics import staged
from kaohe.stages.rosters import beside_another, is_roster_file, other_rosters
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader, only_of_scores
from kaohe.submission.amendment_reader import read_amendment
from kaohe.submission.fact_files import as_meant
from kaohe.submission.reader import Values
from kaohe.submission.roster_reader import read_roster


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, or one row of the table that is the `file`: what was found, and what it is.

    Its `kind` and figures fill a sentence.
    """

    path: str
    file: str
    kind: str
    figures: dict[str, object]
    problems: tuple[Problem, ...]


def check_files(paths: Iterable[Path], loader: UnitLoader) -> list[Checked]:
    """Everything wrong in each file; in a later stage's also what does not fit the unit's other files among these."""
    checks_of = _FileChecks(loader)
    checked = [one for path in paths for one in checks_of.file(path)]
    unfit = checks_of.unfit({one.path: errors(one.problems) for one in checked})
    whole = [replace(one, problems=(*one.problems, *unfit.get(one.path, ()))) for one in checked]
    own = {problem.identity for one in whole for problem in one.problems if problem.path == one.file}
    return [replace(one, problems=tuple(_at_their_place(one, own))) for one in whole]


def check_document(document: Document, loader: UnitLoader) -> tuple[Problem, ...]:
    """Everything wrong in a file by itself, from what it would say."""
    try:
        return _FileChecks(loader).document(staged(as_meant(document), loader.rubrics)).problems
    except Problems as wrong:
        return wrong.problems


def _at_their_place(checked: Checked, own: AbstractSet[object]) -> Iterator[Problem]:
    """The findings of a file without those that another of the files has as its own, which are told there."""
    for problem in checked.problems:
        if problem.path == checked.file or problem.identity not in own:
            yield problem


@dataclass(frozen=True, slots=True)
class _FileChecks:
    """Checks files one by one, then units' files together; `documents` and `values` are what was read of these."""

    loader: UnitLoader
    documents: list[Document] = field(default_factory=list)
    values: dict[str, Values] = field(default_factory=dict)

    def file(self, path: Path) -> list[Checked]:
        """Everything wrong in one file, or in each row of a table."""
        name, found = str(path), tuple[Problem, ...]()
        try:
            if is_roster_file(path):
                return [self._roster(path)]
            if is_workbook(name) and is_signing(path):
                return [self.document(signed_document(name))]
            return [self.document(one) for one in self.loader.documents(name)]
        except Problems as wrong:
            found = wrong.problems
        except OSError as failed:
            found = unreadable(path, failed)
        if only_of_scores(found):
            return [Checked(name, name, "scores", {}, ())]
        return [Checked(name, name, "unreadable", {}, found)]

    def _roster(self, path: Path) -> Checked:
        """The roster of a folder, by the rubric of the units there, for by itself it says nothing of a rubric."""
        others, roster = other_rosters(path), read_roster(path)
        problems = [beside_another(path, others)] if others else unfit_roster(roster, path.parent, self.loader)
        return Checked(str(path), str(path), "roster", {"units": len(roster.units)}, tuple(problems))

    def unfit(self, wrong: Mapping[str, Sequence[Problem]]) -> dict[str, Sequence[Problem]]:
        """What is wrong in later stages' files beside others, where `wrong` is what is wrong in each by itself.

        One that is alone here may have its first file elsewhere.
        """
        units, homeless = join(self.documents)
        found: dict[str, Sequence[Problem]] = {
            path: [one] for path, one in homeless.items() if units and one not in wrong[path]
        }
        for unit in units:
            if not unit.later:
                continue
            if wrong[unit.first.path]:
                found |= {one.path: [needs(one, wrong[unit.first.path])] for one in unit.later}
                continue
            with suppress(Problems):  # its first file was found sound by itself
                stages = self.loader.stages(unit, self.values[unit.first.path])
                found |= {state.values.path: state.values.doubts for state in stages.states[1:]}
                bad = stages.bad
                found |= {path: [one for one in problems if one not in wrong[path]] for path, problems in bad.items()}
        return found

    def document(self, document: Document) -> Checked:
        """What is in a file that could be read."""
        kind = kind_of(document)
        figures: dict[str, object] = {}
        problems: tuple[Problem, ...] = ()
        said: Sequence[Problem] = ()
        if kind == "rubric":
            problems = checks.problems(document)
            figures = {} if errors(problems) else rubric_figures(document)
        elif kind == "cases":
            figures, problems = checked_cases(document, self.loader.rubrics)
        elif kind == EQUIVALENTS:
            figures, problems = checked_equivalents(document)
        elif kind == "unknown":
            problems = (Problem("unknown-file-kind", document.path, 1, 1),)
        else:
            try:
                document, alias = self.loader.called_officially(document)
                figures, said = self._facts(document, kind)
                said = (*alias, *said, *ignoring.idle(document))
            except Problems as found:
                problems = found.problems
        return Checked(document.path, document.file, kind, figures, (*document.remarks, *said, *problems))

    def _facts(self, document: Document, kind: str) -> tuple[dict[str, object], Sequence[Problem]]:
        """A unit's file or one of parameters, against its rubric: its figures, how it was taken, what is doubtful.

        Raises Problems.
        """
        if kind == "parameters":
            reader = self.loader.rubrics.scorer(document).compiled.reader
            reader.parameters(document)
            return {}, reader.parameter_doubts(document)
        stranger = self.loader.stranger(document)
        if stranger is not None:
            raise Problems([stranger])
        self.documents.append(document)
        if kind == "later":
            return self._changes(document)
        scorer, values = self.loader.values(document)
        self.values[document.path] = values
        figures = {"unit": values.unit, "missing": len(scorer.compiled.gaps(values.row))}
        return figures, (*values.said, *values.doubts)

    def _changes(self, document: Document) -> tuple[dict[str, object], Sequence[Problem]]:
        compiled = self.loader.rubrics.scorer(document).compiled
        found = read_amendment(compiled.reader, compiled.rubric, document)
        stage = next(label for name, label in compiled.rubric.stages.items() if name == found.stage)
        changes = len(found.facts) + len(found.readings) + len(found.judgements)
        return {"unit": found.unit, "stage": stage, "changes": changes}, found.said


def rubric_figures(document: Document) -> dict[str, object]:
    """What a sound rubric consists of, counted."""
    rubric = construct(Rubric, document.data)
    items = [item for _, item in rubric.items()]
    readings = [reading for item in items for _, reading in item.readings()]
    return {
        "id": rubric.id,
        "sections": len(rubric.sections),
        "items": len(items),
        "points": plain(rubric.points),
        "rules": sum(len(item.rules) for item in items),
        "vetoes": sum(
            map(len, (*(item.vetoes for item in items), *(one.vetoes for one in rubric.sections), rubric.vetoes))
        ),
        "indicators": len(layout(rubric).facts),
        "readings": len(readings),
        "alternatives": sum(len(reading.options) - 1 for reading in readings),
    }
