"""评定为五级、四级、三级的分别加5分、3分、1分: things of a list of which a unit is only one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.level_rules import one_level
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.outcomes import things
from kaohe.authoring.drafting.parts import Part

_IS = r"(?:评定|评选|评|认定|命名|确定|定|创建|创成|建成|获评|授予|验收|考核|晋升|升)(?:为|成)?|获评|达到|为"
_FIRST = re.compile(rf"(?P<what>.*?)(?:被)?(?P<verb>{_IS})(?P<level>[^,]+)")
_GRADE = re.compile(
    r"[一二三四五六七八九十\d]+(?:级|等|星级?|类|档)|[A-Ea-e]{1,5}级?|优秀?|良好?|中|一般|合格|达标|较?差|甲|乙|丙|金|银|铜"
)
_RANK = re.compile(r"(?:国家|全国|中央|省部?|全省|地?市|全市|县|区|全县|全区|乡镇?)级?")


@dataclass(frozen=True, slots=True)
class Graded:
    """What is graded, the grades, and the points of each."""

    what: str
    given: dict[str, Decimal]


def graded(move: Move) -> Graded | None:
    """Levels that exclude each other; raises NotRead where nobody says whether they do: 评为省级、市级文明单位."""
    if move.outcome.kind != "list" or move.outcome.total:
        return None
    names = things(move.when.removesuffix("的"))
    first = _FIRST.fullmatch(names[0]) if names else None
    if first is None or len(names) != len(move.outcome.amounts):
        return None
    levels = [first["level"], *names[1:]]
    tail = _GRADE.match(levels[-1]) or _RANK.match(levels[-1])
    behind = levels[-1][tail.end() :] if tail else ""
    levels = [one.removesuffix(behind) if behind else one for one in levels]
    if all(_GRADE.fullmatch(one) for one in levels):
        return Graded(first["what"], dict(zip((f"{one}{behind}" for one in levels), move.outcome.amounts, strict=True)))
    if all(_RANK.fullmatch(one) for one in levels):
        raise NotRead("why-levels")
    return None


def graded_list(item: Item, part: Part, rule: Rule) -> Rule | None:
    """The rule of such a list alone; None where it is none."""
    found = graded(part.of("list")[0])
    if found is None:
        return None
    amounts = list(found.given.values())
    if len(part.moves) > 1 or amounts != sorted(set(amounts), reverse=True):
        raise NotRead("why-levels")
    if "扣" in part.moves[0].outcome.verb or "减" in part.moves[0].outcome.verb:
        raise NotRead("why-levels")
    if not rule["points"]:
        raise NotRead("why-levels")
    return one_level(item, found.given, {**rule, "type": "levels"}, found.what)
