"""The clauses of the form's other sections that do more than add up flags."""

from typing import Any

from benchmarks.columns.form import PASS_RATE_UNIT, POINT, Form


def training_subsidies(form: Form) -> Any:
    """Misuse takes all points and five more."""
    item = "training_subsidies"
    due = form.all_of(2, item, "funds_adequate") + form.all_of(3, item, "management_rules")
    due = due + form.all_of(5, item, "catalogue_made catalogue_published")
    return form.when(form[f"{item}.misuse_or_complaints"] > 0, -5 * POINT, due)


def assistant_training(form: Form) -> Any:
    """Percentage points below the province's average; where nobody was examined there is nothing to get."""
    item = "assistant_training"
    passed, whole = form[f"{item}.certification.part"], form[f"{item}.certification.whole"]
    below = form["parameters.provincial_pass_rate"] * whole - passed * PASS_RATE_UNIT
    examined = ~form.gone(f"{item}.certification") & (whole > 0)
    rate = form.when(examined, form.short(5, 0.5, below, whole * (PASS_RATE_UNIT // 100)), 0)
    return rate + form.gets(5, form[f"{item}.training_rounds"] > 1)


def assistant_activity(form: Form) -> Any:
    item = "assistant_activity"
    return form.all_of(5, item, "participated") + form.gets(5, form[f"{item}.outstanding"] | form[f"{item}.ranked"])


def network(form: Form) -> Any:
    places = form.less(10, 5, form["network.unconnected_places"] + form["network.outages"])
    return places + form.gets(5, form.gone("network.villages_connected") | form["network.villages_connected"])


def application_software(form: Form) -> Any:
    return form.gets(5, form["application_software.noncompliant_areas"] < 1)


def database(form: Form) -> Any:
    covered = form.less(15, 5, form["database.counties_missing"] + form["database.counties_not_synchronised"])
    return covered + form.all_of(5, "database", "data_complete")


def system_use(form: Form) -> Any:
    return form.counted(25, 5, "system_use.businesses_below_standard")


def fund_raising(form: Form) -> Any:
    now, before = form["fund_raising.funds.current"], form["fund_raising.funds.previous"]
    return form.when(now > before, 10 * POINT, form.when(form.words.same(now, before), 5 * POINT, 0))


def fund_use(form: Form) -> Any:
    item = "fund_use"
    due = form.all_of(3, item, "policies_funded proper_use") + form.all_of(3, item, "real_name_system")
    due = due + form.all_of(2, item, "real_name_system system_connected")
    due = due + form.gets(2, form[f"{item}.reports_and_petitions"] < 1)
    return form.when(form[f"{item}.verified_misuse"] > 0, 0, due)
