"""城乡基层平台建设: the five clauses on grassroots platforms."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets, most_zero, steps


def platform_planning(told: Told) -> Fraction:
    """规划和年度工作方案的得5分；定期指导督查…的得5分."""
    return told.all_of(5, "platform_plan annual_programme") + told.all_of(5, "regular_guidance")


def platform_standards(told: Told) -> Fraction:
    """建立…，出台…并定期组织督查的得5分；制定出台…并认真组织实施得5分."""
    inspected = told.all_of(5, "performance_system assessment_rules regular_inspection")
    return inspected + told.all_of(5, "standards_issued standards_applied")


def provincial_models(told: Told) -> Fraction:
    """完成…目标任务得5分，未完成目标任务不得分；…保持良好的得5分."""
    return told.all_of(5, "township_target") + told.all_of(5, "communities_maintained")


def assistant_training(told: Told) -> Fraction:
    """达到省当年平均通过率得5分，每低一个百分点扣0.5分，扣完为止；集中培训达到两次的得5分，否则不得分."""
    return _passed(told) + gets(5, told["training_rounds"] >= 2)


def _passed(told: Told) -> Fraction:
    if told.gone("certification.part", "certification.whole"):
        return gets(5, told.read("no_candidates", "full"))
    if not told["certification.whole"]:
        return NOTHING
    rate = Fraction(told["certification.part"]) / told["certification.whole"]
    below = most_zero(Fraction(told["provincial_pass_rate"]) - rate)
    return most_zero(5 - steps(below, Fraction(1, 100), told, "pass_rate_steps") / 2)


def assistant_activity(told: Told) -> Fraction:
    """积极参与活动的得5分，成绩突出或取得名次的得5分."""
    return told.all_of(5, "participated") + gets(5, told["outstanding"] or told["ranked"])
