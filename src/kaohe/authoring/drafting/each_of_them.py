"""党委、政府各研究2次以上: a number that each of several has to reach is no number of all of them."""

import re
from collections.abc import Sequence

from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.entry_limits import counted_fact
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER

_NAMED = r"项|类|种|个|地|级|方面|界|自|有关|相关|环节|阶段|次|期|条|款|点"
_PLACES = r"县|市|区|镇|乡|村|社区|街道|部门|单位|科室|处室|股室|学校|年级|班|支部|基层|成员"
_AMOUNT = rf"(?<!第){NUMBER}个?{MEASURE}(?!以?内|之内|前|后)"
_EACH = re.compile(
    rf"(?:(?<!每)各|分别)(?!{_NAMED}|{_PLACES})[^,各]{{0,24}}?{_AMOUNT}"
    rf"|各(?:{_PLACES})[^,]{{0,24}}?{_AMOUNT}"
    rf"|(?:、|和|两|三|双)[^,]{{1,12}}(?:均|都)(?!衡|匀)[^,]{{0,16}}?{_AMOUNT}"
)
_TOGETHER = ("steps", "all_or_nothing", "tiered", "decision_table", "proportional")
"""Rules that set one number beside what is asked for."""


def refuse_one_number(item: Item, part: Part, rules: Sequence[Rule]) -> None:
    """Raises NotRead where one number is asked for; what each lacks can be counted, if whoever counts knows it."""
    said = next((move for move in part.moves if _EACH.search(move.when)), None)
    facts = item.facts.used_by(rules)
    if said is None or all(one["kind"] not in ("count", "number") for one in facts.values()):
        return
    if any(one.get("type") in _TOGETHER for one in rules):
        raise NotRead("why-several", words=item.original(said))
    counted = [{"count": counted_fact(one)} for rule in rules for one in rule.get("deductions", ()) if "count" in one]
    noted = [one for one in counted if item.say("subjects-first") not in facts[one["count"]].get("note", "")]
    item.facts.note([one for one in noted if one["count"] in facts], item.say("subjects-second"))
