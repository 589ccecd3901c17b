"""What all tests share: `pytest --record` writes the pinned texts anew, to be read in the diff."""

import gc
from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

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
