"""From a unit's values to its sheet: scores, bounds, what is missing, what is settled, and why points were lost."""

from fractions import Fraction

import pytest

from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.scoring.scorer import Scorer
from kaohe.source import read
from support.every_kind import VALUES, compiled

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def score(text: str = VALUES, language: Language = "zh") -> Sheet:
    return Scorer(compiled(), language).score(compiled().reader.read(read("甲市.yaml", text.encode())))


def item(sheet: Sheet, name: str) -> ItemScore:
    (found,) = [one for section in sheet.sections for one in section.items if one.id == name]
    return found


def lines(sheet: Sheet, name: str) -> list[tuple[str, str, str]]:
    return [(line.rule, plain(line.due), plain(line.applied)) for line in item(sheet, name).ledger]


def written(*several: Fraction | None) -> list[str]:
    return [plain(one) for one in several if one is not None]


def test_head() -> None:
    sheet = score()
    assert (sheet.unit, sheet.year, sheet.stage) == ("甲市", 2011, "self")
    assert (sheet.form.id, sheet.form.title, sheet.form.attachment) == ("every-kind", "各类指标表", "附件1：")
    assert sheet.form.unit_label == "单位："
    assert sheet.form.sha256 == compiled().sha256
    assert sheet.form.stages == (("self", "自评分"), ("final", "审定分"))


def test_scores_at_every_level() -> None:
    sheet = score()
    assert [one.score for section in sheet.sections for one in section.items] == [Fraction("4.9"), 6, 0]
    assert [section.score for section in sheet.sections] == [Fraction("4.9"), 6]
    assert [section.points for section in sheet.sections] == [9, 11]
    assert written(sheet.points, sheet.score, sheet.low, sheet.high) == ["20", "10.9", "10.9", "10.9"]
    assert written(sheet.settled, sheet.pending) == ["10.9", "0"]
    assert (sheet.missing, sheet.problems, sheet.complete) == ((), (), True)


def test_numbers_on_the_form() -> None:
    sheet = score()
    assert [section.number for section in sheet.sections] == ["1", "2"]
    assert [one.number for section in sheet.sections for one in section.items] == ["1.1", "2.1", "2.2"]
    assert item(sheet, "growth").title == "增长"
    assert item(sheet, "growth").state == "decided"


def test_ledger_names_rules_vetoes_and_members() -> None:
    sheet = score()
    assert lines(sheet, "basics") == [
        ("basics.veto1", "1", "1"),
        ("basics.2", "1", "1"),
        ("basics.3", "0.1", "0.1"),
        ("basics.4", "1", "1"),
        ("basics.5", "1", "1"),
    ]
    assert lines(sheet, "growth") == []
    assert lines(sheet, "uploads") == [("uploads.1", "3", "2"), ("uploads.1", "1", "1"), ("uploads.2", "3", "2")]
    assert [line.clause for line in item(sheet, "uploads").ledger] == ["每差10%扣1分", "每差10%扣1分", "差错每个扣1分"]


def test_ledger_says_why_in_both_languages() -> None:
    chinese, english = (item(score(language=language), "basics").ledger[1] for language in LANGUAGES)
    assert (chinese.fact, chinese.why, chinese.arithmetic) == ("迟报 1 次", "迟报 1 次，扣 1 分", "迟报 1 次 × 1 分")
    assert (english.why, english.arithmetic) == ("迟报 1 次; 1 point off", "迟报 1 次 × 1 point")


def test_every_line_says_something() -> None:
    for language in LANGUAGES:
        for section in score(language=language).sections:
            assert all(line.fact and line.why and line.clause for one in section.items for line in one.ledger)


def test_rounding_has_a_line_of_its_own() -> None:
    """One decimal in this rubric: 4.85 becomes 4.9."""
    sheet = score(VALUES.replace("hours: 39.9", "hours: 39.85"))
    assert item(sheet, "basics").score == Fraction("4.9")
    rounding = item(sheet, "basics").ledger[-1]
    assert (rounding.rule, rounding.clause, rounding.fact) == ("basics.rounding", "", "")
    assert rounding.due == rounding.applied == Fraction("-0.05")
    assert rounding.why


def test_an_open_item_shows_its_bounds_and_what_is_lost_for_certain() -> None:
    sheet = score(VALUES.replace("late: 1, ", ""))
    basics = item(sheet, "basics")
    assert (basics.score, basics.low, basics.high, basics.state) == (None, Fraction("3.9"), Fraction("6.9"), "open")
    assert lines(sheet, "basics") == [("basics.3", "0.1", "0.1"), ("basics.4", "1", "1"), ("basics.5", "1", "1")]
    assert (sheet.score, sheet.low, sheet.high) == (None, Fraction("9.9"), Fraction("12.9"))
    assert written(sheet.settled, sheet.pending) == ["6", "9"]
    assert not sheet.complete
    assert [(one.number, one.item, one.indicator) for one in sheet.missing] == [("1.1", "basics", "late")]
    assert [section.score for section in sheet.sections] == [None, 6]


def test_a_parameter_that_is_missing_has_no_number() -> None:
    sheet = score(VALUES.replace("average: 87%", ""))
    assert [(one.number, one.item, one.indicator, one.label) for one in sheet.missing] == [
        ("", "", "average", "全省平均")
    ]
    assert (item(sheet, "basics").low, item(sheet, "basics").high) == (Fraction("2.9"), Fraction("5.9"))


def test_a_gap_that_changes_nothing_leaves_the_item_decided() -> None:
    """The spoiled ones take all of the second part, and the first member all that is capped of the first."""
    sheet = score(
        VALUES.replace("part: 9, ", "").replace(
            "甲: {part: 70, whole: 100}", "甲: {part: 0, whole: 1}, 丙: {part: 0, whole: 1}"
        )
    )
    uploads = item(sheet, "uploads")
    assert written(uploads.score, uploads.low, uploads.high) == ["0", "0", "0"]
    assert uploads.state == "decided"
    assert sum(line.applied for line in uploads.ledger) == 5
    assert sheet.score == Fraction("10.9")
    assert not sheet.complete


def test_an_account_that_is_certain_though_its_fact_is_missing() -> None:
    """Late or not, the item's points are gone by what is known of the other facts."""
    text = VALUES.replace("late: 1", "late: 9").replace("done: 是", "done: ")
    basics = item(score(text), "basics")
    assert basics.state == "decided"
    assert basics.points - sum(line.applied for line in basics.ledger) == basics.score
    assert basics.ledger[0].rule == "basics.veto1"


def test_not_applicable_is_decided() -> None:
    sheet = score(VALUES.replace("passed: {part: 81, whole: 100}", "passed: 不适用"))
    assert item(sheet, "growth").score == 3
    assert lines(sheet, "growth") == [("growth.2", "3", "3")]
    assert sheet.complete


def test_a_list_that_does_not_exist_costs_nothing() -> None:
    text = VALUES.replace("sent: {甲: {part: 70, whole: 100}, 乙: {part: 9, whole: 10}}", "sent: {}")
    assert lines(score(text), "uploads") == [("uploads.2", "3", "2")]


def test_nothing_reported() -> None:
    sheet = score("unit: 甲市\n")
    assert written(sheet.low, sheet.high, sheet.settled, sheet.pending) == ["0", "20", "0", "20"]
    assert (sheet.score, sheet.year, sheet.stage, len(sheet.missing)) == (None, None, "self", 10)
    assert all(one.ledger == () for section in sheet.sections for one in section.items)


def test_readings_taken() -> None:
    (reading,) = score().readings
    assert (reading.id, reading.words, reading.chosen, reading.meaning) == (
        "growth.unchanged",
        "增长",
        "some",
        "持平得1分",
    )
    assert reading.others == (("none", "持平不得分"),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_do_not_depend_on_the_language(language: Language) -> None:
    assert score(language=language).score == Fraction("10.9")
