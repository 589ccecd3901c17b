"""Changes of facts within their language: kinds, lists, ranges, facts made of others or common to several."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

from fuzz.language import KINDS
from fuzz.mending import facts_of, mappings
from fuzz.rule_changes import drawn, formulas, grammar_of
from fuzz.tree_changes import clone

Data = dict[str, Any]


def another_kind(random: Random, form: Data) -> None:
    """A fact of another kind, or a list of what was one, or the other way round."""
    item, _ = drawn(random, form)
    for _, one in _fact(random, item):
        if random.random() < 0.5:
            one["list"] = one.get("list") is not True
            return
        kind = random.choice([*KINDS])
        kept = {"label": one.get("label", "事实"), **({"list": True} if one.get("list") else {})}
        one.clear()
        one.update({**kept, "kind": kind, **clone(dict(KINDS[kind]))})


def made_of_others(random: Random, form: Data) -> None:
    """A fact computed from others, looked up by a choice, or taken over all units."""
    item, _ = drawn(random, form)
    facts = facts_of(item, "indicators")
    for name, one in _fact(random, item):
        made = grammar_of(
            random, form, {**item, "indicators": {key: each for key, each in facts.items() if key != name}}
        )
        kind = random.choice(("number", "percent", "flag", "count"))
        number = {"percent": made.percent, "flag": made.condition}.get(kind, made.number)
        kept = {"label": one.get("label", "事实"), "kind": kind}
        how = random.choice(("formula", "table", "peers"))
        one.clear()
        one.update(kept | _made(random, how, number(random.choice((0, 1, 2))), facts, percent=kind == "percent"))


def _made(random: Random, how: str, formula: str, facts: Data, *, percent: bool) -> Data:
    if how == "table":
        facts["by1"] = {"label": "类别", "kind": "choice", "options": {"a": "一类", "b": "二类"}}
        return {"by": "by1", "table": {"a": "90%", "b": "80%"} if percent else {"a": 3, "b": Decimal("1.5")}}
    if how == "peers":
        take = random.choice(("mean", "minimum", "maximum", "sum", "number", "rank"))
        rank = {"first": random.choice(("highest", "lowest")), "ties": random.choice(("shared", "dense", "mean"))}
        more = rank if take == "rank" else {} if take == "number" else {"with_self": random.random() < 0.5}
        return {"peers": {"of": formula, "take": take, **more}}
    return {"formula": formula}


def ranged(random: Random, form: Data) -> None:
    item, _ = drawn(random, form)
    for _, one in _fact(random, item):
        sides: Data = {"from": random.choice((0, 1, -5)), "to": random.choice((5, 10, 100, Decimal("0.5")))}
        if one.get("kind") == "percent":
            sides = {"from": random.choice(("0%", "50%")), "to": random.choice(("100%", "120%"))}
        one["range"] = {key: value for key, value in sides.items() if random.random() < 0.7}


def into_common(random: Random, form: Data) -> None:
    """A fact of an item becomes one of all items or of all units, by its new name wherever the item names it."""
    item, rules = drawn(random, form)
    facts = facts_of(item, "indicators")
    for name, one in _fact(random, item):
        group = random.choice(("shared", "parameters"))
        if isinstance(form.setdefault(group, {}), dict):
            form[group][name] = one
            del facts[name]
            for slot in formulas([rules, mappings(item.get("vetoes"))]):
                if isinstance(slot.value, str):
                    words = slot.value.split(name)
                    slot.put(f"{group}.{name}".join(words))


def together(random: Random, form: Data) -> None:
    """Facts of an item that apply together, where it has several; now and then one alone, which is wrong."""
    item, _ = drawn(random, form)
    known = [*facts_of(item, "indicators")]
    if len(known) > 1:
        item["together"] = [random.sample(known, min(len(known), random.choice((1, 2, 2, 2, 2, 3, 3, 3))))]


def same_members(random: Random, form: Data) -> None:
    """A list that has the members of another one, which only names them."""
    item, _ = drawn(random, form)
    for _, one in _fact(random, item):
        one |= {"list": True, "members_of": "named"}
        facts_of(item, "indicators")["named"] = {"label": "名单", "kind": "record", "list": True}


def _fact(random: Random, item: Data) -> Iterator[tuple[str, Data]]:
    """One of an item's facts, if it has any."""
    found = [(name, one) for name, one in facts_of(item, "indicators").items() if isinstance(one, dict)]
    if found:
        yield random.choice(found)


CHANGES: tuple[Callable[[Random, Data], None], ...] = (
    another_kind,
    made_of_others,
    ranged,
    into_common,
    together,
    same_members,
)
