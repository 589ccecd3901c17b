"""What is doubted of an item's facts, in words."""

from collections.abc import Iterator, Mapping

from kaohe.expr.numbers import Quantity
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.ranges import Range
from kaohe.formulas.usual_ranges import ranges
from kaohe.messages import Language, say
from kaohe.rubric.rule_parts.phrases import Words

RESULTS: Mapping[str, str] = {"change": "growth", "ratio": "rate"}
"""What the one number of a kind is called that is made of two."""


def doubts_of(facts: Mapping[str, Indicator], words: Words, *, usual: bool) -> Iterator[str]:
    """A line for each fact of which something is expected; `usual` is whether the kinds speak for themselves."""
    for name, fact in facts.items():
        for one, inner in ((name, fact), *((f"{name}.{part}", inside) for part, inside in fact.inside.items())):
            yield from _of(one, inner, words, usual=usual)


def _of(name: str, fact: Indicator, words: Words, *, usual: bool) -> Iterator[str]:
    language = words.language
    result = RESULTS.get(fact.kind, "")
    label = words.labels.get(f"{name}.{result}" if result else name, fact.label)
    for span in ranges(fact, usual=usual):
        sides = say("explain.doubt-or", language).join(_sides(span, language))
        yield say("explain.doubt", language, label=label, sides=sides)
    for condition in fact.plausible.conditions if fact.plausible is not None else ():
        yield say("explain.doubt-condition", language, label=fact.label, condition=condition)


def _sides(span: Range, language: Language) -> Iterator[str]:
    pairs: tuple[tuple[str, Quantity | None], ...] = (("below", span.from_), ("above", span.to))
    yield from (say(f"explain.doubt-{name}", language, limit=one.text()) for name, one in pairs if one is not None)
