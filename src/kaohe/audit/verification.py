"""A unit's workbook that came back: its sealed facts scored anew, and every cell that differs from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kaohe import __version__, source
from kaohe.audit.pages import Pages
from kaohe.audit.unsealed_cells import SealedCells, kind, unsealed_cells
from kaohe.audit.unsealing import Sealed, UnknownFormat, amendment, first_state, over_all, unsealed, with_doubts
from kaohe.audit.workbook_differences import differences, sealed_differences
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.messages.language import named
from kaohe.problems import Problem, Problems, Unusable
from kaohe.render.xlsx import sealed_page
from kaohe.results.dossier import Dossier
from kaohe.results.seal_text import Seal, digest
from kaohe.results.signing_form import KIND as SIGNING
from kaohe.source import Document, file_contents
from kaohe.source.uncollected import uncollected
from kaohe.source.workbooks import Unopened, opened
from kaohe.stages.later_stages import reassemble
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.scored_dossier import scored
from kaohe.stages.settled_grades import with_grades
from kaohe.stages.unit_stages import UnitStages

MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, Unusable)
"""What reading a seal raises where somebody has altered its text."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in one workbook: its problems, how many cells were compared.

    `again` is its unit as the sealed facts give it, None where the seal can't be read.
    """

    path: str
    problems: tuple[Problem, ...]
    opened: bool = True
    cells: int = 0
    again: UnitStages | None = None
    sealed: SealedCells | None = None
    """What a workbook about many units is sealed with, written in a `language`."""
    language: Language = "zh"

    @property
    def compared(self) -> bool:
        """Whether there was a seal that could be read."""
        return self.again is not None or self.sealed is not None


class Verifier:
    """Verifies workbooks; a rubric is prepared once for all that were written alike."""

    def __init__(self, language: Language, rubrics: Sequence[str]) -> None:
        """`rubrics` are shipped ids or files besides those that are shipped; raises Unusable, OSError."""
        self._language = language
        paths = [*rubric_files.shipped().values(), *(rubric_files.find(name, Path()) for name in rubrics)]
        self._rubrics = {sha256(file_contents.content(path)).hexdigest(): path for path in paths}
        self._prepared: dict[tuple[Language, str], PreparedRubrics] = {}

    def verify(self, path: Path) -> Verified:
        """One workbook against the facts that it is sealed with; raises OSError."""
        content = file_contents.content(path)
        try:
            with uncollected():
                return self._sealed(Pages(str(path), opened(content), content))
        except Unopened as found:
            code = "workbook-too-large" if found.code == "entry-too-large" else found.code
            return Verified(str(path), (Problem(code, str(path)),), opened=False)

    def _sealed(self, pages: Pages) -> Verified:
        """Raises Unopened."""
        path = pages.path
        seal = sealed_page.read(pages.workbook)
        if seal is None:
            code = "entries-not-sealed" if sealed_page.of_entries(pages.workbook) else "seal-missing"
            return Verified(path, (Problem(code, path),))
        if not seal.sound:
            parameters = {"expected": seal.digest, "found": digest(seal.text)}
            return Verified(path, (Problem("seal-broken", path, parameters=parameters),))
        try:
            return self._against(pages, seal)
        except Problems as found:
            return Verified(path, found.problems)
        except MALFORMED as wrong:  # what is of another type than a seal's shows itself where it is drawn
            return Verified(path, (_unfit(path, wrong),))

    def _against(self, pages: Pages, seal: Seal) -> Verified:
        """The pages against their seal; raises Problems, and what a seal raises that is ill typed."""
        sealed = self._cells(pages.path, seal)
        if sealed is None:
            return self._compared(pages, seal, *self._again(pages.path, seal))
        compared = sealed_differences(pages, sealed, self._language)
        return Verified(pages.path, compared.problems, cells=compared.cells, sealed=sealed, language=_written_in(seal))

    def _compared(self, pages: Pages, seal: Seal, again: UnitStages, dossier: Dossier) -> Verified:
        versions = {"found": seal.version, "expected": __version__}
        passed = frozenset(versions.values())
        compared = differences(pages, dossier, _written_in(seal), self._language, passed)
        problems = [Problem("other-version", pages.path, parameters=versions, severity="warning")]
        return Verified(
            path=pages.path,
            problems=(*problems[: len(passed) - 1], *compared.problems),
            cells=compared.cells,
            again=again,
        )

    def between(self, path: Path, expected: bytes) -> tuple[Problem, ...]:
        """The same, and whether it is sealed with what the workbook of these bytes is sealed with; raises OSError."""
        found = self.verify(path)
        problems = tuple(one for one in found.problems if one.code != "other-version")
        if not found.compared:
            return problems
        seals = [sealed_page.read(opened(content)) for content in (file_contents.content(path), expected)]
        digests = [one and one.digest for one in seals]
        versions = {one and one.version for one in seals}
        if digests[0] != digests[1] and not (found.sealed and len(versions) > 1):  # other versions draw other pages
            told = dict(zip(("found", "expected"), digests, strict=True))
            problems = (*problems, Problem("archive-sealed", str(path), parameters=told))
        return problems

    def _cells(self, path: str, seal: Seal) -> SealedCells | None:
        """What a workbook about many units is sealed with; raises Problems."""
        try:
            if kind(seal.text) == SIGNING:
                raise Problems([Problem("signing-for-cases", path)])
            return unsealed_cells(seal.text)
        except MALFORMED as wrong:
            raise Problems([_unfit(path, wrong)]) from None

    def _again(self, path: str, seal: Seal) -> tuple[UnitStages, Dossier]:
        """The unit from what its seal says, and its stages scored anew; raises Problems."""
        try:
            return self._scored(path, unsealed(seal.text), _written_in(seal))
        except UnknownFormat as unknown:
            raise Problems([Problem("seal-unknown", path, parameters={"found": str(unknown)})]) from None
        except MALFORMED as wrong:
            raise Problems([_unfit(path, wrong)]) from None

    def _scored(self, path: str, sealed: Sealed, language: Language) -> tuple[UnitStages, Dossier]:
        documents = [self._document(path, stage.stage, stage.rubric, stage.sha256) for stage in sealed.stages]
        key = language, str(sorted(sealed.choices.items()))
        rubrics = self._prepared.setdefault(key, PreparedRubrics(language, sealed.choices))
        first, *later = [
            (stage, document, rubrics.scorer(document))
            for stage, document in zip(sealed.stages, documents, strict=True)
        ]
        known = {document.path: over_all(scorer.compiled, stage) for stage, document, scorer in later}
        state = first_state(first[2], sealed, path)
        assembled = reassemble(
            rubrics, state, [amendment(scorer.compiled, sealed, stage, one) for stage, one, scorer in later], known
        )
        for one in assembled.states:
            if one.values.stage not in one.compiled.reader.stages:
                raise LookupError(one.values.stage)
        states = [with_doubts(*pair) for pair in zip(assembled.states, sealed.stages, strict=True)]
        assembled = replace(assembled, states=tuple(states), left_out=sealed.left_out)
        return assembled, with_grades(scored(assembled), sealed.grades)  # here what does not fit is found out

    def _document(self, path: str, stage: str, rubric: str, digest: str) -> Document:
        """What stands for the file that a stage was read from; raises Problems where its rubric is not here."""
        import json

        if digest not in self._rubrics:
            known = ", ".join(f"{one.name} {sha}" for sha, one in self._rubrics.items())
            found = {"rubric": rubric, "expected": digest, "found": known}
            raise Problems([Problem("other-rubric", path, parameters=found)])
        name = str(self._rubrics[digest].resolve())
        return source.read(f"{path}[{stage}]", json.dumps({"rubric": name}, ensure_ascii=False).encode())


def _unfit(path: str, wrong: Exception) -> Problem:
    return Problem("seal-unfit", path, parameters={"detail": f"{type(wrong).__name__}: {wrong}"})


def _written_in(seal: Seal) -> Language:
    return named(seal.language) or "zh"
