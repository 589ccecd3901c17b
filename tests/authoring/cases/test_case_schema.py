"""The schema of files of cases: what editors take is what is read, and what they refuse is refused there too."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kaohe import source
from kaohe.authoring.cases.case_schema import cases_schema
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from support.command_line import SHIPPED, kaohe
from support.small_cases import CASES, RUBRIC, cases

SCHEMA = Draft202012Validator(cases_schema(rubric_files.load(RUBRIC)[0]))


def plainly(text: str) -> object:
    return json.loads(json.dumps(source.read("x.yaml", text.encode()).data, default=float))


def test_it_takes_the_cases_of_the_file() -> None:
    SCHEMA.validate(plainly(CASES.read_text(encoding="utf-8")))
    Draft202012Validator.check_schema(cases_schema(rubric_files.load(rubric_files.find(SHIPPED, Path()))[0]))


@pytest.mark.parametrize(
    "case",
    [
        "{name: 甲, item: growth, points: 8}",
        "{name: 甲, item: growth, points: {from: 1, to: 8}, rules: {1: 4, 2: {due: 1}}}",
        "{name: 甲, item: growth, facts: {late: 3}, points: none, readings: {growth.exactly: without}}",
        "{name: 甲, facts: {growth: {late: 3}}, points: {growth: 8}, rules: {safety: {veto1: 0, veto1.penalty: 0}}}",
        "{name: 甲, year: 2012, sections: {work: 3}, score: {to: 3}, grade: 好, signed: {by: 张三, on: 2012-01-10}}",
        "{name: 甲, grade: [good, fair]}",
    ],
)
def test_what_both_take(case: str) -> None:
    SCHEMA.validate(plainly(f"rubric: assessed.yaml\ncases: [{case}]\n"))
    assert cases(f"- {case}\n").problems == ()


@pytest.mark.parametrize(
    "case",
    [
        "{item: growth, points: 8}",
        "{name: 甲, item: growth}",
        "{name: 甲, item: grown, points: 8}",
        "{name: 甲, item: growth, pionts: 8, score: 3}",
        "{name: 甲, item: growth, points: {growth: 8}}",
        "{name: 甲, points: 8}",
        "{name: 甲, item: growth, rules: {9: 1}}",
        "{name: 甲, item: growth, rules: {1: {lost: 1}}}",
        "{name: 甲, sections: {works: 3}}",
        "{name: 甲, grade: best}",
        "{name: 甲, score: 3, signed: {by: 张三}}",
        "{name: 甲, score: 3, readings: {growth.exactly: never}}",
    ],
)
def test_what_both_refuse(case: str) -> None:
    assert not SCHEMA.is_valid(plainly(f"rubric: assessed.yaml\ncases: [{case}]\n"))
    assert cases(f"- {case}\n").problems


def test_the_facts_of_an_item_are_its_own() -> None:
    text = "rubric: assessed.yaml\ncases: [{name: 甲, item: growth, facts: {hazards: 3}, points: 8}]\n"
    assert not SCHEMA.is_valid(plainly(text))


def test_the_command() -> None:
    assert '"title": "小考核表：例"' in kaohe("schema", str(RUBRIC), "--cases").out
    assert '"title": "小考核表: cases"' in kaohe("schema", str(RUBRIC), "--cases", "--lang", "en").out
    ran = kaohe("schema", "--cases")
    assert (ran.code, ran.err) == (2, f"{Unusable('cases-of-which-rubric').message('zh')}\n")
    ran = kaohe("schema", str(RUBRIC), "--cases", "--roster")
    assert (ran.code, ran.err) == (2, f"{Unusable('one-schema', options='--roster --cases').message('zh')}\n")
