"""Whether one case is plainly contained in another: 被通报的 speaks of the things before it, 防火期脱岗 is 脱岗."""

import re

from kaohe.authoring.drafting.scoring_words import MEASURE

_BEGINS = re.compile(
    r"(?:但|且|并|凡|经)?(?:其中|情节|造成|导致|引发|影响|后果|性质|重复|被|受|属实|查实|逾期|仍|拒|群众|媒体|上级"
    r"|重大|较大|特大|严重|重要|恶性|经?(?:催|督|查|核|鉴定|认定|调查|确认)|(?:限期|到期|超期)?未(?:及时|按期|按时|限期|按要求)?(?:制止|整改))"
)
"""Words that name nothing of their own."""
_COMMON = re.compile(
    r"(?:未|不|没)?(?:及时|按期|按时|限期|按要求|按规定|到位|落实|整改|检查|发现|制止|上报|完成)|工作|问题|情况|管理|服务|要求|人员|单位"
    r"|项目|全年|年度|每次|一次|以上"
)
_SAME = ("通报", "曝光", "批评", "约谈", "处分")
_LEVEL = re.compile(r"[国省市县区镇]|街道|上级|中央")
_IN_TIME = re.compile(r"按时|及时|按期|如期|按要求|按规定|按质按量")
_COUNTED = re.compile(rf"(?:的|者)*,?(?:每(?:发现|发生|出现|有)?)?[一1]?{MEASURE}$|的$")
_APART = re.compile(r"类|级|以[上下内]|[国省市县区镇村]")


def contained_in(words: str, thing: str) -> bool:
    """Whether words are of some of the things before them: they name none of their own, or the same."""
    levels = _LEVEL.search(words) and _LEVEL.search(thing)
    if levels and any(one in words and one in thing for one in _SAME):
        return False  # 被县级通报, 被市级通报
    if _BEGINS.match(words):
        return True
    own, other = (_COMMON.sub("|", one) for one in (words, thing))
    return any(own[at : at + 2] in other for at in range(len(own) - 1) if "|" not in own[at : at + 2])


def same_deed(words: str, thing: str) -> bool:
    """Whether both end in the same word, and the second has one before it that tells which: 值班脱岗, 防火期脱岗."""
    own = _COUNTED.sub("", words)
    if own == _IN_TIME.sub("", thing) != thing:
        return True  # 未完成, after 未按时完成
    ends = own[-2:] == thing[-2:] and len(own) > 3  # noqa: PLR2004 - two characters are a word
    if ends and own[0] == thing[0] and len(own) == len(thing):
        return False  # 负次要责任事故, 负主要责任事故
    return ends and not _APART.search(own) and not _COMMON.fullmatch(own[-2:])
