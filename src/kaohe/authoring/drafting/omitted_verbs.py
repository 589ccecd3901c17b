"""每处扣1分，每次2分: points without a verb are taken where nothing else is said of points than what is taken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kaohe.authoring.drafting.moves import Move

_FAULT = re.compile(r"未|不|没|无|缺|少|漏|迟|错|误|违|逾|超|堵塞|损坏|脱落|破损|过期|每|[一1](?:次|处|例|起|项|件|人)")


def with_verbs(made: Sequence[Move]) -> Sequence[Move]:
    """每次2分 beside nothing but 扣1分 takes as well: only the verb was left out."""
    kinds = {move.outcome.kind for move in made if move.outcome.verb or move.outcome.kind != "award"}
    if "take" not in kinds or kinds & {"award", "bonus", "full", "list", "judged", "share", "formula", "line", "again"}:
        return made
    bare = [move for move in made if move.outcome.kind == "award"]
    if not all(move.outcome.before and _FAULT.search(move.when) for move in bare):
        return made
    return [replace(one, outcome=replace(one.outcome, kind="take")) if one in bare else one for one in made]
