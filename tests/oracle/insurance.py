"""失业保险: the nine clauses on unemployment insurance."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets, growth, most_zero


def coverage(told: Told) -> Fraction:
    """增加的得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分."""
    return _grown(told, "contributors", "") + _grown(told, "migrant_workers", "migrants_")


def _grown(told: Told, people: str, reading: str) -> Fraction:
    grown = growth(told[f"{people}.current"], told[f"{people}.previous"])
    one_percent, two_percent = Fraction(1, 100), Fraction(2, 100)
    if grown <= 0:
        return NOTHING
    first = grown > one_percent if told.read(f"{reading}exactly_one_percent", "outside") else grown >= one_percent
    if told.read(f"{reading}further_awards", "cumulative"):
        return 2 + gets(1, first) + gets(2, grown >= two_percent)
    return 2 + (Fraction(2) if grown >= two_percent else gets(1, first))


def legal_compliance(told: Told) -> Fraction:
    """得5分，每有一次未按要求落实的扣2.5分，扣完为止；每查实一起违反…的行为扣2.5分."""
    both = told.each(5, 2.5, "unimplemented_requirements") + told.without_end(0, 2.5, "violations")
    return both if told.read("floor", "none") else most_zero(both)


def benefit_payment(told: Told) -> Fraction:
    """得7分，每查实一起未落实待遇的扣3.5分；建立…机制并及时调整得1分."""
    paid = told.without_end(7, 3.5, "unpaid_benefit_cases")
    adjusted = told.all_of(1, "adjustment_mechanism adjusted_in_time")
    if told.read("floor", "none"):
        return paid + adjusted
    return most_zero(paid + adjusted) if told.read("floor", "item") else most_zero(paid) + adjusted


def pooling_level(told: Told) -> Fraction:
    """实现…市区统筹的得2分，未实现的不得分，财政独立区未纳入市区统筹的扣1分."""
    outside = told["districts_outside"]
    if not told["city_pooling"] or (outside and told.read("district_outside", "not_realised")):
        return NOTHING
    return most_zero(Fraction(2 - (outside if told.read("unit", "per_district") else min(outside, 1))))


def unemployment_monitoring(told: Told) -> Fraction:
    """得2分，每有一次…扣1分；得2分，少报一次扣1分；…得1分，有一次未上报分析的扣1分，扣完5分为止."""
    before = told.each(2, 1, "late_reports") + told.each(2, 1, "missing_analyses")
    if told.gone("unreported_changes"):
        return before + gets(1, not told.read("no_major_change", "zero"))
    if told.read("floor", "item"):
        return most_zero(before + 1 - min(told["unreported_changes"], 5))
    return before + told.each(1, 1, "unreported_changes")


def archive_management(told: Told) -> Fraction:
    """得5分，市本级未达要求不得分。所属统筹地区每有一个未达到要求扣2.5分，扣完为止."""
    return told.each(5, 2.5, "areas_below_standard") if told["city_archives"] else NOTHING


def insurance_administration(told: Told) -> Fraction:
    """四个得2分，每有一个…扣1分，扣完为止."""
    posted = told.each(2, 1, "areas_not_posted") + told.each(2, 1, "windows_without_leaflets")
    return posted + told.each(2, 1, "service_violations") + told.each(2, 1, "areas_not_computerised")


def insurance_statistics(told: Told) -> Fraction:
    """得5分，每有一项未达要求的扣1分，扣完为止; but the column has 4."""
    if told.read("full_mark", "five"):
        return told.each(5, 1, "unmet_requirements")
    if told.read("full_mark", "five_capped"):
        return min(Fraction(4), told.each(5, 1, "unmet_requirements"))
    return told.each(4, 1, "unmet_requirements")


def insurance_fund(told: Told) -> Fraction:
    """得1分；得1分；得1.5分；得1.5分。有违纪违规事件举报、投诉并查实的，此项不得分."""
    reports = told.all_of(1, "budget_reports") + told.all_of(1, "pilot_reports") + told.all_of(1.5, "fund_use")
    pilot = told.all_of(1.5, "pilot_fund_use pilot_fund_accounts")
    if told.gone("pilot_reports"):
        reports += gets(1, told.read("reports_without_pilot", "full"))
    if told.gone("pilot_fund_use", "pilot_fund_accounts"):
        pilot = gets(1.5, told.read("funds_without_pilot", "full"))
    if told["verified_breaches"]:
        return reports if told.read("scope", "last_part") else NOTHING
    return reports + pilot
