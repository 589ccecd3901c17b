"""就业专项资金管理: the five clauses on employment funds."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets


def fund_raising(told: Told) -> Fraction:
    """比上年增长的得10分，持平的得5分，降低的不得分."""
    now, before = told["funds.current"], told["funds.previous"]
    return Fraction(10 if now > before else 5 if now == before else 0)


def fund_use(told: Told) -> Fraction:
    """得3分；得3分；联网到位的得2分；未有…事件的得2分。有…投诉、举报并查实的，此项不得分."""
    connected = "system_connected" if told.read("connected", "by_itself") else "real_name_system system_connected"
    used = told.all_of(3, "policies_funded proper_use") + told.all_of(3, "real_name_system")
    due = used + told.all_of(2, connected)
    if told["verified_misuse"]:
        return due if told.read("scope", "last_part") else NOTHING
    return due + gets(2, not told["reports_and_petitions"])


def fund_balance(told: Told) -> Fraction:
    """基本平衡，…较为合理的得3分；占全省比重较小的得4分；均较为适中的得3分."""
    shared = told.all_of(4, "small_share") + told.all_of(3, "moderate_balances")
    return told.all_of(3, "balanced reasonable_surplus") + shared


def fund_accounting(told: Told) -> Fraction:
    """按规定核算的得4分；…报表的得4分；按…核算并能够…填报…，管理工作到位的得2分."""
    kept = told.all_of(4, "accounted_by_rules") + told.all_of(4, "statements_submitted")
    return kept + told.all_of(2, "accounted_by_project reported_by_project managed_well")


def performance_management(told: Told) -> Fraction:
    """制度的得3分；评价的得2分；科学，…清楚，…显著的得4分；及时上报备案的得1分."""
    evaluated = told.all_of(3, "performance_system") + told.all_of(2, "yearly_evaluation")
    return evaluated + told.all_of(4, "sound_indicators clear_logic marked_effect") + told.all_of(1, "report_filed")
