"""Changes of rules within their language: formulas, floors, requirements, vetoes, readings."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

from fuzz.language import FORMULAS
from fuzz.mending import facts_of, items, mappings
from fuzz.rule_drafts import Draft, rule
from fuzz.schema_drafts import SchemaDraft, places, rule_types, schema_of
from fuzz.tree_changes import Slot
from fuzz.typed_formulas import Grammar, grammar

Data = dict[str, Any]


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


def give_key(random: Random, form: Data) -> None:
    """A key that a rule, or another place of an item, may have."""
    item, rules = drawn(random, form)
    schema = schema_of("Item")
    in_rules = random.random() < 0.7
    found = list(places(rules, schema["properties"]["rules"]) if in_rules else places(item, schema))
    if found:
        SchemaDraft(random, grammar_of(random, form, item)).give(random.choice(found))


def give_requirement(random: Random, form: Data) -> None:
    """Of conditions that make sense, for most rules have one."""
    item, rules = drawn(random, form)
    if rules:
        random.choice(rules)["requires"] = grammar_of(random, form, item).condition(random.choice((0, 1, 2)))


def name_result(random: Random, form: Data) -> None:
    """A rule whose result another one names."""
    item, rules = drawn(random, form)
    if rules:
        one, name = random.choice(rules), random.choice("rst")
        one["id"], one["counts"] = name, random.random() < 0.5
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
        wanted = FORMULAS.get(slot.key, "condition" if isinstance(slot.holder, list) else "number")
        slot.put(made.condition(depth) if wanted == "condition" else made.number(depth))


def formulas(data: Any) -> Iterator[Slot]:
    """The places of formulas in rules and vetoes."""
    inside = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, value in inside:
        if key in FORMULAS and not isinstance(value, dict | list) and not (key == "points" and "type" in data):
            yield Slot(data, key)
        elif key == "levels" and isinstance(value, dict):
            yield from (Slot(value, level) for level in value)
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
    item, rules = drawn(random, form)
    for one in rules[:1] and [random.choice(rules)]:
        keys = rule_types().get(one.get("type", ""), {}).get("properties", {})
        key = random.choice([*one, "floor", "not_applicable"])
        draft = SchemaDraft(random, grammar_of(random, form, item))
        patch = {key: draft.value(key, keys[key]) if key in keys and random.random() < 0.8 else None}
        options = {"a": {"meaning": "如此"}, "b": {"meaning": "如彼", "patch": patch}}
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


def rule_by_schema(random: Random, form: Data) -> None:
    """One more rule, of any type that the schema has."""
    item, rules = drawn(random, form)
    if isinstance(item.get("rules"), list) and len(rules) < 5:
        schema = random.choice([*rule_types().values()])
        made: Data = SchemaDraft(random, grammar_of(random, form, item)).value("rules", schema)
        item["rules"].append(made)


CHANGES: tuple[Callable[[Random, Data], None], ...] = (
    *(give_key, give_key, give_requirement, name_result, new_formula, new_formula),
    *(veto, veto, reading, another_rule, rule_by_schema),
)
