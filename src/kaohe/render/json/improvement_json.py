"""Improvements for machines: JSON in format 1, with English keys and exact numbers as strings."""

import json
from typing import Any

from kaohe.expr.numbers import plain
from kaohe.render.json.json_head import Data, head, missing, named, number, rubric
from kaohe.results.improvements import FactNamed, Improvement, Improvements, ItemNamed


def text(found: Improvements) -> str:
    """One JSON document, ended by a line break. `from` and `to` are written as a unit's file takes them."""
    return json.dumps(data(found), ensure_ascii=False, indent=2) + "\n"


def data(found: Improvements) -> Data:
    sheet = found.sheet
    return {
        **head(),
        "rubric": rubric(sheet),
        **named(sheet),
        "complete": sheet.complete,
        "points": plain(sheet.points),
        "score": number(sheet.score),
        "low": number(sheet.low),
        "improvements": [improvement(one) for one in found.found],
        "missed": [
            {"holder": _item(one.holder), "grade": one.title, "reasons": list(one.reasons)} for one in found.missed
        ],
        "vetoed": [_item(item) for item in found.vetoed],
        "undecided": [{**_fact(one.fact), "steps": one.steps} for one in found.undecided],
        "missing": [missing(fact) for fact in sheet.missing],
    }


def improvement(one: Improvement) -> dict[str, Any]:
    return {
        **_fact(one.fact),
        "items": [_item(item) for item in one.items],
        "from": one.before.written,
        "to": one.after.written,
        "gap": one.gap,
        "reached": one.reached,
        "gain": plain(one.gain),
        "lifts_veto": one.lifts_veto,
        "fixed": one.fixed,
        "at_edge": one.at_edge,
        "spared": [
            {"rule": spared.rule, "clause": spared.clause, "points": plain(spared.points)} for spared in one.spared
        ],
    }


def _fact(fact: FactNamed) -> dict[str, Any]:
    """`member` and `field` are null where the fact has none."""
    return {
        "item": fact.item,
        "indicator": fact.indicator,
        "member": fact.member or None,
        "field": fact.field or None,
        "label": fact.label,
    }


def _item(item: ItemNamed) -> dict[str, Any]:
    return {"number": item.number, "id": item.id, "title": item.title}
