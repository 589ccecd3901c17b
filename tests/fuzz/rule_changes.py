"""Changes of rules within their language: formulas, floors, requirements, vetoes, readings."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

from fuzz.mending import facts_of, items, mappings
from fuzz.rule_drafts import Draft, rule
from fuzz.tree_changes import Slot
from fuzz.typed_formulas import Grammar, grammar

Data = dict[str, Any]
NUMBER_KEYS = ("award", "deduct", "most", "of", "target", "count", "each")
CONDITION_KEYS = ("requires", "when", "unless")
EXTRAS: dict[str, tuple[Any, ...]] = {
    "floor": ("part", "item", "none"),
    "not_applicable": ("full", "zero", "rescaled"),
    "cap": (0, 1, 3, Decimal("0.5")),
    "otherwise": (0, 1, Decimal("0.5"), 2),
    "counts": (False, True),
    "most": (1, 3, "none", 100),
    "cap_each": (1, Decimal("0.25")),
    "partial": ("whole", "started", "pro_rata"),
    "direction": ("below", "above", "either"),
    "cumulative": (True, False),
    "points": (0, 1, 2, 5, Decimal("2.5"), Decimal("0.333")),
}


def grammar_of(random: Random, form: Data, item: Data) -> Grammar:
    """The facts and results that a rule of an item may name."""
    common = {
        f"{group}.{name}": one for group in ("shared", "parameters") for name, one in facts_of(form, group).items()
    }
    results = [f"rules.{one['id']}" for one in mappings(item.get("rules")) if isinstance(one.get("id"), str)]
    results += [f"items.{one['id']}" for one in items(form) if one is not item and isinstance(one.get("id"), str)]
    return grammar(random, {**facts_of(item, "indicators"), **common}, tuple(results))


def drawn(random: Random, form: Data) -> tuple[Data, list[Data]]:
    """An item and its rules; an empty one where there is none."""
    found = items(form)
    item = random.choice(found) if found else {}
    return item, mappings(item.get("rules"))


def give_extra(random: Random, form: Data) -> None:
    """A key that every rule may have, or some have."""
    item, rules = drawn(random, form)
    for one in rules[:1] and [random.choice(rules)]:
        key = random.choice((*EXTRAS, "requires", "requires", "id"))
        if key == "id":
            one["id"], one["counts"] = random.choice("rst"), random.random() < 0.5
            _name_result(random, item, one["id"])
        elif key == "requires":
            one[key] = grammar_of(random, form, item).condition(random.choice((0, 1, 2)))
        else:
            one[key] = random.choice(EXTRAS[key])


def _name_result(random: Random, item: Data, name: str) -> None:
    formula = random.choice((f"rules.{name}", f"max(rules.{name}, 1)", f"50% * rules.{name}"))
    item["rules"].append({"type": "computed", "clause": "甲", "points": 5, "award": formula})


def new_formula(random: Random, form: Data) -> None:
    """A formula in place of another one; a wild one now and then."""
    item, rules = drawn(random, form)
    places = [*formulas(rules), *formulas(mappings(item.get("vetoes")))]
    if not places:
        return
    slot, made, depth = random.choice(places), grammar_of(random, form, item), random.choice((0, 1, 1, 2, 3, 6))
    how = random.random()
    if how < 0.15:
        slot.put(made.wild(min(depth, 3)))
    elif how < 0.4 and isinstance(slot.value, str):
        slot.put(made.changed(slot.value))
    else:
        slot.put(
            made.condition(depth) if slot.key in CONDITION_KEYS or isinstance(slot.key, int) else made.number(depth)
        )


def formulas(data: Any) -> Iterator[Slot]:
    """The places of formulas in rules and vetoes."""
    inside = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, value in inside:
        if key in (*NUMBER_KEYS, *CONDITION_KEYS) and not isinstance(value, dict | list):
            yield Slot(data, key)
        elif key == "requires" and isinstance(value, list):
            yield from (Slot(value, place) for place in range(len(value)))
        elif key != "readings":
            yield from formulas(value)


def veto(random: Random, form: Data) -> None:
    item, rules = drawn(random, form)
    made: Data = {"clause": "甲", "when": grammar_of(random, form, item).condition(random.choice((0, 0, 1)))}
    more: Data = {
        "scope": random.choice(("item", [1], [1, len(rules)])),
        "penalty": random.choice((1, 5, Decimal("0.5"))),
        "penalty_each": random.random() < 0.5,
    }
    made |= {key: value for key, value in more.items() if random.random() < 0.5}
    if isinstance(item.setdefault("vetoes", []), list):
        item["vetoes"].append(made)


def reading(random: Random, form: Data) -> None:
    """A rule that can be read in another way: with one of its keys otherwise."""
    _, rules = drawn(random, form)
    for one in rules[:1] and [random.choice(rules)]:
        key = random.choice([*one, "floor", "not_applicable"])
        value = random.choice(EXTRAS[key]) if key in EXTRAS else random.choice((1, Decimal("0.5"), "90%", None, 2))
        options = {"a": {"meaning": "如此"}, "b": {"meaning": "如彼", "patch": {key: value}}}
        one["readings"] = [{"id": "r1", "words": "甲", "chosen": "a", "options": options}]


def another_rule(random: Random, form: Data) -> None:
    """One more rule with its facts."""
    item, rules = drawn(random, form)
    facts = facts_of(item, "indicators")
    if isinstance(item.get("rules"), list) and len(rules) < 5:
        known = {name: one for name, one in facts.items() if isinstance(one, dict) and isinstance(one.get("kind"), str)}
        draft = Draft(random, dict(known))
        item["rules"].append(rule(draft))
        facts.update(draft.facts)


CHANGES: tuple[Callable[[Random, Data], None], ...] = (
    *(give_extra, give_extra, give_extra, new_formula, new_formula),
    *(veto, veto, reading, another_rule),
)
