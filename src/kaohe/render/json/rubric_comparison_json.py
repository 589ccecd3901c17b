"""Two rubrics compared, for machines."""

import json
from collections.abc import Sequence

from kaohe.authoring.comparing.comparison import RubricComparison, Version
from kaohe.authoring.comparing.effects import Moved, UnitEffect
from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.render.comparing.change_lines import ChangeLine
from kaohe.render.comparing.change_table import change_lines
from kaohe.render.comparing.effect_tables import clause_said
from kaohe.render.json.json_head import Data, head, number
from kaohe.results.marked_text import MarkedText
from kaohe.results.rank_spans import RankSpan
from kaohe.results.score_range import ScoreRange


def comparison_text(
    comparison: RubricComparison, units: Sequence[UnitEffect], language: Language, wrong: Sequence[str] = ()
) -> str:
    """Every difference in its order, the items to be confirmed, and what each unit moves by."""
    whole = {
        **head(),
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "changes": [_change(one) for one in change_lines(comparison, language)],
        "to_be_confirmed": [{"number": one.shown.number, "item": one.shown.item.id} for one in comparison.waiting],
        "units": [_unit(one, language) for one in units],
        "files_with_errors": list(wrong),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _version(one: Version) -> Data:
    return {"id": one.rubric.id, "title": one.rubric.title, "points": plain(one.rubric.points), "sha256": one.sha256}


def _change(one: ChangeLine) -> Data:
    """Words with changes as they were and are, and stretch by stretch."""
    found: Data = {"number": one.number, "title": one.title, "what": one.what}
    if not isinstance(one.change, MarkedText):
        return {**found, "change": one.change}
    keys = ("kept", "gone", "come")
    stretches = [{key: text for key in keys if (text := getattr(part, key))} for part in one.change.stretches]
    return {**found, "old": one.change.old, "new": one.change.new, "stretches": stretches}


def _unit(one: UnitEffect, language: Language) -> Data:
    return {
        "unit": one.unit,
        "old": {**_standing(one.old), "ranks": _ranks(one.old_rank)},
        "new": {**_standing(one.new), "ranks": _ranks(one.new_rank)},
        "points": number(one.difference),
        "moved": [_moved(moved, language) for moved in one.moved if moved.points != 0],
        "missing": list(one.asked),
        "called_otherwise": [list(both) for both in one.meanings.renamed],
        "of_other_items": [
            {"old": each.old, "new": each.new, "facts": list(each.facts)} for each in one.meanings.elsewhere
        ],
    }


def _standing(one: ScoreRange) -> Data:
    return {"points": plain(one.points), "score": number(one.score), "low": number(one.low), "high": number(one.high)}


def _ranks(span: RankSpan) -> list[int] | None:
    """The best place and the worst."""
    return None if span is None else list(span)


def _moved(one: Moved, language: Language) -> Data:
    """Without parts it is the form as a whole."""
    parts = [
        {"number": pair.shown.number, "item": pair.shown.item.id, "clause": clause_said(clause, language)}
        for pair, clause in one.parts
    ]
    return {"parts": parts, "points": number(one.points)}
