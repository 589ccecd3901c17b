"""Facts of a row as a case reports them: by item, common ones, those over all units; and whether a unit could."""

from collections.abc import Sequence
from typing import Any

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.compiler.row_layout import Fact
from kaohe.formulas.scope import PARAMETERS
from kaohe.problems import Problems
from kaohe.source.program_data import document_of
from kaohe.submission.reader import Reader
from kaohe.submission.written_facts import by_item


def reported_facts(facts: Sequence[Fact], row: Row, item: str) -> dict[str, Any]:
    """What a case says of its facts: those of `item` alone where it needs no other's."""
    own = by_item((one for one in facts if one.indicator.peers is None and one.indicator.kind != "year"), row)
    years = [row[one.start] for one in facts if one.indicator.kind == "year" and row[one.start] is not None]
    parameters = own.pop("", None)
    alone = item and not own.keys() - {item}
    found: dict[str, Any] = {"item": item, "facts": own.get(item, {})} if alone else {"facts": own}
    if years:
        found["year"] = years[0]
    if parameters:
        found[PARAMETERS] = parameters
    peers = {
        f"{fact.item}.{fact.id}": value
        for fact in facts
        if fact.indicator.peers is not None
        for value in by_item((fact,), row).get(fact.item, {}).values()
    }
    return {**found, "peers": peers} if peers else found


def readable(reader: Reader, facts: Sequence[Fact], row: Row) -> bool:
    """Whether a unit could report the facts so: what it reports is read as the row has it."""
    reported = tuple(fact for fact in facts if fact.indicator.asked)
    indicators = by_item(reported, row)
    data: dict[str, Any] = {"unit": "-", PARAMETERS: indicators.pop("", None), "indicators": indicators}
    try:
        read = reader.read(document_of(data, "-"))
    except Problems:
        return False
    return all(read.row[at] == row[at] for fact in reported for at in fact.places())
