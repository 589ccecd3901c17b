"""Where changes start: shipped rubrics, real forms, the cases of rules, small forms, and parts of all these."""

from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any

from fuzz.entrances import plain_data
from fuzz.mending import items, mappings
from fuzz.small_forms import form as small_form
from fuzz.tree_changes import clone
from fuzz.typed_formulas import grammar
from support.folders import FORMS, TESTS, TOP
from support.random_formulas import INDICATORS, rule, whole
from support.rule_cases import cases

Data = dict[str, Any]
ABOVE = ("score", "most", "least", "vetoes", "grades", "limits", "rescale")
"""Keys above items that may speak of items which a part of a form has not."""


@cache
def whole_forms() -> tuple[Data, ...]:
    paths = [*(TOP / "rubrics").glob("*.yaml"), *FORMS.glob("*.yaml"), *(TOP / "examples").glob("*/rubric.yaml")]
    found = [TESTS / "support" / "every_kind.yaml", *(path for path in paths if "." not in path.stem)]
    return tuple(plain_data(path) for path in sorted(found))


def rule_form(random: Random) -> Data:
    """A case of rules as a rubric."""
    case: Data = random.choice(cases()).document.data
    return clone(case)


def any_whole(random: Random) -> Data:
    """A whole form; the larger, the rarer, for it takes its time."""
    forms = whole_forms()
    return clone(random.choices(forms, [1 / len(items(one)) for one in forms])[0])


def part(random: Random) -> Data:
    """One or two items of a whole form, without what stands above items."""
    found = random.choice(whole_forms())
    section = random.choice(mappings(found["sections"]))
    some = random.sample(section["items"], min(len(section["items"]), random.choice((1, 1, 2))))
    head = {key: value for key, value in found.items() if key not in (*ABOVE, "sections")}
    kept = {key: value for key, value in section.items() if key not in (*ABOVE, "items")}
    return clone({**head, "sections": [{**kept, "items": some}]})


def formula_form(random: Random) -> Data:
    """A rule of many formulas over facts of every kind."""
    item = {"id": "it", "title": "子项", "points": 5, "target": "目标", "method": "甲", "indicators": clone(INDICATORS)}
    rules = [{"clause": "甲", **(clone(dict(rule(random))) if random.random() < 0.3 else _of_formula(random))}]
    section = {"id": "s", "title": "项目", "points": 5, "items": [{**item, "rules": rules}]}
    return {"kaohe": 1, "id": "case", "title": "表", "points": 5, "stages": {"self": "自评分"}, "sections": [section]}


def _of_formula(random: Random) -> Data:
    made, depth = grammar(random, INDICATORS), random.choice((1, 2, 3, 4, 6))
    more: Data = random.choice(
        ({"award": made.number(depth)}, {"deduct": made.number(depth)}, {"requires": made.condition(depth)})
    )
    kind = "all_or_nothing" if "requires" in more else "computed"
    return {"type": kind, "points": 5, **more}


SEEDS: Mapping[Callable[[Random], Data], int] = {
    small_form: 40,
    rule_form: 25,
    part: 15,
    formula_form: 10,
    lambda random: clone(dict(whole(random))): 7,
    any_whole: 2,
}
"""What a form may start from, and how often."""


def seed_form(random: Random) -> Data:
    return random.choices([*SEEDS], [*SEEDS.values()])[0](random)
