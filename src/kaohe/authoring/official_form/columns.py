"""Which column of a form's table holds what: by its headings, and by what stands below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaohe.authoring.official_form.grouping import grouped, has_words, in_one_section, only_numbers
from kaohe.authoring.official_form.head_rows import Head, share
from kaohe.authoring.official_form.headings import (
    APART,
    METHOD,
    WEAK_METHOD,
    Kind,
    kind_of,
    of_scores,
    scores_itself,
    stages,
)
from kaohe.source.form_document.rows import FormRow


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of columns in a row, from 0; None where the form has no such column.

    `more` are further columns that say how points are given or taken, beside the method or below its heading;
    `targets` say what is asked for; `group_points` are those of the section. Whatever is `left` stands for itself.
    """

    section: int | None
    item: int
    points: int | None
    targets: tuple[int, ...]
    method: int
    stages: Mapping[str, str]
    headings: tuple[str, ...]
    """As printed: a second row of headings has them again, where they are merged downward."""
    more: tuple[int, ...] = ()
    group_points: int | None = None
    serial: tuple[int, ...] = ()
    both: bool = False
    """Whether the method's column has what is asked for above it: 考核要点及评分标准."""

    @property
    def needed(self) -> int:
        """So many cells a row has that can be read."""
        return (
            max(n for n in (self.section, self.item, self.points, self.method, self.group_points) if n is not None) + 1
        )

    @property
    def left(self) -> tuple[int, ...]:
        """Columns that are none of these."""
        taken = {
            self.section,
            self.item,
            self.points,
            *self.targets,
            self.method,
            *self.more,
            self.group_points,
            *self.serial,
        }
        return tuple(n for n in range(len(self.headings)) if n not in taken)

    @property
    def told(self) -> tuple[int, ...]:
        """Columns with a heading that need not say anything."""
        return tuple(n for n in (*self.targets, *self.more, *self.left) if self.headings[n])


_BOTH = ("内容", "要点", "要求", "目标")


def columns_of(head: Head) -> Columns | None:
    """The columns that a head names; None where it names no way of scoring, or nothing that is scored."""
    seen = _Seen(head)
    method = seen.method()
    if method is None:
        return None
    more = seen.more(method)
    places = _places(seen, method, more)
    if places is None:
        return None
    section, item, targets = places
    points = seen.of("points")
    behind = [n for n in points if n > item]
    own = next(iter(behind), None) if behind else (points[-1] if points else None)
    group = next((n for n in points if n != own and (section is None or n > section) and n < item), None)
    columns = [one for n, one in enumerate(head.headings) if n > method and one.begins and n not in (own, *more)]
    scored = stages([one.text for one in columns], [one.text for one in columns if of_scores(one.text, one.above)])
    both = not targets and any(word in seen.texts[method] for word in _BOTH)
    texts = tuple(seen.texts)
    return Columns(section, item, own, targets, method, scored, texts, more, group, seen.of("serial"), both)


class _Seen:
    """The columns of a head with their kinds; one that goes on to the right counts where it has words of its own."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.body = head.body
        self.texts = [one.text for one in head.headings]
        self.kinds = [
            self._kind(n, one.text) if one.begins or has_words(head.body, n) else None
            for n, one in enumerate(head.headings)
        ]

    def _kind(self, place: int, heading: str) -> Kind:
        """By the heading, unless nothing but numbers stands below it: they name nothing, and ask for nothing."""
        kind = kind_of(heading)
        if kind in ("name", "target") and only_numbers(self.body, place):
            return "points" if "分" in heading else "other"
        return kind

    def of(self, *kinds: Kind) -> tuple[int, ...]:
        return tuple(n for n, kind in enumerate(self.kinds) if kind in kinds)

    def method(self) -> int | None:
        """The heading that names a way of scoring; 考核标准 does so only where no 评分办法 stands beside it."""
        found = self.of("method")
        telling = [n for n in found if scores_itself(self.texts[n])]
        if telling or found:
            return (telling or found)[0]
        above = [
            n for n, one in enumerate(self.head.headings) if METHOD.search(one.above) and self.kinds[n] is not None
        ]
        open_ = [n for n in above if self.kinds[n] in ("other", "aside")]
        weak = [n for n, one in enumerate(self.texts) if WEAK_METHOD.fullmatch(one) and share(self.body, n) > 0]
        return next(iter(open_), None) if open_ else max(weak, key=lambda n: share(self.body, n), default=None)

    def more(self, method: int) -> tuple[int, ...]:
        """加分标准 beside 扣分标准, and columns that the method's heading covers."""
        name = self.head.headings[method]
        others = [n for n in range(len(self.texts)) if n != method and n not in self.of("points")]
        behind = [n for n in others if n > method]
        covered = [n for n in behind if self.head.headings[n].above == name.above and not _apart(self.head, n)]
        apart = [n for n in others if n not in covered and self.kinds[n] is not None and APART.fullmatch(self.texts[n])]
        return (*covered, *(n for n in apart if self.head.headings[n].above == self.texts[n]))


def _apart(head: Head, place: int) -> bool:
    """Whether a column begins at a heading of its own, that none above it covers."""
    return head.headings[place].begins and head.headings[place].above == head.headings[place].text


def _places(seen: _Seen, method: int, more: Sequence[int]) -> tuple[int | None, int, tuple[int, ...]] | None:
    """The columns of sections, of items, and of what is asked for."""
    free = [n for n in range(len(seen.texts)) if n not in (method, *more)]
    names = [n for n in free if seen.kinds[n] == "name"]
    asked = [n for n in free if seen.kinds[n] == "target" or (seen.kinds[n] == "method" and "标准" in seen.texts[n])]
    filled = [n for n in asked if has_words(seen.body, n)]
    asked = filled or asked
    before = [n for n in names if n < method] or names
    if not before:
        before, asked = asked[:1], asked[1:]
    if not before:
        return (None, method, ()) if seen.of("points") else None
    section, item, targets = _between_points(seen, before, asked) or _divided(seen.body, before, asked, method)
    section = _unnamed_section(seen, item, method) if section is None else section
    return _with_sections(seen, (section, item, targets))


def _between_points(
    seen: _Seen, names: Sequence[int], asked: Sequence[int]
) -> tuple[int | None, int, tuple[int, ...]] | None:
    """考核项目、项目分、考核内容、标准分: what stands between two columns of points is what the second is given for."""
    points = seen.of("points")
    if len(points) != 2 or len(names) != 1 or names[0] > points[0]:  # noqa: PLR2004
        return None
    (name,) = names
    inside = [n for n in asked if points[0] < n < points[1]]
    if not inside or not grouped(seen.body, points[0]):
        return None
    return name, inside[0], tuple(n for n in asked if n != inside[0])


def _divided(
    body: Sequence[FormRow], names: Sequence[int], asked: Sequence[int], method: int
) -> tuple[int | None, int, tuple[int, ...]]:
    if len(names) > 1:
        return names[0], names[-1], tuple(asked)
    (name,) = names
    before = [n for n in asked if n < name]
    behind = [n for n in asked if name < n < method]
    if before:  # 内容、指标: the contents are the sections
        return before[0], name, tuple(n for n in asked if n != before[0])
    if len(behind) > 1 and (len(body) < 2 or grouped(body, name)):  # noqa: PLR2004 - one row tells nothing
        return name, behind[0], tuple(n for n in asked if n != behind[0])  # what is asked for stands in the last
    return None, name, tuple(asked)


def _unnamed_section(seen: _Seen, item: int, method: int) -> int | None:
    """A column before the items that goes on over several of them, whatever it is called."""
    found = [n for n in range(item) if seen.kinds[n] in ("other", "aside") and n != method]
    return next((n for n in found if has_words(seen.body, n) and grouped(seen.body, n)), None)


def _with_sections(
    seen: _Seen, places: tuple[int | None, int, tuple[int, ...]]
) -> tuple[int | None, int, tuple[int, ...]]:
    """What stands first is a section where it holds rows with points of their own; their contents are the items."""
    section, item, targets = places
    points = next((n for n in seen.of("points") if targets and n > targets[0]), next(iter(seen.of("points")), None))
    method = seen.method()
    if section is not None or not targets or points is None or method is None:
        return places
    own = (targets[0], points, method)
    if any(in_one_section(above, row, item, own) for above, row in pairwise(seen.body)):
        return item, targets[0], targets[1:]
    return places
