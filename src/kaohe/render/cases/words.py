"""What differs in a case, and what no case has reached, in words."""

from collections.abc import Iterator
from typing import Any

from kaohe.authoring.cases.case import Between
from kaohe.authoring.cases.comparing import Amount, Difference
from kaohe.authoring.cases.running import Outcome
from kaohe.authoring.cases.spots import Path, Spot
from kaohe.expr.numbers import plain, shown
from kaohe.messages import Language, say
from kaohe.source import Document


def told(difference: Difference, language: Language) -> str:
    """One difference as a sentence: `1.1 扩面征缴工作：应得 4，算得 3`."""
    parameters = {
        "number": difference.number,
        "named": difference.named,
        "rule": _rule(difference.rule, language),
        "expected": amount(difference.expected, language),
        "found": amount(difference.found, language),
    }
    return say(f"cases.differs-{difference.kind}", language, **parameters)


def amount(value: Amount, language: Language) -> str:
    """Points or a range of them, or grades by their titles."""
    if not isinstance(value, Between):
        return say("cases.several", language).join(value) or say("cases.open", language)
    if not value.scored:
        return say("cases.not-scored", language)
    if value.low is not None and value.low == value.high:
        return say("cases.exactly", language, low=plain(value.low))
    if value.low is None and value.high is None:
        return say("cases.open", language)
    sides = {"low": value.low, "high": value.high}
    known = {name: plain(side) for name, side in sides.items() if side is not None}
    code = "cases.range" if len(known) == len(sides) else f"cases.only-{next(iter(known))}"
    return say(code, language, **known)


def reasons(outcome: Outcome) -> Iterator[str]:
    """Why points were lost in the items that differ, as the ledger says it."""
    items = outcome.items or {}
    differing = dict.fromkeys(one.id for one in outcome.differences if one.id in items)
    yield from dict.fromkeys(line.why for item in differing for line in items[item].ledger)


def spot_told(spot: Spot, rubric: Document, language: Language) -> str:
    """What has not been reached: `1.1 扩面征缴工作：「…」没有一例成立`; an entry as the rubric has it."""
    code = f"cases.spot-{spot.kind}" if spot.outcome else f"cases.spot-{spot.kind}-not"
    words = _written(rubric.data, spot.path) if spot.kind == "entry" else spot.words
    return say(code, language, words=words, number=spot.number, title=spot.title, key=spot.path[-1])


def _written(data: Any, path: Path) -> str:
    """What stands at a path, with the key that it has there: `bands 2: {from: 2%, add: 2}`."""
    for step in path:
        data = data[step]
    *_, list_, key = path
    name = f"{list_} {key + 1}" if isinstance(key, int) else str(key)
    return f"{name}: {shown(data)}"


def _rule(name: str, language: Language) -> str:
    """`1` is the first rule, `veto1` the first veto."""
    number = name.partition(".")[0].removeprefix("veto")
    code = "rule" if name.isdigit() else "penalty" if name.endswith(".penalty") else "veto"
    return say(f"cases.named-{code}", language, n=number) if name else ""
