"""A sheet for machines: JSON in format 1, with English keys and exact numbers as strings."""

import json

from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.messages.plain_text import harmless_json
from kaohe.render.json.json_head import Data, head, missing, named, number, rubric
from kaohe.render.problem_listing import as_data
from kaohe.results.dossier import Dossier
from kaohe.results.grade_reached import GradeReached
from kaohe.results.sheet import ItemScore, LedgerLine, ReadingTaken, SectionScore, Sheet, SheetNote


def text(dossier: Dossier, language: Language) -> str:
    """One JSON document, ended by a line break. Only the problems' messages depend on the language."""
    return harmless_json(json.dumps(data(dossier, language), ensure_ascii=False, indent=2)) + "\n"


def data(dossier: Dossier, language: Language) -> Data:
    """The document as plain data, for callers that put several into one: the latest stage, then what led there."""
    return {
        **_sheet(dossier.last, language),
        "earlier": [_sheet(sheet, language) for sheet in dossier.sheets[:-1]],
        "evidence": _evidence(dossier),
        "reconciliations": _reconciliations(dossier),
    }


def _evidence(dossier: Dossier) -> Data | None:
    if dossier.evidence is None:
        return None
    from kaohe.render.json import evidence_json

    return evidence_json.data(dossier.evidence)


def _reconciliations(dossier: Dossier) -> list[Data]:
    if not dossier.reconciliations:
        return []
    from kaohe.render.json.reconciliation_json import as_reconciliation

    return [as_reconciliation(dossier, one) for one in dossier.reconciliations]


def _sheet(sheet: Sheet, language: Language) -> Data:
    return {
        **head(),
        "rubric": rubric(sheet),
        **named(sheet),
        "complete": sheet.complete,
        **_standing(sheet),
        "ledger": [line(one) for one in sheet.ledger],
        "grade": _grade(sheet.grade),
        "settled": plain(sheet.settled),
        "pending": plain(sheet.pending),
        "missing": [missing(fact) for fact in sheet.missing],
        "sections": [_section(section) for section in sheet.sections],
        "readings": [_reading(taken) for taken in sheet.readings],
        "notes": [_note(one) for one in sheet.notes],
        "problems": [as_data(problem, language) for problem in sheet.problems],
    }


def _standing(scored: ItemScore | SectionScore | Sheet) -> Data:
    return {
        "points": plain(scored.points),
        "score": number(scored.score),
        "low": number(scored.low),
        "high": number(scored.high),
        "state": scored.state,
    }


def _section(section: SectionScore) -> Data:
    return {
        "number": section.number,
        "id": section.id,
        "title": section.title,
        **_standing(section),
        "ledger": [line(one) for one in section.ledger],
        "grade": _grade(section.grade),
        "items": [_item(item) for item in section.items],
    }


def _item(item: ItemScore) -> Data:
    return {
        "number": item.number,
        "id": item.id,
        "title": item.title,
        **_standing(item),
        "ledger": [line(one) for one in item.ledger],
    }


def _grade(reached: GradeReached | None) -> Data | None:
    """Null where there are no grades; its id is null while missing facts, or other units, leave it open."""
    if reached is None:
        return None
    return {
        "id": reached.id,
        "title": reached.title,
        "quota": reached.quota,
        "why": reached.why,
        "possible": [grade.id for grade in reached.may_have],
    }


def line(one: LedgerLine) -> Data:
    return {
        "rule": one.rule,
        "clause": one.clause,
        "fact": one.fact,
        "due": plain(one.due),
        "applied": plain(one.applied),
        "why": one.why,
        "arithmetic": one.arithmetic,
    }


def _note(one: SheetNote) -> Data:
    return {
        "number": one.number,
        "item": one.item,
        "indicator": one.indicator,
        "label": one.label,
        "text": one.text,
    }


def _reading(taken: ReadingTaken) -> Data:
    return {
        "id": taken.id,
        "words": taken.words,
        "chosen": taken.chosen,
        "meaning": taken.meaning,
        "others": [{"name": name, "meaning": meaning} for name, meaning in taken.others],
    }
