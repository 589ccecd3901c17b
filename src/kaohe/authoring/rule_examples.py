"""A few rules with their facts as a rubric of one item: what shows, and tests, what a rule in a document gives."""

import json
import re
from textwrap import indent
from typing import Any

from kaohe import source
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.messages import Language
from kaohe.results.sheet import ItemScore
from kaohe.rubric.model import Rubric
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import construct

ITEM = "item"
_BLOCK = re.compile(r"^(?=\w)", re.MULTILINE)


def of_rule(rule: type[Rule]) -> str:
    """The example of a rule type with its facts, as a snippet."""
    return f"indicators:\n{indent(rule.facts, '  ')}rules:\n{indent(rule.example, '  ')}"


def rubric(snippet: str) -> Document:
    """The rubric around a snippet: YAML with `rules` and what belongs to them (indicators, vetoes, parameters, …).

    The item's points and method follow from its rules. Raises Problems where the snippet is no YAML.
    """
    data: Any = source.read("snippet.yaml", snippet.encode()).data
    points = sum(rule["points"] for rule in data["rules"] if rule.get("counts", True))
    parts = (data.get(key, ()) for key in ("rules", "vetoes", "non_scoring"))
    clauses = [one["clause"] for part in parts for one in part]
    blocks = [block for block in _BLOCK.split(snippet) if block]
    common = [block for block in blocks if block.startswith((PARAMETERS, SHARED))]
    own = [indent(block, " " * 8) for block in blocks if block not in common]
    item = [
        f"      - id: {ITEM}\n        target: 目标",
        f"method: {json.dumps('；'.join(clauses), ensure_ascii=False)}",
    ]
    head = [
        "kaohe: 1\nid: snippet\nstages: {self: 自评分}",
        f"title: 示例\npoints: {points}\n{''.join(common)}sections:",
        f"  - id: section\n    title: 示例\n    points: {points}\n    items:",
        f"{item[0]}\n        {item[1]}\n        title: 示例\n        points: {points}\n{''.join(own)}",
    ]
    return source.read("snippet.yaml", "\n".join(head).encode())


def model(document: Document) -> Rubric:
    """The rubric of a sound document."""
    return construct(Rubric, document.data)


def score(document: Document, given: str, language: Language) -> ItemScore:
    """What the item of such a rubric gives for facts in YAML; raises Problems where they do not fit."""
    compiled = CompiledRubric(model(document), document.sha256)
    text = f"rubric: snippet\nunit: 甲市\nyear: 2011\nindicators:\n  {ITEM}:\n{indent(given, '    ')}"
    values = compiled.reader.read(source.read("given.yaml", text.encode()))
    return Scorer(compiled, language).score(values).sections[0].items[0]
