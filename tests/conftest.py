"""What all tests share: `pytest --record` writes the pinned texts anew, to be read in the diff."""

import gc
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from unittest.mock import patch

import pytest

from kaohe.authoring import entry_forms
from kaohe.scoring.columns import programs
from kaohe.stages import prepared_rubrics
from support.compiled_once import columns, compiled_by, live_forms, scorer_by
from support.rendered.printing import Office
from support.rounds import profiles

SELDOM = 200_000
"""So many objects are made before any are looked through, as in a run of kaohe."""

profiles()
gc.set_threshold(SELDOM)


def pytest_collection_finish() -> None:
    """What all tests have stays to the end: it is looked through no more."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write pinned texts instead of comparing them")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session", autouse=True)
def _rubrics_made_ready_once() -> Iterator[None]:
    """Most runs are of the same few; a process of its own, of which there are some, has nothing ready."""
    with (
        patch.object(prepared_rubrics, "scorer_by", scorer_by),
        patch.object(prepared_rubrics, "compiled_by", compiled_by),
        patch.object(entry_forms, "LiveForms", live_forms),
        patch.object(programs, "program", columns),
    ):
        yield


@pytest.fixture(autouse=True)
def _no_lines_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run says is pinned, on machines that are slow as well."""
    monkeypatch.setattr("kaohe.cli.progress.BETWEEN", inf)


@pytest.fixture
def pinned(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the one pinned in a file, or pins it under `--record`."""
    record = request.config.getoption("--record")

    def compare(path: Path, text: str) -> None:
        if record:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"{path.name}: read the diff, then pytest --record"

    return compare
