"""The faults that we know of, as `known.yaml` lists them, each with a small trial that shows it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fuzz.entrances import plain_data
from fuzz.mending import mend
from fuzz.trial import ALWAYS, RUBRIC, Trial, Unit

LIST = Path(__file__).with_name("known.yaml")
STEPS = frozenset({*ALWAYS, "order", "terminal"})
Data = dict[str, Any]


@dataclass(frozen=True)
class KnownFault:
    """A kind of fault, what is to be said of it, and how it is shown."""

    kind: str
    reason: str
    shown: Data

    @property
    def trial(self) -> Trial:
        if "form" in self.shown:
            return Trial(self.shown["form"], steps=STEPS)
        parameters = self.shown.get("common")
        common = None if parameters is None else {"rubric": RUBRIC, "parameters": parameters}
        return Trial(_form(self.shown), [_unit(one) for one in self.shown.get("units", [])], common, STEPS)


@cache
def known_faults() -> dict[str, KnownFault]:
    """By their kinds."""
    listed = plain_data(LIST)["faults"]
    return {one["kind"]: KnownFault(one["kind"], one["reason"], one) for one in listed}


def _form(shown: Data) -> Data:
    """The whole form: labels, clauses and points come to what is left of one."""
    head = {"title": "项目", "points": 0, **shown.get("sections", {})}
    several = enumerate(shown["items"])
    sections = [{"id": f"s{number}", **head, "items": [_item(one) for one in items]} for number, items in several]
    stages = {"self": "自评分", "final": "审定分"}
    form = {"kaohe": 1, "id": "known", "title": "表", "points": 0, "stages": stages, **shown.get("top", {})}
    form["sections"] = sections
    mend(form)
    return form


def _item(item: Data) -> Data:
    facts = {name: {"label": f"事实{name}", **one} for name, one in item.get("indicators", {}).items()}
    held = {key: [{"clause": "", **one} for one in item.get(key, [])] for key in ("rules", "vetoes")}
    return {"title": "子项", "points": 0, "target": "目标", "method": "", **item, "indicators": facts, **held}


def _unit(unit: Data) -> Unit:
    head = {"rubric": RUBRIC, "unit": "甲市", "year": 2011}
    later = {**head, "stage": "final", "changes": unit.get("later")}
    first = {**head, **unit.get("head", {}), "parameters": unit.get("parameters"), "indicators": unit["facts"]}
    return Unit(first, [later] if "later" in unit else [])
