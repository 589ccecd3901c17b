"""Rubrics in plain words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kaohe.authoring import rule_examples
from kaohe.cli.commands.explain import run
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.messages import Language, table
from kaohe.problems import Unusable
from kaohe.render.explain import rubric_page
from kaohe.render.terminal.line_wrapping import cells
from kaohe.rubric.model import Rubric
from kaohe.source.models import validate
from support.folders import RENDERED, TESTS

SAMPLE, _ = rubric_files.load(TESTS / "support" / "every_kind.yaml")
SHIPPED, _ = rubric_files.load(rubric_files.shipped()["jiangsu-employment-2011"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_looks_as_pinned(language: Language, pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / f"explanation-{language}.txt", rubric_page.text(SAMPLE, None, language, 80))


@pytest.mark.parametrize("number", ["1.5", "5.4", "6.6"])
def test_an_item_of_the_form_looks_as_pinned(number: str, pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / f"explanation-{number}.txt", rubric_page.text(SHIPPED, number, "zh", 80))


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rubric", [SAMPLE, SHIPPED], ids=["sample", "shipped"])
def test_nothing_is_cut_or_too_wide(rubric: Rubric, language: Language, width: int) -> None:
    text = rubric_page.text(rubric, None, language, width)
    assert max(map(cells, text.splitlines())) <= width
    joined = "".join(text.split())
    for number, item in rubric.items():
        said = [f"{number}{item.title}", item.target, item.method]
        said += [rule.clause for rule in item.rules] + [veto.clause for veto in item.vetoes]
        said += [option.meaning for _, reading in item.readings() for option in reading.options.values()]
        said += [silent.reason for silent in item.non_scoring] + [known.reason for known in item.acknowledge]
        assert all("".join(one.split()) in joined for one in said), item.id


def test_every_alternative_comes_with_the_argument_that_takes_it() -> None:
    text = rubric_page.text(SHIPPED, None, "zh", 80)
    wanted = {
        f"--reading {name}={option}"
        for _, item in SHIPPED.items()
        for name, reading in item.readings()
        for option in reading.options
        if option != reading.chosen
    }
    assert wanted == {line.strip() for line in text.splitlines() if line.strip().startswith("--reading")}


OF_EACH = """\
indicators:
  late: {{label: 各县迟报, kind: count, list: true}}
  kept: {{label: 台账齐全, kind: flag}}
rules:
  - type: deductions
    clause: 每县满分5分
    points: 8
    for_each: {{list: late, take: sum, points: 5}}
    requires: kept
    otherwise: 40%
    cap: {cap}
    deductions: [{{count: late, each: 1}}]
"""


@pytest.mark.parametrize(
    ("cap", "most"),
    [("3", "3 分"), ("60%", "3 分"), ("2 * late", "2 × 「各县迟报」 分")],
    ids=["points", "share", "formula"],
)
def test_what_holds_of_each_member_is_said_of_each(cap: str, most: str) -> None:
    document = rule_examples.rubric(OF_EACH.format(cap=cap))
    text = rubric_page.text(validate(Rubric, document, document.data), None, "zh", 100)
    assert "其中每一个：前提：「台账齐全」为是，否则这一条得 2 分\n" in text
    assert f"其中每一个：最多扣 {most}\n" in text


@pytest.mark.parametrize("name", ["1.2", "discipline"])
def test_one_item_by_its_number_or_its_id(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Reporter("en"), str(TESTS / "support" / "every_kind.yaml"), name) == FINE
    text = capsys.readouterr().out
    assert text.startswith("1.2 工作纪律 (6 points) discipline\n")
    assert "mechanism" not in text


def test_without_an_item_the_whole_rubric(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Reporter("zh"), "jiangsu-employment-2011", None) == FINE
    assert capsys.readouterr().out == rubric_page.text(SHIPPED, None, "zh", 80)


@pytest.mark.parametrize(("name", "hint"), [("discipine", "1.2 工作纪律"), ("x", "")])
def test_an_unknown_item_names_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(Unusable) as refused:
        run(Reporter("zh"), str(TESTS / "support" / "every_kind.yaml"), name)
    assert (refused.value.code, refused.value.parameters["nearest"]) == ("unknown-item", hint)


@pytest.mark.parametrize("name", ["explain", "template", "question", "schema"])
def test_words_can_be_shown_on_a_chinese_console(name: str) -> None:
    for sentences in table(name).values():
        "".join(sentences).encode("gbk")
