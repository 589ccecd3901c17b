"""The rule cases: every file of tests/rubric/rules is a table of small items, the values of units, and what they score.

A case is an item without its prose: `indicators`, `rules`, `vetoes`, `parameters` as in a rubric, and `rows` of
[values, score] or [values, score, [[due, applied], ...]]. `given` are the values of the parameters; those of `shared`
facts stand in each row under `shared`. `wider` gives the reason why the bounds of a case reach further than its facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import Any

import yaml

from kaohe.formulas.scope import SHARED
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document, read
from kaohe.source.models import validate
from support.folders import TESTS

FOLDER = TESTS / "rubric" / "rules"
ITEM = "it"
WORDS = "甲乙丙丁戊己庚辛"
Row = tuple[Any, ...]


class _Dumper(yaml.CSafeDumper):
    """Writes decimals as they are."""


def _decimal(dumper: yaml.CSafeDumper, value: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:float" if "." in str(value) else "tag:yaml.org,2002:int", str(value)
    )


def _text(dumper: yaml.CSafeDumper, value: str) -> yaml.ScalarNode:
    """A name that some YAML takes for yes or no is quoted."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if value in ("y", "n") else None)


_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(str, _text)


@dataclass(frozen=True, kw_only=True)
class Example:
    """One row of a case: the unit's values, the score and, where it is pinned, the ledger as (due, applied)."""

    values: Mapping[str, Any]
    score: Fraction
    ledger: tuple[tuple[Fraction, Fraction], ...] | None


@dataclass(frozen=True, eq=False)
class Case:
    """A small item and its rows."""

    file: str
    data: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.file}: {self.data['name']}"

    @property
    def wider(self) -> str:
        reason: str = self.data.get("wider", "")
        return reason

    @cached_property
    def document(self) -> Document:
        return rubric_document(self.data)

    @cached_property
    def compiled(self) -> CompiledRubric:
        return CompiledRubric(validate(Rubric, self.document, self.document.data), self.document.sha256)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        return tuple(_example(*row) for row in self.data["rows"])

    def row(self, example: Example) -> Row:
        """The typed facts of one example, read as a unit's file is."""
        return read_row(self.compiled, example.values, self.data.get("given", {}))


def _example(values: Mapping[str, Any], score: Any, ledger: Any = None) -> Example:
    lines = None if ledger is None else tuple((_number(due), _number(applied)) for due, applied in ledger)
    return Example(values=values, score=_number(score), ledger=lines)


def _number(raw: Any) -> Fraction:
    """A decimal, or a quotient as text."""
    return Fraction(str(raw))


def document(data: Mapping[str, Any], path: str = "case.yaml") -> Document:
    """Plain data as the file that would hold them."""
    return read(path, yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False).encode())


def rubric_document(case: Mapping[str, Any]) -> Document:
    """The rubric whose only item is the case; its clauses are single words, its method their list."""
    rules, vetoes = case["rules"], case.get("vetoes", [])
    points = sum((Decimal(rule["points"]) for rule in rules if rule.get("counts", True)), Decimal(0))
    words = WORDS[: len(rules) + len(vetoes)]
    item = {
        "id": ITEM,
        "title": "子项目",
        "points": points,
        "target": "目标",
        "method": "；".join(words),
        "indicators": case["indicators"],
        "rules": [{"clause": word, **rule} for word, rule in zip(words, rules, strict=False)],
        "vetoes": [{"clause": word, **veto} for word, veto in zip(words[len(rules) :], vetoes, strict=True)],
    }
    section = {"id": "section", "title": "项目", "points": points, "items": [item]}
    head = {"kaohe": 1, "id": "case", "title": "表", "points": points, "stages": {"self": "自评分"}}
    common = {key: case.get(key, {}) for key in ("parameters", "shared")}
    return document({**head, **common, "sections": [section]})


def read_row(compiled: CompiledRubric, values: Mapping[str, Any], parameters: Mapping[str, Any]) -> Row:
    """What the values' reader makes of a unit's facts."""
    own = {name: value for name, value in values.items() if name != SHARED}
    facts = {**({SHARED: values[SHARED]} if SHARED in values else {}), ITEM: own}
    data = {"rubric": "case", "unit": "甲市", "year": 2012, "indicators": facts, "parameters": dict(parameters)}
    return compiled.reader.read(document(data)).row


@cache
def files() -> Mapping[str, Mapping[str, Any]]:
    """Every case file by its stem."""
    return {path.stem: read(str(path)).data for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def cases() -> tuple[Case, ...]:
    return tuple(Case(stem, data) for stem, content in files().items() for data in content["cases"])
