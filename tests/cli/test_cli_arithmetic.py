"""`kaohe score --arithmetic`: every line's arithmetic behind its sentence, where the format has no place of its own."""

import json
import re

import pytest

from support.command_line import CITIES, kaohe

CITY = CITIES / "丙市.yaml"
SPELLED = re.compile(r"【[^】]*】")
STAGES = (CITY, CITIES / "省厅对丙市的意见.yaml", CITIES / "丙市.审定.yaml")


def markdown(*options: str) -> str:
    ran = kaohe("score", *STAGES, "--format", "markdown", *options)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_markdown_spells_every_line_of_the_ledger() -> None:
    spelled, plain = markdown("--arithmetic"), markdown()
    assert SPELLED.sub("", spelled) == plain
    assert "得 3 分，扣 1 分【扣1分：4 分 - (农民工参保人数增幅 1.402…% > 0% → 2 分) - (" in spelled
    sheet = json.loads(kaohe("score", *STAGES, "--format", "json").out)
    lines = [line for section in sheet["sections"] for one in section["items"] for line in one["ledger"]]
    assert len(SPELLED.findall(spelled)) == sum(bool(line["arithmetic"]) for line in lines) > 0
    for line in lines:
        assert f"{line['why']}【" in spelled
        assert line["arithmetic"] in spelled


def test_the_terminal_spells_them_too() -> None:
    assert "【" not in kaohe("score", CITY).out
    spelled = kaohe("score", CITY, "--arithmetic")
    assert (spelled.code, spelled.err) == (0, "")
    assert "【扣1分：4 分" in re.sub(r"\n +", "", spelled.out)


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_a_format_with_a_place_for_it_stays_as_it_is(form: str) -> None:
    plain = kaohe("score", CITY, "--format", form)
    assert kaohe("score", CITY, "--format", form, "--arithmetic").output == plain.output
    assert "1.402…%" in plain.out
