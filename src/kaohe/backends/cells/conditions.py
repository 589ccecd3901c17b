"""The operators of trees on conditions that can be true, false or both."""

from collections.abc import Callable

from kaohe.backends.cells.formulas import Formula, both, either
from kaohe.backends.cells.spans import Truth, truth


class Conditions:
    """What `backends.bounds` says of conditions, operator by operator."""

    def __init__(self, keep: Callable[[Formula], Formula]) -> None:
        self._keep = keep

    def negation(self, value: Truth) -> Truth:
        return Truth(value.may_not, value.may)

    def both(self, left: Truth, right: Truth) -> Truth:
        may = self._keep(both(left.may, right.may))
        if left.settled and right.settled:
            return truth(may)
        return Truth(may, self._keep(either(left.may_not, right.may_not)))

    def either(self, left: Truth, right: Truth) -> Truth:
        return self.negation(self.both(self.negation(left), self.negation(right)))

    def equal(self, left: Truth, right: Truth) -> Truth:
        return self.either(self.both(left, right), self.both(self.negation(left), self.negation(right)))

    def choose(self, condition: Truth, then: Truth, otherwise: Truth) -> Truth:
        may = either(both(condition.may, then.may), both(condition.may_not, otherwise.may))
        may_not = either(both(condition.may, then.may_not), both(condition.may_not, otherwise.may_not))
        if condition.settled and then.settled and otherwise.settled:
            return truth(self._keep(may))
        return Truth(self._keep(may), self._keep(may_not))
