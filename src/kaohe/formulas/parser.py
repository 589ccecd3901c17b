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

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from kaohe.expr.numbers import Unreadable
from kaohe.expr.tree import Call, Const, Notation, Op
from kaohe.formulas.functions import FUNCTIONS, Function
from kaohe.formulas.signs import COMPARISONS, LITERALS, TIMES, UNITS, as_percent, folded
from kaohe.formulas.terms import NONE, Term, Use
from kaohe.formulas.tokens import WORDS, Malformed, Token, tokens
from kaohe.source.models import nearest

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
        self._results: list[Token] = []
        """The names of results, as far as the parser is."""

    def whole(self) -> Term:
        found = self._condition()
        if self._next.kind != "end":
            raise self._left_over(self._tokens[self._at - 1], self._next)
        return found

    def _left_over(self, last: Token, token: Token) -> Malformed:
        """What stands where the formula could end."""
        if token.text in COMPARISONS:
            return self._wrong("formula-chain", token)
        if token.text == ")":
            return self._wrong("formula-bracket-too-many", token)
        if token.text == ",":
            return self._wrong("formula-comma", token)
        if last.kind in LITERALS and token.offset == last.offset + len(last.text):
            return self._wrong("formula-unit", token, found=f"{last.text}{token.text}", expected=last.text)
        return self._wrong("formula-end", token, found=token.text)

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _follows(self, *texts: str) -> bool:
        """Whether the next token is one of these."""
        return self._next.text in texts

    def _step(self) -> Token:
        """The next token, after which the parser goes on."""
        self._at += 1
        return self._tokens[self._at - 1]

    def _take(self, text: str) -> bool:
        """Goes past the next token if it is this one."""
        follows = self._follows(text)
        if follows:
            self._step()
        return follows

    def _wrong(self, code: str, token: Token, **parameters: object) -> Malformed:
        return Malformed(code, self._formula, token.offset, {"formula": self._formula, **parameters})

    def _condition(self) -> Term:
        return self._joined("or", Op.OR, self._conjunction)

    def _conjunction(self) -> Term:
        return self._joined("and", Op.AND, self._negation)

    def _joined(self, word: str, op: Op, part: Callable[[], Term]) -> Term:
        first = self._next
        left = part()
        while self._follows(word):
            one, _, second = self._holds(left, first), self._step(), self._next
            other = self._holds(part(), second)
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
        if not self._follows(*COMPARISONS):
            return left
        if left.use is Use.CHOICE:
            return self._chosen(left, self._step())
        one, sign, second = self._number(left, first), self._step(), self._next
        other = self._number(self._sum(), second)
        self._same_kind(one, other, second)
        sides = as_percent(one.one(), other), as_percent(other.one(), one)
        tree = COMPARISONS[sign.text](*sides)
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
        while self._follows("+", "-"):
            one, sign, second = self._number(left, first), self._step(), self._next
            other = self._number(self._product(), second)
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
        while self._follows("*", "/"):
            one, sign, second = self._plain(left, first), self._step(), self._next
            other = self._plain(self._factor(), second)
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
            self._close("(")
            return inside
        if token.kind in LITERALS:
            return self._literal(token)
        if token.kind != "name":
            self._at -= 1
            if token.kind == "end" and self._at:
                raise self._wrong("formula-unfinished", token, found=self._tokens[self._at - 1].text)
            raise self._wrong("formula-fact", token, found=token.text)
        return self._call(token) if self._take("(") else self._named(token)

    def _named(self, name: Token) -> Term:
        found = self._resolve(name.text, name.offset)
        self._results += [name] if found.result else []
        return found

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
            meant, known = nearest(name.text, FUNCTIONS), ", ".join(FUNCTIONS)
            raise self._wrong("formula-function", name, found=name.text, nearest=meant, known=known)
        typed: list[Term] = []
        before = len(self._results)
        if not self._follows(")"):
            typed.append(self._argument(function, typed))
        while self._take(","):
            typed.append(self._argument(function, typed))
        self._close(f"{name.text}(")
        if not function.least <= len(typed) <= function.most:
            parameters = {"found": len(typed), "expected": function.arguments, "example": function.example}
            raise self._wrong("formula-arguments", name, name=name.text, **parameters)
        if not function.results and len(self._results) > before:
            result = self._results[before]
            raise self._wrong("formula-result", result, name=name.text, found=result.text)
        built = function.build(typed)
        return built if function.lists else replace(built, members=typed[-1].members)

    def _argument(self, function: Function, before: list[Term]) -> Term:
        """The next argument as the function takes it after those before."""
        token = self._next
        term = self._taken(function, len(before), self._condition(), token)
        if len(before) > function.alike:
            self._same_kind(before[function.alike], term, token)
        if before and not function.lists:
            term = replace(term, members=self._members(before[-1], term, token))
        return term

    def _taken(self, function: Function, place: int, term: Term, token: Token) -> Term:
        """A term as the function takes it at a place."""
        if not function.takes:
            return term
        if function.takes[min(place, len(function.takes) - 1)] is Use.CONDITION:
            return self._holds(term, token)
        if function.only is not Notation.NONE and self._number(term, token).time is not function.only:
            raise self._wrong("formula-dates", token, found=self._text(token))
        return self._number(term, token) if function.times else self._plain(term, token)

    def _close(self, opening: str) -> None:
        if not self._take(")"):
            code = "formula-unclosed" if self._next.kind == "end" else "formula-bracket"
            raise self._wrong(code, self._next, opening=opening, found=self._next.text)

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
        last = self._tokens[self._at - 1]
        return self._formula[token.offset : last.offset + len(last.text)]

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
