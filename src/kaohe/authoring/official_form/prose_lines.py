"""A line of a form without tables: its number, what it is called, its points, and its labelled words."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaohe.authoring.official_form.form_rows import ASKED, SCORED
from kaohe.authoring.official_form.joined_words import points_of, title_and_points
from kaohe.authoring.official_form.scoring_marks import names_points
from kaohe.source.form_document.rows import RowPlace

Label = Literal["points", "target", "method", "beside"]
_CHINESE = "一二三四五六七八九十"
_MARKS = (
    re.compile(rf"第[{_CHINESE}]{{1,3}}(?:部分|章|节|条|类|篇)[、:：]?"),
    re.compile(rf"[{_CHINESE}]{{1,3}}[、.．]"),
    re.compile(rf"[（(][{_CHINESE}]{{1,3}}[)）][、.．]?"),
    re.compile(r"\d{1,2}(?:[、．]|[.](?!\d))|A\d{1,2}[、.．]?"),
    re.compile(r"\d{1,2}[.．]\d{1,2}[、.．]?(?![\d.．分个倍%％万元])|B\d{1,2}[、.．]?"),
    re.compile(r"\d{1,2}(?:[.．]\d{1,2}){2}[、.．]?(?!\d)|C\d{1,2}[、.．]?"),
    re.compile(r"(?:[（(]\d{1,2}[)）]|\d{1,2}[)）])[、.．]?"),
    re.compile(r"[①-⑳]"),
)
"""From the widest group to the smallest part."""
_HEADED = re.compile(
    r"(?P<title>[^。；;：:]{1,40}?)(?:[。:：]?[（(【\[](?P<inner>[^（）()【】]{0,8}?\d+(?:\.\d+)?分[^（）()【】\d]{0,12}"
    r"|(?:权重|占比?)[:：]?\d+(?:\.\d+)?[%％])[)）】\]]"
    r"|[:：](?P<plain>\d+(?:\.\d+)?分)(?![^。；;：:，,])"
    r"|[,，](?:分值|满分|标准分|计|共)[:：]?(?P<behind>\d+(?:\.\d+)?分)(?=[。；;：:]))[。：:，,；;]?(?P<rest>.*)"
)
_TITLE = re.compile(r"(?P<title>[^。；;：:，,]{1,20})[。：:](?P<rest>.+)")
_ONLY = re.compile(
    r"(?:共计?|满分|合计|总分|分值|基础分|基准分|标准分|权重|占比?)?[:：]?(?P<points>\d+(?:\.\d+)?)[分%％]"
)
_POINTS = r"(?:分值|标准分|基准分|满分|权重|分数)"
_BESIDE = (
    r"(?:(?:责任|牵头|考核|考评|评分|实施)(?:单位|部门|科室)|完成时限|(?:考核|评价|检查)方式|数据来源|(?:佐证|证明)材料"
    r"|备注|(?:自评|考核|考评|实际|最终|复核)?(?:得分|评分)(?=[:：][\s_＿—-]*$))"
)
"""得分： with nothing behind it is left to be filled in."""
_LABELS = re.compile(
    rf"[【\[](?:(?P<points>{_POINTS})|(?P<target>{ASKED})|(?P<method>{SCORED})|(?P<beside>[^【】\[\]]{{2,8}}))[】\]][:：]?"
    rf"|(?:^|(?<=[。；;，,]))(?:(?P<points_>{_POINTS})|(?P<target_>{ASKED})|(?P<beside_>{_BESIDE}))[:：]"
    rf"|(?P<method_>{SCORED})[:：]"
)


UNNUMBERED = 3
"""党建工作（10分）on a line of its own stands where 1. does."""
LONGEST = 24
"""So many characters make a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line; `rank` is how small a part its number makes it, None where it has none; `apart` a row of a table."""

    rank: int | None
    words: str
    """Without its number."""
    text: str
    place: RowPlace
    apart: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Headed:
    """What a numbered line is called, its points as printed, and the words behind them."""

    title: str
    points: Fraction | None
    printed: str
    rest: str
    aside: str = ""
    """What stands behind the points in their brackets."""


def entry_of(text: str, place: RowPlace, *, loose: bool, heading: bool) -> Entry:
    """`loose` where no line has a number, as in documents that number them by style: titles stand before words too."""
    for rank, mark in enumerate(_MARKS):
        if found := mark.match(text):
            return Entry(rank, text[found.end() :], text, place, heading=heading)
    own = headed(text)
    known = any(label != "beside" for label, _, _ in labelled(text)[1])
    alone = own.points is not None and (loose or not own.rest) and not known and len(own.title) <= LONGEST
    return Entry(UNNUMBERED if alone else None, text, text, place, heading=heading)


def headed(words: str) -> Headed:
    """1.村医督导（5分）。每季度…; 1、领导接访下访：8分."""
    title, points = title_and_points(words)
    if points is not None and len(title) <= 40 and not names_points(title):  # noqa: PLR2004 - a title
        return Headed(title.strip("【】[]。"), points, "", "")
    found = _HEADED.fullmatch(words)
    if found is not None and not names_points(found["title"]):
        inner = found["inner"] or found["plain"] or found["behind"]
        only, aside = _ONLY.match(inner), ""
        if only is not None:
            aside = inner[only.end() :]
        known = Fraction(only["points"]) if only else None
        return Headed(
            found["title"].strip("【】[]"), known, "" if only else inner, found["rest"], aside.lstrip("，,；;")
        )
    found = _TITLE.fullmatch(words)
    if found is not None and not names_points(found["title"]):
        return Headed(found["title"], None, "", found["rest"])
    return Headed(words.rstrip("。：:"), None, "", "") if not names_points(words) else Headed("", None, "", words)


def labelled(text: str) -> tuple[str, list[tuple[Label, str, str]]]:
    """The words before the first label, and for each label its kind, its heading and its words."""
    found = list(_LABELS.finditer(text))
    if not found:
        return text, []
    ends = [*(one.start() for one in found[1:]), len(text)]
    said = [(*_label(one), text[one.end() : end].strip()) for one, end in zip(found, ends, strict=True)]
    return text[: found[0].start()], said


def _label(found: re.Match[str]) -> tuple[Label, str]:
    names: tuple[Label, ...] = ("points", "target", "method", "beside")
    for name in names:
        if heading := found[name] or found[f"{name}_"]:
            return name, heading
    raise AssertionError


def points_written(words: str) -> Fraction | None:
    return points_of(words.rstrip("。；;，,"))
