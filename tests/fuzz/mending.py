"""What makes a changed form fit again: clauses that use up the method, points that add up, facts that are used."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from fuzz.tree_changes import is_number

NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
CLAUSES = [f"{one}{other}款" for one in "甲乙丙丁戊己庚辛壬癸" for other in "子丑寅卯辰巳午未申酉戌亥"]
"""Words without numbers, none of which begins another one."""
Data = dict[str, Any]


def mend(form: Any) -> None:
    """Change a form in place as far as it has the shape of one; what has not is left as it is."""
    if not isinstance(form, dict):
        return
    for section in mappings(form.get("sections")):
        for item in mappings(section.get("items")):
            _clauses(item)
            _points(item, "rules")
        _points(section, "items")
    _points(form, "sections")
    _rescaled(form)
    _unused(form)


def mappings(listed: Any) -> list[Data]:
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def items(form: Data) -> list[Data]:
    return [item for section in mappings(form.get("sections")) for item in mappings(section.get("items"))]


def facts_of(holder: Data, key: str) -> Data:
    """The facts declared under a key; none where something else stands there."""
    found = holder.get(key)
    return found if isinstance(found, dict) else {}


def _clauses(item: Data) -> None:
    """Every clause a word of its own, and the method their list; the words that readings doubt are the clause."""
    said: list[str] = []
    for holder in (*mappings(item.get("rules")), *mappings(item.get("vetoes")), *mappings(item.get("non_scoring"))):
        if "clause" in holder and len(said) < len(CLAUSES):
            said.append(CLAUSES[len(said)])
            holder["clause"] = said[-1]
            for reading in mappings(holder.get("readings")):
                reading["words"] = said[-1]
    if "method" in item and said:
        item["method"] = "；".join(said)
    item.pop("acknowledge", None)


def _points(holder: Data, key: str) -> None:
    parts = [part.get("points") for part in mappings(holder.get(key)) if part.get("counts") is not False]
    if "points" in holder and parts and all(is_number(part) for part in parts) and "score" not in holder:
        holder["points"] = sum((Decimal(str(part)) for part in parts), Decimal(0))


def _rescaled(form: Data) -> None:
    """What is rescaled says over what."""
    wanting = any(
        one.get("not_applicable") == "rescaled" for item in items(form) for one in mappings(item.get("rules"))
    )
    if wanting:
        form.setdefault("rescale", "total")
    else:
        form.pop("rescale", None)


def _unused(form: Data) -> None:
    """Facts that nothing names are not declared, nor those that only these name."""
    above = (form, *mappings(form.get("sections")))
    said = {name for one in above for key in ("score", "vetoes", "grades", "limits") for name in _names(one.get(key))}
    for _ in range(3):
        named = set(said)
        for item in items(form):
            own, facts = (
                {name for key in ("rules", "vetoes") for name in _names(item.get(key))},
                facts_of(item, "indicators"),
            )
            own |= set(_names(facts))
            outside = {name.split(".")[1] for name in said if name.startswith(f"{item.get('id')}.")}
            _keep(facts, {name.partition(".")[0] for name in own} | outside)
            named |= own
        for group in ("shared", "parameters"):
            named |= set(_names(facts_of(form, group)))
        for group in ("shared", "parameters"):
            _keep(facts_of(form, group), {name.split(".")[1] for name in named if name.startswith(f"{group}.")})


def _keep(facts: Data, named: set[str]) -> None:
    for name in [name for name in facts if name not in named]:
        del facts[name]


def _names(data: Any) -> Iterator[str]:
    """Every word of any text that could be a formula."""
    if isinstance(data, str):
        yield from NAME.findall(data)
    elif isinstance(data, dict):
        for key, one in data.items():
            if key not in ("clause", "label", "type", "title", "id", "kind"):
                yield from _names(one)
    elif isinstance(data, list):
        for one in data:
            yield from _names(one)
