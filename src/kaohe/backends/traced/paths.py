"""One way through a text: what is asked of numbers and conditions that are not known yet, and how it was answered."""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kaohe.backends.bounds import MissingList, truths
from kaohe.backends.traced.decimal_places import places_of
from kaohe.backends.traced.known import Differing, Known
from kaohe.backends.traced.signs import ABOVE, AT_LEAST, SAME, KnownSigns, Signs
from kaohe.backends.traced.texts import Written
from kaohe.backends.traced.unknowns import Blank, Unknown, unsayable
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op, chain
from kaohe.expr.tree_questions import is_condition

FIRST_BLANK = 0xE000
"""The first of the letters that no text has."""
HOLDS: Mapping[Op, Signs] = {Op.AT_LEAST: AT_LEAST, Op.ABOVE: ABOVE, Op.EQUAL: SAME}
Answers = Sequence[tuple[Expr, bool]]


class Path:
    """The questions that were asked, in order, with their answers."""

    def __init__(self, known: Known, decided: Sequence[bool], same: frozenset[Expr], *, inner: bool) -> None:
        """`decided` answers the first questions; those after them are answered with yes.

        Numbers in `same` are written in one way as far as that can be. The `inner` path is that of one number alone.
        """
        self.inner = inner
        self.taken: list[tuple[Expr, bool]] = []
        self.blanks: dict[Hashable, Blank] = {}
        self._known, self._decided, self._same = known, decided, same
        self._signs = KnownSigns()
        for left, right, signs in known.sides:
            self._signs.learn(left, right, signs)
        self._truths: dict[object, bool] = {}
        self._disjunctions: list[set[Expr]] = []
        self._ways: dict[Expr, Hashable] = {}

    def blank(self, content: Hashable, number: Expr) -> Blank:
        found = self.blanks.get(content)
        if found is None:
            found = self.blanks[content] = Blank(chr(FIRST_BLANK + len(self.blanks)))
            found.path, found.content, found.number = self, content, number
        return found

    def places(self, number: Expr) -> int | None:
        """How many decimals a number has at most."""
        return places_of(number, self._known.decimals)

    def alike(self, number: Expr, way: Hashable) -> bool:
        """Whether a number that is written in some way is to be written in the same way wherever it can be."""
        if self._ways.setdefault(number, way) != way and number not in self._same:
            raise Differing(number)
        return number in self._same

    def any_holds(self, conditions: Sequence[Expr]) -> bool:
        """Whether one of several conditions holds, asked as one question; each is kept whole."""
        answers = {one: self._certain(one) for one in conditions}
        unsure = {one for one, answer in answers.items() if answer is None}
        if True in answers.values() or any(self._left(one) <= unsure for one in self._disjunctions):
            return True
        if not unsure:
            return False
        holds = self._answer(chain(Op.OR, [one for one in answers if one in unsure], Const(False)))
        if holds:
            self._disjunctions.append(unsure)
        else:
            self._truths |= dict.fromkeys(unsure, False)
        return holds

    def _left(self, disjunction: set[Expr]) -> set[Expr]:
        """Those of several conditions, one of which holds, that may be the one."""
        return {one for one in disjunction if self._truths.get(one) is not False}

    def _certain(self, condition: Expr) -> bool | None:
        """Whether a condition holds, as far as that is known."""
        certain = truths(condition, self._known.facts)
        return min(certain) if len(certain) == 1 else self._truths.get(condition)

    def value(self, expr: Expr) -> Any:
        """What a tree is: a truth and a choice are asked for at once, a number stays unknown."""
        match expr:
            case Const(value):
                return int_if_whole(value) if isinstance(value, Fraction) else value
            case Input(key):
                return self._fact(expr, self._known.facts[key])
            case If(condition, then, otherwise) if _is_known(then) or _is_known(otherwise):
                return self.value(then if self.holds(condition) else otherwise)
        return self.holds(expr) if is_condition(expr) else Unknown(self, expr)

    def _fact(self, fact: Input, possible: Any) -> Any:
        if isinstance(possible, MissingList):
            unsayable("members")
        if possible.optional and not self.holds(Call(Op.APPLICABLE, (fact,))):
            return NOT_APPLICABLE
        if not isinstance(possible.possible, frozenset):
            return Unknown(self, fact)
        if possible.possible == {""}:
            return "" if self.holds(Call(Op.EQUAL, (fact, Const("")))) else self.blank(Written(fact), fact)
        if True in possible.possible:
            return self.holds(fact)
        *first, last = sorted(possible.possible)
        return next((one for one in first if self.holds(Call(Op.EQUAL, (fact, Const(one))))), last)

    def holds(self, condition: Expr) -> bool:
        match condition:
            case Const(value):
                return bool(value)
            case Call(Op.NOT, (inner,)):
                return not self.holds(inner)
            case Call(Op.AND, (left, right)):
                return self.holds(left) and self.holds(right)
            case Call(Op.OR, (left, right)):
                return self.holds(left) or self.holds(right)
            case If(inner, then, otherwise):
                return self.holds(then if self.holds(inner) else otherwise)
            case Call(Op.APPLICABLE, (Input(key),)):
                gone_with = self._known.facts[key].optional
                return not gone_with or self._asked(condition, ("applicable", gone_with))
            case Call(Op.AT_LEAST | Op.ABOVE | Op.EQUAL as op, (left, right)):
                return self._compared(condition, op, left, right)
        return self._asked(condition, condition)

    def _compared(self, condition: Expr, op: Op, left: Expr, right: Expr) -> bool:
        match op, left, right:
            case Op.EQUAL, _, Const(str() as name):
                return self._chosen(condition, left, name)
            case _, If(inner, then, otherwise), Const():
                return self.holds(Call(op, (then if self.holds(inner) else otherwise, right)))
            case Op.AT_LEAST | Op.ABOVE, Call(Op.MAXIMUM, (first, second)), Const():
                return self.holds(Call(op, (first, right)) | Call(op, (second, right)))
            case Op.ABOVE, Call(Op.FLOOR, (inner,)), Const(Fraction(numerator=0)):
                return self.holds(inner >= Const(Fraction(1)))
        return self._on_a_side(condition, HOLDS[op], left, right)

    def _chosen(self, condition: Expr, left: Expr, name: str) -> bool:
        """Whether a choice is this one, which it is not if it is another."""
        if not isinstance(left, Input):
            return bool(self.value(left) == name)
        options = self._known.facts[left.key].possible
        others = [self._truths.get(Call(Op.EQUAL, (left, Const(one)))) for one in options - {name}]
        if True in others or (name != "" and name not in options):
            return False
        return (options > {name} and all(one is False for one in others)) or self._asked(condition, condition)

    def _on_a_side(self, condition: Expr, wanted: Signs, left: Expr, right: Expr) -> bool:
        signs = self._signs.signs(left, right)
        if signs <= wanted or not signs & wanted:
            return signs <= wanted
        certain = truths(condition, self._known.facts)
        answer = min(certain) if len(certain) == 1 else self._answer(condition)
        self._signs.learn(left, right, signs & wanted if answer else signs - wanted)
        return answer

    def _asked(self, condition: Expr, key: object) -> bool:
        if key not in self._truths:
            self._truths[key] = self._answer(condition)
        return self._truths[key]

    def _answer(self, condition: Expr) -> bool:
        place = len(self.taken)
        answer = self._decided[place] if place < len(self._decided) else True
        self.taken.append((condition, answer))
        return answer


def _is_known(expr: Expr) -> bool:
    """Whether it is no number."""
    match expr:
        case Const(value):
            return not isinstance(value, Fraction)
        case If(_, then, otherwise):
            return _is_known(then) or _is_known(otherwise)
    return is_condition(expr)
