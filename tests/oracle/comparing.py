"""Where a back-end's scores are not what the form says; where it only leaves more open, for a reason that is known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from oracle.back_ends import Range, Scores
from oracle.form import SECTIONS, Facts
from oracle.made_units import Unit


@dataclass(slots=True)
class Compared:
    """How many cells were compared, what is wrong in them, and which leave more open than the form does."""

    units: int = 0
    cells: int = 0
    wider: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def compare(units: Sequence[Unit], wanted: Sequence[Scores], found: Iterable[Scores], into: Compared) -> None:
    """A unit's cells one by one with what the form makes of it."""
    for unit, own, one in zip(units, wanted, found, strict=True):
        into.units, into.cells = into.units + 1, into.cells + len(one)
        for name, ends in one.items():
            if ends == own[name]:
                continue
            if _contains(ends, own[name]) and _known(name, unit, one):
                into.wider[name] += 1
            else:
                into.wrong.append(f"{name}: {ends}, not {own[name]} {unit.get(name.partition('.')[2], '')}")


def _contains(ends: Range, inner: Range) -> bool:
    return bool(ends[0] <= inner[0] and inner[1] <= ends[1])


def _known(name: str, unit: Unit, found: Scores) -> bool:
    """Whether an item may be left wider; what is made of items must be so by their sum and no more."""
    kind, _, part = name.partition(".")
    if kind == "items":
        return knows_less(part, unit[part])
    inside = [found[f"items.{item}"] for item in _within(part)]
    return found[name] == (sum(low for low, _ in inside), sum(high for _, high in inside))


def _within(part: str) -> Iterator[str]:
    """The items of a section, or of all."""
    for section, several in SECTIONS.items():
        if part in ("", section):
            yield from (one.__name__ for one in several)


def knows_less(item: str, facts: Facts) -> bool:
    """Whether kaohe leaves more open: it takes a missing fact by itself wherever it stands. Elsewhere it may not."""
    match item:
        case "market_rating":  # the same markets say whether any applied, and how many are deducted
            return not any(facts.values()) and None in facts.values()
        case "assistant_training":  # an average above 100%, and nobody examined of whom some passed
            return facts["provincial_pass_rate"] is None or facts["certification.whole"] is None
        case "labour_surveys":
            return _nothing_of("surveys", facts) or _nothing_of("valid_data", facts)
        case "data_use":
            return (0, None) in (facts["uploads"] or ())
        case "fund_raising":  # what is neither more than nothing nor nothing would be less
            return facts["funds.previous"] == 0 and facts["funds.current"] is None
    return False


def _nothing_of(name: str, facts: Facts) -> bool:
    """Nothing of a number that is missing is nothing, whatever the number."""
    return facts[f"{name}.part"] == 0 and facts[f"{name}.whole"] is None
