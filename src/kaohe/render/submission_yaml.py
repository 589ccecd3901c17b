"""A unit's file as YAML, from its data: exact decimals, every name in words beside it, the same for the same data."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kaohe.render.terminal.line_wrapping import tidy

Path = tuple[str, ...]
Called = Mapping[Path, str]
"""What people call what stands at a path."""
_PLAIN = re.compile(r"[A-Za-z_\u4e00-\u9fff][\w./-]*|\d{4}-\d\d(-\d\d)?|-?\d+(\.\d+)?%")
"""Texts that mean themselves without quotes."""
_WORDS = re.compile(r"(true|false|null|yes|no|on|off|y|n|nan|inf|[\d.]+e\d+)", re.IGNORECASE)
"""Texts that some reader of YAML takes for something else."""
INDENT = "  "


def text(data: Mapping[str, Any], called: Called) -> str:
    """The file; the keys come in the order of the data."""
    return "\n".join([*_Writer(called).mapping(data, ()), ""])


class _Writer:
    """Writes mappings below each other, and what is in one fact beside each other."""

    def __init__(self, called: Called) -> None:
        self._called = called

    def mapping(self, data: Mapping[str, Any], path: Path) -> Iterator[str]:
        indent = INDENT * len(path)
        for place, (key, value) in enumerate(data.items()):
            here = (*path, key)
            called = f"  # {tidy(self._called[here])}" if here in self._called else ""
            if len(path) == 0 and _has_parts(value) and place:
                yield ""
            if not _has_parts(value):
                yield f"{indent}{_name(key)}: {flow(value)}{called}"
                continue
            yield f"{indent}{_name(key)}:{called}"
            yield from self._parts(value, here)

    def _parts(self, value: Any, path: Path) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield from self.mapping(value, path)
            return
        for one in value:
            yield f"{INDENT * len(path)}- {flow(one)}"


def _has_parts(value: Any) -> bool:
    """Whether it takes lines of its own: more than a fact with its fields, or a list of texts."""
    if isinstance(value, Mapping):
        several = any(isinstance(one, Mapping | list | str) and _long(one) for one in value.values())
        return bool(value) and (several or {"old", "new"} <= value.keys() or not _fields(value))
    return isinstance(value, list) and bool(value)


def _fields(value: Mapping[str, Any]) -> bool:
    """Whether all that it has are plain values by the names of fields."""
    return value.keys() <= {"previous", "current", "part", "whole"}


def _long(value: Any) -> bool:
    return isinstance(value, Mapping | list)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{quoted(key)}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _name(key: str) -> str:
    """A key; `on` is one of ours, and no word for yes."""
    return key if key == "on" else quoted(key)


def quoted(value: str) -> str:
    """A text that is read as itself."""
    if _PLAIN.fullmatch(value) and not _WORDS.fullmatch(value):
        return value
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last of four digits
