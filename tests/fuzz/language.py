"""What the rubric language has that its schema does not tell: which texts are formulas, and what facts are made of."""

from collections.abc import Mapping
from typing import Any, Literal

Sort = Literal["number", "condition"]
FORMULAS: Mapping[str, Sort] = {
    **dict.fromkeys(("award", "deduct", "most", "of", "target", "count", "each", "once", "formula", "score"), "number"),
    **dict.fromkeys(("points", "add", "cap", "cap_each", "factor", "otherwise", "levels"), "number"),
    **dict.fromkeys(("at", "below", "above"), "number"),
    **dict.fromkeys(("requires", "when", "unless"), "condition"),
}
"""The keys whose text is a formula, and what it comes to."""
WORDS = frozenset(
    (
        *("id", "title", "label", "labels", "unit", "unit_label", "note", "source", "stages", "options", "attachment"),
        *("clause", "method", "words", "chosen", "meaning", "problem", "reason", "grade", "by", "together"),
        *("list", "members", "members_of", "tags", "within"),
        *("short", "true", "false", "none", "inapplicable", "why", "on", "text"),
    )
)
"""The keys whose text is none: what people read, and names."""
KINDS: Mapping[str, Mapping[str, Any]] = {
    "flag": {},
    "count": {"unit": "次"},
    "number": {},
    "amount": {},
    "percent": {},
    "change": {},
    "ratio": {},
    "choice": {"options": {"good": "优", "fair": "良", "poor": "差"}},
    "date": {},
    "month": {},
    "judgement": {"range": {"from": 0, "to": 5}},
    "year": {},
    "record": {"list": True, "facts": {"deaths": {"label": "死亡", "kind": "count"}}},
}
"""The kinds of facts, and what has to be declared with each."""
