"""The JSON Schema of rosters of units, with the choices of one rubric that a roster may give."""

from collections.abc import Iterator

from kaohe.authoring.schema_parts import DIALECT, NAME, Schema
from kaohe.compiler.row_layout import layout
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say
from kaohe.rubric.model import Rubric
from kaohe.submission.fact_files import STAGES
from kaohe.submission.roster import ALL_STAGES, NO_STAGE
from kaohe.submission.roster_facts import is_choice


def roster_schema(rubric: Rubric, language: Language = "zh") -> Schema:
    due = {"description": say("schema.values.roster-due", language), **_one_or_several({"enum": list(_stages(rubric))})}
    unit: Schema = {
        "type": "object",
        "properties": {
            "unit": {"description": say("schema.values.unit", language), **NAME},
            "aliases": {"description": say("schema.values.roster-aliases", language), **_one_or_several(NAME)},
            "due": due,
            **_choices(rubric),
        },
        "required": ["unit"],
        "additionalProperties": False,
    }
    units = {"type": "array", "items": {"anyOf": [NAME, unit]}, "minItems": 1}
    return {
        "$schema": DIALECT,
        "title": say("schema.values.roster", language, title=rubric.title),
        "type": "object",
        "properties": {"units": {"description": say("schema.values.roster-units", language), **units}, "due": due},
        "required": ["units"],
        "additionalProperties": False,
    }


def _one_or_several(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}


def _stages(rubric: Rubric) -> Iterator[str]:
    """What stages may be called, each by its id, its label and what it is usually called."""
    for stage, label in rubric.stages.items():
        yield from dict.fromkeys((stage, label, *STAGES[stage]))
    yield from (*ALL_STAGES, *NO_STAGE)


def _choices(rubric: Rubric) -> dict[str, Schema]:
    """What a roster may give, by the facts' ids with those of their items."""
    facts = [fact for fact in layout(rubric).facts if fact.item and is_choice(fact.indicator)]
    return {f"{fact.item}.{fact.id}": _choice(fact.indicator) for fact in facts}


def _choice(indicator: Indicator) -> Schema:
    named = [one for option in indicator.options.items() for one in dict.fromkeys(option)]
    return {"description": indicator.label, "enum": [*named, None]}
