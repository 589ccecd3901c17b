"""Made-up batches on the real form: any number of units, some with facts missing, some files bad."""

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from io import BytesIO
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.xlsx.summary_workbook import summary_bytes
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import BadFile, Heading, Summary, UnitScore, headings
from support.rendered.sheets import official

CITIES = ("甲市", "乙市", "丙市", "丁市", "戊市", "己市", "庚市", "辛市", "壬市", "癸市", "子市", "丑市", "寅市")
OPEN_CITY = 4  # 戊市
ALL_SHEETS = [
    "要点",
    "总排名",
    "分项排名",
    "自评对照",
    "改动的子项目",
    "省厅改动",
    "得分表",
    "失分表",
    "失分分布",
    "读法影响",
    "问题文件",
]
"""Of a summary that has something for each of its sheets."""
BAD = (
    BadFile(
        "units/卯市.yaml",
        (
            Problem("file-empty", "units/卯市.yaml", 7, 3, MappingProxyType({"found": "traning"})),
            Problem("file-empty", "units/卯市.yaml"),
        ),
    ),
    BadFile("units/辰市.yaml", (Problem("file-empty", "units/parameters.yaml", 2, 1),)),
)


def batch(count: int = len(CITIES), bad: tuple[BadFile, ...] = (), stage: str = "self") -> Summary:
    """So many units; every thirteenth lacks facts."""
    sections, items, items_of = headings(official())
    names = (*CITIES, *(f"第{number}单位" for number in range(len(CITIES), count)))[:count]
    units = tuple(_unit(place, name, items, items_of) for place, name in enumerate(names))
    return Summary(official().form, sections, items, items_of, tuple(replace(one, stage=stage) for one in units), bad)


def _unit(place: int, name: str, items: tuple[Heading, ...], items_of: tuple[int, ...]) -> UnitScore:
    opened = place % len(CITIES) == OPEN_CITY
    scores = tuple(
        _standing(item, place * 7 + index * 3, opened=opened and index % 13 == 2) for index, item in enumerate(items)
    )
    ends = list(accumulate(items_of, initial=0))
    sections = tuple(total(scores[start:end]) for start, end in pairwise(ends))
    return UnitScore(f"units/{name}.yaml", name, 2011, "self", total(sections), sections, scores, 4 * opened)


def total(parts: tuple[ScoreRange, ...]) -> ScoreRange:
    """The sum of these standings; open where one of them is."""
    low = sum((one.low for one in parts if one.low is not None), Fraction(0))
    high = sum((one.high for one in parts if one.high is not None), Fraction(0))
    return ScoreRange(sum((one.points for one in parts), Fraction(0)), low, high)


def small(**scores: tuple[str | None, ...]) -> Summary:
    """Units with these scores of two sections: items of 5 and 5, and one of 10; None is open from 0."""
    items = tuple(
        Heading(number, f"item_{number[0]}_{number[2]}", title, Fraction(points))
        for number, title, points in (("1.1", "征缴", 5), ("1.2", "监测", 5), ("2.1", "培训", 10))
    )
    sections = tuple(
        Heading(str(place), f"section_{place}", title, Fraction(10))
        for place, title in enumerate(("失业保险", "技能培训"), 1)
    )
    units = tuple(_small_unit(name, items, found) for name, found in scores.items())
    return Summary(official().form, sections, items, (2, 1), units, ())


def _small_unit(name: str, items: tuple[Heading, ...], scores: tuple[str | None, ...]) -> UnitScore:
    found = tuple(
        ScoreRange(item.points, Fraction(0), item.points)
        if score is None
        else ScoreRange(item.points, Fraction(score), Fraction(score))
        for item, score in zip(items, scores, strict=True)
    )
    sections = (total(found[:2]), total(found[2:]))
    return UnitScore(f"{name}.yaml", name, None, "self", total(sections), sections, found, scores.count(None))


def _standing(item: Heading, seed: int, *, opened: bool) -> ScoreRange:
    if opened:
        return ScoreRange(item.points, Fraction(1, 2), item.points)
    lost = Fraction((seed * seed) % 11 // 8 * (seed % 7), 2)
    score = item.points - min(lost, item.points)
    return ScoreRange(item.points, score, score)


def workbook(summary: Summary, language: Language = "zh") -> bytes:
    """The batch's summary as a file."""
    return summary_bytes(batch_figures(summary), language)


def sheet(summary: Summary, name: str, language: Language = "zh") -> Worksheet:
    """One sheet of the batch's summary as a reader finds it; nobody may change it."""
    found = _opened(workbook(summary, language))[name]
    assert isinstance(found, Worksheet)
    return found


@lru_cache(maxsize=8)
def _opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def table(page: Worksheet) -> list[tuple[Any, ...]]:
    """The rows under the head."""
    titles = page.print_title_rows or f"1:{int(str(page.freeze_panes).lstrip('ABCDEFG')) - 1}"
    last = int(titles.replace("$", "").split(":")[1])
    return list(page.iter_rows(last + 1, values_only=True))


def chart(page: Worksheet) -> str:
    """The chart of a sheet, as the file holds it."""
    (found,) = page._charts  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    return str(tostring(found._write()).decode())  # noqa: SLF001
