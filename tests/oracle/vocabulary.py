"""What a unit is asked for each item of the form, by kind: the names are kaohe's, what they are is the form's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FIELDS: Mapping[str, tuple[str, ...]] = {
    "flag": ("",),
    "count": ("",),
    "people": (".current", ".previous"),
    "money": (".current", ".previous"),
    "ratio": (".part", ".whole"),
    "rate": ("",),
    "ratios": ("",),
}
FLAGS: Mapping[str, str] = {
    "benefit_payment": "adjustment_mechanism adjusted_in_time",
    "pooling_level": "city_pooling",
    "archive_management": "city_archives",
    "insurance_fund": "budget_reports pilot_reports fund_use pilot_fund_use pilot_fund_accounts",
    "policy_implementation": "city_document city_funds",
    "employment_services": "service_windows",
    "skills_training": "city_window real_name_management paid_in_time",
    "labour_cooperation": "tasks_completed completed_on_time",
    "service_campaigns": "plans_and_summaries_reported",
    "supply_demand_analysis": "reports_submitted data_in_time commended_by_ministry commended_by_province"
    " report_adopted analyst_named analyst_stable",
    "information_release": "information_published published_regularly mobile_platform",
    "information_platform": "working_mechanism responsible_named stable_staff",
    "training_planning": "training_plan tasks_assigned assessment_rules inspection_records guidance_orderly"
    " guidance_documents",
    "training_institutions": "demonstration_base known_brand",
    "teacher_training": "requirements_met",
    "startup_services": "project_library consulting small_loans functions_completed",
    "training_management": "demand_survey survey_records market_analysis analysis_published management_platform"
    " institutions_managed real_name_management",
    "training_subsidies": "funds_adequate management_rules catalogue_made catalogue_published",
    "platform_planning": "platform_plan annual_programme regular_guidance",
    "platform_standards": "performance_system assessment_rules regular_inspection standards_issued standards_applied",
    "provincial_models": "township_target communities_maintained",
    "assistant_activity": "participated outstanding ranked",
    "operation_mechanism": "leader_named technician_named operation_rules",
    "network": "villages_connected",
    "database": "data_complete",
    "data_use": "uploaded_on_time analysis_applied",
    "fund_use": "policies_funded proper_use real_name_system system_connected",
    "fund_balance": "balanced reasonable_surplus small_share moderate_balances",
    "fund_accounting": "accounted_by_rules statements_submitted accounted_by_project reported_by_project managed_well",
    "performance_management": "performance_system yearly_evaluation sound_indicators clear_logic marked_effect"
    " report_filed",
}
COUNTS: Mapping[str, str] = {
    "legal_compliance": "unimplemented_requirements violations",
    "benefit_payment": "unpaid_benefit_cases",
    "pooling_level": "districts_outside",
    "unemployment_monitoring": "late_reports missing_analyses unreported_changes",
    "archive_management": "areas_below_standard",
    "insurance_administration": "areas_not_posted windows_without_leaflets service_violations areas_not_computerised",
    "insurance_statistics": "unmet_requirements",
    "insurance_fund": "verified_breaches",
    "policy_implementation": "counties_without_document counties_without_funds governments_below_last_year",
    "employment_services": "counties_not_executing unmet_indicators",
    "skills_training": "counties_without_window windows_not_published late_reports verified_complaints",
    "market_rating": "three_star_markets low_star_markets unstarred_markets",
    "service_campaigns": "missing_campaigns",
    "information_platform": "substandard_uploads",
    "training_subsidies": "misuse_or_complaints",
    "assistant_training": "training_rounds",
    "network": "unconnected_places outages",
    "application_software": "noncompliant_areas",
    "database": "counties_missing counties_not_synchronised",
    "system_use": "businesses_below_standard",
    "fund_use": "reports_and_petitions verified_misuse",
}
OTHERS: Mapping[str, Mapping[str, str]] = {
    "people": {"coverage": "contributors migrant_workers"},
    "money": {"fund_raising": "funds"},
    "ratio": {"labour_surveys": "surveys valid_data", "assistant_training": "certification"},
    "rate": {"assistant_training": "provincial_pass_rate"},
    "ratios": {"data_use": "uploads"},
}
TOGETHER: Mapping[str, str] = {
    "market_rating": "three_star_markets low_star_markets unstarred_markets",
    "unemployment_monitoring": "unreported_changes",
    "network": "villages_connected",
    "assistant_training": "certification",
}
APART: Mapping[str, str] = {"insurance_fund": "pilot_reports pilot_fund_use pilot_fund_accounts"}
"""Like `TOGETHER`, what may not apply; but one of these may where others do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact of an item. What may not apply does so with all others of its `company`."""

    item: str
    name: str
    kind: str
    company: str = ""

    def fields(self) -> tuple[str, ...]:
        return tuple(f"{self.name}{field}" for field in FIELDS[self.kind])


def asked(item: str) -> tuple[Asked, ...]:
    return tuple(_asked(item))


def _asked(item: str) -> Iterator[Asked]:
    for kind, table in {"flag": FLAGS, "count": COUNTS, **OTHERS}.items():
        for name in table.get(item, "").split():
            together = name in TOGETHER.get(item, "").split()
            apart = name in APART.get(item, "").split()
            yield Asked(item, name, kind, item if together else name if apart else "")
