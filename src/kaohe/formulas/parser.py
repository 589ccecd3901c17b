"""Formulas in a rubric: `valid / surveyed >= 95% and not late` -> a tree, each error at its column.

    condition   = conjunction ("or" conjunction)*
    conjunction = negation ("and" negation)*
    negation    = "not" negation | comparison
    comparison  = sum ((">=" | ">" | "<=" | "<" | "=" | "!=") sum)?
    sum         = product (("+" | "-") product)*
    product     = factor (("*" | "/") factor)*
    factor      = "-" factor | number | percent | date | month | name | name "(" condition, … ")" | "(" condition ")"

A name is a fact's reference; any letters, Chinese ones too, figures and `_`, parts of it joined by dots.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from kaohe.expr.numbers import Unreadable
from kaohe.expr.tree import Call, Const, Expr, Notation, Op
from kaohe.formulas.functions import FUNCTIONS, Function
from kaohe.formulas.terms import NONE, Term, Use
from kaohe.formulas.thresholds import read_date, read_month
from kaohe.formulas.tokens import WORDS, Malformed, Token, tokens

Resolve = Callable[[str, int], Term]
"""What a name at a place of the formula stands for."""


def parse(formula: str, resolve: Resolve) -> Term:
    """The formula's term; raises Malformed, and whatever `resolve` raises."""
    if formula.replace(".", "").isidentifier() and formula not in WORDS:
        return resolve(formula, 0)
    return _Parser(formula, resolve).whole()


class _Parser:
    """Goes through the tokens once, from left to right."""

    def __init__(self, formula: str, resolve: Resolve) -> None:
        self._formula = formula
        self._resolve = resolve
        self._tokens = tokens(formula)
        self._at = 0

    def whole(self) -> Term:
        found = self._condition()
        if self._next.text in COMPARISONS:
            raise self._wrong("formula-chain", self._next)
        if self._next.kind != "end":
            raise self._wrong("formula-end", self._next, found=self._next.text)
        return found

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self, *texts: str) -> Token | None:
        """The next token, if it is one of these."""
        token = self._next
        if token.text not in texts or token.kind == "end":
            return None
        self._at += 1
        return token

    def _wrong(self, code: str, token: Token, **parameters: object) -> Malformed:
        return Malformed(code, self._formula, token.offset, {"formula": self._formula, **parameters})

    def _condition(self) -> Term:
        return self._joined("or", Op.OR, self._conjunction)

    def _conjunction(self) -> Term:
        return self._joined("and", Op.AND, self._negation)

    def _joined(self, word: str, op: Op, part: Callable[[], Term]) -> Term:
        first = self._next
        left = part()
        while self._take(word):
            second = self._next
            one, other = self._holds(left, first), self._holds(part(), second)
            left = Term(Use.CONDITION, Call(op, (one.one(), other.one())), members=self._members(one, other, second))
        return left

    def _negation(self) -> Term:
        if not self._take("not"):
            return self._comparison()
        token = self._next
        held = self._holds(self._negation(), token)
        return replace(held, tree=~held.one())

    def _comparison(self) -> Term:
        first = self._next
        left = self._sum()
        sign = self._take(*COMPARISONS)
        if sign is None:
            return left
        if left.use is Use.CHOICE:
            return self._chosen(left, sign)
        second = self._next
        one, other = self._number(left, first), self._number(self._sum(), second)
        self._same_kind(one, other, second)
        tree = COMPARISONS[sign.text](one.one(), other.one())
        return Term(Use.CONDITION, tree, members=self._members(one, other, second))

    def _chosen(self, choice: Term, sign: Token) -> Term:
        """`grade = good`, `grade != poor`."""
        token = self._next
        options = choice.tree
        assert isinstance(options, Mapping)  # noqa: S101 - a CHOICE is one
        if sign.text not in ("=", "!="):
            raise self._wrong("formula-choice", sign, found=sign.text)
        if token.text not in options:
            known = ", ".join(options)
            raise self._wrong("unknown-level", token, found=token.text, known=known)
        self._at += 1
        held = options[token.text]
        return Term(Use.CONDITION, held if sign.text == "=" else ~held, members=choice.members)

    def _sum(self) -> Term:
        first = self._next
        left = self._product()
        while sign := self._take("+", "-"):
            second = self._next
            one, other = self._number(left, first), self._number(self._product(), second)
            left = self._added(one, other, sign.text, second)
        return left

    def _added(self, one: Term, other: Term, sign: str, token: Token) -> Term:
        """A date and a number of days make a date; two dates have a number of days between them."""
        apart = other.time is not Notation.NONE
        if apart and (sign == "+" or one.time is not other.time):
            raise self._wrong("formula-times", token, found=self._text(token))
        self._same_percent(one, other, token)
        tree = folded(one.one() + other.one() if sign == "+" else one.one() - other.one())
        percent = one.percent if other.percent is None else other.percent
        time = Notation.NONE if apart else one.time
        return Term(Use.NUMBER, tree, percent, members=self._members(one, other, token), time=time)

    def _product(self) -> Term:
        first = self._next
        left = self._factor()
        while sign := self._take("*", "/"):
            second = self._next
            one, other = self._plain(left, first), self._plain(self._factor(), second)
            match sign.text, other.tree:
                case "/", Const(Fraction() as divisor) if divisor <= 0:
                    raise self._wrong("formula-divisor", second, found=self._text(second))
            tree = folded(one.one() * other.one() if sign.text == "*" else one.one() / other.one())
            left = Term(Use.NUMBER, tree, None, members=self._members(one, other, second))
        return left

    def _factor(self) -> Term:
        if self._take("-"):
            token = self._next
            number = self._plain(self._factor(), token)
            return replace(number, tree=folded(NONE - number.one()), counted=False)
        token = self._next
        self._at += 1
        if token.text == "(":
            inside = self._condition()
            self._close()
            return inside
        if token.kind in LITERALS:
            return self._literal(token)
        if token.kind != "name":
            self._at -= 1
            raise self._wrong("formula-fact", token, found=token.text or "…")
        return self._call(token) if self._take("(") else self._resolve(token.text, token.offset)

    def _literal(self, token: Token) -> Term:
        try:
            value = LITERALS[token.kind](token.text)
        except Unreadable as unreadable:
            raise self._wrong(unreadable.code, token, **unreadable.parameters) from None
        percent, unit = token.kind == "percent", UNITS.get(token.kind, Notation.NONE)
        either = token.kind == "number" and value in (0, 1)  # `1 - rate` is a percent
        time = unit if unit in TIMES else Notation.NONE
        return Term(Use.NUMBER, Const(value, unit), None if either else percent, time=time)

    def _call(self, name: Token) -> Term:
        function = FUNCTIONS.get(name.text)
        if function is None:
            raise self._wrong("formula-function", name, found=name.text, known=", ".join(FUNCTIONS))
        starts = [self._next]
        given = [self._condition()]
        while self._take(","):
            starts.append(self._next)
            given.append(self._condition())
        self._close()
        if not function.least <= len(given) <= function.most:
            raise self._wrong("formula-arguments", name, found=len(given), name=name.text)
        typed = [self._argument(function, *one) for one in zip(range(len(given)), given, starts, strict=True)]
        for one, token in [*zip(typed, starts, strict=True)][function.alike + 1 :]:
            self._same_kind(typed[function.alike], one, token)
        if not function.lists:
            members = typed[0].members
            for one, token in zip(typed, starts, strict=True):
                members = self._members(replace(typed[0], members=members), one, token)
            return replace(function.build(typed), members=members)
        return function.build(typed)

    def _argument(self, function: Function, place: int, term: Term, token: Token) -> Term:
        """An argument as the function takes it."""
        if not function.takes:
            return term
        if function.takes[min(place, len(function.takes) - 1)] is Use.CONDITION:
            return self._holds(term, token)
        return self._number(term, token) if function.times else self._plain(term, token)

    def _close(self) -> None:
        if not self._take(")"):
            raise self._wrong("formula-bracket", self._next, found=self._next.text or "…")

    def _holds(self, term: Term, token: Token) -> Term:
        """The term as a condition."""
        if term.use is Use.NUMBER and term.counted:
            return Term(Use.CONDITION, term.one() > NONE, members=term.members)
        if term.use is not Use.CONDITION:
            raise self._wrong("formula-condition", token, found=self._text(token))
        return term

    def _number(self, term: Term, token: Token) -> Term:
        if term.use is not Use.NUMBER:
            raise self._wrong("formula-number", token, found=self._text(token))
        return term

    def _plain(self, term: Term, token: Token) -> Term:
        """The term as a number that is no point in time."""
        if self._number(term, token).time is not Notation.NONE:
            raise self._wrong("formula-times", token, found=self._text(token))
        return term

    def _text(self, token: Token) -> str:
        """What stands from a token to where the parser is."""
        return self._formula[token.offset : self._next.offset].strip()

    def _same_kind(self, left: Term, right: Term, token: Token) -> None:
        """A percent is never compared with a plain number, nor a date with anything but a date."""
        if left.time is not right.time:
            raise self._wrong("formula-times", token, found=self._text(token))
        self._same_percent(left, right, token)

    def _same_percent(self, left: Term, right: Term, token: Token) -> None:
        if None not in (left.percent, right.percent) and left.percent != right.percent:
            raise self._wrong("formula-percent", token, found=self._text(token))

    def _members(self, left: Term, right: Term, token: Token) -> str:
        if left.members and right.members and left.members != right.members:
            raise self._wrong("formula-lists", token, found=self._text(token))
        return left.members or right.members


def folded(tree: Call) -> Expr:
    """Arithmetic of two numbers that are written, done at once; a division by zero is left for whoever asks."""
    match tree:
        case Call(op, (Const(Fraction() as one, unit), Const(Fraction() as other))) if op in FOLDS and (
            op is not Op.DIVIDE or other
        ):
            return Const(FOLDS[op](one, other), unit)
    return tree


FOLDS: Mapping[Op, Callable[[Fraction, Fraction], Fraction]] = {
    Op.ADD: operator.add,
    Op.SUBTRACT: operator.sub,
    Op.MULTIPLY: operator.mul,
    Op.DIVIDE: operator.truediv,
}
COMPARISONS: Mapping[str, Callable[[Expr, Expr], Expr]] = {
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
    "=": lambda left, right: Call(Op.EQUAL, (left, right)),
    "!=": lambda left, right: ~Call(Op.EQUAL, (left, right)),
}
TIMES = (Notation.DATE, Notation.MONTH)
UNITS = {"percent": Notation.PERCENT, "date": Notation.DATE, "month": Notation.MONTH}
LITERALS: Mapping[str, Callable[[str], Fraction]] = {
    "number": Fraction,
    "percent": lambda text: Fraction(text[:-1]) / 100,
    "date": lambda text: Fraction(read_date(text)),
    "month": lambda text: Fraction(read_month(text)),
}
