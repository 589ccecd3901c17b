"""Whether what a rule reads exists for the unit, and can be computed; what does not exist is not applicable."""

from collections.abc import Iterable, Sequence

from kaohe.expr.tree import Call, Const, Expr, Input, Op, chain
from kaohe.expr.tree_questions import IN_LIST, defined, indicator_key, inputs, unbound
from kaohe.formulas.scope import SHARED, Scope


def existence(trees: Sequence[Expr], lists: Iterable[str], scope: Scope) -> Expr:
    """The condition that every fact that the trees read, and every one of the `lists`, exists and can be computed.

    Parameters and results always exist. What can't be computed of one member of a list does not make the list go away.
    """
    keys = sorted(frozenset().union(*map(inputs, trees)), reverse=True)
    first = {indicator_key(key): key for key in keys}
    first |= {key: key for key in lists if key}
    own = [*(f"{scope.item}.{name}" for name in scope.indicators), *(f"{SHARED}.{name}" for name in scope.shared)]
    there: list[Expr] = [Call(Op.APPLICABLE, (Input(first[key]),)) for key in own if key in first]
    sound = [
        condition
        for tree in trees
        if (condition := defined(tree)) is not None and not any(IN_LIST in key for key in unbound(condition))
    ]
    return chain(Op.AND, [*there, *sound], Const(True))
