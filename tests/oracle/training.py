"""就业创业培训: the six clauses on training."""

from fractions import Fraction

from oracle.phrases import Told


def training_planning(told: Told) -> Fraction:
    """有计划并分解任务的得1分；制定…，有…记录的得2分；…有序并有相关文件的得2分."""
    checked = told.all_of(2, "assessment_rules inspection_records")
    return (
        told.all_of(1, "training_plan tasks_assigned") + checked + told.all_of(2, "guidance_orderly guidance_documents")
    )


def training_institutions(told: Told) -> Fraction:
    """示范基地的得3分；知名培训品牌的得2分."""
    return told.all_of(3, "demonstration_base") + told.all_of(2, "known_brand")


def teacher_training(told: Told) -> Fraction:
    """达到要求得5分，否则不得分."""
    return told.all_of(5, "requirements_met")


def startup_services(told: Told) -> Fraction:
    """项目库…得2分；咨询…得2分；小额担保贷款…得2分；功能建设的得4分."""
    helped = told.all_of(2, "project_library") + told.all_of(2, "consulting") + told.all_of(2, "small_loans")
    return helped + told.all_of(4, "functions_completed")


def training_management(told: Told) -> Fraction:
    """有台帐的得2分；定期向社会发布的得2分；平台的得4分；动态管理的得3分；实名制管理的得4分."""
    studied = told.all_of(2, "demand_survey survey_records") + told.all_of(2, "market_analysis analysis_published")
    managed = told.all_of(4, "management_platform") + told.all_of(3, "institutions_managed")
    return studied + managed + told.all_of(4, "real_name_management")


def training_subsidies(told: Told) -> Fraction:
    """得2分；得3分；目录并…公布的得5分。违规使用或…有效投诉举报的，不得分并倒扣5分."""
    events = told["misuse_or_complaints"]
    if events:
        return Fraction(-5 * (events if told.read("penalty_count", "each") else 1))
    listed = told.all_of(5, "catalogue_made catalogue_published")
    return told.all_of(2, "funds_adequate") + told.all_of(3, "management_rules") + listed
