"""Improvements as a table, as Markdown and as JSON: pinned whole, 80 columns wide, in characters that GBK knows."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from rich.cells import cell_len

from kaohe.messages import Language, table
from kaohe.render.json import improvement_json
from kaohe.render.markdown import markdown_table
from kaohe.render.terminal import terminal_table
from kaohe.render.words.improvement_table import improvement_tables
from kaohe.results.improvements import (
    FactNamed,
    GradeMissed,
    Improvement,
    Improvements,
    ItemNamed,
    Spared,
    Undecided,
    WrittenValue,
)
from support.folders import RENDERED
from support.rendered.small_batch import COMPLETE, SHEET

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])

COVERAGE = ItemNamed("1.1", "coverage", "扩面征缴工作")
LAW = ItemNamed("1.3", "law", "贯彻实施国家和省失业保险法律法规")
FUND = FactNamed("law", "breaches", "", "", "举报投诉并查实的违纪违规事件")
STAFF = FactNamed("shared", "staff", "甲|县", "part", "甲|县：专职[red]人员")
LIFTED = Improvement(
    fact=FUND,
    items=(LAW,),
    before=WrittenValue("1", "1 起"),
    after=WrittenValue("0", "0 起"),
    gap="举报投诉并查实的违纪违规事件减少 1 起，到 0 起",
    reached="",
    gain=Fraction(4),
    lifts_veto=True,
    spared=(Spared("law.veto1", "有违纪违规事件的，此项不得分", Fraction(4)),),
    fixed=True,
    at_edge=False,
)
SHARED = Improvement(
    fact=STAFF,
    items=(COVERAGE, LAW),
    before=WrittenValue("93.2%", "93.2%"),
    after=WrittenValue("95%", "95%"),
    gap="甲|县：专职[red]人员再增 1.8 个百分点，到 95%",
    reached="专职[red]人员 95%，达到 95%",
    gain=Fraction("4.5"),
    lifts_veto=False,
    spared=(
        Spared("coverage.1", "有专职人员的得4分", Fraction(4)),
        Spared("law.2", "配齐的再得0.5分", Fraction("0.5")),
    ),
    fixed=False,
    at_edge=False,
)
FLAG = replace(
    LIFTED,
    before=WrittenValue(False, "否"),
    after=WrittenValue(True, "是"),
    gap="「举报投诉并查实的违纪违规事件」为是",
    gain=Fraction(1),
    lifts_veto=False,
    spared=(),
    fixed=False,
)
EDGE = replace(SHARED, items=(COVERAGE,), at_edge=True)
MISSED = GradeMissed(ItemNamed("", "", "合计"), "优秀", ("总分 84 分，不到 85 分",))
FOUND = Improvements(COMPLETE, (LIFTED, SHARED, FLAG, EDGE), (LAW,), (), (MISSED,))
OPEN = Improvements(SHEET, (), (), (Undecided(STAFF, 40),))


@LANGUAGES
@pytest.mark.parametrize(("found", "name"), [(FOUND, "found"), (OPEN, "open")], ids=["found", "open"])
def test_looks_as_pinned(
    found: Improvements, name: str, language: Language, pinned: Callable[[Path, str], None]
) -> None:
    pinned(RENDERED / f"next-{name}-{language}.txt", terminal_table.page(improvement_tables(found, language), language))
    pinned(RENDERED / f"next-{name}-{language}.md", markdown_table.text(improvement_tables(found, language), language))


@pytest.mark.parametrize(("found", "name"), [(FOUND, "found"), (OPEN, "open")], ids=["found", "open"])
def test_json_as_pinned(found: Improvements, name: str, pinned: Callable[[Path, str], None]) -> None:
    text = improvement_json.text(found).replace(json.loads(improvement_json.text(found))["kaohe"], "VERSION")
    pinned(RENDERED / f"next-{name}.json", text)


@LANGUAGES
def test_the_table_fits_and_is_printable(language: Language) -> None:
    for found in (FOUND, OPEN):
        page = terminal_table.page(improvement_tables(found, language), language)
        assert max(map(cell_len, page.splitlines())) <= 80
        assert all(line == line.rstrip() for line in page.splitlines())
        page.encode("gbk")
    for sentences in table("improvement").values():
        "".join(sentences).encode("gbk")


def test_text_from_files_is_not_markup() -> None:
    assert "专职[red]人员" in terminal_table.page(improvement_tables(FOUND, "zh"), "zh")
    assert "甲\\|县：专职\\[red]人员" in markdown_table.text(improvement_tables(FOUND, "zh"), "zh")


def test_points_stand_at_clauses_only_where_they_are_not_the_gain() -> None:
    page = markdown_table.text(improvement_tables(FOUND, "zh"), "zh")
    assert "| +4 | 解除否决<br>有违纪违规事件的，此项不得分 |" in page
    assert "| +4.5 | +4：有专职人员的得4分<br>+0.5：配齐的再得0.5分 |" in page


@LANGUAGES
def test_nothing_to_gain(language: Language) -> None:
    said = {"zh": "没有哪项事实单独改动就能加分", "en": "No change of one fact alone adds points"}[language]
    assert terminal_table.page(improvement_tables(Improvements(COMPLETE, (), (), ()), language), language).endswith(
        f"{said}\n"
    )


@LANGUAGES
def test_no_lowest_score(language: Language) -> None:
    found = Improvements(replace(SHEET, low=None), (), (), ())
    page = markdown_table.text(improvement_tables(found, language), language)
    said = {"zh": "缺报的事实使得分没有下限", "en": "nothing bounds the score below"}[language]
    assert said in page
    assert json.loads(improvement_json.text(found))["low"] is None


def test_colour_is_for_terminals_only(capsys: pytest.CaptureFixture[str]) -> None:
    terminal_table.show(improvement_tables(FOUND, "zh"), "zh")
    assert "\x1b[" not in capsys.readouterr().out
