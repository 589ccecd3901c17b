"""The page about workbooks: what its table says of a cell is what becomes of it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.problems import Problems
from kaohe.source.file_findings import FileFindings
from kaohe.source.program_data import document_of
from kaohe.source.spreadsheet.number_formats import Shown
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.submission.answers import Place, answer
from kaohe.submission.typed_cell import typed
from support.folders import TOP

PAGE = (TOP / "docs" / "workbooks.md").read_text(encoding="utf-8")
SHOWN: dict[str, Shown] = {"常规": "number", "百分比": "percent", "日期": "date"}
QUOTED = re.compile("`([^`]+)`")
EVERY = "任何一种"
SINGLE = [name for name, kind in KINDS.items() if "" in kind.fields and kind.sample]
"""The kinds that one cell holds."""


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Each kind with each format, value and outcome of a row."""
    for line in PAGE.splitlines():
        kinds, forms, values, outcome = [*line.strip("|").split(" | "), *[""] * 4][:4]
        if not line.startswith("| `") and EVERY not in line:
            continue
        for kind in QUOTED.findall(kinds) or SINGLE:
            for form in forms.split("、"):
                yield from ((kind, form, value, outcome) for value in QUOTED.findall(values))


def cell(form: str, value: str) -> Cell:
    if form == "文本":
        return Cell("text", value, "number")
    if form == "逻辑值":
        return Cell("flag", str(int(value == "TRUE")), "number")
    return Cell("number", value, SHOWN[form])


def becomes(kind: KindName, form: str, value: str) -> Any:
    """What is read of it; raises Problems with what is wrong."""
    indicator = Indicator(label="事实", kind=kind, unit="次")
    name, reader = next(iter(KINDS[kind].fields.items()))
    found = typed(cell(form, value), indicator, reader.name)
    findings = FileFindings(document_of({}, "页"))
    if found.refused:
        findings.add(found.refused, (), {})
    place = Place(0, 1, indicator, optional=True, reader=reader, readers={name: reader}, parts={})
    (read,) = answer(place, found.value, (), findings) if name == "" else [found.value]
    findings.raise_any()
    return read


def meant(kind: KindName, text: str) -> Any:
    """What a unit's file would have."""
    if text == NOT_APPLICABLE.value:
        return NOT_APPLICABLE
    reader = next(iter(KINDS[kind].fields.values()))
    return reader.read(Decimal(text) if re.fullmatch(r"[\d.]+", text) else text)


@pytest.mark.parametrize(("kind", "form", "value", "outcome"), list(rows()))
def test_the_table_is_true(kind: KindName, form: str, value: str, outcome: str) -> None:
    (expected,) = QUOTED.findall(outcome)
    if "问题" in outcome:
        with pytest.raises(Problems) as found:
            becomes(kind, form, value)
        assert [one.code for one in found.value.problems] == [expected]
    else:
        assert becomes(kind, form, value) == meant(kind, expected)


def test_every_kind_is_in_the_table() -> None:
    assert {kind for kind, *_ in rows()} == set(SINGLE)
