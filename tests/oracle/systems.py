"""就业管理信息化建设: the six clauses on information systems."""

from fractions import Fraction

from oracle.phrases import NOTHING, Told, gets, most_zero, steps


def operation_mechanism(told: Told) -> Fraction:
    """明确…领导并明确专门的技术管理人员得5分；建立…运维管理制度得5分."""
    return told.all_of(5, "leader_named technician_named") + told.all_of(5, "operation_rules")


def network(told: Told) -> Fraction:
    """得10分，有一个（次）未联网或未联通扣5分，扣完为止；已建村级平台全部…联网的得5分."""
    villages = told.all_of(5, "villages_connected")
    if told.gone("villages_connected"):
        villages = gets(5, not told.read("no_village_platform", "zero"))
    return told.each(10, 5, "unconnected_places outages") + villages


def application_software(told: Told) -> Fraction:
    """达到要求的得5分，市、县（市、区）有不符合要求的不得分."""
    return gets(5, not told["noncompliant_areas"])


def database(told: Told) -> Fraction:
    """覆盖…并实行动态同步的得15分，缺少一个…扣5分，扣完为止；数据覆盖…的得5分."""
    complete = told.all_of(5, "data_complete")
    if told.read("not_synchronised", "unpriced"):
        return told.each(15, 5, "counties_missing") + complete
    if told.read("not_synchronised", "required") and told["counties_not_synchronised"]:
        return complete
    return told.each(15, 5, "counties_missing counties_not_synchronised") + complete


def system_use(told: Told) -> Fraction:
    """得25分，每一项业务未达要求的扣5分，扣完为止."""
    return told.each(25, 5, "businesses_below_standard")


def data_use(told: Told) -> Fraction:
    """按时…得20分，不能按时…不得分。…每10%扣5分，单个指标扣完10分为止，总计扣完20分为止。开展…应用的得5分."""
    analysed = told.all_of(5, "analysis_applied")
    if not told["uploaded_on_time"]:
        return NOTHING if told.read("late_upload", "item") else analysed
    lost = sum((deviation_lost(part, whole, told) for part, whole in told["uploads"]), NOTHING)
    return most_zero(20 - lost) + analysed


def deviation_lost(part: Fraction, whole: Fraction, told: Told) -> Fraction:
    """Of one indicator: 上传量偏离实际数量每10%扣5分，单个指标扣完10分为止."""
    off = Fraction(whole - part) / whole
    far = most_zero(off) if told.read("deviation_direction", "below") else abs(off)
    return min(Fraction(10), 5 * steps(far, Fraction(1, 10), told, "deviation_steps"))
