"""Which facts a tree still reads where some are known: those in branches that can't be taken any more, it does not."""

from kaohe.backends.bounds import SETTLED, Facts, truths
from kaohe.expr.tree import Call, Expr, If, Input, Op
from kaohe.expr.tree_questions import inputs


def reached(expr: Expr, facts: Facts) -> frozenset[str]:
    """The keys of the facts that the tree can come to read; `facts` as for the bounds."""
    match expr:
        case If(condition, then, otherwise):
            taken = truths(condition, facts)
            found = reached(condition, facts)
            found |= reached(then, facts) if True in taken else frozenset()
            return found | (reached(otherwise, facts) if False in taken else frozenset())
        case Call(Op.AND | Op.OR as op, (left, right)):
            settled = truths(left, facts) == SETTLED[op]
            return reached(left, facts) | (frozenset() if settled else reached(right, facts))
        case Call(Op.TOTAL | Op.HIGHEST | Op.APPLICABLE):
            return inputs(expr)
        case Call(_, args):
            return frozenset().union(*(reached(one, facts) for one in args))
        case Input(key):
            return frozenset({key})
        case _:
            return frozenset()
