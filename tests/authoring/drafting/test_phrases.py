"""Every clause of the corpus is drafted as expected, or left to do."""

from pathlib import Path
from typing import Any

import pytest

from authoring.drafting.summaries import draft_of
from kaohe.source import read
from support.rounds import share

FILES = sorted(Path(__file__).parent.glob("phrases*.yaml"))
CORPUS: list[dict[str, Any]] = [group for path in FILES for group in read(str(path)).data["groups"]]
PHRASES: list[str] = [method for group in CORPUS for method in group["phrases"]]
CASES = [(one["expect"], str(one["points"]), method) for one in CORPUS for method in share(one["phrases"], of=3)]
"""Some of every group, the first of each among them."""


@pytest.mark.parametrize(("expected", "points", "method"), CASES, ids=[method for _, _, method in CASES])
def test_phrase(expected: str, points: str, method: str) -> None:
    found = draft_of(method, points)
    if expected == "todo":
        assert set(found.split("; ")) == {"todo"}
    else:
        assert found == expected


def test_corpus_is_wide() -> None:
    assert len({*PHRASES}) == len(PHRASES) > 300
