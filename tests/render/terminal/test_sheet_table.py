"""The terminal's table: 80 cells wide, nothing cut, and every character one that GBK knows."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from kaohe.messages import Language, table
from kaohe.render.terminal import sheet_table
from kaohe.render.words.sheet_wording import with_arithmetic
from kaohe.results.sheet import LedgerLine, Sheet
from support.folders import RENDERED
from support.rendered.dossiers import alone
from support.rendered.small_batch import CAPPED, COMPLETE, FULL, LATE, LOST, MISSING, SHEET, with_item

SHEETS = pytest.mark.parametrize("sheet", [SHEET, COMPLETE], ids=["open", "complete"])
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def shown(sheet: Sheet, language: Language = "zh", width: int = 80) -> str:
    console = Console(file=StringIO(), width=width)
    sheet_table.show(alone(sheet), language, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def bare(text: str) -> str:
    """Without white space and the lines of the table."""
    return re.sub(r"[\s─]", "", text)


def reasons(text: str) -> str:
    """The table's last column, put together again."""
    lines = text.splitlines()
    start = next(line for line in lines if line.startswith("编号"))
    room = cell_len(start[: start.index("扣分原因")])
    return "".join(_from_cell(line, room) for line in lines)


def _from_cell(line: str, cell: int) -> str:
    return next((line[place:] for place in range(len(line)) if cell_len(line[:place]) >= cell), "")


@LANGUAGES
@SHEETS
def test_looks_as_pinned(sheet: Sheet, language: Language, pinned: Callable[[Path, str], None]) -> None:
    name = "open" if sheet is SHEET else "complete"
    pinned(RENDERED / f"terminal-{name}-{language}.txt", shown(sheet, language))


@LANGUAGES
@SHEETS
@pytest.mark.parametrize("width", [80, 60, 120])
def test_no_line_is_wider_than_the_terminal(sheet: Sheet, language: Language, width: int) -> None:
    assert max(map(cell_len, shown(sheet, language, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 60, 120])
def test_every_reason_stands_there_whole(width: int) -> None:
    text = bare(reasons(shown(SHEET, width=width)))
    ledger = [line for section in SHEET.sections for item in section.items for line in item.ledger]
    assert len(ledger) == 3
    for line in ledger:
        assert bare(line.why) in text
    assert "…" not in text


def test_a_long_title_is_folded_not_cut() -> None:
    lines = shown(with_item(LOST)).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("1.2"))
    folded = [line[4:].split()[0] for line in lines[first : first + 3]]
    assert "".join(folded) == LOST.title


@LANGUAGES
@SHEETS
def test_gbk_knows_every_character(sheet: Sheet, language: Language) -> None:
    shown(sheet, language).encode("gbk")
    for sentences in table("sheet").values():
        "".join(sentences).encode("gbk")


def test_a_gbk_stream_gets_the_whole_table() -> None:
    stream = TextIOWrapper(BytesIO(), encoding="gbk", errors="strict", write_through=True)
    sheet_table.show(alone(SHEET), "zh", Console(file=stream, width=80))
    lines = stream.buffer.getvalue().decode("gbk").splitlines()
    assert len(lines) == len(shown(SHEET).splitlines())
    assert max(map(cell_len, lines)) <= 80


@SHEETS
def test_no_line_ends_in_blanks(sheet: Sheet) -> None:
    assert all(line == line.rstrip() for line in shown(sheet).splitlines())


def test_full_marks_give_no_reason() -> None:
    row = next(line for line in shown(COMPLETE).splitlines() if line.startswith("1.1"))
    assert row.split() == ["1.1", FULL.title, "5", "5"]


def test_the_arithmetic_stands_behind_the_reason_where_it_is_asked_for() -> None:
    def spelled(line: LedgerLine) -> str:
        console = Console(file=StringIO(), width=200)
        sheet_table.show(with_arithmetic(alone(with_item(replace(FULL, ledger=(line,)))), "zh"), "zh", console)
        assert isinstance(console.file, StringIO)
        return console.file.getvalue()

    assert "扣 1.5 分【扣1.5分：超时上报 3 次 × 0.5 分】" in spelled(LATE)
    assert "【应扣7.5分，实扣5分：" in spelled(CAPPED)
    gained = replace(LATE, due=-LATE.due, applied=-LATE.applied)
    assert "【加1.5分：" in spelled(gained)
    assert "【应加7.5分，实加1.5分：" in spelled(replace(gained, due=-CAPPED.due))
    assert "【" not in spelled(replace(LATE, arithmetic=""))


def test_what_is_missing_is_listed_by_item() -> None:
    other = replace(MISSING, indicator="funds", label="培训经费")
    text = shown(replace(SHEET, missing=(MISSING, other)))
    assert "缺报（2 项）\n2.1  参加培训人数（上年末）、培训经费\n" in text


def test_an_unbounded_score_says_so() -> None:
    text = shown(with_item(replace(FULL, low=None)))
    assert "[无下限, 5]" in text


def test_a_sheet_without_a_year() -> None:
    assert "单位：甲市　阶段：自评分\n" in shown(replace(COMPLETE, year=None))


def test_text_from_files_is_neither_markup_nor_control() -> None:
    text = shown(replace(COMPLETE, unit="[red]:smile:\x1b[2J市\n"))
    assert "[red]:smile: [2J市" in text
    assert "\x1b" not in text


def test_colour_is_for_terminals_only() -> None:
    assert "\x1b[" not in shown(SHEET)
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system="standard", no_color=False)
    sheet_table.show(alone(SHEET), "zh", console)
    assert isinstance(console.file, StringIO)
    assert "\x1b[33m待定" in console.file.getvalue()


def test_without_a_console_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    sheet_table.show(alone(COMPLETE), "zh")
    assert "就业工作考核表" in capsys.readouterr().out
