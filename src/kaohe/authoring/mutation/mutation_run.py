"""The rubrics that a run of cases was about, each mutated, with what their authors have said of equivalents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kaohe.authoring.cases.case import Case
from kaohe.authoring.cases.cases_run import CasesRun, ReachedRubric
from kaohe.authoring.mutation.equivalents import Equivalent, beside, read_equivalents
from kaohe.authoring.mutation.mutant import Mutant, Verdict
from kaohe.authoring.mutation.mutating import Mutating
from kaohe.messages import Language
from kaohe.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class MutatedRubric:
    """All mutants of one rubric; `problems` are those of its equivalents, and of such as there are no mutants for."""

    path: str
    mutants: tuple[Mutant, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def survivors(self) -> tuple[Mutant, ...]:
        """Those that no case notices though some could, in the order of the rubric's lines."""
        return self.judged("survived")

    def judged(self, verdict: Verdict) -> tuple[Mutant, ...]:
        found = (one for one in self.mutants if one.verdict == verdict)
        return tuple(sorted(found, key=lambda one: (one.line, one.column)))

    @property
    def figures(self) -> dict[str, int]:
        """How many there are, and of each verdict."""
        counted = Counter(str(one.verdict) for one in self.mutants)
        verdicts = ("noticed", "survived", "refused", "same", "equivalent")
        return {"mutants": len(self.mutants), **{one: counted[one] for one in verdicts}}

    @property
    def passed(self) -> bool:
        return not self.survivors and not self.problems


def mutate(ran: CasesRun, language: Language) -> Iterator[MutatedRubric]:
    """Each rubric by all cases that are about it, which agree; raises OSError."""
    for rubric in ran.rubrics:
        yield _mutated(rubric, list(_cases(ran, rubric)), language)


def _cases(ran: CasesRun, rubric: ReachedRubric) -> Iterator[Case]:
    path = Path(rubric.path).resolve()
    for one in ran.files:
        if one.rubric and Path(one.rubric).resolve() == path:
            yield from (outcome.case for outcome in one.outcomes)


def _mutated(rubric: ReachedRubric, cases: list[Case], language: Language) -> MutatedRubric:
    document, names = beside(Path(rubric.path)), (str(rubric.document.data["id"]), Path(rubric.path).name)
    try:
        known = () if document is None else read_equivalents(document, names)
    except Problems as wrong:
        return MutatedRubric(rubric.path, tuple(_judged(rubric, cases, (), set(), language)), wrong.problems)
    used: set[Equivalent] = set()
    mutants = tuple(_judged(rubric, cases, known, used, language))
    unused = [one.unused(document) for one in known if document is not None and one not in used]
    return MutatedRubric(rubric.path, mutants, tuple(unused))


def _judged(
    rubric: ReachedRubric, cases: list[Case], known: Sequence[Equivalent], used: set[Equivalent], language: Language
) -> Iterator[Mutant]:
    """Each mutant; of those that no case notices, what the author has said of it, which is then `used`."""
    for mutant in Mutating(rubric.document, cases, language).mutants():
        said = [one for one in known if mutant.verdict == "survived" and one.is_of(mutant)]
        used.update(said)
        yield replace(mutant, verdict="equivalent", by=said[0].reason) if said else mutant
