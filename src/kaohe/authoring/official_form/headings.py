"""What a column holds, by the words of its heading."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

Kind = Literal["serial", "points", "method", "name", "target", "aside", "other"]
METHOD = re.compile(
    r"(评分|计分|考评|考核|评价|评估|评查|评定|评审|检查|验收|扣分|打分|赋分|记分|给分|得分|加分|加减分|加扣分|奖惩|奖扣分)(的)?"
    r"(办法|标准|细则|方法|规则|说明|规定|原则|口径|依据和标准)|扣分(项|情形|因素)|[加扣减]分(依据|条件|条款)|Clause",
    re.IGNORECASE,
)
WEAK_METHOD = re.compile(
    r"(?:[考评打计扣加奖惩]\S{0,6})?(?:办法|标准|细则|方法|规则|规定|条款|情形|说明|评分|计分|扣分|加分|加减分|奖惩|内容|要点)(?:及分值)?"
)
"""What may stand above a method where nothing else does, and where the words below score."""
SENTENCE = re.compile(r"。|[；;].|[扣加得减计记]\s*\d")
"""A row with a method in it has no headings, though 扣分项 stands in its cell for points."""
APART = re.compile(r"(?:加|扣|减|奖)分(?:的)?(?:办法|标准|细则|方法|规则|说明|项|项目|情形|依据|条件|条款|因素)?")
"""A column of its own beside the method."""
_SCORING = re.compile(r"[评计打赋记扣给]分|Clause", re.IGNORECASE)
_SERIAL = re.compile(r"序号|编号|序|项次|代码|#|No\.?", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:[一二三四]级)?(?:各项|各|每项|小项|大项|分项|单项|考核|标准|指标|项目|子项|总|基准|评价|赋)?(?:分值|权重|权数).*|分数.*|标准分值?|满分值?|基本分|基础分"
    r"|(?:考核)?(?:项目|大项|小项|子项|指标|内容|要素|类别)分数?|基准分|标准分|应得分|考核分值|配分|赋分|(?:[一二三四]级)(?:指标)?分数?|Points",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r".*(目标|要求|任务|工作内容|考核内容|评价内容|检查内容|考评内容|要点|质量标准|工作标准|建设标准|达标标准|标准值|指标值|内容"
    r"|指标说明|指标解释|指标内涵|指标含义|指标释义|评价标准|考核标准|考评标准|检查标准|考核指标值).*|标准|.*及标准|.*标准要求"
)
_NAME = re.compile(
    r".*(项目|子项|指标|类别|大项|小项|事项|分类|模块|名称|要素|考核点|维度|方面|领域|板块|环节|部位|[一二三四]级(?!分)|Item).*"
    r"|项|内容|目标层|准则层",
    re.IGNORECASE,
)
_ASKED = re.compile(r"目标(?!层)|要求|任务|内容|要点|标准|指标(?:说明|解释|内涵|含义|释义|值)")
SELF = re.compile(r".*自(评|查|测|报|核).*")
_STAGES: Mapping[str, re.Pattern[str]] = {
    "self": SELF,
    "preliminary": re.compile(r".*(初评|初核|初审|复核|核查|考评|抽查|预评|复评|复查).*"),
    "final": re.compile(r".*(审定|核定|终评|最终|评定|认定|考核分|考核得分|审核|终审).*"),
}
_NO_STAGE = re.compile(r"标准|部门|单位|科室|处室|依据|原因|说明|备注|材料|签字|意见|人$")
_SCORED_BY = re.compile(r".*[^自计](?:评分|打分|得分|评)")
"""镇评分: whose score it is stands in no list."""
_SCORE = re.compile(r"(?:考核|考评)?(?:得分|评分|打分)|分数")
"""The only column for scores may not say whose they are."""
_ASIDE = re.compile(
    r".*(自评|得分|评分$|考核分$|备注|说明|扣分$|原因|责任(?!目标|内容)|依据|材料|单位$|部门|科室|处室|股室|方式|来源|时限|时间|周期|签字|情况)"
    r".*|考核方法|评估方法|检查方法|评价方法|备注|Remarks|Primitives"
)


def kind_of(heading: str) -> Kind:
    """What stands below a heading; methods come first for the words that name them name other things too."""
    if _SERIAL.fullmatch(heading):
        return "serial"
    if _POINTS.fullmatch(heading):
        return "points"
    if METHOD.search(heading) and len(heading) <= 16:  # noqa: PLR2004 - a heading
        return "method"
    if _STAGES["self"].fullmatch(heading):
        return "aside"
    asks = bool(_TARGET.fullmatch(heading)) and only_target(heading)
    if _ASIDE.fullmatch(heading) and not asks:
        return "aside"
    if _NAME.fullmatch(heading) and not only_target(heading):
        return "name"
    return "target" if _TARGET.fullmatch(heading) else "other"


def only_target(heading: str) -> bool:
    """Whether a heading asks for something, though it has a word for names too: 考核指标内容."""
    return bool(_ASKED.search(heading)) and "项目" not in heading


def scores_itself(heading: str) -> bool:
    """Whether a method's heading says that it is one: 评分标准 does, 考核标准 may be what is asked for."""
    return bool(_SCORING.search(heading))


def of_scores(heading: str, above: str) -> bool:
    """Whether a heading stands below one for scores, and is another."""
    return heading != above and _SCORE.fullmatch(above) is not None


def stages(headings: Sequence[str], below_scores: Sequence[str] = ()) -> dict[str, str]:
    """Columns for scores, as stages: self, preliminary, final; 考核 is one of them below 得分."""
    found: dict[str, str] = {}
    able = [one for one in headings if not _NO_STAGE.search(one)]
    for heading in able:
        for stage, pattern in _STAGES.items():
            if stage not in found and pattern.fullmatch(heading):
                found[stage] = heading
                break
    for heading in able:
        free = next((stage for stage in ("preliminary", "final") if stage not in found), None)
        if free and heading not in found.values() and (heading in below_scores or _SCORED_BY.fullmatch(heading)):
            found[free] = heading
    alone = [one for one in able if _SCORE.fullmatch(one)]
    if not found and alone:
        found["self"] = alone[0]
    return {stage: found[stage] for stage in _STAGES if stage in found}
