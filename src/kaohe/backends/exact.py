"""The meaning of a tree: exact numbers, as a Python function of the facts that is written and compiled."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import itemgetter
from re import compile as pattern
from typing import Any

from kaohe.backends.exact_code import Writer
from kaohe.expr.dates import months_between
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import nodes

FACT = pattern(r"v\[\d+\]")
"""The text of a fact that is fetched as it is."""
Compiled = Callable[[Sequence[Any]], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Members:
    """A body computed for each member of a list: the result is a list of (member's place, number, name), no zeros."""

    key: str
    body: Expr


def round_half_up(value: Number, places: int) -> Number:
    """Rounded to decimals, a half away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled + 1) // 2
    return int_if_whole(Fraction(whole if value >= 0 else -whole, 10**places))


def scale_of(trees: Sequence[Expr]) -> int:
    """The least whole number that clears every denominator known beforehand in these trees."""
    constants = (node.value for tree in trees for node in nodes(tree) if isinstance(node, Const))
    return lcm(*(value.denominator for value in constants if isinstance(value, Fraction)))


def compile_trees(
    outputs: Sequence[Expr | Members],
    slots: Mapping[str, str],
    scale: int = 1,
    divided: AbstractSet[str] = frozenset(),
    inner: Mapping[str, str] | None = None,
) -> Compiled:
    """One function of a sequence of facts that gives every output times `scale`, as int or Fraction.

    All facts that the outputs read must be there; conditions come out as booleans.
    """
    writer = Writer(slots, divided, inner)
    parts = [_output(writer, one, scale) for one in outputs]
    if all(map(FACT.fullmatch, parts)):
        return _picked([int(one[2:-1]) for one in parts])
    lines = "".join(f"    {line}\n" for line in writer.prelude.values())
    source = f"def run(v):\n{lines}    return (" + ",\n        ".join(parts) + ("," if parts else "") + ")"
    run: Compiled = define(source)
    return run


def _picked(places: Sequence[int]) -> Compiled:
    """Facts as they stand, for which no code needs to be compiled."""
    if len(places) == 1:
        (place,) = places
        return lambda row: (row[place],)
    return itemgetter(*places) if places else lambda _: ()


def define(source: str, **names: Any) -> Any:
    """The function `run` of a text that was made by a Writer; `names` are what else the text uses."""
    namespace = {
        "Fraction": Fraction,
        "NOT_APPLICABLE": NOT_APPLICABLE,
        "months_between": months_between,
        "round_half_up": round_half_up,
        **names,
    }
    exec(source, namespace)  # noqa: S102 - the text is made of checked trees: keys never enter it
    return namespace["run"]


def _output(writer: Writer, output: Expr | Members, scale: int) -> str:
    if isinstance(output, Members):
        body = writer.scaled(output.body, scale)
        return f"[(i, x, m[0]) for i, m in enumerate({writer.slots[output.key]}) if (x := {body})]"
    return writer.scaled(output, scale)
