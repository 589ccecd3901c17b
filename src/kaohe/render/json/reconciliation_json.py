"""What moved the scores from one stage to the next, for machines."""

import json

from kaohe.expr.numbers import plain
from kaohe.render.json.json_head import Data, head, named, number, rubric
from kaohe.results.causes import Cause
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.sheet import Sheet


def as_reconciliation(dossier: Dossier, reconciliation: Reconciliation) -> Data:
    """The stages, and every cause with all scores that it moved; points are null where a side is open."""
    before, after = dossier.sides(reconciliation)
    difference = None if before.score is None or after.score is None else after.score - before.score
    return {
        "before": _side(before),
        "after": _side(after),
        "points": number(difference),
        "causes": [_cause(cause) for cause in reconciliation.causes],
    }


def comparison_text(dossier: Dossier) -> str:
    """Sheets and what is different between them, as one document: of two sheets what is told of their only way."""
    found = [as_reconciliation(dossier, one) for one in dossier.reconciliations]
    sides = {"sides": [_side(sheet) for sheet in dossier.sheets], "comparisons": found}
    whole = found[0] if len(found) == 1 else sides
    return json.dumps({**head(), **whole}, ensure_ascii=False, indent=2) + "\n"


def _side(sheet: Sheet) -> Data:
    return {
        **named(sheet),
        "rubric": rubric(sheet),
        "points": plain(sheet.points),
        "score": number(sheet.score),
    }


def _cause(cause: Cause) -> Data:
    return {
        "kind": cause.kind,
        "number": cause.number,
        "item": cause.item,
        "subject": cause.subject,
        "old": cause.old,
        "new": cause.new,
        "reason": cause.reason,
        "by": cause.by,
        "on": cause.on,
        "evidence": list(cause.evidence),
        "points": number(cause.total),
        "moved": [{"level": one.level, "id": one.id, "points": number(one.points)} for one in cause.moved],
    }
