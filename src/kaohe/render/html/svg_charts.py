"""Small drawings in SVG, one to a row: lengths are shares of the row's width, so that they fit a phone and paper.

A drawing repeats numbers that stand beside it, and is hidden from those who are read to.
"""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.render.html.figures import length
from kaohe.render.html.markup import Content, Markup, element
from kaohe.results.score_range import ScoreRange

HEIGHT, MIDDLE = 14, 7
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands at the left and at the right end of a drawing."""

    left: Fraction
    right: Fraction

    def place(self, value: Fraction) -> Fraction:
        width = self.right - self.left
        return (value - self.left) / width if width else ZERO


def scale(*values: Fraction) -> Scale:
    """Holds zero and all values: a bar's length is honest only from zero."""
    return Scale(min((ZERO, *values)), max((ZERO, *values)))


def bar(value: Fraction, at: Scale) -> Markup:
    """From zero to the value."""
    low, high = sorted((at.place(ZERO), at.place(value)))
    kind = "negative" if value < 0 else "bar"
    return _drawing(_block(low, high, kind), _zero(at))


def standing_bar(standing: ScoreRange, at: Scale) -> Markup:
    """A score from zero; one that is open as far as it is certain, and then what it may still become."""
    if standing.score is not None:
        return bar(standing.score, at)
    if not standing.scored:
        return _drawing(_zero(at))
    low = ZERO if standing.low is None else standing.low
    high = standing.points if standing.high is None else standing.high
    sure, most = at.place(low), at.place(high)
    start, end = sorted((at.place(ZERO), sure))
    return _drawing(_block(start, end, "negative" if low < 0 else "bar"), _block(sure, most, "possible"), _zero(at))


def dumbbell(before: Fraction, after: Fraction, at: Scale) -> Markup:
    """Two points and the way between them: a ring where it was, a dot where it is."""
    start, end = length(at.place(before)), length(at.place(after))
    kind = "gained" if after > before else "lost"
    return _drawing(
        element("line", x1=start, x2=end, y1=MIDDLE, y2=MIDDLE, class_=kind),
        element("circle", cx=start, cy=MIDDLE, r=4, class_="before"),
        element("circle", cx=end, cy=MIDDLE, r=4, class_="after"),
    )


def _block(start: Fraction, end: Fraction, kind: str) -> Content:
    if end <= start:
        return ()
    return element("rect", x=length(start), width=length(end - start), y=2, height=HEIGHT - 4, class_=kind)


def _zero(at: Scale) -> Content:
    """The line at zero, where bars go both ways."""
    if at.left == ZERO:
        return ()
    zero = length(at.place(ZERO))
    return element("line", x1=zero, x2=zero, y1=0, y2=HEIGHT, class_="zero")


def _drawing(*parts: Content) -> Markup:
    return element("svg", *parts, class_="drawing", width="100%", height=HEIGHT, aria_hidden="true", focusable="false")
