"""An official form as its document has it: sections, items, points, words, and the row of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.source.form_document.rows import RowPlace


@dataclass(frozen=True, slots=True)
class FormItem:
    """A row of the form. `points` is None where the cell has no number; `printed` is what it has.

    `target` is None where the form has no such column.
    """

    title: str
    points: Fraction | None
    printed: str
    target: str | None
    method: str
    place: RowPlace


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


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """`printed` are the points of all that a row of totals gives; `stages` are its columns for scores."""

    title: str
    title_place: RowPlace
    printed: Fraction | None
    attachment: str
    unit_label: str
    stages: Mapping[str, str]
    sections: tuple[FormSection, ...]
    remarks: tuple[Remark, ...]

    @property
    def points(self) -> Fraction:
        return sum((one.points for one in self.sections), Fraction(0))

    def items(self) -> Iterator[tuple[str, FormItem]]:
        """Every item with its number, 1.1 first."""
        for number, section in enumerate(self.sections, 1):
            for place, item in enumerate(section.items, 1):
                yield f"{number}.{place}", item
