"""A made-up result on the real form: 41 items, some points lost, some facts missing, one item below zero."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import BytesIO
from typing import Any

import yaml
from openpyxl import Workbook, load_workbook

from kaohe.expr.numbers import plain
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.results.sheet import FormHead, ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet
from support.folders import TOP
from support.rendered.dossiers import alone

RUBRIC = TOP / "rubrics" / "jiangsu-employment-2011.yaml"
OPEN = {"1.3", "6.6"}
LOST = {"1.1": "1", "1.2": "2.5", "2.5": "0.5", "3.1": "5", "4.6": "15", "5.2": "5", "6.4": "5", "7.1": "10"}


@cache
def form() -> Mapping[str, Any]:
    """The form as the shipped rubric has it."""
    found: Mapping[str, Any] = yaml.safe_load(RUBRIC.read_text(encoding="utf-8"))
    return found


def official(*, complete: bool = False) -> Sheet:
    """The whole form, scored; `complete` leaves no fact missing."""
    sections = tuple(_section(place, section, complete) for place, section in enumerate(form()["sections"], 1))
    low, high = _sum(sections, "low"), _sum(sections, "high")
    items = [item for section in sections for item in section.items]
    return Sheet(
        form=_head(),
        unit="示例市",
        year=2011,
        stage="self",
        points=Fraction(400),
        low=low,
        high=high,
        settled=sum((item.score for item in items if item.score is not None), Fraction(0)),
        pending=sum((item.points for item in items if item.score is None), Fraction(0)),
        sections=sections,
        missing=tuple(MissingFact(i.number, i.id, "cases", "查实起数") for i in items if i.score is None),
        readings=tuple(_readings()),
    )


def with_texts(target: str, method: str) -> Sheet:
    """The whole form with other words in its first item."""
    sheet = official(complete=True)
    section = sheet.sections[0]
    item = replace(section.items[0], title=target, target=target, method=method)
    return replace(sheet, sections=(replace(section, items=(item, *section.items[1:])), *sheet.sections[1:]))


def read(sheet: Sheet) -> Workbook:
    """The sheet's workbook as a reader finds it."""
    return load_workbook(BytesIO(workbook_bytes(alone(sheet), "zh")))


def _head() -> FormHead:
    return FormHead(
        id=form()["id"],
        title=form()["title"],
        sha256="0123456789abcdef" * 4,
        attachment=form()["form"]["attachment"],
        unit_label=form()["form"]["unit_label"],
        stages=tuple(form()["stages"].items()),
    )


def _section(place: int, section: Mapping[str, Any], complete: bool) -> SectionScore:  # noqa: FBT001
    items = tuple(_item(f"{place}.{n}", item, complete) for n, item in enumerate(section["items"], 1))
    low, high = _sum(items, "low"), _sum(items, "high")
    return SectionScore(
        number=str(place),
        id=section["id"],
        title=section["title"],
        points=Fraction(section["points"]),
        low=low,
        high=high,
        items=items,
    )


def _item(number: str, item: Mapping[str, Any], complete: bool) -> ItemScore:  # noqa: FBT001
    points = Fraction(item["points"])
    lost = Fraction(LOST.get(number, "0"))
    is_open = number in OPEN and not complete
    line = LedgerLine("r1", item["method"].split("，")[0], "超时上报 2 次", lost, lost, f"2 次 × {plain(lost / 2)} 分")
    return ItemScore(
        number=number,
        id=item["id"],
        title=item["title"],
        target=item["target"],
        method=item["method"],
        points=points,
        low=Fraction(1, 2) if is_open else points - lost,
        high=points - lost,
        ledger=(line,) if lost else (),
    )


def _sum(parts: tuple[SectionScore, ...] | tuple[ItemScore, ...], end: str) -> Fraction:
    return sum((getattr(part, end) for part in parts), Fraction(0))


def _readings() -> Iterator[ReadingTaken]:
    for section in form()["sections"]:
        for item in section["items"]:
            for rule in (*item["rules"], *item.get("vetoes", ())):
                for reading in rule.get("readings", ()):
                    meanings = {name: option["meaning"] for name, option in reading["options"].items()}
                    chosen = meanings.pop(reading["chosen"])
                    yield ReadingTaken(
                        id=f"{item['id']}.{reading['id']}",
                        words=reading["words"],
                        chosen=reading["chosen"],
                        meaning=chosen,
                        others=tuple(meanings.items()),
                    )
