"""What a spreadsheet does with numbers, operation by operation."""

from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span
from kaohe.backends.excel import quotients, whole_numbers
from kaohe.backends.excel.arithmetic import Arithmetic


class Spreadsheet(Arithmetic):
    """Pairs as long as they are small, doubles where they are not."""

    def product(self, left: Span, right: Span) -> Span:
        corners = [self.multiply(one, other) for one in left for other in right]
        low = high = corners[0]
        for corner in corners[1:]:
            low, high = self.least(low, corner), self.greatest(high, corner)
        return Span(low, high)

    def quotient(self, left: Span, right: Span) -> Span:
        return quotients.quotient(self, left, right)

    def floor(self, value: Pair) -> Pair:
        return whole_numbers.floor(self, value)

    def rounded(self, value: Pair, places: int) -> Pair:
        return whole_numbers.rounded(self, value, places)

    def months(self, first: Pair, last: Pair, started: int, *, low: bool) -> Pair:
        found = whole_numbers.months(self, first, last, started)
        return whole_numbers.or_endless(self, (first, last), found, low=low)
