"""The documents for those who work on kaohe: rooms, paths, links and words in them are those of the code."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaohe.submission.amendment_reader import CHANGE_KEYS, KEYS
from support.folders import TOP

CODE = TOP / "src" / "kaohe"
PAGES = ("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
NO_ROOMS = {"__init__.py", "locale"}
"""The package itself, and a folder of typer's words without any code."""
STANDS_FOR_A_NAME = re.compile(r"NAME|your_type|code\.yaml")


def page(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def rooms() -> dict[str, str]:
    """The rooms in the order of the page, from the ground up, each with its sentence."""
    return dict(re.findall(r"^- `([\w.]+)/?` (.*)$", page("ARCHITECTURE.md"), re.MULTILINE))


def first_line(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring, module
    return docstring.splitlines()[0]


def test_every_room_is_named() -> None:
    there = {path.name for path in CODE.iterdir() if path.suffix == ".py" or (path.is_dir() and path.name[0] != "_")}
    assert rooms().keys() == there - NO_ROOMS


@pytest.mark.parametrize(("room", "sentence"), rooms().items(), ids=rooms())
def test_a_room_says_what_it_is_in_the_same_words(room: str, sentence: str) -> None:
    path = CODE / room
    assert first_line(path if path.is_file() else path / "__init__.py") == sentence


def test_the_linter_keeps_the_same_order() -> None:
    contracts: Any = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (layers,) = [one["layers"] for one in contracts if one["type"] == "layers"]
    order = [room.strip() for layer in layers for room in layer.split("|")]
    assert [room.removesuffix(".py") for room in rooms()] == order[::-1]


def paths(name: str) -> set[str]:
    """What stands in backticks and looks like a path."""
    found = re.findall(r"`([\w./-]+(?:\.(?:py|yaml|md)|/))`", page(name))
    return {one for one in found if not STANDS_FOR_A_NAME.search(one)}


@pytest.mark.parametrize(("name", "base"), [("ARCHITECTURE.md", CODE), ("CONTRIBUTING.md", TOP)])
def test_every_path_is_there(name: str, base: Path) -> None:
    assert len(paths(name)) > 20
    assert {one for one in paths(name) if not (base / one).exists()} == set()


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page(name))
    assert [one for one in targets if not (TOP / one).exists()] == []


def words() -> list[Any]:
    """The rows of the glossary: Chinese, word, keys, class, file."""
    lines = [line for line in page("docs/glossary.md").splitlines() if line.startswith("| ") and "中文" not in line]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [pytest.param(*row[2:], id=row[1]) for row in rows]


@pytest.mark.parametrize(("keys", "name", "file"), words())
def test_a_word_is_a_class_and_a_key(keys: str, name: str, file: str) -> None:
    module = ast.parse((CODE / file.strip("`")).read_text(encoding="utf-8"))
    assert name.strip("`") in {node.name for node in module.body if isinstance(node, ast.ClassDef)}
    assert set(re.findall(r"`(\w+)`", keys)) <= known_keys()


def known_keys() -> set[str]:
    """What may be written in rubrics and in units' files of any stage."""
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (TOP / "rubrics").glob("*.schema.json")]
    return {*KEYS, *CHANGE_KEYS, *(key for schema in schemas for key in _keys(schema))}


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _keys(part)
