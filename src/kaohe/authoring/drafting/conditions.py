"""Words that say when points are given or taken: which may be asked as they stand, and which say more than that."""

import re

from kaohe.authoring.drafting.scoring_words import POINTS

ELSE = re.compile(r"(?:否则|反之|其[他余](?:情况|情形)?|不然|)(?:,?一律|均)?")
_MORE = re.compile(
    rf"{POINTS}(?![之钟])|(?<!加计)(?<!代)(?<!回)(?<!折)(?<!纽)扣(?!缴|押|件|留)|[加减得评满积计记]分|分值|倍|折半|折算|酌情|视情|适当|系数|[依以][次此]类推|递[增减]|按[^,]{{0,12}}比例|按顺序|(?<!取得|获得)名次|排名|排位|位次|前[\d一二三四五六七八九十]+(?:名|位)"
    r"|第[\d一二三四五六七八九十]+(?:名|位)|每|分别|各(?=得|扣|加|记|计|\d|$)|否决|不得(?!分)|取消|上限|封顶|除外|除[^,]{1,20}外|例外|视同|视为|参照|抵[扣消]|不重复|不累计|就高|就低|其中"
    r"|平均分|内插|插值|四舍五入|加权|权重|逐[项个次]|另行|从[高严重低]|进一步加|第[\d一二三四五六七八九十]+次|首次|再次|再犯|屡|前述|上述|以上各|下列|如下|见附|[%\d)]\s*[+×x*/÷=]\s*[\d(]|[≥≤<>=＝×÷]"
)
_OFTEN = re.compile(r"(?<!\d)每(?:一)?(?:年|半年|季度?|个?季|月|个月|周|日|天|学期|个?工作日)(?:度)?(?!每)")
"""每年, 每月 say how often, and count nothing."""
_EXCEPT = re.compile(r"\([^()\d分扣]*(?:除外|例外|不计|不计入|不含|不包括)\)")
"""难免压疮除外, in brackets behind what is counted, is part of its name."""
_BACK = re.compile(r"以上|上述|前述|前款|两项|三项|各项|累计|合计|[本此该]项|同一|重复|就高|就低|总分|总计|相应|类推")
_WIDER = re.compile(
    r"(?:类|大项|部分|考核|总分|年度|当年|全年|[本该]季度?|当月|[本该]月|全部|所有|各项|整体|单位|指标|工作|任务|项目|系统|板块)$"
)
_SANCTION = re.compile(
    r"一票否决|取消[^,;。]{0,12}(?:资格|评优|评先|评选|称号)|不得?(?:予)?(?:参与|参加|评为|评选|评定)[^,;。]{0,8}(?:评优|评先|优秀|先进|等次)"
    r"|(?:年度|综合)?(?:考核|考评)(?:结果|等次|等级)?(?:直接)?(?:为|定为|评为|评定为|确定为|按)[^,;。]{0,6}(?:不合格|不称职|差|[一末D]+[等级档])"
    r"|(?:直接)?(?:评定|评|定|确定)为[“‘\"]?(?:不合格|基本合格|不称职|较?差|末[等位档])|(?:下降|降低|降)(?:一|1|两|2)个?(?:等次|档次|等级|档)|不得参评"
)
_SCORED = re.compile(r"分|扣|倍")
_STRIPPED = re.compile(r"^(?:但|并且?|且|而且|同时|如果|如|若|对于?|凡|其中)(?=.{2})|(?:的|者|情况|,|、)+$")
_NEGATED = re.compile(
    r"^(?:但|如|若)?(?:(?:两项|三项|各项)?(?:均|都|全部)|既)?(?:未|没有?|不(?!少于|低于|超过|高于)|无|达不到|低于|不足|少于|超过|超出|高于|超额|逾期|否则|反之|其[他余]|仍?未)"
)
_NEGATION = re.compile(r"未(?:能)?|没有|没|不能|不|的|无|达(?=到|要)|到")


_WITHIN_YEAR = re.compile(r"每(?:一|个)?(?:半年|季度?|个?月|周|星期|日|天|学期)(?!.*(?:全年|每年|年度|共))")


def within_year(text: str) -> bool:
    """Whether it says how often within a year: then a number of times is not the year's."""
    return bool(_WITHIN_YEAR.search(text))


def says_often(text: str) -> bool:
    """Whether it says how often: 每季度未报 may happen four times."""
    return bool(_OFTEN.search(text))


def says_more(text: str) -> bool:
    """Whether words in plain signs may say more than a yes or no: how much, how often, of what, or how else."""
    return bool(_MORE.search(_EXCEPT.sub("", _OFTEN.sub("", text))))


def reaches_beyond(text: str) -> bool:
    """Whether words say that more than the row is lost: 全年不得分."""
    return bool(_WIDER.search(text))


def sanctions(text: str) -> bool:
    """Whether words only say what follows for more than the item: 取消评优资格, 一票否决, 年度考核不合格."""
    return bool(_SANCTION.search(text)) and not _SCORED.search(text) and "每" not in text


def only_adds(text: str) -> bool:
    """Whether a clause speaks of points on top alone: 超额完成的加1分."""
    return re.search(r"加\d|加分|奖励?|超额", text) is not None and re.search(r"扣|减|低于|未|不足", text) is None


def looks_back(text: str) -> bool:
    """Whether words may speak of clauses before them."""
    return bool(_BACK.search(text))


def denies(text: str) -> bool:
    """Whether it says that something was not done or not reached."""
    return bool(_NEGATED.match(text))


def opposite(text: str, of: str) -> bool:
    """Whether words deny just what others say, be it in fewer words: 未实现 of 按规定实现市区统筹."""
    if not denies(text):
        return False
    said = iter(of)
    return all(one in said for one in _NEGATION.sub("", text) if one not in "(),、")


def within(text: str, of: str) -> bool:
    """Whether words say no more than others do, in fewer words."""
    said = iter(of)
    return all(one in said for one in text)


def affirmed(text: str) -> str:
    """What may happen, where words say that it did not: 未发生事故 is about 事故, and 压疮发生率为0 about 压疮."""
    text = re.sub(r"(?:发生)?(?:率|起数|次数|件数|人数|数|量)?[为是](?:0|零)(?:的)?$", "", text)
    return re.sub(
        r"^(?:.*?(?:未|没有|无|杜绝|不)(?:得)?(?:发生|发现|出现|存在|被)|(?:.{0,4}(?:全年|年内|年度内?|当年|本年度?))?(?:无|没有))(?=.{2})",
        "",
        text,
    )


def cleaned(text: str) -> str:
    """A condition as people are asked for it: without what joins it to other words."""
    return _STRIPPED.sub("", _STRIPPED.sub("", text.strip(" ,，、")))


def of_several_times(text: str, unit: str) -> bool:
    """累计迟到3次以上的，每次: each time that there were so many, or each of them."""
    return unit == "次" and re.search(r"(?:\d+|[两三四五六七八九十])次[及或]?以上(?:的)?$", text) is not None
