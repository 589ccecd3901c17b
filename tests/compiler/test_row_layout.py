"""What facts are called, those among them that are made of others."""

from support.rule_cases import Case

NET = {"label": "联网率", "kind": "percent"}
FITS = {"label": "达标", "kind": "flag", "formula": "net >= 50%"}
WIDE = {"label": "差距", "kind": "percent", "formula": "100% - net"}
RULE = {"type": "all_or_nothing", "points": 5, "requires": ["fits", "wide <= 60%"]}


def test_of_what_is_made_of_facts_flags_alone_are_flags() -> None:
    case = Case("made", {"indicators": {"net": NET, "fits": FITS, "wide": WIDE}, "rules": [RULE]})
    names = case.compiled.layout.names("zh")
    assert [names[f"it.{key}"].flag for key in ("net", "fits", "wide")] == [False, True, False]
