"""Words of a clause that its rules did not use: neither asked for in a fact, nor the grammar of points."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.all_of_it import all_of_it
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.explanations import explains
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.places_to_look import only_where
from kaohe.authoring.drafting.said_points import refuse_other_points
from kaohe.authoring.drafting.scope_notes import note_scopes
from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER, PERCENT, PLAIN
from kaohe.library.checks.numbers.number_kinds import demanded, numbers, spellings
from kaohe.library.checks.numbers.rule_numbers import rule_numbers, ways

_GIVEN = ("award", "full", "pool")
_GRAMMAR = re.compile(
    rf"[^\w%]+|每?(?:一|1)?个?{NUMBER}?{MEASURE}|{PERCENT}|{NUMBER}(?:个?百分点|分)?|每|一|个"
    r"|不?(?:低于|高于|少于|多于|超过|超出|大于|小于)|达不到|不到|不足|及?以上|及?以下|以内|之间|达到?|至|到|控制|保持|完成"
    r"|否则|反之|其[余他它](?:情况|情形)?|目标值?|标准|要求|规定|任务|计划|指标|基准|单[个项]|总计|合计|累计|全年|年度|年内|当年|本年"
    r"|(?:比|较|与|同|环)(?:上年|去年|上一年|年初|比)?(?:末|度|底|初|同期)?(?:相比)?|(?:上年|去年)(?:同期)?(?:水平)?|年[初末底]|持平|上升|下降|降低|减少|增加|增长|提高|提升"
    r"|(?:[后下]移|后退|倒退|下滑)|[降低少高超增差缺欠负正]额?|偏离|偏差"
    r"|评定?为?|获评?得?|受到?|取得|列为?|表彰|奖励|荣誉|等[次级]?|档次?|落实|名次|排[名位]?|位[居列]|居|全[国省市县区]|第|前|后"
    r"|发现|发生|出现|存在|部分|按|经?查实|有|无|未|没|的|者|均|都|则|且|但|并|如|若|凡|对|在|为|及|和|或|含|不|再|另|每"
)
_MET = re.compile(r"(?:达到|完成|符合)[^\d]*(?:要求|标准|规定)")
_LIMITS = ("drain", "most", "fill")
"""Builders of rules have looked at all the words of these."""
_SHORT = 2
"""So many characters say something."""


def refuse_unsaid(item: Item, part: Part, rules: Sequence[Rule]) -> None:
    """Raises NotRead with the words of a move that nothing of the rules has, or for points that are not the same."""
    refuse_other_points(item, part, rules)
    note_scopes(item, part, rules)
    counted = all(one.get("type") in ("awards", "deductions") for one in rules)
    if not counted and any(move.outcome.per for move in part.of("award", "full", "bonus")):
        raise NotRead("why-unread", words=item.clause(part))  # 得2分/次 gives more than once
    said = list(_said(item, rules))
    for move in part.moves:
        note = move.outcome.note.strip("()")
        own = [] if explains(note) or only_where(note) else [note]
        if move.outcome.kind not in _LIMITS:
            texts = [*(one.text for one in move.words), move.outcome.before]
            if _leads(item, part, move, rules):
                _refuse_numbers(item, texts, rules)
            else:
                own += texts
        left = next((one for one in own if _left(one, said)), None)
        if left is not None:
            raise NotRead("why-unread", words=left)


def _leads(item: Item, part: Part, move: Move, rules: Sequence[Rule]) -> bool:
    """Whether words say only what is well: what costs points there is said by the words after them."""
    kind, types = move.outcome.kind, {one.get("type", "") for one in rules}
    if kind in _GIVEN and (types == {"deductions"} or all_of_it(move.when) is not None):
        return True
    if kind in _GIVEN and types == {"proportional"}:
        return any(one["label"].rpartition("：")[2] in move.when for one in item.facts.used_by(rules).values())
    if kind in _GIVEN and types == {"steps"}:
        return _MET.search(move.when) is not None or any("偏" in one.when or "差" in one.when for one in part.moves)
    return kind == "zero" and (conditions.ELSE.fullmatch(move.when) or conditions.denies(move.when)) is not None


def _refuse_numbers(item: Item, own: Sequence[str], rules: Sequence[Rule]) -> None:
    """What is well may not hang on a number that no rule has."""
    facts = item.facts.used_by(rules)
    known = ways(rule_numbers(list(rules))) | set(numbers("；".join(one["label"] for one in facts.values())))
    known |= {"100%"} if all(one.get("type") == "proportional" for one in rules) else set()
    acknowledged = {number for one in item.known for number in numbers(str(one["words"]))}
    for text in own:
        known |= {"1"} if conditions.within_year(text) else set()
        if any((known | acknowledged).isdisjoint(spellings(one.number)) for one in demanded(text, ())):
            raise NotRead("why-number", words=text)


def _said(item: Item, rules: Sequence[Rule]) -> Iterator[str]:
    """All texts by which the rules ask, in plain signs."""
    for fact in chain(item.facts.used_by(rules).values(), item.parameters.values()):
        more = [*fact.get("options", {}).values(), *fact.get("labels", {}).values(), str(fact.get("note", ""))]
        yield from (one.translate(PLAIN) for one in (fact["label"], *more))
    yield from (one.translate(PLAIN) for one in (item.facts.title, item.target))
    yield from (str(one["words"]).translate(PLAIN) for one in (*item.explained, *item.known))


def _left(text: str, said: Sequence[str]) -> bool:
    """Whether something is left of words without those that are said, and without the grammar of points."""
    rest = _uncovered(text, said)
    return any(len(_GRAMMAR.sub("", one)) >= _SHORT for one in rest.split("\0"))


def _uncovered(text: str, said: Sequence[str]) -> str:
    """Words with a mark for each stretch of two characters or more that is said."""
    found: list[str] = []
    place = 0
    single = {one for one in said if len(one) == 1}
    while place < len(text):
        ends = (end for end in range(len(text), place + 1, -1) if any(text[place:end] in one for one in said))
        end = next(ends, None)
        found.append(text[place] if end is None and text[place] not in single else "\0")
        place = place + 1 if end is None else end
    return "".join(found)
