"""The workbook and the report say the same of a batch: whatever the one marks, counts and adds up, the other does."""

import pytest

from kaohe.results.summary import Summary
from support.html_reader import read
from support.rendered.batches import batch, sheet, small, table
from support.rendered.reports import full_summary, report

BATCHES = [
    pytest.param(small(甲市=("4", "0", "9.5")), id="one unit"),
    pytest.param(small(甲市=("5", "5", "10"), 乙市=("5", "5", "10")), id="full marks"),
    pytest.param(small(甲市=("8", "4", "10"), 乙市=("6", "4", "12")), id="gains"),
    pytest.param(small(甲市=(None, "4", "10"), 乙市=("4", "4", None)), id="open"),
    pytest.param(batch(), id="a province"),
    pytest.param(full_summary(), id="everything"),
]


PARTS = [("ranking", "总排名"), ("scores", "得分表"), ("losses", "失分表"), ("lost_items", "失分分布")]


@pytest.mark.parametrize("summary", BATCHES)
def test_every_figure(summary: Summary) -> None:
    page = read(report(summary))
    for name, sheet_name in PARTS:
        found = page.by_id(name)
        told = found.all("table")[0].rows if found.all("table") else []
        written = table(sheet(summary, sheet_name))
        assert len(told) == len(written), name
        for texts, values in zip(told, written, strict=True):
            assert [*filter(None, map(_unlike, texts, values))] == [], name


def _unlike(text: str, value: object) -> str:
    """What the page says where the sheet has another value."""
    alike = _number(text, value) if isinstance(value, int | float) else text == str(value or "").replace("\n", " ")
    return "" if alike else f"{text}: {value}"


def _number(text: str, value: float) -> bool:
    """Whether a text is this number, as exactly as the text is."""
    if text.endswith("%"):
        return float(text.removesuffix("%")) == pytest.approx(value * 100, abs=0.0051)
    return float(text.replace("-", "0") if text == "-" else text) == pytest.approx(value)


@pytest.mark.parametrize("summary", BATCHES)
def test_what_every_unit_lost(summary: Summary) -> None:
    page, found = sheet(summary, "失分分布"), read(report(summary)).by_id("lost_items")
    marked = [cell.value for row in page.iter_rows(max_col=2) for cell in row if cell.fill.fill_type == "solid"]
    assert [one.text for one in found.all("th", "marked")] == marked
    assert [one.text for one in found.all("p", "note")] == [page["A3"].value, page["A4"].value]


def test_one_unit_marks_all_that_it_lost() -> None:
    found = read(report(small(甲市=("4", "0", "9.5")))).by_id("lost_items")
    assert [one.text for one in found.all("th", "marked")] == ["监测", "征缴", "培训"]
