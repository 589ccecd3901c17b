"""What a person should look at where another rubric takes facts over: what it calls otherwise, or has elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.kept_values import option_kept
from kaohe.stages.rubric_versions import taken_over

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Facts that another item asks for there: both items' numbers and titles, and what the facts are called."""

    old: str
    new: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """`renamed` is what is called otherwise, before and now."""

    renamed: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


def meanings(old: CompiledRubric, new: CompiledRubric, row: Sequence[Any]) -> Meanings:
    """Of the facts that a row reports and the new rubric takes."""
    taken = taken_over(old, new, row)
    renamed = [told for one, fact in taken for told in _renamed(one, fact, row[one.start : one.start + one.width()])]
    return Meanings(tuple(dict.fromkeys(renamed)), tuple(_elsewhere(old, new, taken)))


def _renamed(one: Fact, fact: Fact, values: Sequence[Any]) -> Iterator[tuple[str, str]]:
    if one.indicator.label != fact.indicator.label:
        yield one.called, fact.called
    was, now = _words(one.indicator), _words(fact.indicator)
    for key in dict.fromkeys([*was, *now]):
        if was.get(key, "") != now.get(key, ""):
            yield _told(one, was.get(key, "")), _told(fact, now.get(key, ""))
    for before, after in _options(one.indicator, fact.indicator, values):
        if before != after:
            yield _told(one, before), _told(fact, after)


def _told(fact: Fact, words: str) -> str:
    return f"{fact.called}{BETWEEN}{words}" if words else fact.called


def _words(one: Indicator) -> Mapping[tuple[str, str], str]:
    """What is said of a fact beside its label, and of a record's facts with theirs."""
    found: dict[tuple[str, str], str] = {("", "note"): one.note}
    found |= {("", end): label for end, label in one.labels.items()}
    for name, inside in one.inside.items():
        found |= {(name, ""): inside.label, (name, "note"): inside.note}
        found |= {(name, end): label for end, label in inside.labels.items()}
    return found


def _options(was: Indicator, now: Indicator, values: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """The labels of the options that were chosen, before and now."""
    members = [values] if not now.list else [member[1:] for member in values[0] or ()]
    for member in members:
        for name, value in zip(now.fields, member, strict=True):
            before, after = was.of_field(name)[0], now.of_field(name)[0]
            if after.kind == "choice" and value in before.options:
                yield before.options[value], after.options[option_kept(before, after, value) or value]


def _elsewhere(old: CompiledRubric, new: CompiledRubric, taken: Sequence[tuple[Fact, Fact]]) -> Iterator[Elsewhere]:
    was, now = ({one.item.id: one.item.title for one in side.items} for side in (old, new))
    found: dict[tuple[str, str], list[str]] = {}
    for one, fact in taken:
        before, after = was.get(one.item), now.get(fact.item)
        if before and after and before != after:
            found.setdefault((f"{one.number} {before}", f"{fact.number} {after}"), []).append(fact.indicator.label)
    yield from (Elsewhere(*both, tuple(facts)) for both, facts in found.items())
