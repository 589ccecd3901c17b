"""The clauses of the form's first three sections that do more than add up flags."""

from typing import Any

from benchmarks.columns.form import POINT, Form


def coverage(form: Form) -> Any:
    return form.grown("coverage.contributors") + form.grown("coverage.migrant_workers")


def legal_compliance(form: Form) -> Any:
    """Both deductions empty the same five points, to zero and no further."""
    lost = form["legal_compliance.unimplemented_requirements"] + form["legal_compliance.violations"]
    return form.less(5, 2.5, lost)


def benefit_payment(form: Form) -> Any:
    paid = form.counted(7, 3.5, "benefit_payment.unpaid_benefit_cases")
    return paid + form.all_of(1, "benefit_payment", "adjustment_mechanism adjusted_in_time")


def pooling_level(form: Form) -> Any:
    outside = form.when(form["pooling_level.districts_outside"] > 0, POINT, 2 * POINT)
    return form.when(form["pooling_level.city_pooling"], outside, 0)


def unemployment_monitoring(form: Form) -> Any:
    item = "unemployment_monitoring"
    reports = form.counted(2, 1, f"{item}.late_reports") + form.counted(2, 1, f"{item}.missing_analyses")
    none = form.gone(f"{item}.unreported_changes") | (form[f"{item}.unreported_changes"] < 1)
    return reports + form.gets(1, none)


def archive_management(form: Form) -> Any:
    areas = form.counted(5, 2.5, "archive_management.areas_below_standard")
    return form.when(form["archive_management.city_archives"], areas, 0)


def insurance_administration(form: Form) -> Any:
    item = "insurance_administration"
    areas = form.counted(2, 1, f"{item}.areas_not_posted") + form.counted(2, 1, f"{item}.windows_without_leaflets")
    service = form.counted(2, 1, f"{item}.service_violations")
    return areas + service + form.counted(2, 1, f"{item}.areas_not_computerised")


def insurance_statistics(form: Form) -> Any:
    return form.counted(4, 1, "insurance_statistics.unmet_requirements")


def insurance_fund(form: Form) -> Any:
    """Outside the pilot there is nothing to get for it; a verified breach takes all."""
    item = "insurance_fund"
    reports = form.all_of(1, item, "budget_reports") + form.all_of(1.5, item, "fund_use")
    pilot = form.gets(1, ~form.gone(f"{item}.pilot_reports") & form[f"{item}.pilot_reports"])
    in_pilot = ~form.gone(f"{item}.pilot_fund_use") & ~form.gone(f"{item}.pilot_fund_accounts")
    used = form.gets(1.5, in_pilot & form[f"{item}.pilot_fund_use"] & form[f"{item}.pilot_fund_accounts"])
    return form.when(form[f"{item}.verified_breaches"] > 0, 0, reports + pilot + used)


def policy_implementation(form: Form) -> Any:
    item = "policy_implementation"
    counties = form[f"{item}.counties_without_document"]
    documents = form.when(form[f"{item}.city_document"], form.less(5, 0.5, counties), form.less(3, 0.5, counties))
    funded = form[f"{item}.city_funds"] & (form[f"{item}.counties_without_funds"] < 1)
    kept = form.when(form[f"{item}.governments_below_last_year"] > 0, 3 * POINT, 5 * POINT)
    return documents + form.when(funded, kept, 0)


def employment_services(form: Form) -> Any:
    item = "employment_services"
    counties = form.counted(4, 1, f"{item}.counties_not_executing")
    return form.all_of(2, item, "service_windows") + counties + form.counted(4, 1, f"{item}.unmet_indicators")


def skills_training(form: Form) -> Any:
    item = "skills_training"
    open_ = form[f"{item}.city_window"] & (form[f"{item}.counties_without_window"] < 1)
    published = form.when(form[f"{item}.windows_not_published"] > 0, POINT, 2 * POINT)
    reports = form.when(form[f"{item}.real_name_management"], form.counted(4, 1, f"{item}.late_reports"), 0)
    paid = form.when(form[f"{item}.paid_in_time"], form.counted(4, 2, f"{item}.verified_complaints"), 0)
    return form.when(open_, published, 0) + reports + paid


def labour_cooperation(form: Form) -> Any:
    return form.all_of(5, "labour_cooperation", "tasks_completed completed_on_time")


def labour_surveys(form: Form) -> Any:
    """Of the surveys asked for a percent, of valid data a percentage point below 95%."""
    whole, valid = form["labour_surveys.surveys.whole"], form["labour_surveys.valid_data.whole"]
    made = form.short(10, 1, (whole - form["labour_surveys.surveys.part"]) * 100, whole)
    return made + form.short(5, 0.5, valid * 95 - form["labour_surveys.valid_data.part"] * 100, valid)


def market_rating(form: Form) -> Any:
    """Where no market applied there is nothing to get; all markets below three stars are deducted."""
    names = [f"market_rating.{stars}_markets" for stars in ("three_star", "low_star", "unstarred")]
    three, low, none = (form[name] for name in names)
    gone_three, gone_low, gone_none = (form.gone(name) for name in names)
    applied = ~(gone_three | gone_low | gone_none) & ((three > 0) | (low > 0) | (none > 0))
    return form.when(applied, form.less(15, 5, low + none), 0)


def service_campaigns(form: Form) -> Any:
    held = form.counted(9, 3, "service_campaigns.missing_campaigns")
    return form.when(form["service_campaigns.plans_and_summaries_reported"], held, 0)


def supply_demand_analysis(form: Form) -> Any:
    item = "supply_demand_analysis"
    commended = form[f"{item}.commended_by_ministry"] | form[f"{item}.commended_by_province"]
    praised = form.gets(2, form[f"{item}.data_in_time"] & commended)
    reports = form.all_of(2, item, "reports_submitted") + form.all_of(2, item, "report_adopted")
    return reports + praised + form.all_of(3, item, "analyst_named analyst_stable")


def information_release(form: Form) -> Any:
    item = "information_release"
    return form.all_of(6, item, "information_published published_regularly") + form.all_of(2, item, "mobile_platform")


def information_platform(form: Form) -> Any:
    item = "information_platform"
    staff = form.all_of(6, item, "working_mechanism responsible_named stable_staff")
    return staff + form.counted(3, 1, f"{item}.substandard_uploads")
