"""A text traced: written again and again, each time with other answers to what it asks, until all ways are known."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from re import compile as pattern

from kaohe.backends.traced.blanks import teach
from kaohe.backends.traced.closing import closed
from kaohe.backends.traced.known import Differing, Known
from kaohe.backends.traced.paths import Answers, Path
from kaohe.backends.traced.texts import Told, Unsaid, either
from kaohe.backends.traced.unknowns import Later, Unsayable
from kaohe.expr.tree import Expr

teach()
MOST_PATHS = 400
BLANKS = pattern("([\ue000-\uf8ff])")
"""The letters that no text has."""
Trace = Callable[[Path], str]


@dataclass(frozen=True)
class Tracer:
    """Traces texts; what is written in a blank is the same wherever it stands."""

    known: Known
    _filled: dict[Hashable, Told] = field(default_factory=dict)

    def traced(self, trace: Trace, *, inner: bool = False) -> Told:
        """A text for all facts. What only the engine can say is Unsaid, alone or in some of the ways."""
        same: frozenset[Expr] = frozenset()
        while True:
            try:
                return self._all_ways(trace, same, inner=inner)
            except Differing as found:
                same |= {found.number}

    def _all_ways(self, trace: Trace, same: frozenset[Expr], *, inner: bool) -> Told:
        ways: list[tuple[Answers, Told]] = []
        decided: list[bool] = []
        while len(ways) < MOST_PATHS:
            path = Path(self.known, decided, same, inner=inner)
            try:
                told = self._told(path, trace(path))
            except Unsayable as found:
                told = Unsaid(found.why)
            ways.append((path.taken, told))
            decided = _next([answer for _, answer in path.taken])
            if not decided:
                return _tree(ways, 0)
        return Unsaid("paths")

    def _told(self, path: Path, text: str) -> Told:
        """A text with what stands in its blanks."""
        contents = {str.__str__(blank): content for content, blank in path.blanks.items()}
        parts = [self._fill(contents[one]) if one in contents else one for one in BLANKS.split(text)]
        return closed(parts, self.known.language)

    def _fill(self, content: Hashable) -> Told:
        if isinstance(content, Told):
            return content
        assert isinstance(content, Later)  # noqa: S101 - nothing else is left blank
        found = self._filled.get(content)
        if found is None:
            found = self._filled[content] = self.traced(content.trace, inner=True)
        return found


def _next(answers: list[bool]) -> list[bool]:
    """The answers to begin with on the next way: the last yes becomes a no; none where no way is left."""
    while answers and not answers[-1]:
        answers.pop()
    return [*answers[:-1], False] if answers else []


def _tree(ways: Sequence[tuple[Answers, Told]], depth: int) -> Told:
    taken, told = ways[0]
    if len(ways) == 1:
        return told
    yes = [way for way in ways if way[0][depth][1]]
    no = [way for way in ways if not way[0][depth][1]]
    return either(taken[depth][0], _tree(yes, depth + 1), _tree(no, depth + 1))
