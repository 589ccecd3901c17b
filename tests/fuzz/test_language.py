"""The made-up rubrics keep up with the language: each key, type, kind and function of it is made up too."""

import json
from collections.abc import Iterator
from typing import Any

from fuzz.entrances import plain_data
from fuzz.entrances import schema_of as schema_of_units
from fuzz.language import FORMULAS, KINDS, WORDS
from fuzz.made_units import PARAMETERS, UnitMaker
from fuzz.rule_drafts import RULES
from fuzz.schema_agreement import first_error
from fuzz.schema_drafts import SchemaDraft, places, rule_types, schema_of
from fuzz.typed_formulas import grammar
from kaohe.formulas.functions import FUNCTIONS
from support.folders import TESTS
from support.random_formulas import FUNCTIONS as TRIED
from support.random_rows import seeded

EVERY_KIND = TESTS / "support" / "every_kind.yaml"
FREE = ("pattern", "enum", "const")


def free_texts(schema: Any, key: str = "") -> Iterator[str]:
    """The keys whose text the schema leaves open."""
    if schema.get("type") == "string" and not any(one in schema for one in FREE):
        yield key
    for name, one in schema.get("properties", {}).items():
        yield from free_texts(one, name)
    inside = (*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties"))
    for each in inside:
        yield from free_texts(each, key) if isinstance(each, dict) else ()


def test_every_text_is_a_formula_or_words() -> None:
    whole = schema_of("")
    found = {key for one in (whole, *whole["$defs"].values()) for key in free_texts(one) if key}
    assert found - FORMULAS.keys() - WORDS == set(), "say in language.py which of these are formulas"


def test_every_type_of_rule_has_a_draft() -> None:
    assert RULES.keys() == rule_types().keys()


def test_every_kind_of_fact_is_known() -> None:
    assert KINDS.keys() == set(schema_of("Indicator")["properties"]["kind"]["enum"])


def test_every_function_is_tried() -> None:
    assert set(TRIED) == FUNCTIONS.keys()


def test_what_is_made_up_by_the_schema_is_as_it_says() -> None:
    draft, whole = SchemaDraft(seeded(1), grammar(seeded(1), {"a": {"kind": "count"}})), schema_of("")
    keys = [(key, one) for each in (whole, *whole["$defs"].values()) for key, one in each.get("properties", {}).items()]
    for key, one in keys * 5:
        made = draft.value(key, one)
        assert first_error({**one, "$defs": whole["$defs"]}, made) is None, (key, made)


def test_every_place_of_a_form_may_be_given_keys() -> None:
    form = plain_data(EVERY_KIND)
    rules = [rule for section in form["sections"] for item in section["items"] for rule in item["rules"]]
    reached = [place.holder for place in places(rules, schema_of("Item")["properties"]["rules"])]
    assert all(any(rule is one for one in reached) for rule in rules)
    assert all(any(entry is one for one in reached) for rule in rules for entry in rule.get("deductions", ()))


def test_facts_are_made_up_as_the_schema_of_units_says() -> None:
    schema = json.loads(schema_of_units(EVERY_KIND)().out)
    maker = UnitMaker(seeded(1), plain_data(EVERY_KIND), schema)
    for fact in [fact for fact in maker.facts if fact.group != PARAMETERS] * 5:
        made = {fact.group: {fact.name: maker.by_schema(fact)}}
        unit = {"rubric": "every-kind", "unit": "甲市", "indicators": made}
        assert first_error(schema, unit) is None, unit
