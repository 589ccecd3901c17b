"""农民就业创业: the five clauses on rural employment."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets, most_zero, steps

PERCENT = Fraction(1, 100)


def policy_implementation(told: Told) -> Fraction:
    """得5分，市级未出台文件扣2分，县级…每个扣0.5分，扣完为止；得5分，未安排不得分，低于上年度扣2分."""
    city = gets(2, not told["city_document"])
    documents = most_zero(told.without_end(5, 0.5, "counties_without_document") - city)
    return documents + _funds(told)


def _funds(told: Told) -> Fraction:
    counties = told["counties_without_funds"] and not told.read("funds_missing", "city")
    if not told["city_funds"] or counties:
        return NOTHING
    if told.read("funds_reduced", "each"):
        return told.each(5, 2, "governments_below_last_year")
    return Fraction(3 if told["governments_below_last_year"] else 5)


def employment_services(told: Told) -> Fraction:
    """得2分，未设立不得分；得4分，每有一个…扣1分，扣完为止；得4分，每有一项未达省厅要求扣1分."""
    counties = told.each(4, 1, "counties_not_executing")
    return told.all_of(2, "service_windows") + counties + told.each(4, 1, "unmet_indicators")


def skills_training(told: Told) -> Fraction:
    """得2分，未设立…扣1分；得4分，未实行…不得分，每次扣1分，扣完为止；得4分，发生投诉举报，每查实一起扣2分."""
    reported = told.each(4, 1, "late_reports") if told["real_name_management"] else NOTHING
    before = _windows(told) + reported
    in_time = told["paid_in_time"] or told.read("late_payment", "unpriced")
    paid = told.without_end(4, 2, "verified_complaints")
    paid = paid if in_time else min(paid, NOTHING)  # what was not got is what complaints take first
    if told.read("floor", "none"):
        return before + paid
    return most_zero(before + paid) if told.read("floor", "item") else before + most_zero(paid)


def _windows(told: Told) -> Fraction:
    counties = told["counties_without_window"] and not told.read("window_missing", "city")
    if not told["city_window"] or counties:
        return NOTHING
    if told.read("window_not_published", "each"):
        return told.each(2, 1, "windows_not_published")
    return Fraction(1 if told["windows_not_published"] else 2)


def labour_cooperation(told: Told) -> Fraction:
    """按时完成省厅下达的任务得5分，未完成任务不得分."""
    late = told.read("completed_late", "full")
    return told.all_of(5, "tasks_completed" if late else "tasks_completed completed_on_time")


def labour_surveys(told: Told) -> Fraction:
    """达到…要求得10分，每低1%扣1分，扣完为止；有效率达95%以上得5分，每低1个百分点扣0.5分，扣完为止."""
    asked, made = told["surveys.whole"], told["surveys.part"]
    lacking = most_zero(Fraction(asked - made) / asked)
    invalid = most_zero(95 * PERCENT - Fraction(told["valid_data.part"]) / told["valid_data.whole"])
    surveys = most_zero(10 - steps(lacking, PERCENT, told, "survey_steps"))
    return surveys + most_zero(5 - steps(invalid, PERCENT, told, "valid_data_steps") / 2)
