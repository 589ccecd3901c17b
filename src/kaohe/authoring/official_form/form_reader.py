"""A document's rows -> the official form: its tables' rows gathered into items and sections, page by page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kaohe.authoring.official_form.columns import Columns, columns_of, more_stages, with_sections
from kaohe.authoring.official_form.joined_words import joined, points_of, title_and_points
from kaohe.authoring.official_form.model import FormItem, FormSection, OfficialForm, Remark
from kaohe.problems import Problem, Problems
from kaohe.source.form_document.rows import FormRow, RowPlace

_ATTACHMENT = re.compile(r"附(件|表)\s*[\d一二三四五六七八九十]*[-—\d]*\s*[:：]?")
_UNIT = re.compile(r"(被?考核|填报|申报|自评)?(单位|县|地区)(名称)?(（[^）]*）|\([^)]*\))?[:：].*")
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+部分[:：]?)[^。；;，,]{2,24}"
)
"""一、组织领导（20分）, printed across the table."""
_TOTAL = re.compile(r"(合计|总计|总分|小计|总得分|合计得分|总分合计|得分合计|合计总分)[:：]?")
_SCORED = re.compile(r"分|扣|否决|等次|名次|加倍")
"""Words that may score; a line without any says nothing that a rubric needs."""
_NOWHERE = RowPlace("line", "", 0)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `columns` are those of the table that is being read."""

    rows: Sequence[FormRow]
    columns: Columns | None = None
    title: str = ""
    title_place: RowPlace = _NOWHERE
    attachment: str = ""
    unit_label: str = ""
    printed: Fraction | None = None
    subtotal: bool = False
    totals: int = 0
    above: Fraction = Fraction(0)
    """How many items the last row of totals stands below, and their points."""
    stages: dict[str, str] = field(default_factory=dict)
    sections: list[FormSection] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def row(self, row: FormRow) -> None:
        texts = [joined(cell.text) for cell in row.cells]
        found = columns_of(row) if row.in_table else None
        more = more_stages(row, self.columns) if self.columns and row.in_table else None
        if more is not None:
            self.stages = {**more, **self.stages}
        elif found is not None:
            self.columns = with_sections(found, self.rows)
            self.stages = {**found.stages, **self.stages}
        elif not row.in_table or (len({one for one in texts if one}) == 1 and _alone(row, texts, self.columns)):
            self._line(next(one for one in texts if one), row.place)
        elif self.columns is not None and len(texts) > self.columns.method:
            self._item(row, texts, self.columns)
        elif any(texts):
            self._line("，".join(dict.fromkeys(one for one in texts if one)), row.place)

    def _line(self, words: str, place: RowPlace) -> None:
        """A line outside of what is scored: the form's title, a section's within the table or above it, or a remark."""
        if _SECTION.fullmatch(words) and (self.columns is not None or (self.title and title_and_points(words)[1])):
            title, printed = title_and_points(words)
            self.sections.append(FormSection(title, printed, (), place))
        elif self.sections or self.columns is not None:
            self.remarks.append(Remark(words, place))
        elif _ATTACHMENT.fullmatch(words):
            self.attachment = words
        elif _UNIT.fullmatch(words):
            self.unit_label = words
        elif not self.title:
            self.title, self.title_place = words, place
        elif _SCORED.search(words):
            self.remarks.append(Remark(words, place))

    def _item(self, row: FormRow, texts: Sequence[str], columns: Columns) -> None:
        if any(_TOTAL.fullmatch(one) for one in texts[: columns.method]):
            self._total(None if columns.points is None else points_of(texts[columns.points]))
            return
        self._section(row, texts, columns)
        last = self.sections[-1].items[-1] if self.sections[-1].items else None
        cells = row.cells
        again = not texts[columns.item] or cells[columns.item].continued
        method = _method(row, texts, columns, first="" if cells[columns.method].continued and last else None)
        scored = columns.points is not None and texts[columns.points] and not cells[columns.points].continued
        if last is not None and again and not scored:
            if method:
                self._replace_last(replace(last, method=last.method + method))
            return
        title, bracketed = title_and_points(texts[columns.item] or (last.title if last else ""))
        printed = texts[columns.points] if columns.points is not None else ""
        points = points_of(printed) if printed else bracketed
        target = None if columns.target in (None, columns.item) else texts[columns.target]
        method = method or _method(row, texts, columns)
        if title or method:
            self._add(FormItem(title or method[:12], points, printed, target, method, row.place))

    def _total(self, printed: Fraction | None) -> None:
        """A row of totals: of all rows so far, or of those since the last one."""
        found = [one.points or Fraction(0) for section in self.sections for one in section.items]
        self.subtotal = printed in (sum(found), sum(found[self.totals :])) and printed != sum(found)
        self.printed, self.totals, self.above = printed, len(found), sum(found, Fraction(0))

    def _section(self, row: FormRow, texts: Sequence[str], columns: Columns) -> None:
        """Begin a section where the row has another title; at a page's top the same one is printed once more."""
        words = texts[columns.section] if columns.section is not None else ""
        title, printed = title_and_points(words)
        if self.sections and (not title or title == self.sections[-1].title):
            return
        self.sections.append(FormSection(title or self.title, printed, (), row.place))

    def _add(self, item: FormItem) -> None:
        section = self.sections.pop()
        self.sections.append(replace(section, items=(*section.items, item)))

    def _replace_last(self, item: FormItem) -> None:
        section = self.sections.pop()
        self.sections.append(replace(section, items=(*section.items[:-1], item)))


def _method(row: FormRow, texts: Sequence[str], columns: Columns, *, first: str | None = None) -> str:
    """The words of all columns that score, one after the other; `first` are those of the method's own."""
    beside = [texts[n] for n in columns.more if n < len(texts) and texts[n] and not row.cells[n].continued]
    said = [texts[columns.method] if first is None else first, *beside]
    words = [one for one in said if one.strip("-—/无")]
    return "".join(one if one[-1] in "。；;" or one is words[-1] else f"{one}。" for one in words)


def _alone(row: FormRow, texts: Sequence[str], columns: Columns | None) -> bool:
    """Whether a row of a table is one line across it: merged, or nothing beside its first cell."""
    merged = all(cell.continued for cell in row.cells[1:]) and len(row.cells) > 1
    method = columns is not None and len(texts) > columns.method and bool(texts[columns.method])
    return merged or (bool(texts[0]) and not method)


def official_form(rows: Sequence[FormRow], path: str) -> OfficialForm:
    """The form; raises Problems where no table has the headings that tell its columns."""
    reading = _Reading(rows)
    for row in rows:
        reading.row(row)
    sections = tuple(one for one in reading.sections if one.items)
    if not sections:
        raise Problems([Problem("no-form-table", path)])
    points = sum((one.points for one in sections), Fraction(0))
    of_part = reading.subtotal or (reading.printed == reading.above and points > reading.above > 0)
    stages = reading.stages if "self" in reading.stages else {"self": "自评分", **reading.stages}
    return OfficialForm(
        reading.title,
        reading.title_place,
        None if of_part else reading.printed,
        reading.attachment,
        reading.unit_label,
        stages,
        sections,
        tuple(reading.remarks),
    )
