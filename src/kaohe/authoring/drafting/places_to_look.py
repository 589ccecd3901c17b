"""Words before a clause that only say where to look, or how many were looked at: 查阅资料, 抽查20户."""

import re

from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER

_LOOKS = re.compile(
    r"(?:并|随机|现场|实地|通过|重点|采取)?(?:查阅|查看|查验|查证|查(?=现场|资料|文件|记录|台账|档案)|核查|抽查|抽检|抽取|抽样|调阅|调取|翻阅|走访|听取|暗访|明察暗访|电话(?:抽访|访问|抽查|回访)|抽访).*"
    r"|(?:随机|现场|入户|电话)+(?:调查|询问|访谈|问询|抽选)\d*[^\d]*"
    r"|(?:现场|实地)(?:检查|考察|查看|核查|查验)?"
    r"|检查.*(?:资料|材料|文件|记录|台账|档案|清单|凭证|方案|情况)"
    r"|(?:依据|根据|以|按照?).*(?:结果|情况|成效|通报|数据|资料|台账|报告|为准|为依据)"
)
_JUDGED = re.compile(
    r"由[^,]{1,20}?(?:根据|依据|按照?|对照|结合)?[^,\d扣]{0,30}(?:综合|集中|统一|现场)?(?:评定|评价|打分|评分|评判)(?:等次|等级)?"
)
"""Who says so, and by what."""
_TELLS = re.compile(
    r"[未不没无缺少漏迟错违每达得扣超低高]|发现|查[出实]|存在|完成|率|比例|合格|健全|及时|按时|齐全|折算|换算|%"
)
"""Words that tell of what was found, and not only of where."""
_SAMPLE = re.compile(
    r"(?:调查|询问|访谈|问询|抽选|抽查|抽检|抽取|抽样|查阅|调阅|走访|查看|抽访|访问|回访)"
    rf"[^\d]{{0,8}}{NUMBER}(?:[-—~至]\d+)?(?:{MEASURE}|张|人|册|卷)"
)


_BY_FORMULA = re.compile(r"(?:按照?|以|依据|根据)[^,\d扣]{2,24}(?:计分|换算|折算|计算|赋分|计入)")


def only_by(words: str) -> bool:
    """Whether words say by what a formula is that follows them: 按及时率计分，得分=及时率×6分."""
    return _BY_FORMULA.fullmatch(words) is not None


def only_where(words: str) -> bool:
    """Whether words in plain signs say nothing but where to look."""
    judged = _JUDGED.fullmatch(words) is not None or _BASE.fullmatch(words) is not None
    return judged or (_LOOKS.fullmatch(words) is not None and not _TELLS.search(words))


_ORDERS = re.compile(
    r"(?:[^,]{0,16},)?(?:按照?|以|根据|依据)?[^,]{2,30}?(?:排名|排序|排位|名次|由[高大好低少小]到[低小差高多大]|从[高大好低少小]到[低小差高多大])(?:排序|排名|排列|排位|计分|得分|赋分|计算|先后)*"
)
_BASE = re.compile(r"(?:以|按照?)[^,\d]{0,12}平均(?:值|水平|数)(?:为(?:基准|基数|标准|准)|计算|衡量)")
_PLACED = re.compile(
    r"第[\d一二三四五六七八九十]+[名位]?|前[\d一二三四五六七八九十]+(?:名|位|%)|[\d一二三四五六七八九十]+[-~—至]+[\d一二三四五六七八九十]+[名位]"
)


def only_order(words: str, when: str) -> bool:
    """Whether words say by what all are put in order, before others say who stands where: 按得分排名，前3名得5分."""
    return (
        _ORDERS.fullmatch(words) is not None
        and not re.search(r"\d|分[,，]", words)
        and _PLACED.search(when) is not None
    )


def sampled(words: str) -> bool:
    """Whether they say how many were looked at: no number of the rule."""
    return only_where(words) and _SAMPLE.search(words) is not None
