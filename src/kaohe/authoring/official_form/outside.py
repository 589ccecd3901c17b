"""Lines outside of a form's rows: its title, what stands before the unit's name, sections' titles, remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kaohe.authoring.official_form.joined_words import title_and_points
from kaohe.authoring.official_form.model import FormSection, Remark
from kaohe.authoring.official_form.scoring_marks import may_score
from kaohe.source.form_document.rows import RowPlace

_ATTACHMENT = re.compile(r"附(件|表)\s*[\d一二三四五六七八九十]*[-—\d]*\s*[:：]?")
_UNIT = re.compile(
    r"((?:被?考核|填报|申报|自评|被?考评|被?检查|参评)?(?:单位|县|地区|企业)(?:名称)?(?:（[^）]*）|\([^)]*\))?[:：])(.*)"
)
SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+(?:部分|[章节条类篇])[:：]?)[^。；;，,]{2,24}"
)
"""一、组织领导（20分）, printed across the table."""
TITLE = re.compile(r"[^。；;，,：:]{2,30}")
NOTE = re.compile(
    r"[（(]?(?:附?注|备注|说明|填表|续表|接上|第\d+页|[★※*]|考核人|检查人|制表|审核|日期|联系)|.*(?:签字|签名|盖章|[（(]续[)）]$)"
)
_FORM = re.compile(r"(?:表|细则|办法|标准|方案|体系|指标)(?:[（(][^（()）]*[)）])*$")
TOTAL = re.compile(r"(合计|总计|总分|小计|共计|满分|总得分|合计得分|总分合计|得分合计|合计总分|合计分值)[:：]?")
_MEASURED = re.compile(r"[（(]?(?:分|百分点|[百千万亿]*元|人|个|项|[%％])[)）]?")
"""单位：分 tells in what points are counted, and not who is assessed."""
BLANK = re.compile(r"(?:[^。；;，,：:]{1,14}(?:[（(][^（）()]{1,8}[)）])?[:：][\s_＿—-]*(?:年|月|日|时|[\s_＿—-])*)+")
"""考核人：   中队：   年   月: what is to be filled in, and scores nothing."""
_NOWHERE = RowPlace("line", "", 0)


@dataclass(slots=True)
class Outside:
    """`beside` are lines that score nothing; `waiting` may be the title of a section: the next row tells."""

    heading: str = ""
    heading_place: RowPlace = _NOWHERE
    attachment: str = ""
    unit_label: str = ""
    remarks: list[Remark] = field(default_factory=list)
    beside: list[Remark] = field(default_factory=list)
    waiting: Remark | None = None
    within: bool = False
    started: bool = False

    def section(self, words: str, place: RowPlace, *, started: bool) -> FormSection | None:
        """一、组织领导（20分） is a section's title wherever it stands; without points, only below a table's head."""
        title, printed = title_and_points(words)
        if not SECTION.fullmatch(words) or not (started or (self.heading and printed)):
            return None
        self.leave()
        return FormSection(title, printed, (), place)

    def line(self, words: str, place: RowPlace, *, started: bool, within: bool) -> None:
        self.leave()
        unit = None if started or self.unit_label else _UNIT.fullmatch(words)
        if unit is not None and _MEASURED.fullmatch(unit[2].strip()):
            self.beside.append(Remark(words, place))
        elif not (started or self.attachment) and _ATTACHMENT.fullmatch(words):
            self.attachment = words
        elif unit is not None:
            self._unit(unit, place)
        elif not started and (not self.heading or (_FORM.search(words) and not _FORM.search(self.heading))):
            self._heading(words, place)
        elif words != self.heading:
            self.waiting, self.started, self.within = Remark(words, place), started, within

    def _heading(self, words: str, place: RowPlace) -> None:
        """What names a form is its title, and not what the document begins with."""
        if self.heading:
            self.beside.append(Remark(self.heading, self.heading_place))
        self.heading, self.heading_place = words, place

    def _unit(self, unit: re.Match[str], place: RowPlace) -> None:
        """What stands before the unit's name; 考核时间 on the same line is none of it."""
        self.unit_label = unit[1]
        if unit[2]:
            self.beside.append(Remark(unit[2], place))

    def title(self, *, by_itself: bool, begun: bool) -> FormSection | None:
        """The line above a row as the title of a section, where it is one: across the table, or numbered."""
        line = self.waiting
        if line is None:
            return None
        title, printed = title_and_points(line.text)
        numbered = printed is not None or SECTION.fullmatch(line.text) is not None
        fits = numbered or (self.started and (self.within or begun))
        if not (by_itself and fits and TITLE.fullmatch(line.text) and not NOTE.match(line.text)):
            self.leave()
            return None
        self.waiting = None
        return FormSection(title, printed, (), line.place)

    def leave(self) -> None:
        """The waiting line stands for itself: a remark, where it follows a table or may score."""
        line, self.waiting = self.waiting, None
        if line is not None:
            open_ = BLANK.fullmatch(line.text) is None and (self.started or may_score(line.text))
            (self.remarks if open_ else self.beside).append(line)

    def left(self, words: Sequence[str], place: RowPlace) -> None:
        """Words of a table that are none of a row's."""
        if words:
            self.leave()
            self.remarks.append(Remark("，".join(words), place))
