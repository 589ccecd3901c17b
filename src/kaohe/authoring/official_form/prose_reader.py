"""A form without tables -> the official form: numbered items with points, each with its words below or behind it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from kaohe.authoring.official_form.joined_words import joined, title_and_points
from kaohe.authoring.official_form.model import FormSection, OfficialForm, Remark
from kaohe.authoring.official_form.outside import NOTE, TITLE, TOTAL, Outside
from kaohe.authoring.official_form.prose_item import ProseItem
from kaohe.authoring.official_form.prose_lines import LONGEST, Entry, entry_of, headed, labelled
from kaohe.authoring.official_form.scoring_marks import may_score, scores
from kaohe.authoring.official_form.whole import whole
from kaohe.source.form_document.rows import FormRow

_BESIDES = re.compile(r"[加减扣奖]分|附加|奖惩|奖励|惩戒|否决|倒扣")
_EXTRA = re.compile(
    r"[^。；;，,：:]{0,6}(?:[加减扣]分|奖惩|奖励|否决)(?:项|项目|情形|事项|指标)?(?:[（(][^（）()]*[)）])?[:：]?"
)
"""A line of its own, without a number."""
FEWEST = 2
"""So many items with points of their own make a form."""


def prose_form(rows: Sequence[FormRow]) -> OfficialForm | None:
    """None where no lines are numbered items with points."""
    for loose in (False, True):
        entries = [one for row in rows for one in _entries(row, loose=loose)]
        rank = _rank(entries)
        if rank is not None:
            return _Prose(rank, _gap(entries)).read(entries)
    return None


def _entries(row: FormRow, *, loose: bool) -> Iterator[Entry]:
    """The lines of a paragraph; a row of a table is one that stands for itself."""
    own = [cell.text for cell in row.cells if not cell.continued and cell.text.strip()]
    if len(own) > 1:
        yield Entry(None, "", "，".join(map(joined, own)), row.place, apart=True)
    else:
        lines = (joined(line) for text in own for line in text.split("\n"))
        yield from (entry_of(line, row.place, loose=loose, heading=row.heading) for line in lines if line)


def _rank(entries: Sequence[Entry]) -> int | None:
    """How small a part the items are: those that most often have points and words of their own."""
    found: Counter[int] = Counter()
    for one, after in pairwise([*entries, Entry(0, "", "", entries[-1].place)] if entries else []):
        if one.rank is None:
            continue
        own = headed(one.words)
        inside = after.rank is None or (after.rank > one.rank and not _pointed(after))
        found[one.rank] += (_pointed(one) and (bool(own.rest) or inside)) or (inside and bool(_labels(after, "points")))
    best = max(found, key=lambda rank: (found[rank], rank), default=None)
    return best if best is not None and found[best] >= FEWEST else None


def _pointed(entry: Entry) -> bool:
    return headed(entry.words).points is not None


def _labels(entry: Entry, kind: str) -> list[str]:
    return [words for label, _, words in labelled(entry.text)[1] if label == kind]


def _gap(entries: Sequence[Entry]) -> int:
    """How many lines are from one to the next where no empty ones are between."""
    return min((after.place.number - one.place.number for one, after in pairwise(entries)), default=1) or 1


def _only_title(entry: Entry, after: Entry) -> bool:
    """党建工作（20分）right above 支部建设（8分）, both without a number, is the title of those that follow."""
    plain = entry.words == entry.text and not headed(entry.words).rest
    return plain and entry.rank is not None and after.rank == entry.rank and after.words == after.text


@dataclass(slots=True)
class _Prose:
    """`groups` are titles above others' with points, and the number of the first section below."""

    rank: int
    gap: int
    outside: Outside = field(default_factory=Outside)
    sections: list[FormSection] = field(default_factory=list)
    items: list[list[ProseItem]] = field(default_factory=list)
    groups: list[tuple[Entry, int]] = field(default_factory=list)
    open: ProseItem | None = None
    last: int = 0
    printed: Fraction | None = None

    def read(self, entries: Sequence[Entry]) -> OfficialForm:
        for entry, after in pairwise([*entries, Entry(None, "", "", entries[-1].place)]):
            if not self._total(entry):
                self._entry(entry, after)
            self.last = entry.place.number
        self.outside.leave()
        printed = self.printed or self._groups()
        made = [
            FormSection(one.title, one.printed, tuple(item.made() for item in items), one.place)
            for one, items in zip(self.sections, self.items, strict=True)
        ]
        return whole(self.outside, printed, {}, tuple(one for one in made if one.items))

    def _total(self, entry: Entry) -> bool:
        """A line of totals, which ends the items."""
        own = headed(entry.words.rstrip("。"))
        if own.points is None or own.rest or not TOTAL.fullmatch(own.title):
            return False
        self.printed, self.open = own.points, None
        return True

    def _entry(self, entry: Entry, after: Entry) -> None:
        if self._scores_for_section(entry):
            self._open(self.groups[-1][0])
        if entry.apart:
            self._aside(entry)
        elif entry.rank is None and _EXTRA.fullmatch(entry.text):
            if after.rank == self.rank:
                self._section(entry)
            else:
                self._open(entry)
        elif entry.rank is None and entry.heading:
            self._aside(entry)
        elif entry.rank is None or NOTE.match(entry.text):
            self._words(entry)
        elif self.open is not None and entry.rank > self.rank:
            self.open.more(entry.text)
        elif entry.rank == self.rank and not _only_title(entry, after) and self._is_item(entry, after):
            self._open(entry)
        elif (entry.rank < self.rank or _only_title(entry, after)) and TITLE.fullmatch(entry.text):
            self._section(entry)
        else:
            self._aside(entry)

    def _section(self, entry: Entry) -> None:
        """A title above items begins a section."""
        self.open = None
        self.outside.leave()
        self.groups.append((entry, len(self.sections)))
        title, printed = title_and_points(entry.text)
        self.sections.append(FormSection(title, printed, (), entry.place))
        self.items.append([])

    def _scores_for_section(self, entry: Entry) -> bool:
        """Whether words stand right below the title of a section that has no items, and score."""
        below = bool(self.sections) and not self.items[-1] and (entry.rank is None or entry.rank > self.rank)
        if not (self.open is None and below and scores(entry.text)) or NOTE.match(entry.text):
            return False
        return self.sections[-1].printed is not None or _BESIDES.search(self.sections[-1].title) is not None

    def _is_item(self, entry: Entry, after: Entry) -> bool:
        """One with points; without any, one that scores, or whose labelled words stand below."""
        own = headed(entry.words)
        below = after.rank is None and any(label != "beside" for label, _, _ in labelled(after.text)[1])
        extra = bool(self.sections) and len(own.title) <= LONGEST and _BESIDES.search(own.title) is not None
        return _pointed(entry) or scores(own.rest) or bool(own.printed) or (not own.rest and (below or extra))

    def _open(self, entry: Entry) -> None:
        if not self.sections:
            self.sections.append(FormSection(self.outside.heading, None, (), entry.place))
            self.items.append([])
        self.outside.leave()
        self.open = ProseItem(headed(entry.words), entry)
        self.items[-1].append(self.open)

    def _words(self, entry: Entry) -> None:
        """A line without a number goes on with the item, unless an empty one is between or it is a note."""
        near = entry.place.number - self.last <= self.gap or bool(labelled(entry.text)[1])
        if self.open is not None and near and not NOTE.match(entry.text):
            self.open.more(entry.text)
        else:
            self._aside(entry)

    def _aside(self, entry: Entry) -> None:
        self.open = None
        self.outside.line(entry.text, entry.place, started=bool(self.sections), within=False)

    def _groups(self) -> Fraction | None:
        """Titles above others: their points are checked against what is below; those of all are the form's."""
        printed: Fraction | None = None
        for number, (entry, first) in enumerate(self.groups):
            if self.items[first]:
                continue
            rank = entry.rank or 0
            after = (start for other, start in self.groups[number + 1 :] if (other.rank or 0) <= rank)
            below = range(first + 1, next(after, len(self.sections)))
            points = title_and_points(entry.text)[1]
            found = sum((item.points for n in below for item in self.items[n]), Fraction(0))
            remark = Remark(entry.text, entry.place)
            if points is not None and below and sum(map(len, self.items)) == sum(len(self.items[n]) for n in below):
                printed = points
                self.outside.beside.append(remark)
            elif points == found or not may_score(entry.text):
                self.outside.beside.append(remark)
            else:
                self.outside.remarks.append(remark)
        return printed
