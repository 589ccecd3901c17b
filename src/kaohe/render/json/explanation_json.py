"""One item explained, for machines: JSON in format 1, with English keys and exact numbers as strings."""

import json

from kaohe.expr.numbers import plain
from kaohe.render.json.improvement_json import improvement
from kaohe.render.json.json_head import Data, head, named, number, rubric
from kaohe.render.json.sheet_json import line
from kaohe.results.explanation import Explanation


def text(found: Explanation) -> str:
    """One JSON document, ended by a line break."""
    return json.dumps(data(found), ensure_ascii=False, indent=2) + "\n"


def data(found: Explanation) -> Data:
    item = found.item
    return {
        **head(),
        "rubric": rubric(found.sheet),
        **named(found.sheet),
        "item": {"number": item.number, "id": item.id, "title": item.title, "points": plain(item.points)},
        "scores": [
            {"stage": stage, "score": None if one is None else number(one.score)} for stage, one in found.stages
        ],
        "clauses": [
            {"clause": one.clause, "ledger": [line(each) for each in one.lines], "missing": list(one.missing)}
            for one in found.clauses
        ],
        "facts": [
            {"label": one.label, "values": list(one.values), "evidence": list(one.evidence), "notes": list(one.notes)}
            for one in found.facts
        ],
        "causes": [
            {"kind": one.kind, "subject": one.subject, "old": one.old, "new": one.new, "reason": one.reason}
            | {"by": one.by, "on": one.on, "evidence": list(one.evidence)}
            for one in found.causes
        ],
        "readings": [
            {"id": one.id, "option": one.option, "words": one.words, "taken": one.taken, "meaning": one.meaning}
            | {"score": number(one.score)}
            for one in found.readings
        ],
        "improvements": [improvement(one) for one in found.improvements],
    }
