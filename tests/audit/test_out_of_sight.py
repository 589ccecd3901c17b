"""What is done to a workbook beside its cells is named, and so is each cell of a summary that was changed."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from support.command_line import CITIES, kaohe
from support.stage_files import RUBRICS
from support.workbooks import FORM, LEDGER, edited, three_stage_workbook

Edit = Callable[[Workbook], object]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay_units() -> None:
    Path("units").mkdir(exist_ok=True)
    for name in ("form.yaml", "parameters.yaml"):
        Path("units", name).write_bytes((RUBRICS / name).read_bytes())
    own = (RUBRICS / "unit.yaml").read_text(encoding="utf-8")
    for late, unit in enumerate(("甲市", "乙市", "=1+1")):
        text = own.replace("甲市", f'"{unit}"').replace("late: 1", f"late: {late}")
        Path(f"units/{late}.yaml").write_text(text, encoding="utf-8")


@cache
def summary() -> bytes:
    """A summary of three units."""
    lay_units()
    assert kaohe("batch", "units", "-o", "汇总.xlsx").code == 0
    return Path("汇总.xlsx").read_bytes()


def said(content: bytes, code: int, language: Language = "zh") -> list[str]:
    Path("表.xlsx").write_bytes(content)
    ran = kaohe("verify", "表.xlsx", "--lang", language)
    assert (ran.code, ran.err) == (code, ""), ran.out
    return [line.removeprefix("表.xlsx: ") for line in ran.out.splitlines()]


def test_a_summary_is_sealed() -> None:
    (line,) = said(summary(), 0)
    assert line == "工作考核表考核汇总：核对 267 格，和写成时一样"
    assert said(edited(summary(), lambda _: None), 0) == [line]
    (english,) = said(summary(), 0, "en")
    assert english.endswith("compared, all as they were written")


def _hide_rows(book: Workbook) -> None:
    for row in (5, 6, 8):
        page(book).row_dimensions[row].hidden = True
    page(book).row_dimensions[10].height = 0.5


def page(book: Workbook, number: int = 0) -> Worksheet:
    """A sheet of a unit's workbook, or of a summary from its ranking on."""
    titles = book.sheetnames
    found = book.worksheets[number + (titles.index("总排名") if "总排名" in titles else 0)]
    assert isinstance(found, Worksheet)
    return found


def _hide_columns(book: Workbook) -> None:
    page(book).column_dimensions["B"].hidden = True
    page(book).column_dimensions["D"].width = 0.05


def _hide_page(book: Workbook) -> None:
    page(book, 1).sheet_state = "hidden"


def _add_pages(book: Workbook) -> None:
    book.create_sheet("说法")
    book.create_sheet("暗处").sheet_state = "veryHidden"
    chart = BarChart()
    chart.add_data(Reference(page(book), min_col=3, min_row=4, max_row=6))
    book.create_chartsheet("图").add_chart(chart)


def _comment(book: Workbook) -> None:
    page(book).cell(4, 2).comment = Comment("这个分数是领导定的\n" * 3, "某人")


def _change(book: Workbook) -> None:
    page(book).cell(5, 3).value = 99.5


def _move(book: Workbook) -> None:
    page(book).delete_rows(5)


def _remove(book: Workbook) -> None:
    book.remove(page(book, 1))


EDITS: dict[str, tuple[Edit, int]] = {
    "rows hidden": (_hide_rows, 1),
    "columns hidden": (_hide_columns, 1),
    "a page hidden": (_hide_page, 1),
    "pages added": (_add_pages, 0),
    "a comment": (_comment, 0),
    "a cell": (_change, 1),
    "a row gone": (_move, 1),
    "a page gone": (_remove, 1),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_that_is_done_to_a_summary_or_a_unit_is_named(
    language: Language, pinned: Callable[[Path, str], None]
) -> None:
    lines = []
    for kind, whole in (("summary", summary()), ("unit", three_stage_workbook())):
        for name, (edit, code) in EDITS.items():
            lines += [f"# {kind}: {name}", *said(edited(whole, edit), code, language), ""]
    pinned(Path(__file__).parent / "sealed" / f"beside_cells.{language}.txt", "\n".join(lines))


def test_what_was_altered_in_the_seal_of_a_summary() -> None:
    def alter(book: Workbook) -> None:
        for row in book["kaohe"].iter_rows():
            if row[0].value == "facts":
                row[1].value = str(row[1].value).replace("cells", "bells")

    (line,) = said(edited(summary(), alter), 1)
    assert line.startswith("seal-broken ")


def test_a_seal_that_says_nothing_of_use() -> None:
    from support.workbooks import resealed

    for text in ('{"kind":"cells","format":2}', '{"kind":"cells","format":1,"title":"x"}', "5"):
        (line,) = said(resealed(three_stage_workbook(), lambda _, text=text: text), 1)  # type: ignore[misc]
        assert line.startswith("seal-unfit ")


def test_evidence_may_stand_in_a_unit_s_workbook() -> None:
    assert kaohe("score", CITIES / "甲市.yaml", CITIES / "甲市.初评.yaml", "-o", "甲.xlsx").code == 0
    ran = kaohe("verify", "甲.xlsx")
    assert (ran.code, len(ran.out.splitlines())) == (0, 1)
    assert {FORM, LEDGER} <= set(page_titles("甲.xlsx"))


def page_titles(path: str) -> list[str]:
    from openpyxl import load_workbook

    return load_workbook(path).sheetnames


class TestAgainstFiles:
    """What a summary is sealed with against the files of its units."""

    @pytest.fixture(autouse=True)
    def _files(self, _here: None) -> None:
        content = summary()
        lay_units()
        Path("表.xlsx").write_bytes(content)

    def compared(self, code: int) -> list[str]:
        facts = [word for number in range(3) for word in ("--facts", f"units/{number}.yaml")]
        ran = kaohe("verify", "表.xlsx", *facts)
        assert ran.code == code, ran.out + ran.err
        return ran.out.splitlines()

    def test_the_same(self) -> None:
        (line,) = self.compared(0)
        assert line.endswith("和写成时一样")

    def test_another_fact(self) -> None:
        path = Path("units/2.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("late: 2", "late: 1"), encoding="utf-8")
        lines = self.compared(1)
        assert "表.xlsx: summary-differs 总排名!C6：封存的是 87，文件给出的是 89" in lines

    def test_other_units(self) -> None:
        for number in range(3):
            path = Path(f"units/{number}.yaml")
            text = path.read_text(encoding="utf-8").replace("hours: 39", "hours: 1").replace("late: ", "late: 9")
            path.write_text(text.replace('unit: "', 'unit: "南'), encoding="utf-8")
        lines = self.compared(1)
        assert lines[-1].startswith("表.xlsx: summary-differs-more 还有 ")

    def test_no_units_at_all(self) -> None:
        for number in range(3):
            Path(f"units/{number}.yaml").write_text("unit: 甲市\nrubric: form.yaml\nindicators: 5\n", encoding="utf-8")
        (line,) = self.compared(1)
        assert line.startswith("表.xlsx: summary-of-others --facts 给的文件算不出“工作考核表考核汇总”，只有：")
