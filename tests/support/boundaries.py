"""Boundary cases of rubrics that stand in files or in tests."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.authoring.cases.boundaries import BoundaryCase, BoundaryCases, boundary_cases
from kaohe.authoring.cases.case_reader import CasesFile, read_cases
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.render.cases import cases_yaml
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.stages.prepared_rubrics import PreparedRubrics, scorer_by

HEAD = """\
kaohe: 1
id: made
title: 例
points: {points}
stages: {{self: 自评分}}
{more}
sections:
- id: part
  title: 部分
  points: {points}
  items:
  - id: item
    title: 子项
    points: {points}
    target: 目标
    method: {method}
"""


def rubric(item: str, *, points: str = "10", method: str = "办法", more: str = "") -> Document:
    """A rubric of one item: `item` is the rest of it, with its indicators and rules."""
    text = HEAD.format(points=points, method=method, more=more)
    text += "".join(f"    {line}\n" if line else "\n" for line in item.splitlines())
    return source.read("made.yaml", text.encode())


def of(document: Document, language: Language = "zh", items: Sequence[int] | None = None) -> BoundaryCases:
    """Those of all items, or of some by their places on the form."""

    @cache
    def made(readings: tuple[tuple[str, str], ...]) -> Scorer:
        return scorer_by(document, dict(readings), language)

    def scorer_of(readings: Mapping[str, str]) -> Scorer:
        return made(tuple(sorted(readings.items())))

    return boundary_cases(scorer_of, language, items=items)


@cache
def of_file(path: Path, language: Language = "zh", items: tuple[int, ...] | None = None) -> BoundaryCases:
    """Found once for all tests of a file: it takes seconds."""
    return of(rubric_files.sound(path), language, items)


def read_back(found: BoundaryCases, path: Path, folder: Path) -> CasesFile:
    """The same cases as they are read from a file of them."""
    text = cases_yaml.text({"rubric": str(path.resolve()), **found.head}, [one.raw for one in found.cases])
    file = folder / "made.cases.yaml"
    file.write_text(text, encoding="utf-8")
    return read_cases(source.read(str(file)), PreparedRubrics("zh", {}))


def scores(found: BoundaryCases, fact: str, field: str = "") -> dict[Any, str]:
    """What the item has for each value of a fact, or of a field of it, that its cases alone differ in."""
    first = found.cases[0].raw["facts"]
    told = {}
    for one in found.cases:
        facts = one.raw.get("facts", {})
        if (
            one.reading
            or "item" not in one.raw
            or any(facts.get(name) != first[name] for name in first if name != fact)
        ):
            continue
        told[_value(facts.get(fact), field)] = points(one)
    return told


def _value(raw: Any, field: str) -> Any:
    value = raw.get(field) if field and isinstance(raw, dict) else raw
    return str(value) if isinstance(value, dict | list) else value


def points(one: BoundaryCase) -> str:
    if one.points.score is not None:
        return str(one.points.score)
    return f"{one.points.low}..{one.points.high}"
