"""The functions of formulas: what each takes, and the tree it makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op, chain
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.terms import NONE, ONE, Term, Use


@dataclass(frozen=True)
class Function:
    """What a function takes and makes. With `lists`, an argument that runs over a list stands for its members.

    Numbers from the place `alike` on must all be percents or none; with `times`, all dates or all months too; with
    `only`, they must be of this one of the two. Without `results`, only facts may be named. `takes` is empty where
    anything is taken. The example holds for the facts of `kaohe.formula_examples`.
    """

    example: str
    build: Callable[[list[Term]], Term]
    takes: tuple[Use, ...] = (Use.NUMBER,)
    least: int = 1
    most: int = 99
    lists: bool = False
    alike: int = 0
    times: bool = False
    results: bool = True
    only: Notation = Notation.NONE

    @property
    def arguments(self) -> str:
        """How many it takes, for people: 3, ≥2."""
        return str(self.least) if self.least == self.most else f"≥{self.least}"


def _over(term: Term, body: Expr) -> Expr:
    """A body added up over the term's list, or by itself."""
    return Call(Op.TOTAL, (Input(term.members), body)) if term.members else body


def _added(trees: list[Expr]) -> Expr:
    return chain(Op.ADD, trees, NONE)


def _percent(terms: list[Term]) -> bool | None:
    return next((one.percent for one in terms if one.percent is not None), None)


def _sum(terms: list[Term]) -> Term:
    return Term(Use.NUMBER, _added([_over(one, one.one()) for one in terms]), _percent(terms))


def _mean(terms: list[Term]) -> Term:
    return Term(Use.NUMBER, _sum(terms).one() / _added([_over(one, ONE) for one in terms]), _percent(terms))


def _members(terms: list[Term]) -> Term:
    return Term(Use.NUMBER, _added([_over(one, ONE) for one in terms]), percent=False)


def _count(terms: list[Term]) -> Term:
    held = [_over(one, If(one.one(), ONE, NONE)) for one in terms]
    return Term(Use.NUMBER, _added(held), percent=False, counted=True)


def _any(terms: list[Term]) -> Term:
    return Term(Use.CONDITION, _count(terms).one() > NONE)


def _all(terms: list[Term]) -> Term:
    return Term(Use.CONDITION, ~_any([replace(one, tree=~one.one()) for one in terms]).one())


def _highest(terms: list[Term]) -> Term:
    return _extreme(terms[0], terms[0].one())


def _lowest(terms: list[Term]) -> Term:
    found = _extreme(terms[0], NONE - terms[0].one())
    return replace(found, tree=NONE - found.one())


def _extreme(term: Term, body: Expr) -> Term:
    """The greatest of a body over the term's list; of a single number, itself."""
    tree = Call(Op.HIGHEST, (Input(term.members), body)) if term.members else body
    return Term(Use.NUMBER, tree, term.percent)


def _fold(op: Op) -> Callable[[list[Term]], Term]:
    def build(terms: list[Term]) -> Term:
        found = terms[0].one()
        for one in terms[1:]:
            found = Call(op, (found, one.one()))
        return Term(Use.NUMBER, found, _percent(terms), time=terms[0].time)

    return build


def _absolute(terms: list[Term]) -> Term:
    number = terms[0].one()
    return replace(terms[0], tree=Call(Op.MAXIMUM, (number, NONE - number)), counted=False)


def _floor(terms: list[Term]) -> Term:
    return replace(terms[0], tree=Call(Op.FLOOR, (terms[0].one(),)), counted=False)


def _ceiling(terms: list[Term]) -> Term:
    return replace(terms[0], tree=NONE - Call(Op.FLOOR, (NONE - terms[0].one(),)), counted=False)


def _months(terms: list[Term]) -> Term:
    """The full months from one date to another."""
    return Term(Use.NUMBER, Call(Op.MONTHS, (terms[0].one(), terms[1].one(), NONE)), percent=False)


def _if(terms: list[Term]) -> Term:
    return Term(Use.NUMBER, If(terms[0].one(), terms[1].one(), terms[2].one()), _percent(terms[1:]), time=terms[1].time)


def _applicable(terms: list[Term]) -> Term:
    """Whether all that a term reads exists and can be computed."""
    tree = terms[0].one() if isinstance(terms[0].tree, Expr) else chain(Op.AND, [*terms[0].tree.values()], Const(True))
    there = [Call(Op.APPLICABLE, (Input(key),)) for key in sorted(facts_read(tree))]
    sound = defined(tree)
    return Term(Use.CONDITION, chain(Op.AND, [*there, *([] if sound is None else [sound])], Const(True)))


NUMBERS, CONDITIONS = (Use.NUMBER,), (Use.CONDITION,)
FUNCTIONS: Mapping[str, Function] = {
    "min": Function("min(done, planned) = 96", _fold(Op.MINIMUM), NUMBERS, 2, times=True),
    "max": Function("max(done, planned) = 100", _fold(Op.MAXIMUM), NUMBERS, 2, times=True),
    "abs": Function("abs(done - planned) = 4", _absolute, NUMBERS, 1, 1),
    "floor": Function("floor(done / 10) = 9", _floor, NUMBERS, 1, 1),
    "ceiling": Function("ceiling(done / 10) = 10", _ceiling, NUMBERS, 1, 1),
    "months": Function("months(2012-01-31, 2012-04-30) = 3", _months, NUMBERS, 2, 2, times=True, only=Notation.DATE),
    "if": Function("if(rate >= 95%, 5, 3) = 5", _if, (Use.CONDITION, Use.NUMBER), 3, 3, alike=1, times=True),
    "sum": Function("sum(marks) = 170", _sum, NUMBERS, lists=True),
    "mean": Function("mean(marks) = 85", _mean, NUMBERS, lists=True),
    "highest": Function("highest(marks) = 90", _highest, NUMBERS, 1, 1, lists=True),
    "lowest": Function("lowest(marks) = 80", _lowest, NUMBERS, 1, 1, lists=True),
    "members": Function("members(marks) = 2", _members, NUMBERS, 1, 1, lists=True),
    "count": Function("count(marks >= 90) = 1", _count, CONDITIONS, lists=True),
    "any": Function("any(marks >= 90)", _any, CONDITIONS, lists=True),
    "all": Function("all(marks >= 80)", _all, CONDITIONS, lists=True),
    "applicable": Function(
        "applicable(marks) and applicable(done / planned)", _applicable, (), 1, 1, lists=True, results=False
    ),
}
