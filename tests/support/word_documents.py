"""Word documents made by tests: paragraphs, and tables with cells that are merged down and across."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from kaohe import source
from kaohe.library.rubric_files import shipped

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


@dataclass(frozen=True)
class Merged:
    """A cell that covers `columns`, begins a merge downward (`restart`) or goes on with one (`continue`)."""

    text: str = ""
    columns: int = 1
    down: str = ""


def paragraph(text: str) -> str:
    """A paragraph, a run for each of its lines."""
    lines = [f'<w:r><w:t xml:space="preserve">{escape(one)}</w:t></w:r>' for one in text.split("\v")]
    runs = "<w:r><w:br/></w:r>".join(lines)
    return f"<w:p>{runs}</w:p>"


def cell(given: Merged | str) -> str:
    one = given if isinstance(given, Merged) else Merged(given)
    span = f'<w:gridSpan w:val="{one.columns}"/>' if one.columns > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[one.down]
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{''.join(map(paragraph, one.text.split(chr(10))))}</w:tc>"


def table(rows: Sequence[Sequence[Merged | str]]) -> str:
    inside = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


def document(*blocks: str, notes: str = "") -> bytes:
    """A .docx of these paragraphs and tables, with footnotes if there are some."""
    body = f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", body)
        if notes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")
    return content.getvalue()


HEADINGS = ("项目", "子项目", "分值", "目标要求", "评分办法", "自评分", "省厅\n初评分", "省厅\n审定\n考核分")


def employment_form() -> bytes:
    """The shipped rubric's form as Word has it: a table for each page, sections merged downward and printed again."""
    data: Any = source.read(str(shipped()["jiangsu-employment-2011"])).data
    blocks = [paragraph("附件2："), paragraph(data["title"]), paragraph("单位（盖章）：")]
    for section in data["sections"]:
        for start in range(0, len(section["items"]), 5):
            rows: list[Sequence[Merged | str]] = [HEADINGS]
            for place, item in enumerate(section["items"][start : start + 5]):
                name = "\n".join(section["title"]) + f"\n（{section['points']}分）"
                side = Merged("" if place else name, down="continue" if place else "restart")
                title, method = item["title"], item["method"]
                broken = f"{method[:21]}\v{method[21:40]}\n{method[40:]}"
                name, points = f"{title[:2]}\n{title[2:]}", str(item["points"])
                rows.append((side, name, points, item["target"], broken, "", "", ""))
            blocks += [table(rows), paragraph("")]
    return document(*blocks)
