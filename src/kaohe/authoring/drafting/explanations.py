"""Words of a method that only explain: by what it is judged, who says so, where to look."""

import re

from kaohe.authoring.drafting.conditions import says_more
from kaohe.authoring.drafting.scoring_words import PLAIN
from kaohe.library.checks.numbers.number_kinds import demanded

_EXPLAINS = re.compile(
    r"依据|解释|为准|查看|查阅|资料|现场|数据来源|材料|注[:：]|另附|附表|台账备查|由.{1,20}(?:提供|认定|核定|负责)"
    r"|^并?(?:同时)?(?:予以|给予|进行|依法|按规定)*(?:追责|问责|追究.{0,6}责任|通报|约谈|通报批评|责令整改|限期整改)$"
    r"|^[并且]?(?:同时|一并)?(?:在全?[省市县区镇乡校院局]{1,2}(?:范围)?内?(?:予以)?通报(?:批评)?|移[送交](?:纪检|司法|公安)?[^,分扣]{0,8}|追[回缴][^,分扣]{2,8}|退回原单位|依[规法纪][^,分扣]{0,6}处理)$"
)

_HEADING = re.compile(
    r"(?:具体)?(?:评分|计分|考核|评价|扣分|得分|评估)?(?:要点|标准|办法|内容|方法|细则|依据|说明)(?:如下)?[:：]?"
)
"""评分要点：, before what it is about."""

_DEFINES = re.compile(r"(?:注:)?[^=,;。]{2,20}(?<!得分)(?<!分值)=\(?[^=,;。×*]+[/÷][^=,;。×*]+?\)?(?:[×*]100%)?")
"""满意度=满意人数/调查人数×100% says how a number is found."""


def explains(clause: str) -> bool:
    """Whether words only explain: they say so, and have no number that might count."""
    if _HEADING.fullmatch(clause) or _DEFINES.fullmatch(clause.translate(PLAIN)):
        return True
    return bool(_EXPLAINS.search(clause)) and not demanded(clause, ()) and not says_more(clause.translate(PLAIN))
