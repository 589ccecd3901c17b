"""Changes of what stands above items: scores by formula, bounds, events, grades, rescaling, rounding, stages."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from fuzz.language import KINDS
from fuzz.mending import facts_of, items, mappings
from fuzz.rule_changes import drawn
from fuzz.schema_drafts import SchemaDraft, places, schema_of
from fuzz.typed_formulas import Grammar, grammar

Data = dict[str, Any]


def above(random: Random, form: Data, section: Data | None = None, more: tuple[str, ...] = ()) -> Grammar:
    """What formulas of a section, or of the whole, may name: common facts, facts of items, results, and `more`."""
    facts = {
        f"{group}.{name}": one for group in ("shared", "parameters") for name, one in facts_of(form, group).items()
    }
    for item in items(form):
        facts |= {f"{item.get('id')}.{name}": one for name, one in facts_of(item, "indicators").items()}
    results = [*more, "sum", *(f"items.{one.get('id')}" for one in items(form))]
    if section is None:
        results += [f"sections.{one.get('id')}" for one in mappings(form.get("sections"))]
    return grammar(random, facts, tuple(results))


def score(random: Random, form: Data) -> None:
    holder = _holder(random, form)
    made = above(random, form, None if holder is form else holder)
    depth = random.choice((0, 1, 1, 2))
    holder["score"] = random.choice((made.results[0], f"{made.results[0]} + 1", made.number(depth), made.number(depth)))


def bounds(random: Random, form: Data) -> None:
    holder = _holder(random, form)
    if random.random() < 0.7:
        holder["most"] = random.choice((0, 3, 8, 100, Decimal("2.5")))
    if random.random() < 0.6:
        holder["least"] = random.choice((0, -5, 1, Decimal("-0.5")))


def forfeit(random: Random, form: Data) -> None:
    holder = _holder(random, form)
    made = above(random, form, None if holder is form else holder)
    one: Data = {"clause": "总款", "when": made.condition(random.choice((0, 0, 1)))}
    more: Data = {
        "zero": random.random() < 0.4,
        "penalty": random.choice((1, 5)),
        "penalty_each": random.random() < 0.5,
    }
    one |= {key: value for key, value in more.items() if random.random() < 0.6}
    if isinstance(holder.setdefault("vetoes", []), list):
        holder["vetoes"].append(one)


def grades(random: Random, form: Data) -> None:
    holder = _holder(random, form)
    made = above(random, form, more=("score",) if holder is form else ("score", "total"))
    best: Data = {"id": "a", "title": "优", random.choice(("from", "above")): random.choice((5, 8, Decimal("3.5")))}
    more: Data = {
        "requires": made.condition(random.choice((0, 1))),
        "quota": random.choice(("30%", 1, 2, "10%")),
        "at_least": random.choice((1, "20%")),
        "top": random.choice((1, "50%", 2)),
        "tie_breaks": [{"of": made.number(0), "first": random.choice(("highest", "lowest"))}],
        "ties": random.choice(("none", "all")),
    }
    best |= {key: value for key, value in more.items() if random.random() < 0.5}
    if random.random() < 0.4:
        _by_class(random, form, best)
    holder["grades"] = [best, {"id": "b", "title": "良", "from": random.choice((1, 3))}, {"id": "c", "title": "差"}]
    if random.random() < 0.5:
        holder["limits"] = [{"clause": "限款", "when": made.condition(0), "grade": random.choice("bc")}]


def _by_class(random: Random, form: Data, grade: Data) -> None:
    """Places for each class of units, which the units themselves report."""
    if isinstance(form.setdefault("shared", {}), dict):
        form["shared"]["area"] = {"label": "地区", "kind": "choice", **KINDS["choice"]}
        grade["within"] = "shared.area"
        for key in ("quota", "at_least", "top"):
            if key in grade and random.random() < 0.6:
                grade[key] = {one: random.choice((0, 1, 2, "50%")) for one in KINDS["choice"]["options"]}


def rescaled(random: Random, form: Data) -> None:
    _, rules = drawn(random, form)
    for one in rules[:1] and [random.choice(rules)]:
        one["not_applicable"] = "rescaled"
        form["rescale"] = random.choice(("section", "total"))


def head(random: Random, form: Data) -> None:
    """The rounding or the stages."""
    if random.random() < 0.5:
        form["rounding"] = {"places": random.choice((0, 1, 2, 3, 6))}
    else:
        form["stages"] = {"self": "自评分", "preliminary": "初评分", "final": "审定分"}


def common_fact(random: Random, form: Data) -> None:
    """A fact common to all items, of which one item's rule asks."""
    name, (_, rules) = random.choice(("m", "n")), drawn(random, form)
    group = random.choice(("shared", "shared", "parameters"))
    kind = random.choice(("flag", "count", "percent", "number"))
    if rules and isinstance(form.setdefault(group, {}), dict):
        form[group][name] = {"label": f"共用{name}", "kind": kind}
        asked = (
            f"{group}.{name}" if kind in ("flag", "count") else f"{group}.{name} > {'50%' if kind == 'percent' else 1}"
        )
        random.choice(rules)["requires"] = asked


def give_key(random: Random, form: Data) -> None:
    """A key that may stand above items."""
    SchemaDraft(random, above(random, form)).give(random.choice(list(places(form, schema_of("")))))


def _holder(random: Random, form: Data) -> Data:
    return random.choice((form, *mappings(form.get("sections"))))


CHANGES: tuple[Callable[[Random, Data], None], ...] = (
    *(score, bounds, forfeit, grades, rescaled, head, common_fact, give_key),
)
