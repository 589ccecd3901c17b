"""Facts over all units as columns: what `known_over_all` gives each unit, and the scores that rest on them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import pytest

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.columns.program import Program, program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.peer_facts import known_over_all
from kaohe.submission.reader import Values
from kaohe.tables.peer_columns import BEYOND, PeerColumns, PeerTaking, needed
from support.column_tables import ROW, Row, Tables, computed
from support.random_rows import seeded
from support.rounds import share
from support.small_rubric import item, rubric
from support.small_scores import compiled_from

FACTS: dict[str, Any] = {
    "income": {"label": "收入", "kind": "number"},
    "grown": {"label": "增幅", "kind": "percent"},
    "passed": {"label": "合格", "kind": "ratio"},
    "size": {"label": "类别", "kind": "choice", "options": {"large": "大", "small": "小"}},
    "spent": {"label": "支出", "kind": "number", "list": True},
    "planned": {"label": "计划", "kind": "number"},
}
TAKEN: dict[str, tuple[str, str, dict[str, Any]]] = {
    "mean": ("number", "income", {"take": "mean", "with_self": True}),
    "others": ("percent", "grown", {"take": "mean", "with_self": False, "within": "size"}),
    "best": ("percent", "passed.rate", {"take": "maximum", "with_self": False}),
    "worst": ("percent", "passed.rate", {"take": "minimum", "with_self": True, "within": "size"}),
    "highest": ("number", "income", {"take": "maximum", "with_self": True}),
    "least": ("percent", "grown", {"take": "minimum", "with_self": False}),
    "all": ("number", "income", {"take": "sum", "with_self": True}),
    "rest": ("number", "income - planned", {"take": "sum", "with_self": False}),
    "many": ("count", "income", {"take": "number", "within": "size"}),
    "place": ("count", "grown", {"take": "rank", "first": "highest", "ties": "shared"}),
    "dense": ("count", "passed.rate", {"take": "rank", "first": "lowest", "ties": "dense", "within": "size"}),
    "middle": ("number", "income", {"take": "rank", "first": "highest", "ties": "mean"}),
    "spending": ("number", "sum(spent)", {"take": "mean", "with_self": True}),
    "by_plan": ("count", "income / planned", {"take": "rank", "first": "highest", "ties": "shared"}),
    "beside": ("count", "income - mean", {"take": "rank", "first": "lowest", "ties": "shared"}),
}
ASKED = {"grown": "grown >= 0.1%", "income": "income > 1", "passed": "passed.rate >= 50%", "planned": "planned > 1"}


@cache
def form(*names: str, gone: bool = False) -> CompiledRubric:
    """A form whose points rest on some of them; some may be without what they are taken of."""
    words = [f"甲{number}" for number, _ in enumerate(names)]
    facts = {**FACTS, **{name: _peer(name) for name in names}}
    rules = [
        {"type": "computed", "clause": word, "points": 5, "award": f"5 - {_points(name)}", "not_applicable": "zero"}
        for word, name in zip(words, names, strict=True)
    ]
    if gone:
        rules += [
            {"type": "all_or_nothing", "clause": f"乙{at}", "points": 5, "requires": asked, "not_applicable": "full"}
            for at, (fact, asked) in enumerate(ASKED.items())
            if any(fact in TAKEN[name][1] for name in names)
        ]
    method = "，".join(str(rule["clause"]) for rule in rules)
    return compiled_from(rubric([item(indicators=facts, rules=rules, method=method)]))


def _peer(name: str) -> dict[str, Any]:
    kind, of, peers = TAKEN[name]
    return {"label": name, "kind": kind, "peers": {"of": of, **peers}}


def _points(name: str) -> str:
    return f"100 * {name}" if TAKEN[name][0] == "percent" else f"{name} / 3"


def units(own: CompiledRubric, random: Random, number: int, gaps: float, *, gone: bool = False) -> list[Row]:
    """Units made up at random of few numbers, so that many are the same."""
    found: list[Row] = []
    for _ in range(number):
        row: list[Any] = []
        for fact in own.layout.facts:
            if fact.indicator.peers is not None:
                row.append(None)
            elif gone and not own.optional.isdisjoint(fact.keys()) and random.random() < 0.2:
                row += [NOT_APPLICABLE] * fact.width()
            else:
                row += [None if random.random() < gaps else one for one in _values(fact.id, random, gaps)]
        found.append(tuple(row))
    return found


def _values(name: str, random: Random, gaps: float) -> list[Any]:
    match name:
        case "size":
            return [random.choice(("large", "small", "small"))]
        case "grown":
            return [Fraction(random.randint(-3, 6), 1000)]
        case "passed":
            return [random.choice((0, 1, 2, 3, 60)), random.choice((3, 4, 6, 7, 0, 97))]
        case "spent":
            several = [random.randint(0, 5) for _ in range(random.randint(0, 3))]
            return [tuple(("甲", None if random.random() < gaps else one) for one in several)]
    return [Fraction(random.randint(0, 12), 4)]


def taken(own: CompiledRubric, rows: Sequence[Row], odd: Mapping[int, Row]) -> tuple[PeerColumns, list[Program]]:
    """What is taken over the rows and the odd ones, which stand behind them."""
    both = [program(own, complete=one) for one in (True, False)]
    held = {key: _narrower(both[0].held[key], both[1].held[key]) for key in both[0].held}
    frame, members = Tables(own).frames(rows)
    columns, lists = needed(own)
    asked = frame.select(ROW, *sorted(columns & {*frame.columns}))
    return PeerTaking(own, asked, {key: members[key] for key in lists}, odd).take(held), both


def _narrower(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def exact(own: CompiledRubric, rows: Sequence[Row]) -> list[dict[int, Any]]:
    known = dict(known_over_all([(str(number), tuple(row)) for number, row in enumerate(rows)], own))
    return [dict(known[str(number)]) for number, _ in enumerate(rows)]


def filled(row: Row, known: Mapping[int, Any]) -> Row:
    return tuple(known.get(place, value) for place, value in enumerate(row))


def differing(own: CompiledRubric, rows: Sequence[Row], odd: int) -> list[str]:
    """Where the columns give another fact, or another score of it; the last rows are odd."""
    last = len(rows) - odd
    found, programs = taken(own, rows[:last], dict(enumerate(rows[last:], last)))
    wanted, values = exact(own, rows), found.values(range(last))
    own_values = [{at: one for at, one in values[row].items() if rows[row][at] is None} for row in range(last)]
    bad = [f"row {row}: {one}, not {wanted[row]}" for row, one in enumerate(own_values) if one != wanted[row]]
    for row, facts in found.odd.items():
        if filled(rows[row], wanted[row]) != facts:
            bad.append(f"odd row {row}: {facts}, not {wanted[row]}")
    plain = [row for row in range(last) if not found.columns[BEYOND][row]]
    for one in programs:
        bad += _scores(own, one, [(row, filled(rows[row], wanted[row])) for row in plain], found, rows[:last])
    return bad


def _scores(
    own: CompiledRubric, one: Program, full: Sequence[tuple[int, Row]], found: PeerColumns, rows: Sequence[Row]
) -> list[str]:
    frame, members = Tables(own).frames(rows)
    joined = frame.drop([name for name in found.columns.columns if name in frame.columns and name != ROW])
    results = computed(one, (joined.join(found.columns, on=ROW, how="left", maintain_order="left"), members))
    bad = []
    for row, facts in full:
        if one.complete and (own.unreported(facts) or own.undefined(facts)):
            continue
        total = Scorer(own, "zh").score(Values("甲市.xlsx", "甲市", 2011, "self", tuple(facts)))
        sides = ("score.total", "score.total") if one.complete else ("low.total", "high.total")
        has = tuple(None if (side := results[row][name]) is None else Fraction(side, one.scale) for name in sides)
        if has != (total.low, total.high):
            bad.append(f"row {row}: {has}, not {(total.low, total.high)}")
    return bad


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("name", TAKEN)
def test_they_are_those_of_a_folder(name: str, gone: bool) -> None:  # noqa: FBT001
    own = form("mean", name, gone=gone) if name == "beside" else form(name, gone=gone)
    for seed in share(range(8), of=4):
        random = seeded(seed)
        rows = units(own, random, random.randint(1, 9), (0, 0, 0.02)[seed % 3], gone=gone)
        assert differing(own, rows, odd=0) == [], seed


@pytest.mark.parametrize("name", TAKEN)
def test_rows_that_are_read_as_files_count_as_well(name: str) -> None:
    own = form("mean", name, gone=True) if name == "beside" else form(name, gone=True)
    for seed in share(range(4), of=3):
        random = seeded(seed)
        rows = units(own, random, random.randint(3, 9), 0, gone=True)
        assert differing(own, rows, odd=2) == [], seed


def test_many_of_one_form() -> None:
    own, random = form("many", "place", "middle", "least", "highest"), seeded(5)
    rows = units(own, random, 60, 0)
    assert differing(own, rows, odd=5) == []


def test_a_row_that_is_not_known_leaves_all_open() -> None:
    own = form("mean", "others")
    rows = units(own, seeded(1), 6, 0)
    found, _ = taken(own, rows, {6: (None,) * own.layout.width})
    assert found.columns["item.mean"].null_count() == len(rows)
    assert found.values([0]) == {0: {}}
    assert found.odd == {6: (None,) * own.layout.width}


def test_what_is_published_stays() -> None:
    own = form("place", gone=True)
    place = own.layout.by_key["item.place"].start
    rows = [
        (*row[:place], value, *row[place + 1 :])
        for row, value in zip(units(own, seeded(1), 3, 0), (9, None, NOT_APPLICABLE), strict=True)
    ]
    found, _ = taken(own, rows, {})
    assert found.columns["item.place"][0] == 9
    assert found.columns["gone.item.place"].to_list() == [False, False, True]
    assert differing(own, rows, odd=0) == []


def small(peers: dict[str, Any], **facts: Any) -> CompiledRubric:
    """A form of one fact over all units."""
    indicators = {**FACTS, **facts, "taken": {"label": "全省", "kind": "number", "peers": peers}}
    rule = {"type": "computed", "clause": "甲", "points": 5, "award": "5 * taken", "not_applicable": "zero"}
    return compiled_from(rubric([item(indicators=indicators, rules=[rule], method="甲")]))


def test_a_mean_of_many_rates_is_no_pair_of_whole_numbers() -> None:
    own = small({"of": "income / planned", "take": "mean", "with_self": True})
    place = own.layout.by_key["item.planned"].start
    rows = units(own, seeded(1), 40, 0)
    odd = [(*row[:place], Fraction(10**9 + at), *row[place + 1 :]) for at, row in enumerate(rows)]
    with pytest.raises(TooLarge):
        taken(own, odd, {})


def test_a_judgement_is_taken_by_the_engine_alone() -> None:
    judged = {"label": "评定", "kind": "judgement"}
    own = small({"of": "judged", "take": "maximum", "with_self": True}, judged=judged)
    with pytest.raises(TooLarge):
        needed(own)


def test_what_is_larger_than_a_column_takes_is_the_engine_s() -> None:
    own = small({"of": "income", "take": "sum", "with_self": True})
    rows = units(own, seeded(1), 4, 0)
    columns, _ = needed(own)
    frame, _ = Tables(own).frames(rows)
    asked = frame.select(ROW, *sorted(columns & {*frame.columns}))
    found = PeerTaking(own, asked, {}, {}).take({"item.taken": (-1, 1)})
    assert found.columns[BEYOND].all()
    assert [dict(found.values([row])[row]) for row in range(4)] == exact(own, rows)


def test_what_was_taken_before_must_be_in_its_column() -> None:
    own = form("mean", "beside")
    rows = units(own, seeded(1), 4, 0)
    columns, _ = needed(own)
    frame, _ = Tables(own).frames(rows)
    held = {**program(own, complete=True).held, "item.mean": (-1, 1)}
    with pytest.raises(TooLarge):
        PeerTaking(own, frame.select(ROW, *sorted(columns & {*frame.columns})), {}, {}).take(held)
