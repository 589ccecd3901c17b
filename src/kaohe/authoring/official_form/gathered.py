"""What has been read of a form so far: its lines, its sections with their items, its totals."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kaohe.authoring.official_form.columns import Columns
from kaohe.authoring.official_form.form_rows import item_of, method_of, own, went_on
from kaohe.authoring.official_form.joined_words import points_of, title_and_points
from kaohe.authoring.official_form.model import FormItem, FormSection, OfficialForm, Remark
from kaohe.authoring.official_form.on_top import on_top
from kaohe.authoring.official_form.outside import BLANK, TOTAL, Outside
from kaohe.authoring.official_form.whole import whole
from kaohe.source.form_document.rows import FormRow, RowPlace


@dataclass(slots=True)
class Gathered:
    """`begun` is where a table with other columns began; `totals` and `above` are of the last row of totals."""

    outside: Outside = field(default_factory=Outside)
    sections: list[FormSection] = field(default_factory=list)
    printed: Fraction | None = None
    subtotal: bool = False
    totals: int = 0
    above: Fraction = Fraction(0)
    """How many items the last row of totals stands below, and their points."""
    stages: dict[str, str] = field(default_factory=dict)
    begun: bool = False
    said: dict[str, bool] = field(default_factory=dict)
    """Whether any row says something below a heading of what is asked for, or of what is none of the form's own."""

    def head(self, columns: Columns, before: Columns | None, *, new: bool) -> None:
        self.stages = {**columns.stages, **self.stages}
        self.said = {**{columns.headings[n]: False for n in columns.told}, **self.said}
        self.begun = self.begun or (new and before is not None and columns.headings != before.headings)

    def line(self, words: str, place: RowPlace, *, started: bool, within: bool) -> None:
        """A line outside of what is scored: a total, the title of a section, or one that stands for itself."""
        title, points = title_and_points(words)
        if started and TOTAL.fullmatch(title):
            self.outside.leave()
            self._total(points)
        elif section := self.outside.section(words, place, started=started or bool(self.sections)):
            self.sections.append(section)
        else:
            self.outside.line(words, place, started=started or bool(self.sections), within=within)

    def loose(self, words: Sequence[str], place: RowPlace, *, started: bool) -> None:
        """A row of a table whose columns are not known, or that lacks some."""
        for one in ["，".join(words)] if started or self.sections else words:
            self.line(one, place, started=started, within=False)

    def item(self, row: FormRow, texts: Sequence[str], columns: Columns) -> None:
        if self._total_row(row, texts, columns):
            return
        said = [words for n in range(len(texts)) if (words := own(row, texts, n))]
        if said and all(map(BLANK.fullmatch, said)):
            self.outside.line("　".join(said), row.place, started=True, within=False)
            return
        self.said.update({columns.headings[n]: True for n in columns.told if n < len(texts) and texts[n]})
        self._section(row, texts, columns)
        last = self.sections[-1].items[-1] if self.sections[-1].items else None
        if last is not None and went_on(row, texts, columns):
            self._replace_last(item_of(row, texts, columns, last, on=True))
        elif texts[columns.item] or method_of(row, texts, columns):
            self._add(item_of(row, texts, columns, last, on=False))
        else:
            self.outside.left([words for n in range(len(texts)) if (words := own(row, texts, n))], row.place)

    def _total_row(self, row: FormRow, texts: Sequence[str], columns: Columns) -> bool:
        """Whether it is a row of totals; what else it says stands for itself."""
        scoring = (columns.method, *columns.more, *columns.targets)
        named = [n for n in range(len(texts)) if n not in scoring and TOTAL.fullmatch(title_and_points(texts[n])[0])]
        if not named:
            return False
        self.outside.leave()
        numbers = [points_of(texts[n]) for n in range(len(texts)) if n not in scoring]
        bracketed = title_and_points(texts[named[0]])[1]
        column = None if columns.points is None else points_of(texts[columns.points])
        self._total(column or bracketed or next((one for one in numbers if one is not None), None))
        words = [one for n in range(len(texts)) if n not in named and (one := own(row, texts, n)) and not _number(one)]
        self.outside.left(words, row.place)
        return True

    def _total(self, printed: Fraction | None) -> None:
        """A row of totals: of all rows so far, or of those since the last one."""
        found = [one.points or Fraction(0) for section in self.sections for one in section.items]
        self.subtotal = printed in (sum(found), sum(found[self.totals :])) and printed != sum(found)
        self.printed, self.totals, self.above = printed, len(found), sum(found, Fraction(0))

    def _section(self, row: FormRow, texts: Sequence[str], columns: Columns) -> None:
        """Begin a section where the row has another title; at a page's top the same one is printed once more."""
        waiting = self.outside.title(by_itself=columns.section is None, begun=self.begun)
        begun, self.begun = self.begun and not (self.sections and not self.sections[-1].items), False
        words, heading = "", ""
        if columns.section is not None:
            words, heading = texts[columns.section], columns.headings[columns.section]
        title, printed = title_and_points(words, heading)
        if columns.group_points is not None and printed is None:
            printed = points_of(texts[columns.group_points])
        if waiting is not None:
            self.sections.append(waiting)
        elif begun and columns.section is None:
            title = row.place.holder if row.place.kind == "sheet" else self.outside.heading
        if self.sections and (not title or title == self.sections[-1].title):
            return
        self.sections.append(FormSection(title or self.outside.heading, printed, (), row.place))

    def _add(self, item: FormItem) -> None:
        section = self.sections.pop()
        before = section.items
        if item.shared and before:
            before = (*before[:-1], replace(before[-1], shared=before[-1].shared or item.shared))
        self.sections.append(replace(section, items=(*before, item)))

    def _replace_last(self, item: FormItem) -> None:
        section = self.sections.pop()
        self.sections.append(replace(section, items=(*section.items[:-1], item)))

    def form(self) -> OfficialForm:
        """All of it; sections without items stand for themselves."""
        self.outside.leave()
        empty = [one for one in self.sections if not one.items]
        for one in empty:
            self.outside.remarks.append(Remark(one.title, one.place))
        sections = on_top([one for one in self.sections if one.items], self.printed)
        points = sum((one.points for one in sections), Fraction(0))
        of_part = self.subtotal or (self.printed == self.above and points > self.above > 0)
        form = whole(self.outside, None if of_part else self.printed, self.stages, sections)
        silent = [one for one, said in self.said.items() if not said and one not in self.stages.values()]
        return replace(form, empty=tuple(silent))


def _number(words: str) -> bool:
    return points_of(words) is not None
