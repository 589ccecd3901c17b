"""The rows at the top of a table that name its columns: one, or two where the second divides what the first names."""

from collections.abc import Sequence
from dataclasses import dataclass

from kaohe.authoring.official_form.headings import METHOD, SENTENCE, WEAK_METHOD, kind_of
from kaohe.authoring.official_form.joined_words import joined, points_of
from kaohe.authoring.official_form.outside import BLANK
from kaohe.authoring.official_form.scoring_marks import names_points, scores
from kaohe.source.form_document.rows import FormRow

LONGEST = 16
"""No heading has more characters."""
SHORTEST = 4
"""加分 and 扣分项 are titles: words that score have more characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading; `above` is the one over several columns, `begins` is whether its cell begins here."""

    text: str
    above: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What names the columns of a table, how many rows of it do, and the rows below."""

    headings: tuple[Heading, ...]
    height: int
    body: tuple[FormRow, ...]


def head_at(rows: Sequence[FormRow], at: int, *, first: bool) -> Head | None:
    """The head that begins there; `first` where a table does: what scores below may tell what no heading says."""
    texts = [joined(cell.text) for cell in rows[at].cells]
    plain = not any(SENTENCE.search(one) or BLANK.fullmatch(one) or points_of(one) is not None for one in texts)
    if len(set(texts)) < 2 or not plain:  # noqa: PLR2004 - one heading names nothing apart
        return None
    headings, height = _headings(rows, at, texts)
    body = body_of(rows, at + height)
    named = any(
        METHOD.search(one) and len(one) <= LONGEST for heading in headings for one in (heading.text, heading.above)
    )
    if not (named or (first and _weak(headings, body))):
        return None
    return Head(headings, height, body)


def _headings(rows: Sequence[FormRow], at: int, texts: Sequence[str]) -> tuple[tuple[Heading, ...], int]:
    own = _second(rows, at, texts)
    above: list[str] = []
    for place, cell in enumerate(rows[at].cells):
        goes_on = cell.continued or (own is not None and not texts[place])
        above.append(above[-1] if place and goes_on else texts[place])
    begins = [not cell.continued for cell in rows[at].cells]
    if own is None:
        return tuple(map(Heading, texts, above, begins)), 1
    found = [Heading(own[n] or text, above[n], begins[n] or bool(own[n])) for n, text in enumerate(texts)]
    return tuple(found), 2


def _second(rows: Sequence[FormRow], at: int, texts: Sequence[str]) -> list[str] | None:
    """What a second row of headings has of its own; None where the next row is none."""
    if at + 1 >= len(rows) or not _same_table(rows[at], rows[at + 1]) or len(rows[at + 1].cells) != len(texts):
        return None
    cells = rows[at + 1].cells
    below = [joined(cell.text) for cell in cells]
    if len({one for one in below if one}) < 2 and not any(cell.continued for cell in cells):  # noqa: PLR2004 - a line across
        return None
    kept = [cell.continued and below[n] == texts[n] for n, cell in enumerate(cells)]
    own = ["" if kept[n] else one for n, one in enumerate(below)]
    divided = [n for n, cell in enumerate(rows[at].cells) if not texts[n] or (n and cell.continued)]
    inside = all(n in divided or n + 1 in divided for n, one in enumerate(own) if one)
    fits = any(own) if any(kept) else inside
    short = all(len(one) <= LONGEST and not names_points(one) and points_of(one) is None for one in own)
    method = [n for n, one in enumerate(texts) if METHOD.search(one) and not rows[at].cells[n].continued]
    clear = all(kept[n] or not own[n] or n + 1 in divided for n in method)
    return own if fits and short and clear and any(own) else None


def body_of(rows: Sequence[FormRow], start: int) -> tuple[FormRow, ...]:
    """The rows of the same table, from there on, up to where its headings stand again; a text's tables are one."""
    found: list[FormRow] = []
    for row in rows[start:]:
        if not _same_table(rows[start], row):
            break
        if row.in_table:
            named = any(METHOD.search(cell.text) and len(cell.text) <= LONGEST for cell in row.cells)
            if named and not any(scores(cell.text) for cell in row.cells):
                break
            found.append(row)
    return tuple(found)


def _same_table(row: FormRow, other: FormRow) -> bool:
    return (row.place.kind, row.place.holder) == (other.place.kind, other.place.holder)


def _weak(headings: Sequence[Heading], body: Sequence[FormRow]) -> bool:
    """Whether short words, none of them alike, stand above columns of which one scores."""
    texts = [one.text for one in headings]
    plain = all(len(one) <= LONGEST // 2 + 2 and not any(map(str.isdigit, one)) for one in texts)
    known = any(kind_of(one) in ("name", "target") for one in texts)
    return plain and known and any(WEAK_METHOD.fullmatch(one) and share(body, n) > 0 for n, one in enumerate(texts))


def share(body: Sequence[FormRow], place: int) -> float:
    """Of the cells of a column with words of their own, how many score."""
    found = [row.cells[place] for row in body if place < len(row.cells)]
    own = [cell.text for cell in found if cell.text.strip() and not cell.continued]
    return sum(len(one) > SHORTEST and scores(one) for one in own) / len(own) if own else 0
