"""The readings that a draft raises wherever clauses of a kind leave something open."""

from collections.abc import Mapping
from typing import Any

from kaohe.authoring.drafting.drafting_item import Item, Rule
from kaohe.authoring.drafting.moves import Move

Options = dict[str, tuple[str, Mapping[str, Any]]]
_PARTIAL: Mapping[str, str] = {"whole": "step-whole", "started": "step-started", "pro_rata": "step-pro-rata"}


def floor(item: Item, move: Move, rule: Rule) -> dict[str, Any]:
    """Where 扣完为止 is not written: the part's points, the item's, or below zero."""
    options: Options = {}
    if rule["points"]:
        # one occurrence may take more than there is: then it is meant to go below zero
        options["part"] = (item.say("floor-part", points=rule["points"]), {"floor": "part"})
    if not item.alone or not rule["points"]:
        options["item"] = (item.say("floor-item"), {"floor": "item"})
    options["none"] = (item.say("floor-none"), {"floor": "none"})
    chosen = rule.get("floor", "part")
    return item.reading("floor", item.shown(move), chosen, options)


def beyond_part(item: Item, move: Move) -> dict[str, Any]:
    """扣完5分为止 in a part of fewer points."""
    options: Options = {
        "part": (item.say("beyond-part"), {}),
        "item": (item.say("beyond-item"), {"floor": "item"}),
    }
    return item.reading("floor", item.shown(move), "part", options)


def steps(item: Item, words: str, size: str) -> dict[str, Any]:
    """What a step that is not full counts."""
    options: Options = {
        partial: (item.say(code, size=size), {"partial": partial}) for partial, code in _PARTIAL.items()
    }
    return item.reading("steps", words, "whole", options)


def sizes(item: Item, words: str, size: str, patches: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The same of several things that count as one."""
    options: Options = {
        partial: (item.say(code, size=size), patches.get(partial, {})) for partial, code in _PARTIAL.items()
    }
    return item.reading("steps", words, "whole", options)


def percent(item: Item, words: str, size: str) -> dict[str, Any]:
    """每低1% of a rate: a percentage point, or a hundredth of the target."""
    options: Options = {
        "point": (item.say("percent-point", size=size.rstrip("%")), {}),
        "relative": (
            item.say("percent-relative", size=size),
            {"every_percentage_point": None, "every_percent": size},
        ),
    }
    return item.reading("percent", words, "point", options)


def times(item: Item, move: Move, key: str, changed: list[dict[str, Any]], chosen: str = "once") -> dict[str, Any]:
    """扣2分 for what may happen several times; `changed` are the entries as the other option has them."""
    other = {"once": "each", "each": "once"}[chosen]
    options: Options = {way: (item.say(f"times-{way}"), {}) for way in ("once", "each")}
    options[other] = (options[other][0], {key: changed})
    return item.reading("times", item.shown(move), chosen, options)


def doubled(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """加倍扣分 behind several kinds of what is taken."""
    options: Options = {
        "all": (item.say("doubled-all"), {}),
        "last": (item.say("doubled-last"), patch),
    }
    return item.reading("doubled", words, "all", options)


def limit(item: Item, words: str, patch: Mapping[str, Any], chosen: str = "last") -> dict[str, Any]:
    """最多扣2分 behind the last of several kinds; `patch` is what the option changes that is not chosen."""
    options: Options = {name: (item.say(f"limit-{name}"), patch) for name in ("last", "all")}
    return item.reading("limit", words, chosen, options)


def over(item: Item, words: str, rule: Rule) -> dict[str, Any]:
    """More than all that was due: no more than the row's points, or more by proportion."""
    patch = {"type": "computed", "of": None, "award": f"{rule['points']:f} * {rule['of']}", "most": "none"}
    options: Options = {
        "most": (item.say("over-most", points=rule["points"]), {}),
        "more": (item.say("over-more"), patch),
    }
    return item.reading("over", words, "most", options)


def adjoining(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """What lies between 89% and 90%, where one band ends at the one and the next begins at the other."""
    options: Options = {
        "lower": (item.say("adjoining-lower"), {}),
        "upper": (item.say("adjoining-upper"), patch),
    }
    return item.reading("adjoining", words, "lower", options)


def more(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """4次得6分: more than 4 give as much, or are not spoken of."""
    options: Options = {
        "at_least": (item.say("more-too"), {}),
        "exactly": (item.say("more-not"), patch),
    }
    return item.reading("more", words, "at_least", options)


def flat(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """What is as it was, where only more and less are spoken of."""
    options: Options = {
        "outside": (item.say("flat-outside"), {}),
        "inside": (item.say("flat-inside"), patch),
    }
    return item.reading("flat", words, "outside", options)


def equal(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """What is neither above a number nor below it."""
    options: Options = {
        "full": (item.say("equal-full"), {}),
        "nothing": (item.say("equal-nothing"), patch),
    }
    return item.reading("equal", words, "full", options)


def inside(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """Whether the number of 95%以上 is inside."""
    options: Options = {
        "inside": (item.say("inside"), {}),
        "outside": (item.say("outside"), patch),
    }
    return item.reading("inside", words, "inside", options)


def all_of_them(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """100% beside deductions for each: said once more in another way, or a condition of its own."""
    options: Options = {
        "each": (item.say("all-of-them"), {}),
        "required": (item.say("all-required"), patch),
    }
    return item.reading("full_rate", words, "each", options)


def gate(item: Item, words: str, patch: Mapping[str, Any]) -> dict[str, Any]:
    """A number beside deductions for each: it must be reached for any of the points, or they say what falls short."""
    options: Options = {
        "required": (item.say("gate-required"), {}),
        "each": (item.say("gate-each", words=words), patch),
    }
    return item.reading("gate", words, "required", options)


def scope(item: Item, words: str, last: int) -> dict[str, Any]:
    """此项: the whole item, or its last part."""
    options: Options = {
        "item": (item.say("scope-item"), {}),
        "last_part": (item.say("scope-last"), {"scope": [last]}),
    }
    return item.reading("scope", words, "item", options)
