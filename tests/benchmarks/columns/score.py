"""The employment form written out once more by hand, from its text alone: every item, section and the whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.columns import clauses, later_clauses
from benchmarks.columns.form import Form, Words

Parts = Mapping[str, float]
"""Points for flags that must hold together."""
FLAGS: Mapping[str, Parts] = {
    "training_planning": {
        "training_plan tasks_assigned": 1,
        "assessment_rules inspection_records": 2,
        "guidance_orderly guidance_documents": 2,
    },
    "training_institutions": {"demonstration_base": 3, "known_brand": 2},
    "teacher_training": {"requirements_met": 5},
    "startup_services": {"project_library": 2, "consulting": 2, "small_loans": 2, "functions_completed": 4},
    "training_management": {
        "demand_survey survey_records": 2,
        "market_analysis analysis_published": 2,
        "management_platform": 4,
        "institutions_managed": 3,
        "real_name_management": 4,
    },
    "platform_planning": {"platform_plan annual_programme": 5, "regular_guidance": 5},
    "platform_standards": {
        "performance_system assessment_rules regular_inspection": 5,
        "standards_issued standards_applied": 5,
    },
    "provincial_models": {"township_target": 5, "communities_maintained": 5},
    "operation_mechanism": {"leader_named technician_named": 5, "operation_rules": 5},
    "fund_balance": {"balanced reasonable_surplus": 3, "small_share": 4, "moderate_balances": 3},
    "fund_accounting": {
        "accounted_by_rules": 4,
        "statements_submitted": 4,
        "accounted_by_project reported_by_project managed_well": 2,
    },
    "performance_management": {
        "performance_system": 3,
        "yearly_evaluation": 2,
        "sound_indicators clear_logic marked_effect": 4,
        "report_filed": 1,
    },
}
SECTIONS: Mapping[str, str] = {
    "unemployment_insurance": "coverage legal_compliance benefit_payment pooling_level unemployment_monitoring"
    " archive_management insurance_administration insurance_statistics insurance_fund",
    "rural_employment": "policy_implementation employment_services skills_training labour_cooperation labour_surveys",
    "public_hr_market": "market_rating service_campaigns supply_demand_analysis information_release"
    " information_platform",
    "employment_training": "training_planning training_institutions teacher_training startup_services"
    " training_management training_subsidies",
    "grassroots_platforms": "platform_planning platform_standards provincial_models assistant_training"
    " assistant_activity",
    "employment_information_systems": "operation_mechanism network application_software database system_use",
    "employment_funds": "fund_raising fund_use fund_balance fund_accounting performance_management",
}
LEFT_OUT = "data_use"
"""6.6 sums over a list, which most peers have no words for: it is left out for all of them alike."""


def scores(words: Words) -> Mapping[str, Any]:
    """Everything that comes out, in hundredths of a point."""
    form, found, sections = Form(words), {}, {}
    for section, items in SECTIONS.items():
        for item in items.split():
            found[f"items.{item}"] = words.result(f"items.{item}", item_score(form, item))
        name = f"sections.{section}"
        sections[name] = words.result(name, summed([found[f"items.{item}"] for item in items.split()]))
    return {**found, **sections, "total": words.result("total", summed([*sections.values()]))}


def item_score(form: Form, item: str) -> Any:
    if item in FLAGS:
        return summed([form.all_of(points, item, flags) for flags, points in FLAGS[item].items()])
    clause: Callable[[Form], Any] = getattr(clauses, item, None) or getattr(later_clauses, item)
    return clause(form)


def summed(parts: Sequence[Any]) -> Any:
    found, *rest = parts
    for one in rest:
        found = found + one  # not in place: arrays would change
    return found
