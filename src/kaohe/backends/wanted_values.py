"""The numbers that a text needs: collected while it is prepared, computed together when it is filled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from kaohe.backends.exact import compile_trees
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.expr.tree_questions import nodes, unbound

NOTHING = Const("")
"""What stands for a value that nobody asks for."""
FALLIBLE = (Op.APPLICABLE, Op.DIVIDE)
"""What a condition asks that tells whether something else exists, or can be computed."""
MOST_KEPT = 1000
"""So many texts of one sentence are kept."""


class WantedValues:
    """The values of trees by the place that `want` gave them; behind them stand the facts.

    `slots` gives the code that fetches a fact, `inner` that of a list's member.
    """

    def __init__(self, slots: Mapping[str, str], inner: Mapping[str, str] | None = None) -> None:
        self._slots, self._inner = slots, inner
        self._of_facts = False
        self._wanted: list[Expr] = []
        self._guards: list[Expr] = []

    @cached_property
    def of_members(self) -> Mapping[str, str]:
        """The code that fetches a fact of a pair: of the row, and one member of a list."""
        return {key: _beside(text) for key, text in {**self._slots, **(self._inner or {})}.items()}

    @property
    def trees(self) -> Sequence[Expr]:
        """All that is wanted, by place."""
        return self._wanted

    def want(self, expr: Expr) -> int:
        """The place of a tree's value; where a guard fails, nothing stands there."""
        for guard in reversed(self._guards):
            expr = If(guard, expr, NOTHING)
        self._wanted.append(expr)
        return len(self._wanted) - 1

    @contextmanager
    def behind(self, guard: Expr) -> Iterator[None]:
        """What is wanted meanwhile may not exist, or not be computable, where the guard fails."""
        needed = any(isinstance(node, Call) and node.op in FALLIBLE for node in nodes(guard))
        self._guards += [guard] if needed else []
        yield
        if needed:
            self._guards.pop()

    def members(self, listed: Expr, body: Expr) -> Callable[[Sequence[Any]], dict[str, tuple[Any, Any]]]:
        """The members of a list for which a body is not zero, with what it is, by name; filled with what was found."""
        self._of_facts = True
        place, run = self.want(listed), compile_trees([body], self.of_members)

        def members(found: Sequence[Any]) -> dict[str, tuple[Any, Any]]:
            each = ((one, run((found[-1], one))[0]) for one in found[place] or ())
            return {one[0]: (one, value) for one, value in each if value}

        return members

    def filling(self, fill: Callable[[Sequence[Any]], str]) -> Callable[[Sequence[Any]], str]:
        """What fills a text for one set of facts after another; `fill` has the values, and the facts last.

        A batch repeats a few facts many thousand times: their texts are kept, unless they name members.
        """
        run = compile_trees(self._wanted, self._slots, inner=self._inner)
        if self._of_facts:
            return lambda facts: fill((*run(facts), facts))
        keys = sorted(frozenset[str]().union(*map(unbound, self._wanted)))
        read = compile_trees([Input(key) for key in keys], self._slots, inner=self._inner)
        texts: dict[tuple[Any, ...], str] = {}

        def filled(facts: Sequence[Any]) -> str:
            own = read(facts)
            text = texts.get(own)
            if text is None:
                text = fill(run(facts))
                if len(texts) < MOST_KEPT:
                    texts[own] = text
            return text

        return filled


def _beside(text: str) -> str:
    """The Python text that fetches a fact, for a pair of all facts and one member."""
    if text.startswith("m["):
        return f"v[1]{text[1:]}"
    return f"v[0]{text[1:]}" if text.startswith("v[") else text
