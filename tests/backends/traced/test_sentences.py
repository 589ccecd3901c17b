"""Sentences before a unit is known: numbers are left blank, and members are named by the engine alone."""

from collections.abc import Mapping
from math import inf
from typing import Any

from kaohe.backends.bounds import Interval, Missing, MissingList
from kaohe.backends.names import Name
from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.traced.known import Known
from kaohe.backends.traced.sentences import traced_sentence
from kaohe.backends.traced.texts import Digits, Told, Unsaid, row
from kaohe.backends.traced.tracing import Tracer
from kaohe.expr.sentence_tree import Facts, Named, Sentence
from kaohe.expr.tree import Call, Input, Op

LATE, LISTED, AREA, FARMED = map(Input, ("late", "towns", "towns.*.area", "towns.*.farmed"))
COUNTED = Interval(0, inf)
FACTS: Mapping[str, Any] = {"late": Missing(COUNTED), "towns": MissingList({"area": COUNTED, "farmed": COUNTED})}
NAMES = {
    "late": Name("迟报", "次"),
    "towns": Name("乡镇"),
    "towns.*.area": Name("面积"),
    "towns.*.farmed": Name("耕种"),
}


def traced(sentence: Sentence) -> Told:
    slots, inner = {"late": "v[0]", "towns": "v[1]"}, {"towns.*.area": "m[1]", "towns.*.farmed": "m[2]"}
    return traced_sentence(SpokenSentence(sentence, slots, NAMES, "zh", inner), Tracer(Known(FACTS, {"late": 0}, "zh")))


def test_a_number_is_left_blank() -> None:
    assert traced(Named(LATE)) == row(["迟报 ", Digits(LATE, 0), " 次"])


def test_members_are_the_engine_s() -> None:
    assert traced(Facts(Call(Op.HIGHEST, (LISTED, AREA - FARMED)))) == Unsaid("members")
