"""Columns of a table by what stands in them: words of their own, and cells that go on over several rows."""

from collections.abc import Sequence
from itertools import pairwise

from kaohe.authoring.official_form.joined_words import joined, points_of
from kaohe.source.form_document.rows import FormRow


def has_words(body: Sequence[FormRow], place: int) -> bool:
    """Whether a cell of a column begins there and is not empty."""
    return any(_own(row, place) for row in body)


def only_numbers(body: Sequence[FormRow], place: int) -> bool:
    """Whether more than one cell of a column begins with words, and all of them are numbers."""
    own = [joined(row.cells[place].text) for row in body if _own(row, place)]
    return len(own) > 1 and all(points_of(one) is not None for one in own)


def grouped(body: Sequence[FormRow], place: int) -> bool:
    """Whether a cell of a column goes on over the next row, or the next row says the same or nothing there."""
    rows = [row for row in body if sum(_own(row, n) for n in range(len(row.cells))) > 1]
    return any(_goes_on(above, row, place) for above, row in pairwise(rows))


def in_one_section(above: FormRow, row: FormRow, first: int, own: Sequence[int]) -> bool:
    """Whether a row's own contents, points and method stand below those of another row with the same first cell."""
    if min(len(above.cells), len(row.cells)) <= max(first, *own):
        return False
    other = joined(row.cells[own[0]].text) != joined(above.cells[own[0]].text)
    return all(_own(row, n) for n in own) and other and _goes_on(above, row, first)


def _goes_on(above: FormRow, row: FormRow, place: int) -> bool:
    if min(len(above.cells), len(row.cells)) <= place:
        return False
    first = row.cells[place]
    return first.continued or not first.text.strip() or joined(first.text) == joined(above.cells[place].text)


def _own(row: FormRow, place: int) -> bool:
    return place < len(row.cells) and not row.cells[place].continued and bool(row.cells[place].text.strip())
