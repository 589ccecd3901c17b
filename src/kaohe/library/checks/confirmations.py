"""An item that somebody confirmed, and whose official text has changed since, is to be gone over again."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.library.checks.positions import Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        if item.confirmed is not None and item.waits:
            told = {"title": item.title, "by": item.confirmed.by, "on": item.confirmed.on, "digest": item.digest}
            found = place.problem("text-not-confirmed", (*path, "confirmed", "text"), told)
            yield replace(found, severity="warning")
