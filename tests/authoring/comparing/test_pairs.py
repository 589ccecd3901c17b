"""Which item, clause and fact of one rubric is which of another."""

from dataclasses import replace

from kaohe.authoring.comparing.fact_pairs import facts_paired
from kaohe.authoring.comparing.pairs import item_pairs, sections_paired
from kaohe.formulas.indicators import Indicator
from kaohe.rubric.model import Rubric
from support.two_years import LATE_TWO, OLD, next_year, version, years

RUBRIC = version(OLD).rubric


def _items(old: Rubric, new: Rubric) -> list[tuple[str, str]]:
    return [
        (one.old.item.title if one.old else "", one.new.item.title if one.new else "") for one in item_pairs(old, new)
    ]


def test_the_same_form_has_nothing_changed() -> None:
    assert not any(one.changed for one in item_pairs(RUBRIC, RUBRIC))


def test_ids_that_only_count_do_not_mislead() -> None:
    section = RUBRIC.sections[0]
    first, second = section.items
    swapped = replace(section, items=(replace(second, id=first.id), replace(first, id=second.id)))
    found = _items(RUBRIC, replace(RUBRIC, sections=(swapped,)))
    assert found == [("培训", "培训"), ("报送", "报送")]


def test_an_id_holds_where_all_else_is_another() -> None:
    section = RUBRIC.sections[0]
    other = replace(section.items[1], title="招商引资", method="引进一个项目得10分。", rules=())
    new = replace(RUBRIC, sections=(replace(section, items=(section.items[0], other)),))
    assert _items(RUBRIC, new) == [("报送", "报送"), ("培训", "招商引资")]


def test_items_come_and_go() -> None:
    section = RUBRIC.sections[0]
    other = replace(section.items[1], id="projects", title="招商引资", method="引进一个项目得6分。", rules=())
    new = replace(RUBRIC, sections=(replace(section, items=(other, section.items[0])),))
    assert _items(RUBRIC, new) == [("", "招商引资"), ("报送", "报送"), ("培训", "")]


def test_an_item_that_has_moved() -> None:
    section = RUBRIC.sections[0]
    new = replace(RUBRIC, sections=(replace(section, items=(section.items[1], section.items[0])),))
    assert [(one.shown.item.id, one.moved) for one in item_pairs(RUBRIC, new)] == [
        ("training", True),
        ("reports", False),
    ]


def test_clauses_and_facts() -> None:
    renamed = (("late: {label", "tardy: {label"), ("count: late", "count: tardy"))
    (reports, training) = years(*LATE_TWO[:1], *renamed).items
    clauses = [(one.old and one.old.words, one.new and one.new.words, one.changed) for one in reports.clauses]
    assert clauses[0] == (
        "按时报送得6分，迟报一次扣1分，扣完为止",
        "按时报送得6分，迟报一次扣2分，扣完为止",
        True,
    )
    assert [changed for *_, changed in clauses] == [True, False, False]
    facts = [(one.old and one.old[0], one.new and one.new[0]) for one in reports.facts if one.changed]
    assert facts == [("late", "tardy")]
    assert not training.changed


def test_one_clause_in_place_of_another() -> None:
    (_, training) = years(("完成培训计划的得10分，否则不得分", "每办一期班得2分")).items
    (clause,) = training.clauses
    assert clause.old is not None
    assert clause.new is not None


def test_sections_by_id_or_title() -> None:
    old = version(OLD).rubric
    (section,) = old.sections
    new = version(next_year()).rubric
    other = replace(section, id="other", title="其他")
    new = replace(new, sections=(replace(section, id="same_title"), other))
    found = [(one and one.id, two and two.id) for one, two in sections_paired(old, new)]
    assert found == [("work", "same_title"), (None, "other")]
    back = [(one and one.id, two and two.id) for one, two in sections_paired(new, old)]
    assert back == [("same_title", "work"), ("other", None)]


def test_facts_of_one_label_are_each_taken_once() -> None:
    was, now = (
        {name: Indicator(label="迟报", kind="count") for name in names} for names in (("a", "b", "same"), ("c", "same"))
    )
    found = [(one.old and one.old[0], one.new and one.new[0]) for one in facts_paired(was, now)]
    assert found == [("a", "c"), ("same", "same"), ("b", None)]
