"""Texts with blanks as formulas of a spreadsheet: what a sentence says of the facts that stand in cells."""

from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference, call, compare
from kaohe.backends.cells.writer import Writer
from kaohe.backends.excel.digits import digits
from kaohe.backends.excel.moments import moment
from kaohe.backends.traced.texts import Digits, Either, Moment, Row, Told, Words, Written
from kaohe.expr.tree import Call, Const, Expr, Input, Op
from kaohe.messages import Language

LONGEST_LITERAL = 250
"""A text in quotation marks may have no more letters in a formula; one that needs doubling counts twice."""
LONGEST, DEEPEST = 1200, 12
"""A formula that is longer, or has more branches inside one another, is parted: it might be refused."""
REFERENCE = 14
"""A reference to another sheet has about so many letters."""


class SpokenCells:
    """Writes texts; `writer` has the numbers and conditions of which they speak, all of them certain."""

    def __init__(self, writer: Writer, language: Language) -> None:
        self._writer = writer
        self._language = language

    def text(self, told: Told) -> Formula:
        """A formula that gives a text; parts of it may stand in cells of their own."""
        match told:
            case Words(text):
                return _joined(_literals(text))
            case Digits():
                return digits(self._writer, told)
            case Moment():
                return moment(self._writer, told, self._language)
            case Written(Input(key)):
                return Reference(f"given.{key}")
            case Row(parts):
                return _joined([self._part(part) for part in parts])
            case Either(condition, then, otherwise):
                return call("IF", self._condition(condition), self._part(then), self._part(otherwise))
        raise TypeError(told)

    def _part(self, told: Told) -> Formula:
        """A text within another one."""
        formula = self.text(told)
        if length(formula) > LONGEST or depth(formula) > DEEPEST:
            return self._writer.keep(formula)
        return formula

    def _condition(self, condition: Expr) -> Formula:
        match condition:
            case Call(Op.EQUAL, (Input(key), Const(""))):
                return compare("=", Reference(f"given.{key}"), Literal(""))
        return self._writer.keep(self._writer.condition(condition).may)


def length(formula: Formula) -> int:
    """About how many letters a formula has."""
    match formula:
        case Literal(value):
            return len(str(value)) + 2
        case Reference():
            return REFERENCE
    return len(formula.function) + sum(length(one) + 1 for one in formula.arguments)


def depth(formula: Formula) -> int:
    """How many branches stand inside one another."""
    if not isinstance(formula, Apply):
        return 0
    return (formula.function == "IF") + max(map(depth, formula.arguments))


def _literals(text: str) -> list[Formula]:
    """A text in pieces that are short enough, one at least."""
    starts = range(0, max(len(text), 1), LONGEST_LITERAL)
    return [Literal(text[start : start + LONGEST_LITERAL]) for start in starts]


def _joined(parts: list[Formula]) -> Formula:
    return parts[0] if len(parts) == 1 else Apply("&", tuple(parts))
