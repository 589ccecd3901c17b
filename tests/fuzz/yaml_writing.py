"""Plain data as YAML, quickly, and with what no writer of YAML would write: keys said twice, scalars as they stand."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

WIDE = 100
"""What is longer does not stand on one line."""
AGAIN = "\0"
"""Ends a key that is written like another one of its mapping."""
PLAIN = re.compile(r"[a-z\u4e00-\u9fff][\w.]*|-?(0|[1-9]\d*)(\.\d+)?%|\d{4}-\d\d(-\d\d)?")
WORDS = frozenset(("yes", "no", "on", "off", "y", "n", "true", "false", "null"))


class Verbatim(str):
    """A scalar that is written without quotes whatever it is: `1e5`, `yes`, `&a 5`."""

    __slots__ = ()


def as_yaml(data: Any) -> str:
    """What is a text already stays as it is."""
    if isinstance(data, str):
        return data
    return "".join(_lines(data, "")) if isinstance(data, dict) else f"{flow(data)}\n"


def flow(data: Any) -> str:
    """The data on one line."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{_key(key)}: {flow(one)}' for key, one in data.items())}}}"
    if isinstance(data, list | tuple):
        return f"[{', '.join(map(flow, data))}]"
    return scalar(data)


def scalar(value: Any) -> str:
    if isinstance(value, Verbatim):
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str):
        plain = PLAIN.fullmatch(value) and value not in WORDS
        return value if plain else json.dumps(value, ensure_ascii=False)
    return str(value)


def _lines(data: dict[str, Any], margin: str) -> Iterator[str]:
    for key, value in data.items():
        short = flow(value)
        listed = isinstance(value, list) and value and all(isinstance(one, dict) and one for one in value)
        if len(short) <= WIDE or not (isinstance(value, dict) or listed):
            yield f"{margin}{_key(key)}: {short}\n"
        elif isinstance(value, dict):
            yield f"{margin}{_key(key)}:\n"
            yield from _lines(value, f"{margin}  ")
        else:
            yield f"{margin}{_key(key)}:\n"
            for one in value:
                yield from _entry(one, f"{margin}  ")


def _entry(data: dict[str, Any], margin: str) -> Iterator[str]:
    """A mapping that is one of a list."""
    lines = list(_lines(data, f"{margin}  "))
    yield f"{margin}- {lines[0][len(margin) + 2 :]}"
    yield from lines[1:]


def _key(key: Any) -> str:
    return scalar(key.rstrip(AGAIN) if isinstance(key, str) and not isinstance(key, Verbatim) else key)
