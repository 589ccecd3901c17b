"""One process's part of a batch: files are read and typed, units are scored; each file has an outcome, good or bad."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from kaohe.analysis.reading_effects import Switches, Totals
from kaohe.cli.folder.shared_work import Entry, FilesRead, FirstFile, Frame, ScoredUnit, Task, Unit, UnitsScored
from kaohe.problems import Problem, Problems, unreadable
from kaohe.results.dossier import Dossier
from kaohe.results.province_changes import province_changes
from kaohe.results.sheet import Sheet
from kaohe.results.summary import BadFile, UnitScore, headings, unit_score
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, files_read
from kaohe.source.file_kinds import kind_of
from kaohe.source.uncollected import uncollected
from kaohe.stages.needed_files import needs
from kaohe.stages.scored_dossier import scored
from kaohe.stages.settled_grades import with_grades
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader, only_of_scores
from kaohe.stages.unit_stages import UnitStages
from kaohe.stages.unread_files import without_unread
from kaohe.stages.written_scores import unlike_written


@contextmanager
def _set_aside(path: str, done: FilesRead) -> Iterator[None]:
    """What is wrong with a file, or with a row of a table, keeps no other from being read."""
    try:
        yield
    except Problems as found:
        if only_of_scores(found.problems):
            done.remarks += [replace(problem, severity="notice") for problem in found.problems]
        else:
            done.bad.append(BadFile(path, found.problems))
    except OSError as failed:
        done.bad.append(BadFile(path, unreadable(Path(path), failed)))


class Worker:
    """Rubrics are prepared once in each process."""

    def __init__(self, task: Task, loader: UnitLoader) -> None:
        self._task = task
        self._loader = loader
        self._ready: dict[Scorer, Switches] = {}
        self._single = True
        """Whether no file of a later stage has come yet: then most units are their first files alone."""
        self._frames: dict[str, Frame] = {}

    def read(self, entries: Sequence[Entry]) -> FilesRead:
        done = FilesRead(len(entries))
        with uncollected():
            for one in entries:
                self._read_entry(one, done)
            self._score_early(done)
        return done

    def _read_entry(self, one: Entry, done: FilesRead) -> None:
        documents: Sequence[Document] = () if isinstance(one, Path) else (one,)
        if isinstance(one, Path):
            with _set_aside(str(one), done):
                documents = self._loader.documents(str(one))
        for document in documents:
            with _set_aside(document.path, done):
                self._read(document, done)

    def _score_early(self, done: FilesRead) -> None:
        """Units that no other file is likely to bear on: what they have given need not be sent to and fro first."""
        for document in done.documents if self._single else ():
            first = done.first.get(document.path)
            if first and first.settled and not first.quotas:
                done.scored[document.path] = self._scored(Unit(UnitFiles(document), first.values, {}))

    def _read(self, document: Document, done: FilesRead) -> None:
        kind = kind_of(document)
        if kind in ("rubric", "parameters"):
            if "format" in document.data:  # a result of ours, that this run may write anew
                files_read.forget(document.path)
            return
        document, said = self._loader.called_officially(document)
        done.remarks += (*document.remarks, *said)
        stranger = self._loader.stranger(document)
        if stranger is not None:
            raise Problems([stranger])
        done.documents.append(document)
        with suppress(Problems):  # told when it is read
            done.rubrics[str(document.data.get("rubric"))] = self._loader.rubrics.path(document)
        if kind == "later":
            self._single = False
        else:
            scorer, values = self._loader.values(document)
            done.remarks += values.said
            rubric = scorer.compiled.rubric
            quotas = any(grade.shared_out for _, total in rubric.totals() for grade in total.grades)
            one = FirstFile(values, tuple(rubric.stages), bool(scorer.compiled.peers), quotas)
            done.first[document.path] = one
            if one.settled:
                done.documents[-1] = document.head()

    def standings(self, units: Sequence[Unit]) -> list[tuple[UnitScore, ...]]:
        """Each unit's totals and the grades that it may have, stage by stage; nothing of one that is wrong."""
        found: list[tuple[UnitScore, ...]] = []
        for unit in units:
            with suppress(Problems, OSError):
                stages = self._loader.stages(unit.files, unit.values, unit.known)
                found.append(
                    tuple(
                        unit_score(unit.values.path, state.sheet(told=False), sections=False) for state in stages.states
                    )
                )
        return found

    def score(self, units: Sequence[Unit]) -> list[UnitsScored]:
        return [self._scored(unit) for unit in units]

    def _scored(self, unit: Unit) -> UnitsScored:
        done = UnitsScored(1 + len(unit.files.later))
        try:
            self._score(unit, done)
        except Problems as found:
            done.bad += _all_bad(unit, found.problems)
        except OSError as failed:
            done.bad += _all_bad(unit, unreadable(Path(unit.values.path), failed))
        return done

    def _score(self, unit: Unit, done: UnitsScored) -> None:
        found = without_unread(self._loader.stages(unit.files, unit.values, unit.known), unit.unread)
        dossier = with_grades(scored(found, told=self._task.told), unit.grades)
        documents = {one.path: one for one in (unit.files.first, *unit.files.later)}
        done.remarks += (one for amendment in found.amendments for one in amendment.said)
        done.unlike += unlike_written(found, dossier, documents)
        done.doubts += found.doubts
        if self._task.evidence:
            from kaohe.analysis.evidence_audit import with_evidence  # most runs look at none

            dossier = with_evidence(found, dossier)
        sheets = zip(found.states, dossier.sheets, strict=True)
        detailed = self._task.detailed
        scores = tuple(unit_score(state.values.path, sheet, items=detailed) for state, sheet in sheets)
        done.frame = self._frame(dossier.sheets[0])
        if self._task.explained:
            from kaohe.analysis.explaining import with_explanations  # most runs explain nothing

            dossier = with_explanations(found, dossier)
        rubric = str(self._loader.rubrics.path(unit.files.first))
        changes = tuple(province_changes(found.states[0].values.path, dossier))
        done.outcomes.append(ScoredUnit(scores, rubric, self._render(dossier), self._switched(found, dossier), changes))
        done.bad += [BadFile(path, problems) for path, problems in found.bad.items()]

    def _frame(self, sheet: Sheet) -> Frame:
        """What the form of a sheet says of all units."""
        if sheet.form.sha256 not in self._frames:
            self._frames[sheet.form.sha256] = Frame(sheet.form, *headings(sheet))
        return self._frames[sheet.form.sha256]

    def _switched(self, unit: UnitStages, dossier: Dossier) -> tuple[Totals, ...]:
        """The totals under other readings, where a summary will want them."""
        if not self._task.detailed:
            return ({},) * len(unit.states)
        stages = zip(unit.states, dossier.sheets, strict=True)
        return tuple(self._switches(one.scorer).totals(one.row, one.values.judgements, sheet) for one, sheet in stages)

    def _switches(self, scorer: Scorer) -> Switches:
        """The alternatives to the readings that a scorer has taken, made ready once."""
        if scorer not in self._ready:
            origin = self._loader.rubrics.origin(scorer)
            self._ready[scorer] = Switches(*origin, scorer.compiled, self._task.language)
        return self._ready[scorer]

    def _render(self, dossier: Dossier) -> bytes:
        return self._task.render(dossier, self._task.language) if self._task.render else b""


def _all_bad(unit: Unit, problems: Sequence[Problem]) -> list[BadFile]:
    """A first file that is wrong after all takes the later ones with it."""
    later = [BadFile(one.path, (needs(one, problems),)) for one in unit.files.later]
    return [BadFile(unit.values.path, tuple(problems)), *later]
