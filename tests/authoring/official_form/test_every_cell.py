"""Tables put together at random: whatever stands in a cell is in the draft, or is said to be left."""

from collections.abc import Iterator
from random import Random
from typing import Literal

import pytest

from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.problems import Problems
from kaohe.source.form_document.rows import Cell, FormRow, RowPlace

NAMES = ("项目", "考核内容", "一级指标", "二级指标", "考评维度", "类别", "指标", "检查项目", "工作任务", "事项")
ASKED = ("目标要求", "标准", "考核标准", "考核要求", "指标说明", "完成时限", "目标值", "要点")
POINTS = ("分值", "二级\n分值", "一级分值", "标准分", "权重", "")
METHODS = ("评分标准", "计分办法", "扣分标准", "考核标准及计分办法", "办法", "标准", "评分细则", "考核内容与计分办法")
BESIDE = ("责任部门", "考核方式", "备注", "得分", "自评分", "扣分及原因", "数据来源", "责任股室", "不知何物", "")
WORDS = "组织领导制度建设检查落实培训宣传安全服务满意度档案网格巡查报送整改台账责任考勤卫生"


class Table:
    """A table of its own headings; `texts` are the words of all its cells, which are all different."""

    def __init__(self, random: Random, number: int) -> None:
        self.random, self.number = random, number
        self.texts: list[str] = []
        self.made = 0
        names = random.sample(NAMES, random.choice((1, 1, 2, 3)))
        asked = random.sample(ASKED, random.choice((0, 1, 1, 2)))
        middle = [*asked, *random.sample(POINTS, random.choice((0, 1, 1, 2)))]
        random.shuffle(middle)
        last = [random.choice(METHODS), *random.sample(BESIDE, random.choice((0, 1, 2)))]
        if random.random() < 0.2:
            random.shuffle(last)
        self.headings = [*random.choice(([], ["序号"])), *names, *middle, *last]

    def words(self, heading: str, place: int) -> str:
        self.made += 1
        stem = "".join(self.random.choice(WORDS) for _ in range(5)) + f"{self.number}丙{self.made}"
        if heading == "序号":
            return str(place)
        if heading in POINTS and heading:
            return str(self.random.randrange(2, 20))
        if heading in METHODS:
            made = self.random.choice(
                (f"未{stem}的，每次扣1分。", f"{stem}得3分", f"视{stem}情况", f"{stem}的按比例扣分")
            )
        else:
            made = stem if self.random.random() < 0.9 else f"{stem}扣2分"
        return made if self.random.random() < 0.9 else ""

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        if self.random.random() < 0.8:
            yield tuple(map(Cell, self.headings))
        above: tuple[Cell, ...] = ()
        for place in range(1, self.random.randrange(3, 7)):
            cells = [Cell(self.words(one, place)) for one in self.headings]
            if above:
                merged = [n for n in range(len(cells)) if self.random.random() < 0.1]
                cells = [Cell(above[n].text, continued=True) if n in merged else one for n, one in enumerate(cells)]
            if self.random.random() < 0.1:
                cells = cells[self.random.randrange(2) : self.random.choice((-1, len(cells)))]
            if self.random.random() < 0.1:
                across = self.words("", place)
                yield (Cell(across), *(Cell(across, continued=True) for _ in cells[1:]))
                self.texts.append(across)
            above = tuple(cells) if len(cells) == len(self.headings) else ()
            self.texts += [one.text for one in cells if not one.continued]
            yield tuple(cells)
        if self.random.random() < 0.3:
            yield (Cell("合计"), *(Cell("") for _ in self.headings[2:]), Cell("100"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    else:
        yield str(value)


@pytest.mark.parametrize("seed", range(200))
def test_nothing_is_lost(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing is kept secret
    tables = [Table(random, number) for number in range(1, random.choice((2, 2, 3)))]
    kinds: tuple[Literal["table"], Literal["sheet"]] = ("table", "sheet")
    kind = random.choice(kinds)
    rows = [FormRow((Cell("考核表"),), RowPlace("line", "", 1), in_table=False)]
    for number, table in enumerate(tables):
        rows += [FormRow(one, RowPlace(kind, str(number), place)) for place, one in enumerate(table.rows(), 1)]
        if random.random() < 0.5:
            rows.append(FormRow((Cell(table.words("", 0)),), RowPlace("line", "", 9), in_table=False))
            table.texts.append(rows[-1].cells[0].text)
    try:
        form = official_form(rows, "form.docx")
    except Problems:
        return  # a form that is refused is not lost in silence
    data = rubric_data(form, "form", "zh")
    said = "\n".join(_strings(data))
    lost = [text for table in tables for text in table.texts if text and text not in said]
    assert [one for one in lost if not one.isdecimal()] == []
    items = [item for section in data["sections"] for item in section["items"]]
    printed = [table for table in tables if any(one and one in POINTS for one in table.headings)]
    if printed == tables:
        assert all(item["points"] or "todo" in item for item in items if "丙" in item["method"])
