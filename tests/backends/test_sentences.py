"""Sentences for every case of every rule type, pinned in both languages; numbers and facts come from the case."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.backends.exact import compile_trees
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import nodes
from kaohe.messages import Language
from kaohe.results.sheet import LedgerLine
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from support.rule_cases import Case, cases

SNAPSHOTS = Path(__file__).parent / "snapshots"
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
CASES = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])


def lines(case: Case, language: Language) -> Iterator[LedgerLine]:
    scorer = Scorer(case.compiled, language)
    for example in case.examples:
        sheet = scorer.score(Values("", "甲市", None, "self", case.row(example)))
        yield from (line for section in sheet.sections for item in section.items for line in item.ledger)


@LANGUAGES
def test_every_sentence_of_every_case(language: Language, pinned: Callable[[Path, str], None]) -> None:
    told = [text for case in cases() for text in (f"# {case.name}", *(line.why for line in lines(case, language)))]
    pinned(SNAPSHOTS / f"sentences-{language}.txt", "\n".join(told) + "\n")


@CASES
def test_no_sign_of_a_program(case: Case) -> None:
    """Neither an id nor a fraction, a cut number or an English word stands on Chinese paper."""
    for line in lines(case, "zh"):
        assert not re.search(r"[A-Za-z_{}…]|\d/\d", line.why), line.why


NUMBER = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?")
SHARE = re.compile(r"（目标的 [^）]*）")
TIME = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")


@CASES
def test_every_number_is_a_fact_of_the_clause_or_computed(case: Case) -> None:
    scorer = Scorer(case.compiled, "zh")
    points = case.compiled.rubric.points
    for example in case.examples:
        row = case.row(example)
        sheet = scorer.score(Values("", "甲市", None, "self", row))
        known = set(numbers(case, row))
        for line in sheet.sections[0].items[0].ledger:
            parts = {points, *(rule.points for _, item in case.compiled.rubric.items() for rule in item.rules)}
            own = known | {line.due, line.applied, sheet.low or Fraction(0)} | {part - line.due for part in parts}
            for text in NUMBER.findall(SHARE.sub("", TIME.sub("", line.why.replace("2 位小数", "")))):
                assert any(fits(text, value) for value in own), (text, line.why)


@CASES
@LANGUAGES
def test_every_fact_that_decided_is_named(case: Case, language: Language) -> None:
    every = case.compiled.layout.names(language)
    met = {key for key in every for rule in case.data["rules"] if key.partition(".")[2] in str(rule.get("requires"))}
    names = [name for key, name in every.items() if key not in met and not key.endswith((".growth", "sections."))]
    for line in lines(case, language):
        for name in names:
            if name.label in line.arithmetic:
                assert name.subject in line.why if name.part else name.label in line.why, (name.label, line.why)


def fits(text: str, value: Fraction) -> bool:
    """Whether a number that is read aloud is this one, or a percent of it, rounded or without its sign."""
    places = len(text.partition(".")[2])
    shown = abs(Fraction(text))
    return any(abs(abs(value) * times - shown) * 2 * 10**places <= 1 for times in (1, 100))


def numbers(case: Case, row: Sequence[Any]) -> Iterator[Fraction]:
    """All numbers of a case: facts, what the rubric writes, and every step of the arithmetic."""
    layout = case.compiled.layout
    trees = [tree for several in case.compiled.trees for tree in several]
    every = {node for tree in trees for node in nodes(tree)}
    yield from (Fraction(text) for text in NUMBER.findall(repr(case.data)))
    members = [member for value in row if isinstance(value, tuple) for member in value]
    yield from map(Fraction, (len(value) for value in row if isinstance(value, tuple)))
    for node in every:
        yield from computed(node, layout.slots, row)
        for member in members:
            yield from computed(node, layout.member_slots(), (*row, *member[1:]))
    for values in (row, *members):
        yield from (Fraction(value) for value in values if type(value) in (int, Fraction))


def computed(node: Expr, slots: Mapping[str, str], row: Sequence[Any]) -> Iterator[Fraction]:
    """What a part of the arithmetic comes to, where it is a number for this row."""
    with suppress(Exception):  # it reads a member where there is none, or what does not apply
        (found,) = compile_trees([node], slots)(row)
        if type(found) in (int, Fraction):
            yield Fraction(found)
