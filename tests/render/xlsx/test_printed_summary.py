"""The summary as it comes out of the printer: every sheet on paper, its charts whole and beside no table."""

import re
from dataclasses import replace

import pytest

from kaohe.results.summary import Switched
from support.rendered.batches import ALL_SHEETS, batch, workbook
from support.rendered.printing import ON_PAPER, PDFTOTEXT, Office, run, squeezed

pytestmark = ON_PAPER
CHARTS = ("各单位总分（满分400）", "各单位两阶段总分", "失分最多的10个子项目（失分合计）")


@pytest.fixture(scope="module")
def papers(office: Office, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The words of each sheet of paper."""
    path = tmp_path_factory.mktemp("printed") / "summary.xlsx"
    found = batch()
    totals = (*(unit.total for unit in found.units[1:]), found.units[0].total)
    switched = Switched("a.b", "每次扣1分", "usual", "按次", "other", "按件", totals)
    path.write_bytes(workbook(replace(found, first=found.units, switched=(switched,))))
    office.convert("pdf", path.parent, path)
    return [squeezed(page) for page in run(PDFTOTEXT, path.with_suffix(".pdf"), "-").split("\f")[:-1]]


def test_every_sheet_begins_on_paper_of_its_own(papers: list[str]) -> None:
    titles = ALL_SHEETS[:-1]  # no file is bad
    found = [
        match[1] for page in papers if (match := re.match("全省就业工作单项考核表(" + "|".join(titles) + ")", page))
    ]
    assert found == titles


@pytest.mark.parametrize("title", CHARTS)
def test_each_chart_stands_on_one_paper(papers: list[str], title: str) -> None:
    assert sum(title in page for page in papers) == 1


def test_a_chart_below_a_table_stands_on_its_paper(papers: list[str]) -> None:
    (page,) = [page for page in papers if CHARTS[0] in page]
    assert "名次" in page
    assert all(page.count(unit.unit) == 2 for unit in batch().units if unit.total.score is not None)


def test_a_leader_gets_one_sheet_of_paper(papers: list[str]) -> None:
    titles = [re.match("全省就业工作单项考核表(要点|总排名)", page) for page in papers[:2]]
    assert [found and found[1] for found in titles] == ["要点", "总排名"]
