"""没有古籍的可得满分: what a row gives where there is nothing of the kind that it is about."""

import re

from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.sound_clauses import refuse_unsound

_NOTHING = re.compile(
    r"(?:年内|当年|本年度?|全年|年度内?|本单位|辖区内?)?(?:若|如)?(?:无|没有|不涉及|未涉及)(?P<what>[^,]{2,16}?)(?:的|者)*"
)
_GOOD = re.compile(
    r"扣|投诉|事故|违|案件?|问题|上访|信访|访|差错|通报|处分|纠纷|举报|死亡|伤|火|险情|隐患|拖欠|舆情|事件|现象|行为|缺|漏|旷|迟到"
)
"""It is well that there is nothing of these: it is what points are given for."""
_UNTOUCHED = re.compile(r"(?:此项|本项|该项)?(?:不扣分|不失分|不影响得分)")


def is_nothing(part: Part) -> bool:
    """Whether a part says so, and no more."""
    move = part.moves[0]
    if len(part.moves) > 1:
        return False
    full = move.outcome.kind == "full"
    words = [one.text for one in move.words] if full else [one.text for one in move.words][:1] or [move.outcome.before]
    said = move.when if full else words[0]
    rest = "" if full else move.when.removeprefix(said).strip(",")
    found = _NOTHING.fullmatch(said)
    if found is None or _GOOD.search(found["what"]):
        return False
    return full or _UNTOUCHED.fullmatch(rest) is not None


def given_in_full(item: Item, clause: str, rules: list[Rule]) -> Rule:
    """Has all rules give their points where their facts do not apply; raises NotRead where they can't."""
    if not rules:
        raise NotRead("why-silent")
    changed = [{**rule, "not_applicable": "full"} if rule["points"] else rule for rule in rules]
    refuse_unsound(item, changed)
    rules[:] = changed
    return {"clause": clause, "reason": item.say("given-in-full")}
