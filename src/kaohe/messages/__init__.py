"""Every sentence a person reads: code -> Chinese, English."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import Any, Literal

Language = Literal["zh", "en"]
Table = Mapping[str, tuple[str, str]]
_brought: dict[str, tuple[str, str]] = {}
OPTIONAL = {
    "hint": ("，是不是“{}”？", "; did you mean “{}”?"),
    "because": ("（作者已知：{}）", " (known to the author: {})"),
}
"""What `{nearest:hint}` and `{reason:because}` become where there is something to say, and nothing otherwise."""


def say(code: str, language: Language, **parameters: object) -> str:
    """Fill the sentence `code`; its first word names the table (problem., sheet., command.) it stands in."""
    sentence, optional = _sentence(code, language)
    return optional.vformat(sentence, (), parameters) if optional else sentence.format_map(parameters)


def told(code: str, language: Language) -> str:
    """The sentence `code` as it stands, empty where there is none."""
    known = code in _brought or code in table(code.partition(".")[0])
    return say(code, language) if known else ""


@cache
def _sentence(code: str, language: Language) -> tuple[str, "_Optional | None"]:
    """A sentence, and what fills it where a part of it may be left out."""
    sentence = (_brought.get(code) or table(code.partition(".")[0])[code])[language == "en"]
    has_parts = any(f":{name}}}" in sentence for name in OPTIONAL)
    return sentence, _Optional(language) if has_parts else None


def bring(sentences: Table) -> None:
    """Add the sentences that a rule type brings with it, under codes of its own."""
    _brought.update(sentences)


@cache
def table(name: str) -> Table:
    """One table of sentences, imported only when one of its sentences is wanted; a large one is a folder of files."""
    whole = import_module(f"{__name__}.{name}_words")
    parts = [import_module(f"{whole.__name__}.{one.name}") for one in iter_modules(getattr(whole, "__path__", ()))]
    return {code: pair for part in parts or [whole] for code, pair in part.SENTENCES.items()}


def tables() -> tuple[str, ...]:
    """The names of all tables."""
    return tuple(one.name.removesuffix("_words") for one in iter_modules(__path__) if one.name.endswith("_words"))


class _Optional(Formatter):
    """Fills sentences of which a part is left out when there is nothing to say."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: Any, args: Any, kwargs: Any) -> Any:
        return kwargs.get(key, "") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec in OPTIONAL:
            return OPTIONAL[format_spec][self._language == "en"].format(value) if value else ""
        return super().format_field(value, format_spec)
