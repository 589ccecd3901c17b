"""Words at the start of a method that give and take nothing: 考核要点：…评分标准：, and 立项数。"""

import re
from dataclasses import dataclass

from kaohe.authoring.drafting.scoring_words import PLAIN

_ASKS = r"(?:考核|考评|评价|检查|工作|目标|基本|具体|指标)(?:要点|要求|内容|目标|任务|说明|指标)|要求|目标"
_SCORES = (
    r"(?:具体)?(?:评分|计分|考核|考评|评价|扣分|得分|评估|赋分|记分)"
    r"(?:标准|办法|方法|细则|规则|方式|说明|原则)(?:如下)?"
)
_LABELLED = re.compile(rf"\s*[【\[(]?(?:{_ASKS})[】\])]?:(?P<asked>[^:]*?)\s*(?=[【\[(]?(?:{_SCORES})[】\])]?:)")
_SCORED = re.compile(rf"\s*[【\[(]?(?:{_SCORES})[】\])]?:\s*")
_WHOLE_SENTENCE = re.compile(r"\s*(?P<said>[^。;,\n]{2,40})[。;,\n]\s*(?=.)")
_SENTENCE = re.compile(r"\s*(?P<said>[^。;\n]{2,40})[。;\n]\s*(?=.)")
_TELLS = re.compile(
    r"\d|[分扣得加减倍折每]|各(?![项类级种岗环方]|单位|部门|科室)|否决|取消|排名|名次|位次|比例|平均|同一|下列|以下|其[他余]|未|不|没|无|缺|漏|违|发[生现]|出现|存在|[一二两三四五六七八九十][次项个起件名人]|如|若|凡|为准|视"
)
"""Words that may tell of what happens, or how much of it."""
_WHOLE = re.compile(
    r"[^\d,]{2,30}(?:率|比例|覆盖面)(?:均)?(?:要求|应|须|需|要)?(?:均)?(?:达到?|为|是)?(?:100%|百分之百)(?:的)?"
)
"""出庭应诉率须达100%: each that is short of it is counted by what follows."""


_DEMAND = re.compile(
    r"\s*(?P<asked>[^。;\n分扣加减]{4,60})(?P<stop>[。;\n])\s*(?P<short>每?(?:少|缺|低|降低|下降|超|发生|出现)(?!数|年|陷|乏)[^。;\n,]*?扣)"
    r"(?![^\n]*(?:得\d|加\d|加分|奖励))"
)


_BY_RESULT = re.compile(
    r"\s*(?:根据|依据|按照?|以)(?P<result>[^。;,\n\d分扣加减]{2,16}(?:结果|等次|等级|档次))(?:的)?(?:计分|得分|赋分|评分|打分|计算得分)[,:]"
    r"(?=(?:评(?:定|价)?为|为)?[“\"]?(?:优秀?|好|满意|先进|一等|一类|A)[”\"]?(?:等次|档次|等级|级)?(?:的|者)*,?(?:得|计|记)\d[^,。;]*,[^,。;每扣加]*(?:得|计|记)\d)"
)
_RATE = re.compile(r"%|百分")


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the words end, and what they ask for, where they say that it is that."""

    end: int
    asked: str = ""


def lead_of(method: str) -> Lead:
    """The words at the start of a method that only say what it is about."""
    plain = method.translate(PLAIN)
    labelled = _LABELLED.match(plain)
    end, asked = (labelled.end(), method[labelled.start("asked") : labelled.end("asked")]) if labelled else (0, "")
    scored = _SCORED.match(plain, end)
    end = scored.end() if scored else end
    while (first := _next(plain, end)) is not None:
        end, asked = first.end(), asked or (method[first.start("said") : first.end("said")] if end == 0 else "")
    return Lead(end, asked.strip("。；; "))


def with_demand(method: str, place: int) -> str:
    """The method, with a comma where a stop is between what is asked for and what falls short of it.

    每季度召开一次例会。少一次扣2分: what is short says nothing of its own. Places stay the same.
    """
    first = _DEMAND.match(method.translate(PLAIN), place)
    if first is None or (_RATE.search(first["asked"]) is None) != (_RATE.search(first["short"]) is None):
        return method  # 满意率达到90%。每少一次活动扣1分: of something else
    return f"{method[: first.start('stop')]}，{method[first.end('stop') :]}"


def with_result(method: str, place: int) -> str:
    """按评议结果计分，好的得8分 is 评议结果好的得8分: what the levels are of. Places stay the same."""
    first = _BY_RESULT.match(method.translate(PLAIN), place)
    if first is None:
        return method
    said = method[slice(*first.span("result"))]
    return f"{method[:place]}{said.ljust(first.end() - place)}{method[first.end() :]}"


def _next(plain: str, place: int) -> re.Match[str] | None:
    """A sentence at a place that only leads."""
    first = _SENTENCE.match(plain, place)
    if first is not None and not _TELLS.search(first["said"]):
        return first
    first = _WHOLE_SENTENCE.match(plain, place)
    return first if first is not None and _counts(plain, first) else None


def _counts(plain: str, first: re.Match[str]) -> bool:
    """Whether all that is said is a hundred percent of what is taken for one by one."""
    rest = plain[first.end() :]
    return _WHOLE.fullmatch(first["said"]) is not None and "%" not in rest and "百分点" not in rest and "扣" in rest
