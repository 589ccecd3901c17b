"""Rule types on a page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kaohe.authoring.model_keys import Key, common_keys, keys, own_keys, purpose
from kaohe.cli.commands.explain import run
from kaohe.cli.reporter import FINE, Reporter
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language
from kaohe.render.explain import rule_page
from kaohe.render.terminal.line_wrapping import cells
from kaohe.rubric.model import Rubric, Veto
from kaohe.rubric.rules import rule_types
from kaohe.rubric.rules.levels import Levels
from kaohe.rubric.rules.steps import Steps
from support.folders import RENDERED

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def every_key(keys: tuple[Key, ...]) -> list[Key]:
    return [one for key in keys for one in (key, *every_key(key.inside))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["steps", "awards"])
def test_looks_as_pinned(name: str, language: Language, pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / f"rule-{name}-{language}.txt", rule_page.text(name, language, 80))


@pytest.mark.parametrize("name", rule_types())
def test_the_command_prints_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Reporter("zh"), None, None, name) == FINE
    assert capsys.readouterr().out == rule_page.text(name, "zh", 80)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", rule_types())
def test_every_key_has_a_meaning(name: str, language: Language) -> None:
    rule = rule_types()[name]
    assert purpose(rule, language)
    for key in every_key((*own_keys(rule, language), *common_keys(language))):
        assert key.meaning, key.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", [Rubric, *rule_types().values()])
def test_every_key_says_what_it_takes(model: type, language: Language) -> None:
    assert [key.name for key in every_key(keys(model, language)) if not key.takes] == []


@pytest.mark.parametrize(
    ("model", "takes"),
    [
        (Steps, {"of": "指标名或式子", "target": "数、百分数、日期、月份或式子", "every_percent": "百分数"}),
        (
            Steps,
            {
                "requires": "条件，或条件的列表",
                "partial": "一个词",
                "counts": "true 或 false",
                "most": "数、百分数或式子",
            },
        ),
        (Levels, {"of": "指标名", "levels": "表，每个名称配数、百分数或式子，可以小于 0", "for_each": "几个键"}),
        (Indicator, {"formula": "指标名或式子", "label": "文字", "facts": "表，每个名称配几个键", "members": "列表"}),
        (Veto, {"when": "条件", "scope": "item，或序号的列表", "penalty": "数"}),
    ],
)
def test_a_formula_is_told_from_a_number_and_from_text(model: type, takes: dict[str, str]) -> None:
    found = {key.name: key.takes for key in keys(model, "zh")}
    assert {name: found[name] for name in takes} == takes


@pytest.mark.parametrize("name", rule_types())
def test_only_yaml_is_wider_than_the_page(name: str) -> None:
    shown = rule_page.page(name, "zh")
    written = [line.strip() for line in (shown.snippet + shown.given).splitlines()]
    for line in rule_page.text(name, "zh", 50).splitlines():
        assert cells(line) <= 50 or line.strip() in written


def test_what_must_be_written() -> None:
    required = [key.name for key in own_keys(Steps, "zh") if key.required]
    assert required == ["of", "target", "partial"]
    assert [key.name for key in common_keys("zh") if key.required] == ["type", "clause", "points"]


def test_a_type_with_nothing_said_of_it_still_has_its_keys() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Unheard(Steps):
        weight: int = 1

    assert (purpose(Unheard, "zh"), own_keys(Unheard, "zh")) == ("", (Key("weight", "", "", required=False),))
