"""What a tree says of itself: the facts that it reads or asks for, where it divides, how large it is."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from kaohe.expr.tree import Call, Const, Expr, If, Input, Op, chain

IN_LIST = ".*"
"""What stands in a key between a list and a field of any of its members."""
CONDITIONS = (Op.AT_LEAST, Op.ABOVE, Op.EQUAL, Op.NOT, Op.AND, Op.OR, Op.APPLICABLE)


def nodes(expr: Expr) -> Iterator[Expr]:
    """A node and all below it."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Call):
            waiting.extend(reversed(node.args))
        elif isinstance(node, If):
            waiting.extend((node.otherwise, node.then, node.condition))


def defined(expr: Expr) -> Expr | None:
    """The condition under which nothing is divided by zero or less; None where nothing ever is.

    The greatest of no members is none either.
    """
    match expr:
        case Call(Op.DIVIDE, (dividend, divisor)):
            sound = None if isinstance(divisor, Const) else divisor > Const(Fraction(0))
            return _every(defined(dividend), defined(divisor), sound)
        case Call(Op.AND | Op.OR as op, (left, right)):
            rest = defined(right)
            settled = ~left if op is Op.AND else left
            return _every(defined(left), None if rest is None else settled | rest)
        case Call(Op.TOTAL, (members, body)):
            inside = defined(body)
            wrong = None if inside is None else If(inside, Const(Fraction(0)), Const(Fraction(1)))
            return None if wrong is None else ~(Call(Op.TOTAL, (members, wrong)) > Const(Fraction(0)))
        case Call(Op.HIGHEST, (members, body)):
            some = Call(Op.TOTAL, (members, Const(Fraction(1)))) > Const(Fraction(0))
            return _every(some, defined(Call(Op.TOTAL, (members, body))))
        case Call(_, args):
            return _every(*map(defined, args))
        case If(condition, then, otherwise):
            branches = defined(then), defined(otherwise)
            yes, no = (Const(True) if branch is None else branch for branch in branches)
            return _every(defined(condition), None if branches == (None, None) else If(condition, yes, no))
    return None


def _every(*conditions: Expr | None) -> Expr | None:
    """All conditions that there are, asked in their order."""
    asked_for = [condition for condition in conditions if condition is not None]
    return chain(Op.AND, asked_for, Const(True)) if asked_for else None


def is_condition(expr: Expr) -> bool:
    """Whether an operator makes a truth value of its arguments."""
    return isinstance(expr, Call) and expr.op in CONDITIONS


def larger(expr: Expr, most: int) -> bool:
    """Whether a tree has more nodes than so many; it is not walked further than that."""
    return next(islice(nodes(expr), most, None), None) is not None


def inputs(expr: Expr) -> frozenset[str]:
    """The keys of all raw facts below a node."""
    return frozenset(node.key for node in nodes(expr) if isinstance(node, Input))


def unbound(expr: Expr) -> frozenset[str]:
    """The keys of the raw facts that a node reads, but for those of members over which it sums or looks itself."""
    match expr:
        case Call(Op.TOTAL | Op.HIGHEST, (Input(key), body)):
            return frozenset({key}) | {one for one in unbound(body) if not one.startswith(f"{key}{IN_LIST}")}
        case Call(_, args):
            return frozenset().union(*map(unbound, args))
        case If(condition, then, otherwise):
            return unbound(condition) | unbound(then) | unbound(otherwise)
        case Input(key):
            return frozenset({key})
        case _:
            return frozenset()


def fact_key(key: str) -> str:
    """The key of the fact that a key in a tree belongs to: of a field of a list's members, the list's."""
    return key.partition(IN_LIST)[0]


def facts_read(*trees: Expr) -> frozenset[str]:
    """The keys of the facts that trees rest on."""
    return frozenset(fact_key(key) for tree in trees for key in inputs(tree))


def indicator_key(key: str) -> str:
    """The key of the indicator that a key in a tree belongs to: it exists as a whole or not at all."""
    return ".".join(key.split(".")[:2])


def asked(expr: Expr) -> frozenset[str]:
    """The keys of facts of which the tree asks whether they exist."""
    calls = (node for node in nodes(expr) if isinstance(node, Call) and node.op is Op.APPLICABLE)
    return frozenset().union(*(inputs(call) for call in calls))


def questioned(*trees: Expr) -> frozenset[str]:
    """The keys of the indicators of which trees ask whether they exist."""
    return frozenset(indicator_key(key) for tree in trees for key in asked(tree))


def unguarded(expr: Expr) -> frozenset[str]:
    """The keys of the indicators that a tree reads without asking before whether they exist."""
    match expr:
        case If(Call(Op.NOT, (condition,)), then, otherwise):
            return unguarded(If(condition, otherwise, then))
        case If(condition, then, otherwise):
            return unguarded(condition) | (unguarded(then) - _ensured(condition)) | unguarded(otherwise)
        case Call(Op.AND, (left, right)):
            return unguarded(left) | (unguarded(right) - _ensured(left))
        case Call(op, args) if op is not Op.APPLICABLE:
            return frozenset().union(*map(unguarded, args))
        case Input(key):
            return frozenset({indicator_key(key)})
        case _:
            return frozenset()


def _ensured(condition: Expr) -> frozenset[str]:
    """The keys of the indicators that exist for certain where a condition holds."""
    match condition:
        case Call(Op.APPLICABLE):
            return questioned(condition)
        case Call(Op.AND, (left, right)):
            return _ensured(left) | _ensured(right)
        case Call(Op.OR, (left, right)):
            return _ensured(left) & _ensured(right)
        case _:
            return frozenset()


def reported(expr: Expr) -> frozenset[str]:
    """The keys of the facts whose values a tree reads; to ask whether a fact exists is not to read it."""
    match expr:
        case Input(key):
            return frozenset({key})
        case Call(Op.APPLICABLE):
            return frozenset()
        case Call(_, args):
            return frozenset().union(*map(reported, args))
        case If(condition, then, otherwise):
            return reported(condition) | reported(then) | reported(otherwise)
        case _:
            return frozenset()
