"""Every sentence a person reads: code -> Chinese, English."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import Any, Literal

Language = Literal["zh", "en"]
Table = Mapping[str, tuple[str, str]]
_brought: dict[str, tuple[str, str]] = {}
OPTIONAL = {
    "of": ("“{}”：", "“{}”: "),
    "keys": ("；这里可用：{}", "; usable here: {}"),
    "hint": ("，是不是“{}”？", "; did you mean “{}”?"),
    "for nothing": ("没有发生的写 {}，", "write {} if it did not happen, "),
    "where gone": ("，不适用的填“{}”", ", and {} where it does not apply"),
    "before": ("{}，", "{}, "),
    "where read": ("（读作 {} 时）", " (where {} is read)"),
    "in brackets": ("（{}）", " ({})"),
    "leave out": ("；不涉及的，把“{}”从名单里去掉", "; leave “{}” out of the list if it is not concerned"),
    "as a whole": ("；一个都不涉及的，整个“{}”填“不适用”", "; if none is concerned, “{}” as a whole is not applicable"),
    "of item": (" {}", " {}"),
    "and more": ("，另有 {} 个文件也是", ", and so it is with {} more"),
    "mended": ("，请核对；属实的，{}", "; check it and, if it is right, {}"),
    "noted": ("（已说明：{}）", " (explained: {})"),
    "acknowledge": (
        "；核对规则里的数，规则本来不用这个数的，在子项目下写 acknowledge: [{{problem: number-not-in-rule, words: {}, reason: 理由}}]",
        "; check the numbers of the rule, or, if it needs none of this, write in the item acknowledge: [{{problem: number-not-in-rule, words: {}, reason: WHY}}]",
    ),
}
"""What `{nearest:hint}` and the like become where there is something to say, and nothing otherwise."""
KNOWN = ("（作者已知：{}）", " (known to the author: {})")
"""What is said behind a finding that its author has explained."""
CHOICE = "|"
"""`{count:file|files}` is the first word where the count is 1, and the second otherwise."""


def say(code: str, language: Language, **parameters: object) -> str:
    """Fill the sentence `code`; its first word names the table (problem., sheet., command.) it stands in."""
    return _filled(code, language)(parameters)


def said_to_be_known(reason: str, language: Language) -> str:
    """What stands behind a finding where its author has given a reason, and nothing where not."""
    return KNOWN[language == "en"].format(reason) if reason else ""


def told(code: str, language: Language) -> str:
    """The sentence `code` as it stands, empty where there is none."""
    known = code in _brought or code in table(code.partition(".")[0])
    return say(code, language) if known else ""


@cache
def _filled(code: str, language: Language) -> Callable[[Mapping[str, object]], str]:
    """What makes the parameters into a sentence; slower where its words depend on them."""
    return filling((_brought.get(code) or table(code.partition(".")[0])[code])[language == "en"], language)


def filling(sentence: str, language: Language) -> Callable[[Mapping[str, object]], str]:
    """What puts parameters in the blanks of a sentence."""
    specs = [spec for _, _, spec, _ in Formatter().parse(sentence) if spec]
    depends = any(spec in OPTIONAL or CHOICE in spec for spec in specs)
    return _Fitting(sentence, language).fill if depends else sentence.format_map


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


class _Fitting(Formatter):
    """A sentence of which a part is left out when there is nothing to say, or is one word for 1 and another else."""

    def __init__(self, sentence: str, language: Language) -> None:
        self._sentence, self._language = sentence, language
        self._unsaid = {str(name): "" for _, name, spec, _ in self.parse(sentence) if spec in OPTIONAL}

    def fill(self, parameters: Mapping[str, object]) -> str:
        return self.vformat(self._sentence, (), {**self._unsaid, **parameters})

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec in OPTIONAL:
            return OPTIONAL[format_spec][self._language == "en"].format(value) if value else ""
        if CHOICE in format_spec:
            return format_spec.split(CHOICE)[str(value) != "1"]
        return super().format_field(value, format_spec)
