"""The official form as it comes out of the printer: LibreOffice makes the PDF, pdftotext reads it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.workbook import workbook_bytes
from support.rendered.dossiers import alone
from support.rendered.printing import ON_PAPER, PDFTOTEXT, Office, run, squeezed
from support.rendered.sheets import form, official

TOP = 42.0  # points above the first row of a page
HEAD = 4  # the row that every page begins with
WORD = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>')

pytestmark = ON_PAPER


@pytest.fixture(scope="module")
def workbook(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook, with its PDF beside it."""
    path = tmp_path_factory.mktemp("printed") / "form.xlsx"
    path.write_bytes(workbook_bytes(alone(official()), "zh"))
    office.convert("pdf", path.parent, path)
    return path


def printed(workbook: Path, *options: str) -> str:
    """The PDF's words, cell by cell."""
    return run(PDFTOTEXT, "-raw", *options, workbook.with_suffix(".pdf"), "-")


def sentences(item: Mapping[str, Any]) -> list[str]:
    texts = [item["title"], *re.split("[。；]", item["target"]), *re.split("[。；]", item["method"])]
    return [squeezed(text) for text in texts if text]


def items() -> list[Mapping[str, Any]]:
    return [item for section in form()["sections"] for item in section["items"]]


def test_every_sentence_of_the_form(workbook: Path) -> None:
    official_part, _, others = squeezed(printed(workbook)).partition("扣分台账")
    assert others
    words = [form()["title"], *form()["form"].values(), *form()["stages"].values()]
    words += [f"{section['title']}（{section['points']}分）" for section in form()["sections"]]
    words += [sentence for item in items() for sentence in sentences(item)]
    assert [word for word in words if squeezed(word) not in official_part] == []


def test_no_line_is_cut_by_the_edge_of_its_row(workbook: Path) -> None:
    """A PDF holds the words that a too low row hides as well: so each must lie within its row."""
    shown = list(visible(workbook))
    cut = [
        (text, item["title"])
        for item, row in zip(items(), shown, strict=True)
        for text in sentences(item)
        if text not in row
    ]
    assert cut == []


def visible(workbook: Path) -> Iterator[str]:
    """The words that lie wholly within each item's row, row after row."""
    page = load_workbook(workbook)["考核表"]
    assert isinstance(page, Worksheet)
    scale = (page.page_setup.scale or 100) / 100
    heights = [(page.row_dimensions[row].height or 0.0) * scale for row in range(1, page.max_row)]
    breaks = [found.id for found in page.row_breaks.brk]
    pages = printed(workbook, "-bbox").split("<page ")[1:]
    for number, (start, stop) in enumerate(pairwise([HEAD, *breaks, len(heights)])):
        above = heights[:HEAD] if number == 0 else heights[HEAD - 1 : HEAD]
        words = [(float(top), float(bottom), unescape(text)) for top, bottom, text in WORD.findall(pages[number])]
        for upper, lower in pairwise(accumulate(heights[start:stop], initial=TOP + sum(above))):
            yield "".join(text for top, bottom, text in words if upper <= top and bottom <= lower)


def test_each_page_begins_with_the_heading(workbook: Path) -> None:
    pages = [squeezed(page) for page in printed(workbook).split("\f")]
    official_pages = [page for page in pages if "项目子项目分值目标要求评分办法" in page]
    assert len(official_pages) <= 14
    assert official_pages == pages[: len(official_pages)]
    assert "合计" in official_pages[-1]


def test_the_forms_pages_are_counted_alone(workbook: Path) -> None:
    """The other sheets are printed with it, and count on."""
    papers = [squeezed(page) for page in printed(workbook).split("\f")[:-1]]
    form_ = [page for page in papers if "页共" in page]
    assert 1 < len(form_) < len(papers)
    for number, page in enumerate(form_, start=1):
        assert f"第{number}页共{len(form_)}页" in page
