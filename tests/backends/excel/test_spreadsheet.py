"""What stands in the cells of a tree, operator by operator, pinned: formulas, sizes, how large facts may be."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from kaohe.backends.cells.formulas import FALSE, Formula, Reference, referred
from kaohe.backends.cells.magnitudes import GROWTH, STEPS, constant, growing
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Found, Span, Truth, known, truth
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.formula_text import formula_text
from kaohe.backends.excel.sheet_writer import CellList, Member, SheetWriter
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op

SNAPSHOTS = Path(__file__).parent / "snapshots"
A, B, C, P, Q, LISTED, OF_MEMBER = map(Input, ("a", "b", "c", "p", "q", "l", "l.*"))
ZERO, ONE, TWO, FOUR, THIRD = (Const(Fraction(one)) for one in ("0", "1", "2", "4", "1/3"))
DAY = Call(Op.FLOOR, (A,))
VAST = Input("vast")
ROUGH = VAST * Const(Fraction(10**9))
"""No pair has room for it."""
TREES: Mapping[str, Expr] = {
    "a + b": A + B,
    "a - c": A - C,
    "a + 1/3": A + THIRD,
    "a / b + c": A / B + C,
    "c - a / b": C - A / B,
    "a / b + c / b": A / B + C / B,
    "a / b + b / a": A / B + B / A,
    "10⁹ vast + 1/3": ROUGH + THIRD,
    "1/3 + 10⁹ vast": THIRD + ROUGH,
    "a * 2": A * TWO,
    "0 * a": ZERO * A,
    "a * -1": A * Const(Fraction(-1)),
    "a * b": A * B,
    "a * (b / c)": A * (B / C),
    "vast * vast": VAST * VAST,
    "10⁹ vast": ROUGH,
    "a / 4": A / FOUR,
    "a / (1/3)": A / THIRD,
    "a / (1/3 + 1/4)": A / (THIRD + ONE / FOUR),
    "a / b": A / B,
    "vast / (a + 1/3)": VAST / (A + THIRD),
    "a / 70 / (10⁴ vast)": A / Const(Fraction(70)) / (VAST * Const(Fraction(10**4))),
    "10⁴ vast / (a / 70)": VAST * Const(Fraction(10**4)) / (A / Const(Fraction(70))),
    "the least of a and b": Call(Op.MINIMUM, (A, B)),
    "the least of a and a": Call(Op.MINIMUM, (A, A)),
    "the least of a / b and c": Call(Op.MINIMUM, (A / B, C)),
    "the greatest of a and 1/3": Call(Op.MAXIMUM, (A, THIRD)),
    "the greatest of a / b and c": Call(Op.MAXIMUM, (A / B, C)),
    "the greatest of 10⁹ vast and a": Call(Op.MAXIMUM, (ROUGH, A)),
    "floor of c": Call(Op.FLOOR, (C,)),
    "floor of a": Call(Op.FLOOR, (A,)),
    "floor of a / b": Call(Op.FLOOR, (A / B,)),
    "floor of 10⁹ vast": Call(Op.FLOOR, (ROUGH,)),
    "a to 0 decimals": Call(Op.ROUND, (A, ZERO)),
    "a to 2 decimals": Call(Op.ROUND, (A, TWO)),
    "a / 4 to 1 decimal": Call(Op.ROUND, (A / FOUR, ONE)),
    "a / b to 2 decimals": Call(Op.ROUND, (A / B, TWO)),
    "vast / b to 2 decimals": Call(Op.ROUND, (VAST / B, TWO)),
    "2 vast / b to 2 decimals": Call(Op.ROUND, (VAST * TWO / B, TWO)),
    "a / vast to 2 decimals": Call(Op.ROUND, (A / VAST, TWO)),
    "a / (8 vast) to 2 decimals": Call(Op.ROUND, (A / (VAST * Const(Fraction(8))), TWO)),
    "10⁹ vast to 2 decimals": Call(Op.ROUND, (ROUGH, TWO)),
    "a if p, else c": If(P, A, C),
    "a / b if p, else c": If(P, A / B, C),
    "10⁹ vast if p, else a": If(P, ROUGH, A),
    "full months from a to c": Call(Op.MONTHS, (DAY, C, ZERO)),
    "months begun from a to c": Call(Op.MONTHS, (DAY, C, ONE)),
    "a >= b": A >= B,
    "a > c": A > C,
    "a = c": Call(Op.EQUAL, (A, C)),
    "a / b > 1/3": A / B > THIRD,
    "a / b = c / b": Call(Op.EQUAL, (A / B, C / B)),
    "10⁹ vast >= a": ROUGH >= A,
    "a > 10⁹ vast": A > ROUGH,
    "10⁹ vast = a": Call(Op.EQUAL, (ROUGH, A)),
    "p and q": P & Q,
    "p or q": P | Q,
    "p = q": Call(Op.EQUAL, (P, Q)),
    "q if p, else a > c": If(P, Q, A > C),
    "the total of l": Call(Op.TOTAL, (LISTED, OF_MEMBER)),
    "the total of l / 4": Call(Op.TOTAL, (LISTED, OF_MEMBER / FOUR)),
    "the highest of l": Call(Op.HIGHEST, (LISTED, OF_MEMBER)),
}


def test_every_operator(pinned: Callable[[Path, str], None]) -> None:
    told = [line for name, tree in TREES.items() for line in (f"# {name}", *_written(tree), "")]
    pinned(SNAPSHOTS / "formulas.txt", "\n".join(told))


def test_what_may_be_missing(pinned: Callable[[Path, str], None]) -> None:
    told = [line for name, tree in TREES.items() for line in (f"# {name}", *_written(tree, missing=True), "")]
    pinned(SNAPSHOTS / "formulas-of-sides.txt", "\n".join(told))


def _written(tree: Expr, *, missing: bool = False) -> Iterator[str]:
    fact = _between if missing else _certain
    facts: dict[str, Found] = {
        "a": fact("a", 1000, 10),
        "b": fact("b", 50, 1),
        "c": fact("c", 10**4, 1),
        "vast": fact("vast", 10**9, 10),
        **{name: _condition(name, missing=missing) for name in "pq"},
    }
    members = tuple(Member(Reference(f"l{place}"), {"l.*": fact(f"l{place}.x", 10, 1)}) for place in (1, 2))
    listed = CellList(members, Reference("l.gone") if missing else FALSE, {"l.*": fact("l.any", 10, 1)})
    writer = SheetWriter(Known(facts), {"l": listed})
    writer.room = "it"
    found = writer.write(tree)
    for name, formula in writer.cells.items():
        yield f"{name} {_text(formula)}"
    yield from _told_truth(found) if isinstance(found, Truth) else _told_span(found)
    steps = {key: writer.limits.step(key) for key in ("a", "b", "c", "vast", "l1.x")}
    yield from (f"{key} up to {GROWTH[step]:.3g} times" for key, step in steps.items() if step < STEPS - 1)


def _told_truth(found: Truth) -> Iterator[str]:
    yield f"may be {_text(found.may)}"
    yield f"may not be {_text(found.may_not)}"


def _told_span(found: Span) -> Iterator[str]:
    for name, side in {"low": found.low, "high": found.high}.items() if not found.exact else [("value", found.low)]:
        size, under = ((one.lows[0], one.highs[0]) for one in (side.size, side.under))
        yield f"{name} {_text(side.top)} over {_text(side.divisor)}{', rough' if side.rough else ''}"
        yield "size {:g}…{:g} over {:g}…{:g}".format(*size, *under)


def _text(formula: Formula) -> str:
    return formula_text(formula, {name: name for name in referred(formula)})


def _certain(key: str, everyday: float, over: int) -> Span:
    return known(Pair(Reference(key), growing(key, everyday * over), over, constant(over)))


def _between(key: str, everyday: float, over: int) -> Span:
    size = growing(key, everyday * over, signed=True)
    return Span(*(Pair(Reference(f"{key}.{side}"), size, over, constant(over)) for side in ("low", "high")))


def _condition(key: str, *, missing: bool) -> Truth:
    return Truth(Reference(f"{key}.may"), Reference(f"{key}.may_not")) if missing else truth(Reference(key))
