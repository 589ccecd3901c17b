"""The columns of a table without headings, by what stands in them."""

from collections import Counter
from collections.abc import Sequence

from kaohe.authoring.official_form.columns import Columns
from kaohe.authoring.official_form.grouping import grouped, has_words
from kaohe.authoring.official_form.head_rows import share
from kaohe.authoring.official_form.joined_words import joined, points_of
from kaohe.authoring.official_form.scoring_marks import names_points, scores
from kaohe.source.form_document.rows import FormRow

SHORT = 8
"""Headings of columns are seldom longer."""
MOST = 0.5
"""Of a column's cells more than so many say what it holds."""


def fits(columns: Columns, body: Sequence[FormRow]) -> bool:
    """Whether rows without headings go on with the columns of the table before."""
    telling = [row for row in body if any(scores(cell.text) for cell in row.cells)]
    other = any(len(row.cells) != len(columns.headings) and row.place.kind != "line" for row in telling)
    if other or any(len(row.cells) < columns.needed for row in telling):
        return False
    places = (columns.method, *columns.more)
    apart = [row for row in telling if not any(scores(row.cells[n].text) for n in places if n < len(row.cells))]
    return len(apart) <= len(telling) * MOST


def unknown_headings(body: Sequence[FormRow]) -> tuple[str, ...]:
    """The first row, where it has a few short words in each cell and those below score."""
    texts = tuple(joined(cell.text) for cell in body[0].cells)
    short = all(0 < len(one) <= SHORT and points_of(one) is None and not names_points(one) for one in texts)
    return texts if short and len(set(texts)) == len(texts) > 1 and len(body) > 1 else ()


def columns_by_content(body: Sequence[FormRow], headings: tuple[str, ...] = ()) -> Columns | None:
    """A column of sentences that score, one of numbers, and before them what is scored; None where they don't tell."""
    body = _whole(body)
    width = max((len(row.cells) for row in body), default=0)
    method = max(range(width), key=lambda n: (share(body, n), _length(body, n)), default=0)
    if not width or share(body, method) <= MOST:
        return None
    serial = (0,) if method and _counting(body, 0) else ()
    points = next((n for n in range(width) if n not in (method, *serial) and _numbers(body, n)), None)
    words = [n for n in range(method) if n != points and has_words(body, n) and not _numbers(body, n)]
    if not words:
        return None
    section = words[0] if len(words) > 1 and grouped(body, words[0]) else None
    item = words[1] if section is not None else words[0]
    targets = tuple(n for n in words if n > item)
    return Columns(section, item, points, targets, method, {}, headings or ("",) * width, (), None, serial)


def _length(body: Sequence[FormRow], place: int) -> int:
    return sum(map(len, _own(body, place)))


def _whole(body: Sequence[FormRow]) -> list[FormRow]:
    """The rows that are as wide as most, without lines across the table."""
    rows = [row for row in body if len({cell.text for cell in row.cells if cell.text.strip()}) > 1]
    width = Counter(len(row.cells) for row in rows).most_common(1)
    return [row for row in rows if len(row.cells) == width[0][0]]


def _counting(body: Sequence[FormRow], place: int) -> bool:
    """Whether a column numbers its rows."""
    own = [int(one) for one in _own(body, place) if one.isdecimal()]
    return len(own) == len(_own(body, place)) > 1 and own == list(range(own[0], own[0] + len(own)))


def _numbers(body: Sequence[FormRow], place: int) -> bool:
    """Whether most of what stands in a column are points."""
    own = _own(body, place)
    return sum(points_of(one) is not None for one in own) > len(own) * MOST


def _own(body: Sequence[FormRow], place: int) -> list[str]:
    return [words for row in body if not row.cells[place].continued and (words := joined(row.cells[place].text))]
