"""A rubric's data as YAML in the style of rubrics that are written by hand: short mappings on one line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kaohe.render import submission_yaml
from kaohe.render.terminal.line_wrapping import tidy

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`~+.=<“”‘’"
"""Signs that mean something to YAML at the start of a text, or are taken for such by mistake."""
_WORDS = re.compile(r"(true|false|null|yes|no|on|off|y|n)", re.IGNORECASE)
_IN_BLOCK = re.compile(r": |:$| #|[\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]")
_IN_FLOW = re.compile(r"[,\[\]{}:#\"']")
BLOCKS = ("sections", "items", "rules", "vetoes", "readings")
"""Lists of which each entry takes lines of its own."""
LINES = ("indicators", "parameters", "options")
"""Mappings of which each entry takes one line."""
INDENT = "  "


def text(data: Mapping[str, Any], comments: Sequence[str]) -> str:
    """The file, with comments above it and above its items; the keys come in the order of the data."""
    head = [f"# {tidy(one)}" for one in (*comments, *data.get("comments", ()))]
    return "\n".join([*head, *_block(data, "", ()), ""])


def _block(data: Mapping[str, Any], indent: str, number: tuple[int, ...]) -> Iterator[str]:
    """A mapping in lines; `number` counts the section and the item that it is in."""
    for key, value in data.items():
        if key == "comments":
            continue
        if key in BLOCKS:
            yield from _list(key, value, indent, number)
        elif key in LINES:
            yield f"{indent}{key}:"
            yield from (f"{indent}{INDENT}{_name(name)}: {flow(one)}" for name, one in value.items())
        elif key in ("todo", "non_scoring", "acknowledge"):
            yield f"{indent}{key}:"
            yield from (f"{indent}{INDENT}- {flow(one)}" for one in value)
        else:
            yield f"{indent}{key}: {flow(value) if isinstance(value, Mapping | list) else _scalar(value)}"


def _list(key: str, values: Sequence[Mapping[str, Any]], indent: str, number: tuple[int, ...]) -> Iterator[str]:
    if key == "sections":
        yield ""
    yield f"{indent}{key}:"
    for place, one in enumerate(values, 1):
        inside = (*number, place) if key in ("sections", "items") else number
        if key in ("sections", "items") and place > 1:
            yield ""
        if key == "items":
            yield f"{indent}{INDENT}# {'.'.join(map(str, inside))}"
            yield from (f"{indent}{INDENT}# {tidy(said)}" for said in one.get("comments", ()))
        first, *rest = _block(one, f"{indent}{INDENT}{INDENT}", inside)
        yield f"{indent}{INDENT}- {first.lstrip()}"
        yield from rest


def _name(key: str) -> str:
    """A place in a list is written as a number; keys are texts all the same."""
    return key if key.isdecimal() or submission_yaml.quoted(key) == key else submission_yaml.quoted(key)


def _scalar(value: Any) -> str:
    """A value that has a line to itself."""
    if isinstance(value, str) and _meant(value) and not _IN_BLOCK.search(value):
        return value
    return submission_yaml.flow(value)


def _meant(value: str) -> bool:
    """Whether a text is no sign, number or word of YAML's own."""
    starts = value[:1]
    return bool(starts) and not (
        starts in _INDICATORS
        or starts.isspace()
        or value[-1].isspace()
        or starts.isdecimal()
        or _WORDS.fullmatch(value)
    )


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_name(key)}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, str) and _meant(value) and not _IN_FLOW.search(value) and not _IN_BLOCK.search(value):
        return value
    return submission_yaml.flow(value)
