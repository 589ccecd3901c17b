"""The Markdown report: tables that text from files can't break."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kaohe.messages import Language
from kaohe.render.markdown import sheet_markdown
from support.folders import RENDERED
from support.rendered.dossiers import alone
from support.rendered.small_batch import COMPLETE, FULL, LATE, SHEET, with_item


@pytest.mark.parametrize("language", ["zh", "en"])
def test_looks_as_pinned(language: Language, pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / f"sheet-{language}.md", sheet_markdown.text(alone(SHEET), language))


def test_a_complete_sheet_says_its_result_and_lists_nothing() -> None:
    text = sheet_markdown.text(alone(COMPLETE), "zh")
    assert "**得分 8.5 / 15**" in text
    assert re.findall("^## .*$", text, re.MULTILINE) == ["## 1 失业保险"]


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("a\nb\r\nc", "a b  c"),
        ("<b>&lt;", "&lt;b>&amp;lt;"),
        ("*a* _b_ `c` [d](e)", r"\*a\* \_b\_ \`c\` \[d](e)"),
        ("a\\|b", r"a\\\|b"),
    ],
)
def test_text_from_files_stays_text(written: str, escaped: str) -> None:
    text = sheet_markdown.text(alone(with_item(replace(FULL, title=written))), "zh")
    assert f"| 1.1 | {escaped} | 5 | 5 |  |\n" in text
    assert f"# {escaped}\n" in sheet_markdown.text(
        alone(replace(COMPLETE, form=replace(SHEET.form, title=written))), "zh"
    )


def test_ledger_lines_share_a_cell() -> None:
    text = sheet_markdown.text(alone(with_item(replace(FULL, ledger=(LATE, replace(LATE, why="a|b"))))), "zh")
    assert r"超时上报 3 次，扣 1.5 分<br>a\|b |" in text


def test_every_row_has_five_cells() -> None:
    rows = [line for line in sheet_markdown.text(alone(SHEET), "zh").splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
