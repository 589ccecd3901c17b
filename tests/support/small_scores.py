"""A small rubric and a unit's facts -> its sheet, in either language."""

from collections.abc import Mapping
from typing import Any

from kaohe.messages import Language
from kaohe.results.sheet import LedgerLine, Sheet
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import validate
from kaohe.submission.reader import Values
from support.rule_cases import document
from support.small_rubric import item, rubric


def compiled_from(written: Document) -> CompiledRubric:
    return CompiledRubric(validate(Rubric, written, written.data), written.sha256)


def values_of(compiled: CompiledRubric, facts: Mapping[str, Any]) -> Values:
    return compiled.reader.read(document({"rubric": "small", "unit": "甲市", "indicators": dict(facts)}))


def sheet_of(written: Document, facts: Mapping[str, Any], language: Language = "zh") -> Sheet:
    """What a unit with these facts, by item, gets."""
    compiled = compiled_from(written)
    return Scorer(compiled, language).score(values_of(compiled, facts))


def item_lines(facts: Mapping[str, Any], language: Language = "zh", **fields: Any) -> tuple[LedgerLine, ...]:
    """The ledger of a rubric's only item, which has these fields."""
    sheet = sheet_of(rubric([item(**fields)]), {"item": dict(facts)}, language)
    return sheet.sections[0].items[0].ledger


def item_reasons(facts: Mapping[str, Any], language: Language = "zh", **fields: Any) -> list[str]:
    """Why it lost or gained, line by line."""
    return [line.why for line in item_lines(facts, language, **fields)]
