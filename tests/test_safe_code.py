"""What kaohe's code never does: reach the network, run a program, make code or objects of what stands in a file."""

import ast
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.audited import watched
from support.folders import TOP

SOURCE = TOP / "src" / "kaohe"
SECURITY = (TOP / "SECURITY.md").read_text(encoding="utf-8")
CALLS = frozenset(("eval", "exec", "compile", "__import__", "breakpoint", "input"))
MODULES = re.compile(
    r"(pickle|marshal|shelve|dill|joblib|socket|ssl|socketserver|http|urllib|urllib3|requests|ftplib|smtplib|imaplib"
    r"|telnetlib|xmlrpc|webbrowser|asyncio|subprocess|multiprocessing|ctypes|runpy|code|codeop|imp|importlib)(\.|$)"
)
METHODS = frozenset(
    ("system", "popen", "execv", "execve", "execvp", "spawnl", "spawnv", "posix_spawn", "startfile", "unsafe_load")
)
ALLOWED = {
    "__init__.py": {"importlib.import_module"},
    "backends/exact.py": {"exec"},
    "backends/excel/python_code.py": {"exec"},
    "cli/commands/lsp.py": {"importlib.util.find_spec"},
    "cli/folder/worker_processes.py": {"multiprocessing", "multiprocessing.get_context"},
    "cli/table_options.py": {"importlib.util.find_spec"},
    "cli/typer_values.py": {"importlib.import_module"},
    "editor/server/checking.py": {"asyncio", "urllib.parse.unquote"},
    "messages/__init__.py": {"importlib.import_module"},
    "messages/problem_topics.py": {"importlib.import_module"},
    "render/finding_identity.py": {"urllib.parse.quote"},
    "render/html/document.py": {"importlib.resources.files"},
    "rubric/rules/__init__.py": {"importlib.import_module"},
    "tables/engines/duckdb_engine.py": {"importlib.util.find_spec"},
    "tables/engines/spark_engine.py": {"importlib.util.find_spec"},
}
"""Each with its reason in SECURITY.md, by its name there."""


def found_in(path: Path) -> set[str]:
    return {name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for name in _dangers(node)}


def _dangers(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names if MODULES.match(one.name))
    elif isinstance(node, ast.ImportFrom) and node.module and MODULES.match(node.module):
        yield from (f"{node.module}.{one.name}" for one in node.names)
    elif isinstance(node, ast.Name) and node.id in CALLS:
        yield node.id
    elif isinstance(node, ast.Attribute) and node.attr in METHODS:
        yield node.attr


def test_what_could_do_harm_stands_where_it_is_listed() -> None:
    every = {path.relative_to(SOURCE).as_posix(): found_in(path) for path in SOURCE.rglob("*.py")}
    assert {name: found for name, found in every.items() if found} == ALLOWED


@pytest.mark.parametrize("name", sorted({one for found in ALLOWED.values() for one in found}))
def test_the_page_says_why_it_is_safe(name: str) -> None:
    assert f"`{name.removesuffix('.get_context')}`" in SECURITY


def test_yaml_is_read_as_events_alone() -> None:
    """No loader that makes objects is named anywhere."""
    texts = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    assert re.findall(r"\byaml\.(?:\w*_)?load\w*\(|\b(?:Full|Unsafe)Loader\b", texts) == []


def test_a_connection_would_be_noticed() -> None:
    """What tests of the commands rely on."""
    with watched() as seen, socket.socket() as one:
        one.bind(("127.0.0.1", 0))
    assert seen[:2] == ["socket.__new__", "socket.bind"]
