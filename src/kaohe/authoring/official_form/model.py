"""An official form as its document has it: sections, items, points, words, and the row of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from kaohe.source.form_document.rows import RowPlace

SelfStage = Literal["printed", "another", "none"]


class Beside(NamedTuple):
    """Words of a row in a column that is none of the form's own: 备注, 考核方式, 责任部门; `column` counts from 1."""

    heading: str
    text: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class FormItem:
    """A row of the form. `points` is None where the cell has no number; `printed` is what it has.

    `target` is None where the form has no such column. `shared` is the heading of a cell that is that of the row
    above too.
    """

    title: str
    points: Fraction | None
    printed: str
    target: str | None
    method: str
    place: RowPlace
    beside: tuple[Beside, ...] = ()
    shared: str = ""
    limit: str = ""
    """The most that the row gives or takes, where it is on top of the form's total: +5."""


@dataclass(frozen=True, slots=True)
class FormSection:
    """A group of rows; `printed` are the points that stand by its title, if any do."""

    title: str
    printed: Fraction | None
    items: tuple[FormItem, ...]
    place: RowPlace

    @property
    def points(self) -> Fraction:
        return sum((one.points or Fraction(0) for one in self.items), Fraction(0))


@dataclass(frozen=True, slots=True)
class Remark:
    """Words outside the rows that are scored."""

    text: str
    place: RowPlace


class ColumnAside(NamedTuple):
    """A column that is none of the form's own; `place` is the first row with words in it, of `rows`."""

    heading: str
    place: RowPlace
    rows: int
    column: int


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """`printed` are the points of all that a row of totals gives; `stages` are its columns for scores.

    `beside` are lines above the table that score nothing, `asides` the columns that are no part of its rows.
    """

    title: str
    title_place: RowPlace
    printed: Fraction | None
    attachment: str
    unit_label: str
    stages: Mapping[str, str]
    sections: tuple[FormSection, ...]
    remarks: tuple[Remark, ...]
    beside: tuple[Remark, ...] = ()
    asides: tuple[ColumnAside, ...] = ()
    self_stage: SelfStage = "printed"
    """Whether the first stage's name is printed, that of another column, or none of the form's."""
    empty: tuple[str, ...] = ()
    """Headings of columns in which no row says anything, but for those that scores are entered in."""

    @property
    def points(self) -> Fraction:
        return sum((one.points for one in self.sections), Fraction(0))

    @property
    def sheets(self) -> tuple[str, ...]:
        """The workbook's sheets that have rows of the form."""
        places = [item.place for section in self.sections for item in section.items]
        return tuple(dict.fromkeys(one.holder for one in places if one.kind == "sheet"))

    def items(self) -> Iterator[tuple[str, FormItem]]:
        """Every item with its number, 1.1 first."""
        for number, section in enumerate(self.sections, 1):
            for place, item in enumerate(section.items, 1):
                yield f"{number}.{place}", item
