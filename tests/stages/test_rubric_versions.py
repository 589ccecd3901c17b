"""Which facts another rubric knows again: by name and label, by the label alone, by the name alone."""

from pathlib import Path
from typing import Any

import pytest

from kaohe.library import rubric_files
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.kept_meanings import Elsewhere, meanings
from kaohe.stages.rubric_versions import kept_facts, row_under, taken_over
from support.two_years import write_years

LATE = "late: {label: 迟报, kind: count, unit: 次}"
FORGED = "forged: {label: 弄虚作假, kind: count, unit: 起}"
SWAPPED = (
    (LATE, "forged: {label: 迟报, kind: count, unit: 起}"),
    (FORGED, "late: {label: 弄虚作假, kind: count, unit: 起}"),
    ("count: late", "count: forged"),
    ("when: forged", "when: late"),
)
"""Names that only count: each fact has the other's."""
ALIKE = ((LATE, LATE.replace("次", "起")),)
OF_LATE = "late: {label: 迟报, kind: count, unit: 起}"


def _sides(folder: Path, *pairs: tuple[str, str], before: tuple[tuple[str, str], ...] = ()) -> list[CompiledRubric]:
    paths = write_years(folder, *pairs, before=before)[:2]
    return [CompiledRubric(rubric_files.load(path)[0], path.stem) for path in paths]


def _kept(folder: Path, *pairs: tuple[str, str], labels: bool) -> dict[str, str]:
    old, new = _sides(folder, *pairs, before=ALIKE)
    return {fact.id: before.id for before, fact in kept_facts(old, new, labels=labels)}


def test_names_that_only_count(tmp_path: Path) -> None:
    found = _kept(tmp_path, *SWAPPED, labels=True)
    assert found == {"forged": "late", "complete": "complete", "late": "forged", "trained": "trained"}


def test_of_one_form_names_alone_count(tmp_path: Path) -> None:
    found = _kept(tmp_path, *SWAPPED, labels=False)
    assert found == {"forged": "forged", "complete": "complete", "late": "late", "trained": "trained"}


def test_a_label_that_two_have_says_nothing(tmp_path: Path) -> None:
    two = "first: {label: 迟报, kind: count, unit: 起}\n          second: {label: 迟报, kind: count, unit: 起}"
    found = _kept(
        tmp_path,
        (LATE, two),
        ("{count: late, each: 1}", "{count: first, each: 1}, {count: second, each: 1}"),
        labels=True,
    )
    assert "first" not in found
    assert "second" not in found


@pytest.mark.parametrize(("late", "taken"), [(3, True), (7, False)])
def test_what_the_other_would_not_take(tmp_path: Path, late: int, taken: bool) -> None:  # noqa: FBT001 - from the cases
    old, new = _sides(tmp_path, (LATE, LATE.replace("unit: 次", "unit: 次, range: {to: 5}")))
    row = (late, None, None, True)
    assert [fact.id for _, fact in taken_over(old, new, row)] == (["late", "trained"] if taken else ["trained"])
    assert row_under(old, new, row, None, labels=True) == (late if taken else None, None, None, True)


FORM = """\
kaohe: 1
id: {id}
title: 考核表
points: 10
stages: {{self: 自评分}}
sections:
  - id: work
    title: 工作
    points: 10
    items:
      - id: all
        title: {title}
        points: 10
        target: 好。
        method: 每有一次扣1分，扣完为止。
        indicators:
{facts}
        rules:
          - type: deductions
            clause: 每有一次扣1分，扣完为止
            points: 10
            deductions:
{counted}
"""
AREA = "          area: {{label: 地区, kind: choice, options: {{{options}}}}}"
OF_AREA = "              - {when: area = cities, once: 1}"
RECORD = "          cases: {{label: 事故, kind: record, list: true, facts: {{{facts}}}}}"
DEATHS, HURT = "deaths: {label: 死亡, kind: count, unit: 人}", "hurt: {label: 受伤, kind: count, unit: 人}"
OF_CASES = "              - {count: sum(cases.deaths), each: 1}"


def _form(folder: Path, name: str, facts: str, counted: str, title: str = "一项") -> CompiledRubric:
    path = folder / f"{name}.yaml"
    path.write_text(FORM.format(id=name, facts=facts, counted=counted, title=title), encoding="utf-8")
    return CompiledRubric(rubric_files.load(path)[0], name)


AREA_CASES = [
    ("cities: 城镇, villages: 农村", "cities", "cities", ()),
    ("cities: 农村, villages: 城镇", "cities", "villages", ()),
    ("cities: 市区, villages: 农村", "cities", "cities", (("1.1 地区 · 城镇", "1.1 地区 · 市区"),)),
    ("cities: 农村, others: 其他", "cities", None, ()),
    ("cities: 城镇, towns: 城镇", "villages", None, ()),
    ("cities: 其他, a: 城镇, b: 城镇", "cities", None, ()),
]
"""The options of the other rubric, what was chosen, what that is there, and what is called otherwise."""


@pytest.mark.parametrize(("options", "chosen", "kept", "renamed"), AREA_CASES)
def test_options_by_their_labels(
    tmp_path: Path, options: str, chosen: str, kept: str | None, renamed: tuple[tuple[str, str], ...]
) -> None:
    old = _form(tmp_path, "old", AREA.format(options="cities: 城镇, villages: 农村"), OF_AREA)
    new = _form(tmp_path, "new", AREA.format(options=options), OF_AREA)
    assert row_under(old, new, (chosen,), None, labels=True) == (kept,)
    assert meanings(old, new, (chosen,)).renamed == renamed
    assert row_under(old, new, (None,), None, labels=True) == (None,)


RECORD_CASES = [
    (f"{DEATHS}, {HURT}", ((("一", 2, 1),),), ()),
    (f"{HURT}, {DEATHS}", (None,), ()),
    (DEATHS, (None,), ()),
    (f"{DEATHS.replace('count', 'number')}, {HURT}", (None,), ()),
    (f"{DEATHS.replace('unit: 人', 'unit: 万元')}, {HURT}", (None,), ()),
    (f"{DEATHS.replace('unit: 人', 'unit: 人, range: {to: 1}')}, {HURT}", (None,), ()),
    (f"{DEATHS.replace('死亡', '失踪')}, {HURT}", ((("一", 2, 1),),), (("1.1 事故 · 死亡", "1.1 事故 · 失踪"),)),
    (
        f"{DEATHS.replace('unit: 人', 'unit: 人, note: 不含失踪')}, {HURT}",
        ((("一", 2, 1),),),
        (("1.1 事故", "1.1 事故 · 不含失踪"),),
    ),
]
"""The facts of the other rubric's record, the row there, and what is called otherwise."""


@pytest.mark.parametrize(("facts", "kept", "renamed"), RECORD_CASES)
def test_records_fact_by_fact(
    tmp_path: Path, facts: str, kept: tuple[Any, ...], renamed: tuple[tuple[str, str], ...]
) -> None:
    counted = OF_CASES.replace("deaths)", "deaths) + sum(cases.hurt)")
    old = _form(tmp_path, "old", RECORD.format(facts=f"{DEATHS}, {HURT}"), counted)
    new = _form(tmp_path, "new", RECORD.format(facts=facts), counted if "hurt" in facts else OF_CASES)
    row = ((("一", 2, 1),),)
    assert row_under(old, new, row, None, labels=True) == kept
    assert meanings(old, new, row).renamed == renamed
    assert row_under(old, new, (None,), None, labels=True) == (None,)


def test_facts_of_an_item_that_is_called_otherwise(tmp_path: Path) -> None:
    facts, counted = "          late: {label: 迟报, kind: count}", "              - {count: late, each: 1}"
    old, new = _form(tmp_path, "old", facts, counted, "报送"), _form(tmp_path, "new", facts, counted, "发放")
    assert meanings(old, new, (3,)).elsewhere == (Elsewhere("1.1 报送", "1.1 发放", ("迟报",)),)
    assert meanings(old, new, (None,)).elsewhere == ()


def test_a_choice_that_a_member_lacks(tmp_path: Path) -> None:
    """It has no label, before or now."""
    counted = "              - {when: count(cases.deaths >= 1 and cases.grade = a) > 0, once: 1}"
    graded = "grade: {{label: 等级, kind: choice, options: {{a: {}, b: 一般}}}}"
    old, new = (
        _form(tmp_path, name, RECORD.format(facts=f"{DEATHS}, {graded.format(label)}"), counted)
        for name, label in (("old", "重大"), ("new", "特大"))
    )
    assert meanings(old, new, ((("一", 2, None),),)).renamed == ()
    assert meanings(old, new, ((("一", 2, "b"),),)).renamed == ()
