"""Every mutant of a rubric, and whether some case notices it; only cases that the change can reach are run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kaohe.authoring.cases.case import Between, Case
from kaohe.authoring.cases.running import outcome, read_values
from kaohe.authoring.mutation.change import ITEM, Path, at
from kaohe.authoring.mutation.changed_rubric import ChangedRubric
from kaohe.authoring.mutation.meaning import Meaning, meaning
from kaohe.authoring.mutation.mutant import Mutant, Verdict
from kaohe.authoring.mutation.rubric_changes import rubric_changes
from kaohe.authoring.mutation.soundness import Soundness
from kaohe.compiler.lowering import ITEMS
from kaohe.library.checks.positions import items
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.rubric.model import Item, Rubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import construct

Choices = Mapping[str, str]
REFUSED: tuple[Verdict, str] = ("refused", "")


class Mutating:
    """The mutants of one rubric under cases that all pass."""

    def __init__(self, document: Document, cases: Sequence[Case], language: Language) -> None:
        self._document = document
        self._data: Any = document.data
        self._language: Language = language
        self._rubric = construct(Rubric, self._data)
        self._soundness = Soundness(document, self._rubric)
        self._linked = any(f"{ITEMS}." in str(item) for section in self._data["sections"] for item in section["items"])
        self._meanings: dict[tuple[Path, str], Meaning | None] = {}
        self._paths = {item.id: path for _, item, path in items(self._rubric)}
        self._near: dict[Path, list[Case]] = defaultdict(list)
        self._far: list[Case] = []
        for case in sorted(cases, key=lambda case: len(case.readings)):
            alone = not case.expected.above_items and len(case.expected.items) == 1 and not self._linked
            (self._near[self._paths[case.expected.items[0]]] if alone else self._far).append(case)

    def mutants(self) -> Iterator[Mutant]:
        """Each as soon as it is judged, in the order of the walk."""
        for change in rubric_changes(self._data):
            changed = ChangedRubric(self._data, change, self._soundness)
            verdict, by = self._of_items(changed) if change.item else self._above(changed)
            line, column = self._document.position(change.place, key=change.key, offset=change.offset)
            reading = f"{change.reading}={change.option}" if change.reading else ""
            number, title = self._called(change.path)
            name, (before, after) = change.at(self._data), (change.before, change.after)
            yield Mutant(name, number, title, line, column, before, after, reading, verdict, by)

    def _called(self, path: Path) -> tuple[str, str]:
        """The number and title of the item or section that a path leads into; of the whole its title alone."""
        numbers = [step for step in path[1:ITEM:2] if isinstance(step, int)] if path[0] == "sections" else []
        holder = at(self._data, path[: 2 * len(numbers)])
        return ".".join(str(number + 1) for number in numbers), holder["title"]

    def _above(self, changed: ChangedRubric) -> tuple[Verdict, str]:
        rubric = self._soundness.whole(changed.data)
        if rubric is None:
            return REFUSED
        return ("same", "") if rubric == self._rubric else self._noticed(changed, self._near)

    def _of_items(self, changed: ChangedRubric) -> tuple[Verdict, str]:
        """What can't score is no rubric; what nobody notices is none either if `validate` would have told of it."""
        path, found = changed.change.item, changed.item(changed.change.choices)
        if found is None:
            return REFUSED
        if self._same(changed):
            return "same", ""
        verdict = self._noticed(changed, [path])
        item, fits = found
        doubted = verdict[0] == "survived" and not (fits and self._soundness.keeps_its_word(item))
        return REFUSED if doubted else verdict

    def _same(self, changed: ChangedRubric) -> bool:
        """Whether it means what it meant before, as the item is read now and in each other way, one at a time."""
        change = changed.change
        ways = [change.choices] if change.reading else [{}, *self._alternatives(change.item)]
        return all(self._means(changed.item(one)) == self._meant(change.item, one) for one in ways)

    def _alternatives(self, path: Path) -> Iterator[Choices]:
        item = at(self._data, path)["id"]
        readings = next(one for _, one in self._rubric.items() if one.id == item).readings()
        for name, reading in readings:
            yield from ({name: option} for option in reading.options if option != reading.chosen)

    def _means(self, found: tuple[Item, bool] | None) -> Meaning | None:
        if found is None:
            return None
        accounts = self._soundness.accounts(found[0])
        return meaning(accounts, self._soundness.facts, rescaled=self._rubric.rescale is not None)

    def _meant(self, path: Path, choices: Choices) -> Meaning | None:
        key = path, str(choices)
        if key not in self._meanings:
            self._meanings[key] = self._means(self._soundness.item(self._data, path, choices))
        return self._meanings[key]

    def _noticed(self, changed: ChangedRubric, near: Iterable[Path]) -> tuple[Verdict, str]:
        """By the cases of items alone, which take no time, then by those that need the whole."""
        change = changed.change
        alone = [(path, case) for path in near for case in self._near.get(path, ())]
        for path, case in (*alone, *(((), case) for case in self._far)):
            if change.reading and case.readings.get(change.reading) != change.option:
                continue
            scorer = changed.scorer(case.readings, self._language, path)
            if scorer is not None and not _passes(case, scorer):
                return "noticed", case.name
        return "survived", ""


def _exact(points: Between) -> bool:
    return points.low is not None and points.low == points.high


def _passes(case: Case, scorer: Scorer) -> bool:
    """Whether it agrees; scores are had much sooner than their reasons, and most mutants show in them."""
    expected = case.expected
    try:
        values = read_values(case, scorer)
    except Problems:  # its facts are none of the changed rubric's
        return False
    exact = {item: points.low for item, points in expected.points.items() if _exact(points)}
    scores = scorer.scores(values) if exact else {}
    if any(scores["item", item] != points for item, points in exact.items()):
        return False
    told = expected.rules or expected.above_items or len(exact) < len(expected.points)
    return not told or outcome(case, scorer, values).passed
