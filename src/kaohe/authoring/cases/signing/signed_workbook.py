"""A workbook of cases becomes a file of cases: the rows that are signed, each at its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.authoring.cases.signing.sealed_cases import SealedCases, SigningSheet, opened
from kaohe.authoring.cases.signing.signed_rows import SignedRow, SignedRows, spans
from kaohe.problems import Problem, Problems
from kaohe.source.workbook_document import CellPlace, WorkbookDocument

RESULTS = ("points", "rules", "sections", "score", "grade", "grades")


@dataclass(frozen=True, slots=True)
class Objection:
    """A case of which somebody says that the points are wrong, with its name, and what the rubric gives."""

    name: str
    row: SignedRow
    points: str


@dataclass(frozen=True, slots=True)
class SignedCases:
    """What came back: `document` is what a file of the signed cases would be."""

    document: WorkbookDocument
    sealed: SealedCases
    agreed: int
    objections: tuple[Objection, ...]
    unsigned: tuple[int, ...]

    @property
    def cases(self) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = self.document.data["cases"]
        return found


def signed_cases(path: str) -> SignedCases:
    """The signed rows of a workbook; what is wrong in others is found in its document.

    Raises Problems where it is no workbook of cases or was altered as a whole, OSError.
    """
    sealed, sheet = opened(path)
    rows = SignedRows(sealed, sheet)
    signed = rows.signed()
    cases = [_case(sealed.data["cases"][one.number - 1], one) for one in signed]
    data = {**sealed.data, "rubric": sealed.rubric["name"], "cases": cases}
    said = _unsigned(path, sheet.title, rows.unsigned, len(sealed.cells))
    places = dict(_places(sheet, signed))
    none = Problem("signing-none", path, sheet=sheet.title, parameters={"every": len(sealed.cells)})
    findings = tuple(rows.findings) if signed or rows.findings else (none,)
    document = WorkbookDocument(path, data, b"", "", [], places, findings, said if signed else (), {})
    objections = tuple(_objection(sealed, one) for one in signed if one.due is not None)
    return SignedCases(document, sealed, len(signed) - len(objections), objections, tuple(rows.unsigned))


def signed_document(path: str) -> WorkbookDocument:
    """What a file of the signed cases would be; raises Problems also where there are none."""
    found = signed_cases(path)
    if not found.cases:
        raise Problems(found.document.findings)
    return found.document


def _objection(sealed: SealedCases, row: SignedRow) -> Objection:
    case, cells = sealed.data["cases"][row.number - 1], sealed.cells[str(row.number)]
    return Objection(case["name"], row, cells["points"])


def _case(written: Mapping[str, Any], row: SignedRow) -> dict[str, Any]:
    """The case as it was written, signed; where the points are wrong, with those that are due alone."""
    signed = {"by": row.by, "on": row.on}
    if row.due is None:
        return {**written, "signed": signed}
    facts = {key: value for key, value in written.items() if key not in RESULTS}
    if "item" in written:
        return {**facts, "points": row.due, "signed": signed}
    if "score" in written:
        return {**facts, "score": row.due, "signed": signed}
    return {**facts, "points": dict.fromkeys(written["points"], row.due), "signed": signed}


def _places(sheet: SigningSheet, signed: list[SignedRow]) -> Any:
    yield (), CellPlace(sheet.title)
    for number, one in enumerate(signed):
        at = ("cases", number)
        yield at, sheet.place(one.row, "number")
        yield (*at, "facts"), sheet.place(one.row, "facts")
        points = sheet.place(one.row, "points" if one.due is None else "due")
        yield from (((*at, key), points) for key in RESULTS)
        yield (*at, "signed"), sheet.place(one.row, "by")


def _unsigned(path: str, title: str, numbers: list[int], every: int) -> tuple[Problem, ...]:
    """How many nobody has signed, and which."""
    if not numbers:
        return ()
    told = {"count": len(numbers), "every": every, "numbers": spans(numbers)}
    return (Problem("signing-open", path, sheet=title, parameters=told, severity="notice"),)
