"""Which conditions of a tree facts come to ask, and what each of them is then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.backends.bounds import SETTLED, truths
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import COMPUTABLE, Call, Expr, If, Input, Op
from kaohe.expr.tree_questions import IN_LIST, fact_key, is_condition, unbound

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What each condition was, of all trees that were walked: several things where members of a list differ."""

    seen: dict[Expr, set[bool]] = field(default_factory=dict)

    def walk(self, expr: Expr, facts: Facts) -> None:
        """Take the branches that known facts lead to; facts are as for the bounds."""
        match expr:
            case If(condition, then, otherwise):
                taken = self._decided(condition, facts)
                if len(taken) == 1:
                    self.walk(then if True in taken else otherwise, facts)
            case Call(Op.TOTAL | Op.HIGHEST, (Input(key), body)):
                for beside in of_members(key, facts):
                    self.walk(body, beside)
            case Call(_, args) if is_condition(expr):
                self._decided(expr, facts)
            case Call(_, args):
                for one in args:
                    self.walk(one, facts)

    def _decided(self, condition: Expr, facts: Facts) -> frozenset[bool]:
        """What a condition is, and each part of it that is asked; both where missing facts leave it open."""
        match condition:
            case Call(Op.NOT, (inner,)):
                found = frozenset(not one for one in self._decided(inner, facts))
            case Call(Op.AND | Op.OR as op, (left, right)):
                found = self._decided(left, facts)
                if found != SETTLED[op]:
                    self._decided(right, facts)
                    found = truths(condition, facts)
            case If(inner, then, otherwise):
                taken, found = self._decided(inner, facts), truths(condition, facts)
                if len(taken) == 1:
                    self._decided(then if True in taken else otherwise, facts)
            case _:
                found = truths(condition, facts)
                self._inside(condition, facts)
        if len(found) == 1:
            self.seen.setdefault(condition, set()).update(found)
        return found

    def _inside(self, condition: Expr, facts: Facts) -> None:
        """Branches within what is compared."""
        if isinstance(condition, Call) and condition.op is not Op.APPLICABLE:
            for one in condition.args:
                self.walk(one, facts)


def of_members(key: str, facts: Facts) -> Iterator[Facts]:
    """The facts beside each member of a list that is known."""
    members = facts.get(key)
    for member in members if isinstance(members, list | tuple) else ():
        yield {**facts, **{f"{key}{IN_LIST}{end}": value for end, value in member.items()}}


def holds(condition: Expr, facts: Facts) -> bool:
    """Whether a condition holds for certain; of a list's members, for one of them. What does not exist holds never."""
    keys = unbound(condition)
    lists = {fact_key(key) for key in keys if IN_LIST in key}
    several = [one for key in lists for one in of_members(key, facts)] if lists else [facts]
    existing = (one for one in several if all(one[key] is not NOT_APPLICABLE for key in keys))
    return any(truths(condition, one) == {True} for one in existing)


def leaves(expr: Expr) -> Iterator[Expr]:
    """The single conditions on which the branches of a tree hang, wherever they stand."""
    match expr:
        case If(condition, then, otherwise):
            yield from _asked(condition)
            for one in (then, otherwise):
                yield from leaves(one)
        case Call(_, args) if not is_condition(expr):
            for one in args:
                yield from leaves(one)
        case Call():
            yield from _asked(expr)


def _asked(condition: Expr) -> Iterator[Expr]:
    """Those of a condition; what only keeps from dividing by zero is none."""
    match condition:
        case Call(label=label, args=(first, *_)) if label == COMPUTABLE:
            yield from _asked(first)
        case Call(Op.NOT | Op.AND | Op.OR, args):
            for one in args:
                yield from _asked(one)
        case If(inner, then, otherwise):
            for one in (inner, then, otherwise):
                yield from _asked(one)
        case Call(op, args):
            yield condition
            for one in () if op is Op.APPLICABLE else args:
                yield from leaves(one)
        case Input():
            yield condition
