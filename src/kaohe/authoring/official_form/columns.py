"""Which column of a form's table holds what, by the headings that forms have."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kaohe.authoring.official_form.joined_words import joined
from kaohe.source.form_document.rows import FormRow

_METHOD = re.compile(
    r"(评分|计分|考评|考核|评价|评估|评查|评定|评审|检查|验收|扣分|打分|赋分|记分|给分|得分|加分|加减分|加扣分|奖惩|奖扣分)(的)?"
    r"(办法|标准|细则|方法|规则|说明|规定|原则|口径|依据和标准)|扣分(项|情形|因素)|Clause",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"。|[；;].|[扣加得减计记]\s*\d")
"""A row with a method in it has no headings, though 扣分项 stands in its cell for points."""
_APART = re.compile(r"(?:加|扣|减|奖)分(?:的)?(?:办法|标准|细则|方法|规则|说明|项|项目|情形)?")
"""A column of its own beside the method."""
_SCORING = re.compile(r"[评计打赋记扣给]分|Clause", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:分项|单项|考核|标准|指标|项目|子项|总)?分值.*|分数|标准分值?|权重.*|满分|基本分|基础分|标准分|考核分值|配分|Points",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r".*(目标要求|考核内容|考核要求|目标任务|工作要求|考核目标|工作目标|目标值|工作任务|内容要求|基本要求|指标要求"
    r"|工作内容|考核要点|评价内容|具体要求|任务要求|内容及要求|内容和要求|目标及要求|责任目标|年度目标|质量标准|工作标准|建设标准|达标标准|标准要求|目标标准|指标值|标准值|要求|内容).*|标准"
)
_NAME = re.compile(r".*(项目|子项|指标|类别|大项|小项|事项|分类|模块|名称|要素|考核点|Item).*|项|内容", re.IGNORECASE)
_STAGES: Mapping[str, re.Pattern[str]] = {
    "self": re.compile(r".*自(评|查|测|报|核).*"),
    "preliminary": re.compile(r".*(初评|初核|初审|复核|核查|考评|抽查|预评).*"),
    "final": re.compile(r".*(审定|核定|终评|最终|评定|认定|考核分|考核得分|审核|终审).*"),
}
_SCORES = re.compile(
    r".*(自评|得分|评分$|考核分$|备注|说明|扣分$|责任|依据|材料|单位$|序号|部门|科室|处室).*|#|备注|Remarks|Primitives"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of columns in a row, from 0; None where the form has no such column.

    `more` are further columns that say how points are given or taken, beside the method or below its heading.
    """

    section: int | None
    item: int
    points: int | None
    target: int | None
    method: int
    stages: Mapping[str, str]
    headings: tuple[str, ...]
    """As printed: a second row of headings has them again, where they are merged downward."""
    more: tuple[int, ...] = ()


def columns_of(row: FormRow) -> Columns | None:
    """The columns that a row of headings names; None for any other row."""
    headings = [joined(cell.text) for cell in row.cells]
    method = _method(headings)
    if method is None or len(set(headings)) < 2:  # noqa: PLR2004 - one heading names nothing apart
        return None
    points = next((n for n, one in enumerate(headings) if _POINTS.fullmatch(one)), None)
    more_methods = _more_methods(row, headings, method)
    taken = (method, points, *more_methods)
    own = [n for n, one in enumerate(headings) if n not in taken and one and not row.cells[n].continued]
    stages = _stages([headings[n] for n in own if n > method])
    own = [n for n in own if not _SCORES.fullmatch(headings[n])]
    names = [n for n in own if _NAME.fullmatch(headings[n]) and not _only_target(headings[n])]
    target = next((n for n in own if n not in names and _TARGET.fullmatch(headings[n])), None)
    if not names and target is not None:
        names = [target]
    more = [n for n in own if target is not None and n > target and _TARGET.fullmatch(headings[n]) and n < method]
    if len(names) == 1 and target is not None and more and names[0] < target:
        names, target = [*names, target], more[0]  # 项目、内容、要求: what is asked for stands in the last
    elif len(names) == 1 and target is not None and target < names[0]:
        names, target = [target, *names], next(iter(more), None)  # 内容、指标: the contents are the sections
    if not names or max(names) > method:
        return None
    section = names[0] if len(names) > 1 else None
    return Columns(section, names[-1], points, target, method, stages, tuple(headings), more_methods)


def _more_methods(row: FormRow, headings: Sequence[str], method: int) -> tuple[int, ...]:
    """加分标准 beside 扣分标准, and columns that the method's heading covers."""
    behind = range(method + 1, len(headings))
    covered = [n for n in behind if row.cells[n].continued and headings[n] == headings[method]]
    scoring = [n for n in behind if not row.cells[n].continued and _APART.fullmatch(headings[n])]
    return (*covered, *scoring)


def more_stages(row: FormRow, columns: Columns) -> Mapping[str, str] | None:
    """The scores' columns that a second row of headings names (得分 above 自评, 考评); None for any other row."""
    last = max((columns.method, *columns.more))
    if len(row.cells) <= last:
        return None
    again = (columns.item, columns.method) if columns.more else (columns.method,)
    if not any(row.cells[n].continued and joined(row.cells[n].text) == columns.headings[n] for n in again):
        return None
    return _stages([joined(cell.text) for cell in row.cells[last + 1 :] if not cell.continued])


def with_sections(columns: Columns, rows: Sequence[FormRow]) -> Columns:
    """What stands first is a section where it holds rows with points of their own; their contents are the items."""
    if columns.section is not None or columns.target in (None, columns.item):
        return columns
    if not any(_in_one_section(above, row, columns) for above, row in pairwise(rows)):
        return columns
    return replace(columns, section=columns.item, item=columns.target, target=None)


def _in_one_section(above: FormRow, row: FormRow, columns: Columns) -> bool:
    """Whether a row's own contents, points and method stand below those of another row with the same first cell."""
    own = [n for n in (columns.target, columns.points, columns.method) if n is not None]
    if columns.points is None or min(len(above.cells), len(row.cells)) <= columns.method:
        return False
    if not all(row.cells[n].text.strip() and not row.cells[n].continued for n in own):
        return False
    first, target = row.cells[columns.item], own[0]
    same = joined(first.text) == joined(above.cells[columns.item].text)
    other = joined(row.cells[target].text) != joined(above.cells[target].text)
    return other and (same or first.continued or not first.text.strip())


def _only_target(heading: str) -> bool:
    return bool(re.search(r"目标|要求|任务|内容|要点", heading)) and "项目" not in heading


def _method(headings: Sequence[str]) -> int | None:
    """The heading that names a way of scoring; 考核标准 does so only where no 评分办法 stands beside it."""
    if any(_SENTENCE.search(one) for one in headings):
        return None
    found = [n for n, one in enumerate(headings) if _METHOD.search(one) and len(one) <= 16]  # noqa: PLR2004 - a heading
    telling = [n for n in found if _SCORING.search(headings[n])]
    return next(iter(telling or found), None)


def _stages(headings: Sequence[str]) -> dict[str, str]:
    """Columns for scores, as stages: self, preliminary, final."""
    found: dict[str, str] = {}
    for heading in headings:
        for stage, pattern in _STAGES.items():
            if stage not in found and pattern.fullmatch(heading) and "标准" not in heading:
                found[stage] = heading
                break
    return {stage: found[stage] for stage in _STAGES if stage in found}
