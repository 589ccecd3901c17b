"""How it is said of a unit that it has not reached a stage, and how far it has come."""

from collections.abc import Mapping, Sequence

from kaohe.messages import Language, say
from kaohe.render.words.sheet_wording import number
from kaohe.results.summary import AbsentUnit

MOST = 30
"""So many units are named in a line."""


def listed(absent: Sequence[AbsentUnit], labels: Mapping[str, str], language: Language) -> str:
    """The units by their names, each with how far it has come; `labels` are the form's stages."""
    names = [_named(one, labels, language) for one in absent[:MOST]]
    more = say("table.more_units", language, count=len(absent) - MOST) if len(absent) > MOST else ""
    return say("table.between_names", language).join(names) + more


def come_so_far(one: AbsentUnit, labels: Mapping[str, str], language: Language) -> str:
    """Why a unit has no score, and below it the last stage that it has reached, with its score there."""
    if one.total is None:
        return say("table.absent_faulty" if one.faulty else "table.absent", language)
    state = say("table.absent_faulty" if one.faulty else "table.absent_here", language)
    score = say("sheet.open", language) if one.total.score is None else number(one.total.score)
    return f"{state}\n{say('table.absent_reached', language, stage=labels[one.reached], score=score)}"


def _named(one: AbsentUnit, labels: Mapping[str, str], language: Language) -> str:
    code = "faulty" if one.faulty else "reached" if one.reached else ""
    state = say(f"table.named_{code}", language, stage=labels.get(one.reached, "")) if code else ""
    return f"{one.unit}{state}"
