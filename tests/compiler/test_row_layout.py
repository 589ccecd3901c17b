"""What facts are called, those that are made of others too; which apply together, which may be fractions."""

from support import small_rubric
from support.rule_cases import Case
from support.small_scores import compiled_from

NET = {"label": "联网率", "kind": "percent"}
FITS = {"label": "达标", "kind": "flag", "formula": "net >= 50%"}
WIDE = {"label": "差距", "kind": "percent", "formula": "100% - net"}
RULE = {"type": "all_or_nothing", "points": 5, "requires": ["fits", "wide <= 60%"]}


def test_of_what_is_made_of_facts_flags_alone_are_flags() -> None:
    case = Case("made", {"indicators": {"net": NET, "fits": FITS, "wide": WIDE}, "rules": [RULE]})
    names = case.compiled.layout.names("zh")
    assert [names[f"it.{key}"].flag for key in ("net", "fits", "wide")] == [False, True, False]


def test_what_applies_together_is_named_by_its_first() -> None:
    facts = {name: {"label": name, "kind": "flag"} for name in ("one", "two", "three", "other")}
    rule = {**small_rubric.RULE, "requires": list(facts), "not_applicable": "full"}
    one = small_rubric.item(indicators=facts, rules=[rule], together=[["two", "one", "three"]])
    found = compiled_from(small_rubric.rubric([one])).layout.facts
    assert [fact.group for fact in found] == [*["item.two"] * 3, ""]


def test_flags_counts_choices_and_lists_are_no_fractions() -> None:
    facts = {
        "net": NET,
        "late": {"label": "迟报", "kind": "count"},
        "met": {"label": "达标", "kind": "flag"},
        "grade": {"label": "评价", "kind": "choice", "options": {"good": "好"}},
        "nets": {**NET, "list": True},
        "share": {"label": "通过", "kind": "ratio"},
    }
    rule = {"type": "all_or_nothing", "points": 5, "requires": "met"}
    layout = Case("made", {"indicators": facts, "rules": [rule]}).compiled.layout
    assert layout.divided == {"it.net", "it.share.part", "it.share.whole"}
