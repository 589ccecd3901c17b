"""What an output is made of, its texts aside: it must be the same whatever people have written in them."""

import csv
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import sqlglot
import yaml
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from openpyxl.formula import Tokenizer

from support.html_reader import read as read_html

Made = Counter[Any]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
NUMBER = re.compile(r"[+-]?[\d.]+%?")
FORBIDDEN_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)', re.IGNORECASE)


def made_of(name: str, content: bytes) -> Made:
    """The parts of one output, by the kind of file that it is."""
    return KINDS.get(PurePosixPath(name).suffix, _plain)(content)


def names_windows_refuses(paths: Iterator[PurePosixPath]) -> list[str]:
    return [part for path in paths for part in path.parts if FORBIDDEN_NAME.search(part)]


def obeyed(text: str) -> list[str]:
    """What a terminal would obey, or what would show a text otherwise than it is."""
    return [one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") and one not in "\n\r\t\ufeff"]


def _plain(content: bytes) -> Made:
    assert obeyed(content.decode()) == []
    return Counter()


def _markdown(content: bytes) -> Made:
    tokens = MARKDOWN.parse(content.decode())
    every = [*tokens, *(inner for one in tokens for inner in one.children or ())]
    assert {one.content for one in every if one.type.startswith("html")} <= {"<br>"}
    return Counter(
        (one.type, one.markup) for one in every if one.type not in ("text", "softbreak", "html_inline", "text_special")
    )


def _html(content: bytes) -> Made:
    nodes = read_html(content).walk()
    scripts = [one.text for one in nodes if one.tag == "script" and one.attributes.get("type") != "application/json"]
    links = [one.attributes.get(name, "#") for one in nodes for name in ("href", "src")]
    assert [link for link in links if not link.startswith(("#", "data:")) and ":" in link] == []
    return Counter([*scripts, *((one.tag, *sorted(one.attributes)) for one in nodes if one.tag not in ("br", "small"))])


def _csv(content: bytes) -> Made:
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert [one for row in rows for one in row if one.startswith(FORMULA) and not NUMBER.fullmatch(one)] == []
    return Counter(map(len, rows))


def _json(content: bytes) -> Made:
    assert obeyed(content.decode()) == []
    return Counter(_keys(json.loads(content)))


def _yaml(content: bytes) -> Made:
    assert obeyed(content.decode()) == []
    return Counter(_keys(yaml.safe_load(content)))


def _keys(data: Any) -> Iterator[tuple[str, ...]]:
    """The kinds of all values, and which keys those have that are words of ours."""
    yield (
        type(data).__name__,
        *(sorted(key for key in map(str, data) if key.isascii() and key.isalpha()) if isinstance(data, dict) else ()),
    )
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _keys(one)


def _sql(content: bytes) -> Made:
    (query,) = sqlglot.parse(content.decode(), dialect="duckdb")
    assert query is not None
    return Counter(type(one).__name__ for one in query.walk())


def _xlsx(content: bytes) -> Made:
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            assert "externalLink" not in name
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314 - made by kaohe
            assert b'TargetMode="External"' not in parts.read(name) or not name.endswith(".rels")
    book = load_workbook(BytesIO(content))
    formulas = [cell.value for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    checks = [
        one for page in book for rule in page.data_validations.dataValidation for one in (rule.formula1, rule.formula2)
    ]
    shaded = [
        one for page in book for group in page.conditional_formatting for rule in group.rules for one in rule.formula
    ]
    return Counter(_called(map(str, formulas))) + Counter(_called(f"={one}" for one in (*checks, *shaded) if one))


def _called(formulas: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The functions and operators of formulas, and the kinds of what they work on."""
    for formula in formulas:
        for token in Tokenizer(formula).items:
            yield (
                token.type,
                token.subtype
                if token.type == "OPERAND"
                else token.value.strip()
                if token.type != "WHITE-SPACE"
                else "",
            )


def _xml(content: bytes) -> Made:
    return Counter((one.tag, *sorted(one.attrib)) for one in ET.fromstring(content).iter())  # noqa: S314 - made by kaohe


def _github(content: bytes) -> Made:
    return Counter(line.partition(" ")[0] if line.startswith("::") else "" for line in content.decode().splitlines())


KINDS: Mapping[str, Callable[[bytes], Made]] = {
    ".md": _markdown,
    ".html": _html,
    ".csv": _csv,
    ".json": _json,
    ".yaml": _yaml,
    ".sql": _sql,
    ".xlsx": _xlsx,
    ".xml": _xml,
    ".github": _github,
}
