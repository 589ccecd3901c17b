"""One rule type on a page of the terminal: what it is for, its keys, an example and what it gives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import indent

from kaohe.authoring import rule_examples
from kaohe.authoring.model_keys import Key, common_keys, own_keys, purpose
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.explain.rubric_page import words
from kaohe.render.explain.rule_sentences import rule_sentence
from kaohe.render.terminal.line_wrapping import wrap
from kaohe.render.words import sheet_wording
from kaohe.rubric.rules import rule_types

STEP = "  "


@dataclass(frozen=True, slots=True)
class RulePage:
    """What is said of a rule type: `sentence` is its example in words, `result` what the `given` facts get by it."""

    name: str
    purpose: str
    keys: tuple[Key, ...]
    snippet: str
    sentence: str
    given: str
    result: tuple[str, ...]


def page(name: str, language: Language) -> RulePage:
    """The page of a known rule type; its result is computed."""
    rule = rule_types()[name]
    snippet = rule_examples.of_rule(rule)
    document = rule_examples.rubric(snippet)
    model = rule_examples.model(document)
    item = model.sections[0].items[0]
    scored = rule_examples.score(document, rule.given, language)
    result = say("reference.result", language, score=sheet_wording.score(scored, language), points=plain(item.points))
    return RulePage(
        name=name,
        purpose=purpose(rule, language),
        keys=own_keys(rule, language),
        snippet=snippet,
        sentence=rule_sentence(item.rules[0], words(item, model.common, language)),
        given=rule.given,
        result=(result, *sheet_wording.reasons(scored, language)),
    )


def text(name: str, language: Language, width: int) -> str:
    """The page in lines of `width` cells; YAML stands as it is written."""
    shown = page(name, language)
    lines = [*wrap(say("reference.rule", language, name=name, purpose=shown.purpose), width), ""]
    lines += [say("reference.keys", language), *_keys(shown.keys, language, width, 1), ""]
    lines += [say("reference.common-keys", language), *_keys(common_keys(language), language, width, 1), ""]
    lines += [say("reference.example", language), indent(shown.snippet, STEP)]
    lines += [*wrap(say("reference.in-words", language, sentence=shown.sentence), width, rest=STEP), ""]
    lines += [say("reference.given", language), indent(shown.given, STEP)]
    for one in shown.result:
        lines += wrap(one, width, rest=STEP)
    return "\n".join(lines) + "\n"


def _keys(keys: Iterable[Key], language: Language, width: int, depth: int) -> Iterator[str]:
    for key in keys:
        required = say("reference.required", language) if key.required else ""
        said = say("reference.key", language, name=key.name, required=required, takes=key.takes, meaning=key.meaning)
        yield from wrap(said, width, STEP * depth, STEP * (depth + 2))
        yield from _keys(key.inside, language, width, depth + 1)
