"""Files of later stages made up at random for a unit: facts changed, readings, judgements."""

from random import Random
from typing import Any

from fuzz.made_units import PARAMETERS, UnitMaker
from fuzz.mending import items, mappings

Data = dict[str, Any]
LATER = ("preliminary", "final")


def later_files(maker: UnitMaker, unit: Data) -> list[Data]:
    """The unit's files of the stages that the form has besides the first; each starts from the unit's own facts."""
    random, stages = maker.random, maker.form.get("stages")
    known = [stage for stage in LATER if isinstance(stages, dict) and stage in stages]
    if not known or random.random() < 0.7:
        return []
    stage = random.choice(known)
    head = {"rubric": unit["rubric"], "unit": unit["unit"], "stage": stage, "by": "王某", "on": "2012-01-12"}
    parts = {
        "changes": _changes(maker, unit),
        "judgements": _judgements(random, maker.form),
        "readings": _readings(random, maker.form),
    }
    return [{**head, **{key: part for key, part in parts.items() if part}}]


def _changes(maker: UnitMaker, unit: Data) -> Data:
    """Facts changed as a whole, or one field or member of theirs."""
    found: Data = {}
    for fact in maker.facts:
        group = unit.get(PARAMETERS, {}) if fact.group == PARAMETERS else unit["indicators"][fact.group]
        if fact.name not in group or maker.random.random() < 0.6:
            continue
        name, old, new = fact.name, group[fact.name], maker.value(fact)
        if isinstance(old, dict) and isinstance(new, dict) and maker.random.random() < 0.4:
            part = maker.random.choice([*old, *new] or ["成员"])
            name, old, new = f"{name}.{part}", old.get(part), new.get(part)
        if old != new:
            cause = {"cause": maker.random.choice(("entry_mistake", "evidence_rejected"))}
            entry = {"old": old, "new": new, "reason": "核实", **(cause if maker.random.random() < 0.2 else {})}
            found.setdefault(fact.group, {})[name] = entry
    return found


def _judgements(random: Random, form: Data) -> Data:
    return {
        str(item.get("id")): {"score": random.choice((0, 1, 3, "computed")), "reason": "酌情"}
        for item in items(form)
        if random.random() < 0.15
    }


def _readings(random: Random, form: Data) -> Data:
    found: Data = {}
    for item in items(form):
        for holder in (*mappings(item.get("rules")), *mappings(item.get("vetoes"))):
            for one in mappings(holder.get("readings")):
                others = [name for name in one["options"] if name != one["chosen"]]
                if others and random.random() < 0.5:
                    entry = {"old": one["chosen"], "new": random.choice(others), "reason": "按此理解"}
                    found[f"{item.get('id')}.{one['id']}"] = entry
    return found
