"""What the rules and vetoes of a rubric do, in plain words, as far as they are written."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from kaohe.editor.known_names import declared, item_path, known_names
from kaohe.editor.outline.parts import Part, Path
from kaohe.expr.tree import Input
from kaohe.formulas.scope import PARAMETERS, SHARED, Scope, UnknownReference
from kaohe.formulas.terms import result
from kaohe.formulas.tokens import Malformed
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.render.explain.rubric_page import words
from kaohe.render.explain.rule_sentences import rule_sentence, veto_sentence
from kaohe.rubric.model import Common, Item, Veto
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.rubric.rules import rule_types
from kaohe.source import Document
from kaohe.source.annotations import Tagged
from kaohe.source.models import validate

ANY_RULE = Annotated[Rule, Tagged(rule_types)]
HOLDERS = ("rules", "vetoes")


@dataclass(frozen=True, slots=True)
class _Item:
    """How the facts of one item are called, and where formulas of its rules lead."""

    words: Words
    scope: Scope


def sentences(root: Part, path: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Clause and sentence of the rule or veto that a place is in, or of all of its item.

    There is no sentence where it is not written well enough yet.
    """
    part = root.at(item_path(path))
    if not item_path(path) or part is None or part.kind != "mapping":
        return
    item = _item(root, part, path, language)
    below = path[len(item_path(path)) :]
    for key in HOLDERS:
        for number, one in enumerate(part.members(key)):
            if below[:2] == (key, number) or below[:1] not in (("rules",), ("vetoes",), ("indicators",)):
                yield one.get("clause"), _sentence(key, one.data, item)


def _item(root: Part, part: Part, path: Path, language: Language) -> _Item:
    facts = declared(part, "indicators")
    common = Common(declared(root, PARAMETERS), declared(root, SHARED), {})
    named = known_names(root, path, language).values()
    made = Item(id=part.get("id"), title="", points=Fraction(0), target="", method="", indicators=facts)
    results = {one.name: result(Input(one.name)) for one in named if one.fact is None}
    labels = {one.name: one.label for one in named}
    found = words(made, common, language, labels)
    return _Item(found, Scope(made.id, facts, common.parameters, common.shared, results))


def _sentence(key: str, data: Any, item: _Item) -> str:
    with suppress(UnknownReference, Malformed):
        if key == "vetoes":
            veto: Veto | None = _read(Veto, data)
            return "" if veto is None else veto_sentence(veto, item.words)
        rule: Rule | None = _read(ANY_RULE, data)
        if rule is not None and not any(rule.of_one.check(item.scope)):
            return rule_sentence(rule, item.words)
    return ""


def _read(model: Any, data: Any) -> Any:
    """The part of a rubric; None where it is not written well enough."""
    with suppress(Problems):
        return validate(model, Document("", data, b"", "", []), data)
    return None
