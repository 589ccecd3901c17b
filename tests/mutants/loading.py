"""A mutant that is loaded from the start, in a process that has not seen kaohe: nothing is written to a file."""

import sys
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from mutants.session import NOT_RUN, QUIET, FirstFailure


class _Changed(SourceFileLoader):
    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - it loads one module alone
        return compile(self._text, self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds one module by its name, with a text that its file does not have."""

    def __init__(self, path: Path, text: str) -> None:
        parts = path.with_suffix("").parts
        self._name = ".".join(parts[parts.index("src") + 1 :]).removesuffix(".__init__")
        self._path, self._text = path, text

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        package = [str(self._path.parent)] if self._path.name == "__init__.py" else None
        loader = _Changed(fullname, str(self._path), self._text)
        return spec_from_file_location(fullname, self._path, loader=loader, submodule_search_locations=package)


class _Chosen(FirstFailure):
    """Runs these tests alone, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._order: Mapping[str, int] = {test: place for place, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = (one for one in items if one.nodeid in self._order)
        items[:] = sorted(chosen, key=lambda one: self._order[one.nodeid])


def run_anew(path: Path, text: str, tests: Sequence[str]) -> int:
    """0 where all tests pass."""
    sys.dont_write_bytecode = True
    sys.meta_path.insert(0, _Finder(path, text))
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    code = pytest.main(["-x", *QUIET, *files], plugins=[_Chosen(tests)])
    return NOT_RUN if code is pytest.ExitCode.NO_TESTS_COLLECTED else int(code is not pytest.ExitCode.OK)
