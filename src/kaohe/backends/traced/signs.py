"""What is known of numbers along a path: on which side of each other they are."""

from fractions import Fraction

from kaohe.expr.tree import Call, Const, Expr, Op

Signs = frozenset[int]
ALL, BELOW, ABOVE, SAME = frozenset({-1, 0, 1}), frozenset({-1}), frozenset({1}), frozenset({0})
AT_MOST, AT_LEAST = BELOW | SAME, ABOVE | SAME
ZERO = Const(Fraction(0))
Pair = tuple[Expr, Expr]


class KnownSigns:
    """The signs that the difference of two numbers may have, by the two."""

    def __init__(self) -> None:
        self._signs: dict[Pair, Signs] = {}

    def signs(self, left: Expr, right: Expr) -> Signs:
        if left == right:
            return SAME
        (left, right), turned = _ordered(*_simpler(left, right))
        found = self._signs.get((left, right), ALL)
        if isinstance(right, Const):
            found &= self._by_others(left, right) & self._rounded(left, right)
        return _mirrored(found) if turned else found

    def learn(self, left: Expr, right: Expr, signs: Signs) -> None:
        (left, right), turned = _ordered(*_simpler(left, right))
        found = _mirrored(signs) if turned else signs
        self._signs[left, right] = self._signs.get((left, right), ALL) & found
        if isinstance(right, Const) and right.value:
            side = ABOVE if _number(right) > 0 else BELOW
            if found <= side | SAME:
                self.learn(left, ZERO, side)

    def _by_others(self, left: Expr, right: Const) -> Signs:
        """By what is known of the same number beside other written ones."""
        found = ALL
        others = [(other, signs) for (number, other), signs in self._signs.items() if number == left]
        if right.value:
            others.append((ZERO, self.signs(left, ZERO)))
        for other, signs in others:
            if isinstance(other, Const):
                if _number(other) < _number(right) and signs <= AT_MOST:
                    found &= BELOW
                if _number(other) > _number(right) and signs <= AT_LEAST:
                    found &= ABOVE
        return found

    def _rounded(self, left: Expr, right: Const) -> Signs:
        """Rounding never leads to the other side of a number that has no more decimals."""
        match left:
            case Call(Op.ROUND, (inner, Const(Fraction() as places))) if (
                _number(right) * 10 ** int(places)
            ).denominator == 1:
                signs = self.signs(inner, right)
                return AT_MOST if signs <= AT_MOST else AT_LEAST if signs <= AT_LEAST else ALL
        return ALL


def _simpler(left: Expr, right: Expr) -> Pair:
    """Two numbers that are on the same sides of each other as these."""
    match left, right:
        case Const(), _ if not isinstance(right, Const):
            number, other = _simpler(right, left)
            return other, number
        case Call(Op.SUBTRACT, (first, second)), Const(Fraction(numerator=0)):
            return _simpler(first, second)
        case Call(Op.DIVIDE, (dividend, _)), Const(Fraction(numerator=0)):
            return _simpler(dividend, right)
        case Call(Op.MULTIPLY, (inner, Const(Fraction() as factor))), Const(Fraction() as value) if factor > 0:
            return _simpler(inner, Const(value / factor))
        case Call(Op.MULTIPLY, (inner, Const(Fraction() as factor))), Call(Op.MULTIPLY, (other, Const(second))) if (
            factor == second and factor > 0
        ):
            return _simpler(inner, other)
    return left, right


def _ordered(left: Expr, right: Expr) -> tuple[Pair, bool]:
    """In one order, whichever they come in; a written number is the second."""
    turned = isinstance(left, Const) or (not isinstance(right, Const) and hash(left) > hash(right))
    return ((right, left), True) if turned else ((left, right), False)


def _mirrored(signs: Signs) -> Signs:
    return frozenset(-one for one in signs)


def _number(const: Const) -> Fraction:
    assert isinstance(const.value, Fraction)  # noqa: S101 - it is compared with a number
    return const.value
