"""Which trees a sentence speaks of: all that stand anywhere in it."""

import pytest

from kaohe.expr.sentence_tree import (
    SILENT,
    Because,
    Choice,
    EachMember,
    Facts,
    Figure,
    Joined,
    Named,
    Phrase,
    Sentence,
    spoken_of,
)
from kaohe.expr.tree import Expr, Input

A, B, C, D = (Input(f"item.{name}") for name in "abcd")


@pytest.mark.parametrize(
    ("sentence", "trees"),
    [
        (SILENT, []),
        (Phrase("{a}次", "{a} times", {"a": Figure(A), "b": Facts(B)}), [A, B]),
        (Figure(A, like=B, apart=(C, D)), [A, B, C, D]),
        (Named(A, apart=(B,)), [A, B]),
        (Because(A), [A]),
        (Choice(A, Facts(B), Joined([Facts(C), Facts(D)])), [A, B, C, D]),
        (EachMember("item.a", B, Facts(C)), [A, B, C]),
    ],
)
def test_every_tree_in_a_sentence(sentence: Sentence, trees: list[Expr]) -> None:
    assert [*spoken_of(sentence)] == trees
