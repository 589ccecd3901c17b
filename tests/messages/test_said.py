"""Every sentence is said somewhere in the sources, and every sentence that they name is there."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kaohe
from kaohe.messages import table, tables

ROOT = Path(kaohe.__file__).parent
ANYWHERE = (ROOT / "results", ROOT / "render" / "words", ROOT / "formulas" / "kinds.py")
"""Kinds, states and names of tables that are parts of codes in other rooms."""
GROUP = re.compile(r"\(\?P<(\w+)>")
OPEN = "(.+)"


@dataclass(frozen=True)
class Source:
    """A file, its texts, also the groups of its regular expressions, and patterns of texts that it puts together."""

    path: Path
    tree: ast.Module
    texts: frozenset[str]
    patterns: frozenset[str]


@cache
def sources() -> tuple[Source, ...]:
    return tuple(read(path) for path in sorted(ROOT.rglob("*.py")) if ROOT / "messages" not in path.parents)


def read(path: Path) -> Source:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts, patterns = set[str](), set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(text)):
                texts |= {text, *(name.replace("_", "-") for name in GROUP.findall(text))}
            case ast.JoinedStr(values):
                parts = (one.value if isinstance(one, ast.Constant) else None for one in values)
                patterns.add("".join(OPEN if part is None else re.escape(str(part)) for part in parts))
            case ast.AugAssign(value=ast.Constant(str(text))):
                patterns.add(OPEN + re.escape(text))
    return Source(path, tree, frozenset(texts), frozenset(patterns))


@cache
def all_texts() -> frozenset[str]:
    return frozenset(text for one in sources() for text in one.texts)


def in_question(name: str) -> list[str]:
    """The codes of a table, but for those that are names of other things, for which tests of their own look.

    Most of the schema's are models and keys, and the whys are of problems.
    """
    if name == "why":
        return []
    return [code for code in table(name) if name != "schema" or code.startswith("schema.values")]


@pytest.mark.parametrize("name", tables())
def test_every_sentence_is_said(name: str) -> None:
    """Its code stands in the sources, or its parts do, in or below a folder where such codes are put together."""
    prefix = f"{name}."
    folders = {one.path.parent for one in sources() if any(p.startswith(re.escape(prefix)) for p in one.patterns)}
    near = [one for one in sources() if not folders.union(ANYWHERE).isdisjoint({one.path, *one.path.parents})]
    texts = {text for one in near for text in one.texts}
    patterns = {one for source in near for one in source.patterns if len(one.replace(OPEN, "")) > 2}
    patterns.discard(re.escape(prefix) + OPEN)
    compiled = [re.compile(one) for one in patterns]

    def put_together(text: str) -> bool:
        found = (one.fullmatch(text) for one in compiled)
        return any(set(one.groups()) <= all_texts() for one in found if one)

    unsaid = [code for code in in_question(name) if code not in all_texts() and code.removeprefix(prefix) not in texts]
    assert [code for code in unsaid if not put_together(code) and not put_together(code.removeprefix(prefix))] == []


def test_every_code_is_that_of_a_sentence() -> None:
    codes = re.compile(rf"({'|'.join(tables())})\.[\w-]*[a-z]")
    named = {text for text in all_texts() if codes.fullmatch(text)} - {"report.css", "report.js"}
    assert {code for code in named if code not in table(code.partition(".")[0])} == set()


def test_every_problem_has_a_sentence() -> None:
    """What is first given to a class of findings, or to a method that adds one, is the code of a problem."""
    nodes = [node for source in sources() for node in ast.walk(source.tree)]
    findings = {node.name for node in nodes if isinstance(node, ast.ClassDef) and is_finding(node)}
    takers = {"add", "stop", "tell"} | findings
    assert takers >= {"Problem", "Unusable", "Unreadable", "Finding"}
    codes = set[str]()
    for node in nodes:
        match node:
            case ast.Call(ast.Name(name) | ast.Attribute(attr=name), [first, *_]) if name in takers:
                chosen = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                codes |= {one.value for one in chosen if isinstance(one, ast.Constant) if isinstance(one.value, str)}
    assert len(codes) > 100
    assert {code for code in codes if f"problem.{code}" not in table("problem")} == set()


def is_finding(class_: ast.ClassDef) -> bool:
    """Whether the first thing that makes one of the class is a code."""
    for node in class_.body:
        match node:
            case ast.AnnAssign(ast.Name(name)):
                return name == "code"
            case ast.FunctionDef("__init__", ast.arguments(args=[_, first, *_])):
                return first.arg == "code"
    return False
