"""What Python programs use: a rubric loaded once scores any number of units; `kaohe` itself shows these names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problem, Problems, unreadable
from kaohe.results.sheet import Sheet
from kaohe.scoring.scorer import readings_taken
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.source.file_kinds import is_later, is_table, is_workbook
from kaohe.source.program_data import document_of
from kaohe.stages.prepared_rubrics import scorer_by
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission import fact_files
from kaohe.submission.given_facts import NOTHING

Facts = str | Path | Mapping[str, Any]
"""The path of a file, or a mapping of what would stand in it: str, int, Decimal, bool, None, lists and mappings."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """What one of many rows gave: a sheet, or the problems that prevented one."""

    name: str
    sheet: Sheet | None
    problems: tuple[Problem, ...]


class LoadedRubric:
    """A rubric with its readings and common parameters taken, ready to score any number of units.

    `id`, `title` and `points` are the rubric's own; `readings` tell how its doubtful words are taken.
    """

    def __init__(self, path: Path, readings: Mapping[str, str], parameters: Facts | None, language: Language) -> None:
        self._scorer = scorer_by(rubric_files.sound(path), readings, language)
        compiled, rubric = self._scorer.compiled, self._scorer.compiled.rubric
        self._path = path
        self._reader = compiled.reader
        self._loader = UnitLoader(language, readings)
        self.id = rubric.id
        self.title = rubric.title
        self.points = rubric.points
        self.readings = readings_taken(compiled)
        self._common = NOTHING
        if parameters is not None:
            self._common = compiled.reader.parameters(self._document(parameters, "parameters"))

    def score(self, facts: Facts, name: str = "facts") -> Sheet:
        """The sheet of one unit. `name` stands in the places of problems where the facts come from no file.

        Raises Problems with all that is wrong in the facts, OSError where their file can't be read.
        """
        document = self._document(facts, name)
        if is_later(document.data):
            raise Problems(join([document])[1].values())
        return self._scorer.score(self._reader.read(document, self._common))

    def score_many(self, rows: Iterable[tuple[str, Facts]]) -> Iterator[RowResult]:
        """What each named row gives, in their order and as soon as it is asked for; a bad one stops no other."""
        for name, facts in rows:
            yield self._result(name, facts)

    def _result(self, name: str, facts: Facts) -> RowResult:
        try:
            return RowResult(name, self.score(facts, name), ())
        except Problems as found:
            return RowResult(name, None, found.problems)
        except OSError as failed:
            return RowResult(name, None, unreadable(Path(str(facts)), failed))

    def _document(self, given: Facts, name: str) -> Document:
        """Raises Problems also where the facts name another rubric than this one."""
        is_path = isinstance(given, str | Path)
        document = self._read(str(given)) if is_path else fact_files.as_meant(document_of(given, name))
        self._refuse_another(document, Path(str(given)).parent if is_path else Path())
        return document

    def _read(self, path: str) -> Document:
        """A file of one unit, or of parameters; raises Problems also where it is a table of several units."""
        if is_table(path) or is_workbook(path):
            found = self._loader.documents(path)
            if len(found) != 1:
                raise Problems([Problem("one-unit-expected", path, parameters={"count": len(found)})])
            return found[0]
        return fact_files.read(path)

    def _refuse_another(self, document: Document, beside: Path) -> None:
        """`rubric` may be left out; an id must be this one's, a path must lead to its file."""
        data: Any = document.data
        named = data.get("rubric")
        if named in (None, self.id):
            return
        if isinstance(named, str) and (beside / named).resolve() == self._path.resolve():
            return
        findings = FileFindings(document)
        findings.add("rubric-differs", ("rubric",), {"found": shown(named), "expected": self.id})
        findings.raise_any()


def shipped_rubrics() -> tuple[str, ...]:
    """The ids of the rubrics that come with kaohe."""
    return tuple(rubric_files.shipped())


def load_rubric(
    name: str | Path,
    *,
    readings: Mapping[str, str] | None = None,
    parameters: Facts | None = None,
    language: Language = "zh",
) -> LoadedRubric:
    """A rubric by its shipped id or the path of its .yaml file.

    `readings` choose alternatives by their full names (`{"benefit_payment.floor": "item"}`), `parameters` are the
    facts common to all units, `language` is that of the sentences in ledgers.
    Raises Unusable for an id, a reading or an alternative that does not exist, Problems with all that is wrong in the
    rubric or the parameters, OSError where a file can't be read.
    """
    path = name if isinstance(name, Path) else rubric_files.find(name, Path())
    return LoadedRubric(path, readings or {}, parameters, language)
