"""Items made up at random, of rules, floors, caps and vetoes in any company: the ledger and the tree agree."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kaohe.backends.bounds import bounds
from support.account_readers import AccountReaders
from support.naive import evaluate, facts_of
from support.random_rows import Row
from support.rounds import rounds
from support.rule_cases import Case

POINTS = st.sampled_from([0, 1, 2, 5])
INDICATORS = {
    "done": {"label": "完成", "kind": "flag"},
    "wrong": {"label": "违规", "kind": "flag"},
    "errors": {"label": "差错", "kind": "count"},
    "share": {"label": "比率", "kind": "ratio"},
    "towns": {"label": "各乡镇差错", "kind": "count", "list": True},
}
TYPES: list[dict[str, Any]] = [
    {"type": "all_or_nothing", "requires": "done"},
    {"type": "deductions", "deductions": [{"count": "errors", "each": 1}, {"when": "wrong", "once": 1}]},
    {"type": "deductions", "deductions": [{"count": "errors", "each": 3, "free": 1}], "requires": "done"},
    {
        "type": "steps",
        "of": "share.rate",
        "target": "90%",
        "every_percentage_point": 7,
        "deduct": 1,
        "partial": "pro_rata",
    },
    {
        "type": "steps",
        "of": "share.rate",
        "target": "90%",
        "every_percent": "10%",
        "deduct": 2,
        "partial": "started",
    },
    {"type": "deductions", "deductions": [{"count": "towns", "each": 1, "cap": 2}, {"count": "errors", "each": "25%"}]},
    {
        "type": "deductions",
        "deductions": [{"when": "wrong", "once": 1}, {"count": "towns", "each": 1}],
        "requires": "done",
    },
    {"type": "deductions", "deductions": [{"count": "towns", "each": 2, "free": 1}, {"count": "towns", "each": 1}]},
]
GIVING: list[dict[str, Any]] = [
    {"type": "awards", "awards": [{"count": "errors", "each": 1}, {"unless": "wrong", "once": "50%"}], "most": 4},
    {"type": "steps", "of": "share.rate", "target": "90%", "direction": "above", "every_percentage_point": 9}
    | {"award": 1, "partial": "whole", "most": 3},
    {"type": "proportional", "of": "share.rate", "anchors": [{"at": "50%", "points": 0}, {"at": "120%", "points": 5}]},
    {
        "type": "decision_table",
        "rows": [{"when": "wrong and errors > 1", "deduct": 3}, {"when": "not done", "deduct": 1}],
    },
    {"type": "computed", "award": "6 * share.rate - errors", "most": 4},
    {"type": "computed", "deduct": "if(done, errors, 2 * errors)"},
    {"type": "computed", "award": "6 * errors / (errors + 1)", "most": "none"},
    {
        "type": "tiered",
        "of": "errors",
        "bands": [{"from": 1, "deduct": 1}, {"from": 3, "deduct": 2}],
        "cumulative": False,
    },
    {"type": "awards", "awards": [{"count": "errors", "each": "if(wrong, 2, 1)"}], "most": "none", "requires": "done"},
    {"type": "deductions", "deductions": [{"count": "errors", "each": 1}], "requires": "done", "otherwise": 1},
]
"""Rules that may give more than their points, or by formulas."""
EXTRAS = st.fixed_dictionaries(
    {"points": POINTS}, optional={"floor": st.sampled_from(["part", "item", "none"]), "cap": POINTS}
)
RULES = st.lists(
    st.builds(lambda kind, extra: {**kind, **extra}, st.sampled_from([*TYPES, *GIVING]), EXTRAS), min_size=1, max_size=3
)
VETOES = st.lists(
    st.fixed_dictionaries(
        {"when": st.sampled_from(["wrong", "errors"])},
        optional={"penalty": POINTS, "scope": st.sampled_from(["item", [1]])},
    ),
    max_size=3,
)
TOWNS = st.lists(st.integers(0, 4), max_size=4).map(lambda counts: tuple(zip("甲乙丙丁", counts, strict=False)))
ROWS = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.integers(0, 6), st.integers(0, 20), st.sampled_from([1, 7, 18]), TOWNS),
    min_size=1,
    max_size=20,
)


@rounds(300)
@given(rules=RULES, vetoes=VETOES, rows=ROWS)
def test_ledger_tree_and_bounds_agree(rules: list[Any], vetoes: list[Any], rows: list[Row]) -> None:
    compiled = Case("random", {"indicators": INDICATORS, "rules": rules, "vetoes": vetoes}).compiled
    readers = AccountReaders(compiled)
    for row in rows:
        (score,), entries = compiled.ledger.score(row)
        assert compiled.ledger.exact(score) == evaluate(compiled.score(0), facts_of(compiled.layout, row))
        own = [entry for entry in entries if entry.account >= 0]
        assert all(min(entry.due, 0) <= entry.applied <= max(entry.due, 0) for entry in own)
        lost = sum((compiled.ledger.exact(entry.applied) for entry in entries), Fraction(0))
        assert compiled.rubric.points - lost == compiled.ledger.exact(score)
        partly = (*row[:2], None, *row[3:])
        readers.hold(row)
        readers.stay_within(row, partly)
        readers.stay_within(row, (*row[:5], None))
        interval = bounds(compiled.score(0), compiled.possible(0, partly))
        assert interval.low <= compiled.ledger.exact(score) <= interval.high
