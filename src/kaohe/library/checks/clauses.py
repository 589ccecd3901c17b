"""The words of the method: all of them stand in a clause."""

import re
from collections.abc import Iterator

from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric, Section

SEPARATORS = re.compile(r"[\s。；;，,、.]*")


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        yield from check_item(place, item, path)
        for number, above in enumerate(item.scored_above):
            holders_above: list[Section | Rubric] = [rubric, *rubric.sections]
            if not any(_has(one, above.by) for one in holders_above):
                where = (*path, "scored_above", number, "by")
                yield place.problem("nothing-scores-above", where, {"by": above.by})


def _has(one: Section | Rubric, key: str) -> bool:
    """Whether a section or the whole says anything under a key; facts over all units may stand anywhere."""
    return key == "peers" or bool(getattr(one, key, None))


def _clauses(item: Item, path: Path) -> list[tuple[str, Path]]:
    """Every clause of an item with its path."""
    scoring = [(holder.clause, (*where, "clause")) for holder, where in holders(item, path)]
    silent = [(one.clause, (*path, "non_scoring", number, "clause")) for number, one in enumerate(item.non_scoring)]
    above = [(one.clause, (*path, "scored_above", number, "clause")) for number, one in enumerate(item.scored_above)]
    left = [(one.clause, (*path, "todo", number, "clause")) for number, one in enumerate(item.todo)]
    return [*scoring, *silent, *above, *left]


def check_item(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    """Clauses taken from the front, longest first at each place, must use up the method."""
    waiting = sorted(_clauses(item, path), key=lambda clause: -len(clause[0]))
    method, start = item.method, 0
    orphan = ""
    while start < len(method):
        fitting = next((clause for clause in waiting if method.startswith(clause[0], start)), None)
        if fitting:
            yield from _orphan(place, item, path, orphan)
            orphan = ""
            waiting.remove(fitting)
            start += len(fitting[0])
        else:
            orphan += method[start]
            start += 1
    yield from _orphan(place, item, path, orphan)
    for clause, where in waiting:
        if "todo" in where:  # a doubt about a clause that has a rule, or about what stands in another column
            continue
        code = "clause-twice" if clause in method else "clause-not-in-method"
        yield place.problem(code, where, {"clause": clause, "title": item.title})


def _orphan(place: Place, item: Item, path: Path, words: str) -> Iterator[Problem]:
    if not SEPARATORS.fullmatch(words):
        yield place.problem(
            "orphan-words", (*path, "method"), {"title": item.title, "words": words.strip("。；;，, \n")}
        )
