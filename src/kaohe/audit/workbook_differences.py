"""What differs between a workbook that came back and the same workbook drawn anew: every cell, by its place."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from kaohe.audit.cell_contents import Content, Contents, Formula, Place, contents, same, shown
from kaohe.audit.out_of_sight import beside_cells, order_of_pages
from kaohe.audit.pages import Pages
from kaohe.audit.row_alignment import Alignment, align
from kaohe.audit.score_cells import FIRST_STAGE, Scored, head_row, scored
from kaohe.audit.unsealed_cells import SealedCells
from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.xlsx.workbook import drawn
from kaohe.results.dossier import Dossier

OF_EVIDENCE = ("evidence", "doubtful", "without")
"""Pages that rest on files which lie elsewhere: they may be there, and are not compared."""
FEW = 6
"""So many cells say which row is meant."""
MOST_ADDED = 200
"""So many cells of a page in which nothing should be are told one by one."""
FURTHER = 500
"""Rows and columns beyond the page that was sent in which one of its own is still looked for."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many cells were compared, and the differences."""

    cells: int
    problems: tuple[Problem, ...]


def differences(
    pages: Pages, dossier: Dossier, written: Language, language: Language, passed: frozenset[str]
) -> Compared:
    """All that differs from what a dossier gives in the language that the workbook is written in.

    A text that is one of `passed` may stand where another of them should.
    """
    cells, problems = 0, list[Problem]()
    sheets = drawn(dossier, written).worksheets
    for number, page in enumerate(sheets):
        own, found = contents(page), pages.contents(page.title)
        places = scored(page, dossier, language) if number == 0 else {}
        cells += len(own)
        if found is None:
            problems.append(Problem("sheet-missing", pages.path, parameters={"sheet": page.title}))
            continue
        told = _Told(pages.path, page.title, language, places, own, head_row(page))
        problems += _Page(told, own, found, passed).problems()
    titles = [page.title for page in sheets]
    known = titles + [say(f"workbook.{name}", written) for name in OF_EVIDENCE]
    problems += order_of_pages(pages.path, pages.workbook, titles)
    return Compared(cells, (*problems, *beside_cells(pages.path, pages.workbook, known)))


def sealed_differences(pages: Pages, sealed: SealedCells, language: Language) -> Compared:
    """All that differs from the cells that a workbook is sealed with."""
    cells, problems = 0, list[Problem]()
    for title, page in sealed.pages.items():
        found = pages.contents(title)
        cells += len(page.cells)
        if found is None:
            problems.append(Problem("sheet-missing", pages.path, parameters={"sheet": title}))
            continue
        told = _Told(pages.path, title, language, {}, page.cells, page.head, many=True)
        problems += _Page(told, page.cells, found, frozenset()).problems()
    return Compared(cells, (*problems, *beside_cells(pages.path, pages.workbook, sealed.pages)))


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts the differences of one page into problems."""

    path: str
    sheet: str
    language: Language
    places: Mapping[Place, Scored]
    own: Contents
    head: int
    many: bool = False
    """Whether the page is about many units: then every row that is gone is told."""

    def cell(self, at: Place, place: Place, expected: Content, found: Content) -> Problem:
        """A cell that stands at `at` now, and at `place` on the page as it was drawn."""
        of = self.places.get(place)
        cell = f"{get_column_letter(at[1])}{at[0]}"
        parameters = {
            "sheet": self.sheet,
            "cell": cell,
            "where": self._where(f"{self.sheet}!{cell}", place),
            "found": shown(found, expected, self.language),
            "expected": shown(expected, found, self.language),
            **({"item": of.item, "stage": of.stage} if of else {}),
        }
        if of and expected is None:
            return Problem("score-entered", self.path, parameters=parameters, severity="warning")
        changed = "score-changed" if of else "cell-changed"
        return Problem("formula-in-cell" if isinstance(found, Formula) else changed, self.path, parameters=parameters)

    def gone(self, row: int) -> Iterator[Problem]:
        """An item, or a row of a table of units, that is not there any more."""
        if self.many:
            held = [str(self.own[place]) for place in sorted(self.own) if place[0] == row]
            what = "　".join(" ".join(one.split()) for one in held[:FEW])
            yield Problem("row-gone", self.path, parameters={"sheet": self.sheet, "found": what})
        of = self.places.get((row, FIRST_STAGE))
        if of is not None:
            yield Problem("item-gone", self.path, parameters={"sheet": self.sheet, "item": of.item, "title": of.title})

    def moved(self, rows: Alignment, columns: Alignment) -> Problem:
        counts = {
            "added_rows": len(rows.added),
            "gone_rows": len(rows.gone),
            "added_columns": len(columns.added),
            "gone_columns": len(columns.gone),
        }
        return Problem("form-moved", self.path, parameters={"sheet": self.sheet, **counts})

    def _where(self, cell: str, place: Place) -> str:
        of, heading = self.places.get(place), self.own.get((self.head, place[1])) if self.head else None
        if of is not None:
            return say("verification.score_at", self.language, cell=cell, title=of.title, stage=of.stage)
        if heading is None or place[0] <= self.head:
            return cell
        return say("verification.cell_at", self.language, cell=cell, heading="".join(str(heading).split()))


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: as it was drawn, and as it came back."""

    told: _Told
    own: Contents
    found: Contents
    passed: frozenset[str]

    def problems(self) -> Iterator[Problem]:
        """Cell by cell; where lines were moved, those that are found again, and the rest in one problem."""
        columns = self._columns()
        rows = self._rows(columns)
        if not rows.moved and not columns.moved:
            yield from self._cells({place: place for place in (*self.own, *self.found)})
            return
        yield self.told.moved(rows, columns)
        for row in rows.gone:
            yield from self.told.gone(row + 1)
        yield from self._cells(
            {(row + 1, column + 1): (at + 1, to + 1) for row, at in rows.both for column, to in columns.both}
        )

    def _cells(self, now: Mapping[Place, Place]) -> Iterator[Problem]:
        """The differences at the places of the page as it was drawn, by where each is now."""
        added = 0
        for place in sorted(now):
            expected, found = self.own.get(place), self.found.get(now[place])
            if same(expected, found) or {expected, found} <= self.passed:
                continue
            added += expected is None
            if expected is not None or added <= MOST_ADDED:
                yield self.told.cell(now[place], place, expected, found)
        if added > MOST_ADDED:
            told = {"sheet": self.told.sheet, "count": added - MOST_ADDED}
            yield Problem("cells-added", self.told.path, parameters=told)

    def _columns(self) -> Alignment:
        """The columns by their headings, wherever the row of headings is now."""
        width, head = _last(self.own, 1), self.told.head
        own = [self.own.get((head, column)) if head else None for column in range(1, width + 1)]
        known = set(own) - {None}
        alike = Counter(row for (row, _), content in self.found.items() if content in known)
        row = max(alike, key=lambda one: (alike[one], one == head, -one), default=head) if head else head
        most = min(_last(self.found, 1), width + FURTHER)
        return align(own, [self.found.get((row, column)) for column in range(1, most + 1)] if head else own)

    def _rows(self, columns: Alignment) -> Alignment:
        """The rows by all that stands in them; on the form, by all but their section, which is merged, and scores."""
        fixed = [pair for pair in columns.both if not self.told.places or 1 < pair[0] + 1 < FIRST_STAGE]
        height = _last(self.own, 0)
        most = min(_last(self.found, 0), height + FURTHER)
        return align(
            [tuple(self.own.get((row, column + 1)) for column, _ in fixed) for row in range(1, height + 1)],
            [tuple(self.found.get((row, column + 1)) for _, column in fixed) for row in range(1, most + 1)],
        )


def _last(contents: Contents, axis: int) -> int:
    """The last row (axis 0) or column (axis 1) in which something stands."""
    return max((place[axis] for place in contents), default=0)
