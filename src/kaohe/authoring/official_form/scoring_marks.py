"""Whether words may score: a sentence that gives or takes points, or that says what ends in none."""

import re

_SCORES = re.compile(
    r"[得扣加计减记奖给罚](?:去|以|掉)?\d|[-—－+＋]\d+(?:\.\d+)?分"
    r"|\d+(?:\.\d+)?分(?!钟|之|部|局|公司|校|院|管|类|级|布|支|及?以[上下]|[（(]含|[至到~～—-])"
    r"|(?:不得|不计|零|满|扣|得|加|减|倒扣|酌情给|计)分|扣完|否决|加倍|减半|[得计]满|按.{0,6}比例|不合格等次|评优|评先|封顶|上限"
)
_MAY_SCORE = re.compile(
    r"分(?!钟|管|局|公司|类|布|支)|扣|否决|等次|名次|加倍|减半|倍|除外|不计|封顶|上限|不超过|不足|视同|酌情"
)
_NUMBERED = re.compile(r"\d+(?:\.\d+)?分(?!钟)|[得扣加减计记]\d|(?:不得|不计|零|满|扣完)分?$|不得分")
_GIVEN = re.compile(r"[得扣加减计记奖]\d+(?:\.\d+)?分|不得分")
_BEHIND = re.compile(r"[（(【\[][^（）()]*\d分?[）)】\]]$")


def scores(words: str) -> bool:
    """Whether a cell looks like one of a column that says how points are given."""
    return _SCORES.search(words) is not None


def names_points(words: str) -> bool:
    """Whether words give or take points, which a title does not, though it may be 加分项 or 一票否决."""
    return _NUMBERED.search(words) is not None


def gives_points(words: str) -> bool:
    """Whether words give or take points; 平均分达到95分 does not."""
    return _GIVEN.search(words) is not None


def says_more(title: str) -> bool:
    """Whether a title has points behind it that are none of its own."""
    return _BEHIND.search(title) is not None and "分" in title


def may_score(words: str) -> bool:
    """Whether somebody has to look: words beside the method can change what it says."""
    return _MAY_SCORE.search(words) is not None
