"""The rows of a workbook of cases as they came back: who says of which case that it is right, or what is due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.authoring.cases.signing.sealed_cases import SealedCases, SigningSheet
from kaohe.expr.dates import days
from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator
from kaohe.problems import Problem
from kaohe.results.signing_form import ENTERED, SHOWN
from kaohe.source.spreadsheet.sheet_cells import unescaped
from kaohe.submission.key_names import plainly
from kaohe.submission.typed_cell import BLANKS, plain_text, typed

RIGHT = frozenset(map(plainly, ("对", "正确", "是", "√", "✓", "✔", "right", "yes")))
WRONG = frozenset(map(plainly, ("不对", "错", "错误", "不正确", "否", "×", "✗", "✘", "wrong", "no")))
DAY, POINTS = Indicator(label="", kind="date"), Indicator(label="", kind="amount", unit="分")
ALL = "all"
"""The id of the row in which somebody signs all."""


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A case that somebody has signed: `due` is None where its points are right."""

    number: int
    row: int
    due: int | Decimal | None
    opinion: str
    by: str
    on: str


@dataclass(slots=True)
class SignedRows:
    """Reads the rows; `findings` are what is wrong in them, `unsigned` the numbers of those that nobody has signed."""

    sealed: SealedCases
    sheet: SigningSheet
    findings: list[Problem] = field(default_factory=list)
    unsigned: list[int] = field(default_factory=list)

    def signed(self) -> list[SignedRow]:
        """Every row that is signed and sound, in the order of the cases."""
        found: dict[int, SignedRow | None] = {}
        everyone = self._everyone()
        for row in sorted(self.sheet.cells):
            number = self.sheet.text(row, "number") if row > 1 else ""
            if self._id(row) == ALL or row == 1:
                continue
            if self._id(row) not in self.sealed.cells:
                self._stray(row)
            elif int(self._id(row)) in found:
                self._add("signing-row-twice", row, "number", number=number or self._id(row))
            else:
                found[int(self._id(row))] = self._row(row, everyone)
        gone = [number for number in map(int, self.sealed.cells) if number not in found]
        if gone:
            told_gone = {"numbers": spans(gone)}
            self.findings.append(
                Problem("signing-rows-gone", self.sealed.path, sheet=self.sheet.title, parameters=told_gone)
            )
        return [one for _, one in sorted(found.items()) if one is not None]

    def _id(self, row: int) -> str:
        return plain_text(self.sheet.cells[row].get(1))

    def _everyone(self) -> Mapping[str, str]:
        """The name and the date of who has checked all."""
        for row in sorted(self.sheet.cells):
            if row > 1 and self._id(row) == ALL:
                return {"by": self.sheet.text(row, "by"), "on": self._on(row)}
        return {"by": "", "on": ""}

    def _row(self, row: int, everyone: Mapping[str, str]) -> SignedRow | None:
        """None where it is not signed, or something is wrong in it."""
        before, number = len(self.findings), int(self._id(row))
        self._unchanged(row)
        verdict, due = plainly(self.sheet.text(row, "verdict")), self._due(row)
        by, on = self.sheet.text(row, "by"), self._on(row)
        if not verdict:
            self._without_verdict(row, number, due)
            return None
        if verdict not in RIGHT | WRONG:
            self._add("signing-verdict", row, "verdict", found=self.sheet.text(row, "verdict"))
            return None
        by, on = by or everyone["by"], on or everyone["on"]
        if len(self.findings) == before:
            self._weigh(row, right=verdict in RIGHT, due=due)
        for key, value in (("by", by), ("on", on)):
            if not value and len(self.findings) == before:
                self._add(f"signing-no-{key}", row, key)
        if len(self.findings) > before:
            return None
        return SignedRow(number, row, None if verdict in RIGHT else due, self.sheet.text(row, "opinion"), by, on)

    def _without_verdict(self, row: int, number: int, due: Any) -> None:
        if due is not None or any(self.sheet.text(row, key) for key in ENTERED[2:]):
            self._add("signing-verdict-missing", row, "verdict")
        else:
            self.unsigned.append(number)

    def _weigh(self, row: int, *, right: bool, due: Any) -> None:
        """Whether what is said to be due goes with the verdict."""
        shown = self.sealed.cells[self._id(row)]["points"]
        score = self.sealed.data["cases"][int(self._id(row)) - 1].get("score")  # beside it a grade may be shown
        same = due is not None and (plain(Fraction(due)) == shown or due == score)
        if right and due is not None and not same:
            self._add("signing-right-but-due", row, "due", found=due, points=shown)
        elif not right and due is None:
            self._add("signing-due-missing", row, "due")
        elif not right and same:
            self._add("signing-due-same", row, "due", points=shown)

    def _unchanged(self, row: int) -> None:
        """What nobody may change must be what was sealed."""
        for key in SHOWN:
            expected = unescaped(self.sealed.cells[self._id(row)][key]).strip(BLANKS)
            found = self.sheet.text(row, key).replace("\r\n", "\n").replace("\r", "\n")
            if found != expected:
                self._add("signing-cell-changed", row, key, found=_short(found), expected=_short(expected))

    def _due(self, row: int) -> Any:
        """The points that are due, None where nothing is entered."""
        cell = self.sheet.cells[row].get(self.sheet.columns["due"])
        entered = typed(cell, POINTS, "signed-number", since_1904=self.sheet.since_1904)
        if entered.refused:
            self._add(entered.refused, row, "due", label="", **entered.told)
        elif entered.value is not None and not isinstance(entered.value, int | Decimal):
            self._add("signing-due", row, "due", found=self.sheet.text(row, "due"))
        else:
            return entered.value
        return None

    def _on(self, row: int) -> str:
        cell = self.sheet.cells[row].get(self.sheet.columns["on"])
        entered = typed(cell, DAY, "date", since_1904=self.sheet.since_1904)
        if entered.refused:
            self._add(entered.refused, row, "on", label="", **entered.told)
        elif entered.value is not None and days(str(entered.value)) is None:
            self._add("date-expected", row, "on", label="", found=self.sheet.text(row, "on"))
        else:
            return str(entered.value or "")
        return ""

    def _stray(self, row: int) -> None:
        """A row of no case may hold nothing that somebody has entered; below the headings they are titles."""
        if self.sheet.text(row, "number").isdigit() or plainly(self.sheet.text(row, "verdict")) in RIGHT | WRONG:
            self._add("signing-row-unknown", row, "number")

    def _add(self, code: str, row: int, key: str, **parameters: object) -> None:
        place = self.sheet.place(row, key)
        found = Problem(code, self.sealed.path, place.row, place.column, parameters, sheet=place.sheet)
        self.findings.append(found)


def spans(numbers: list[int]) -> str:
    """`1–4、9` of many numbers."""
    return "、".join(f"{first}–{last}" if last > first else str(first) for first, last in _runs(sorted(numbers)))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for one in numbers[1:]:
        if one != last + 1:
            yield first, last
            first = one
        last = one
    yield first, last


SHORT = 60


def _short(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= SHORT else f"{flat[: SHORT - 1]}…"
