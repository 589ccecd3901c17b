"""公共人力资源市场建设: the five clauses on public markets."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets

MARKETS = "three_star_markets low_star_markets unstarred_markets"


def market_rating(told: Told) -> Fraction:
    """申报…的市场，…在三星级以上的，得15分；未达星级标准每一个市场扣5分，扣完为止."""
    without = told.gone(*MARKETS.split()) or not any(told[name] for name in MARKETS.split())
    if without:
        return gets(15, told.read("no_application", "full"))
    if not told["three_star_markets"] and told.read("none_recognised", "zero"):
        return NOTHING
    low = told.read("low_stars", "standard_met")
    return told.each(15, 5, "unstarred_markets" if low else "low_star_markets unstarred_markets")


def service_campaigns(told: Told) -> Fraction:
    """按时上报…的得9分，否则不得分，少开展一项专项活动扣3分，扣完为止."""
    missing = told["missing_campaigns"] and told.read("campaign_missing", "zero")
    if missing or not told["plans_and_summaries_reported"]:
        return NOTHING
    return told.each(9, 3, "missing_campaigns")


def supply_demand_analysis(told: Told) -> Fraction:
    """得2分；数据上报及时，并得到部、省通报肯定的得2分；被上级采用的得2分；明确…并保持稳定的得3分."""
    commended = told["commended_by_ministry"], told["commended_by_province"]
    praised = all(commended) if told.read("commended_by", "both") else any(commended)
    reports = told.all_of(2, "reports_submitted") + told.all_of(2, "report_adopted")
    return reports + gets(2, praised and told["data_in_time"]) + told.all_of(3, "analyst_named analyst_stable")


def information_release(told: Told) -> Fraction:
    """定时定期…发布…，开展此项工作的得6分，未开展的不得分；通过“12580”…的得2分."""
    irregular = told.read("irregular_release", "full")
    published = told.all_of(6, "information_published" if irregular else "information_published published_regularly")
    return published + told.all_of(2, "mobile_platform")


def information_platform(told: Told) -> Fraction:
    """有稳定专职人员的得6分，未达要求不得分；…的得3分，每有一次未达要求扣1分，扣完为止."""
    staff = told.all_of(6, "working_mechanism responsible_named stable_staff")
    return staff + told.each(3, 1, "substandard_uploads")
