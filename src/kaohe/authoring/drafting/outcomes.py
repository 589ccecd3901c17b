"""What a phrase gives or takes, and the words before that: points, nothing, a limit, a share."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kaohe.authoring.drafting.outcome_shapes import SHAPES, Kind
from kaohe.authoring.drafting.phrases import Phrase
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER, points

_NOTE = r"(?P<note>\((?![^()]*\)\()[^()]*\))?(?:的|者)?"
_PATTERNS = tuple((kind, re.compile(rf"{shape}{_NOTE}")) for kind, shape in SHAPES)
_EACH = re.compile(rf"每(?:一|1)?{MEASURE}$")
_MEASURED = re.compile(rf"{MEASURE}$")
_PLACES = re.compile(rf"(?:前|第|[-—~至到]){NUMBER}[名位]$")
_GIVING = ("award", "again")
_HEDGES = re.compile(r"(?:(?<![增参附])加|(?<![增许])多|倒|只|仅|至少|(?<!成)就|最低|起扣)$")
"""Before a verb these tell of something else than so many points: 加扣, 只得."""
_MISLEADING = re.compile(r"(?:不|未|(?<![适相响反对供效])应|少|多|可|被|已)(?:得|加|扣|减|计|记)?$")
"""Before a verb these make another word of it: 不得, 应扣."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`before` are the words before what is given or taken, `own` names the item, `note` stands in brackets after it.

    `per` is the measure after the points (扣1分/次), `verb` the verb as written. Of a limit, `verb` tells what it
    limits, and `total` that it is of all together; of a list, that each thing has the same.
    """

    kind: Kind
    phrase: Phrase
    before: str
    points: Decimal | None = None
    own: bool = False
    verb: str = ""
    note: str = ""
    total: bool = False
    amounts: tuple[Decimal, ...] = ()
    per: str = ""
    formula: str = ""

    @property
    def shown(self) -> str:
        """What is given or taken as it stands in the phrase, from the end of the words before."""
        return self.phrase.text[len(self.before) :]


def outcome_of(phrase: Phrase) -> Outcome:
    """The first shape that takes the whole phrase; words alone where none does."""
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(phrase.text)
        if found is not None and not _refused(kind, found):
            return _outcome(kind, phrase, found.groupdict())
    return Outcome("words", phrase, phrase.text)


def _refused(kind: Kind, found: re.Match[str]) -> bool:
    """Whether a shape was met by chance."""
    before = found["pre"]
    if kind == "spare" and range_of(before) is None:
        return True
    if kind == "formula" and re.search(r"[=/÷×]", before):
        return True
    if kind in _GIVING and _MISLEADING.search(before):
        return True
    if kind == "full" and before.endswith(("加", "即", "按")):
        return True
    if kind in ("take", "award", "bonus", "list") and _HEDGES.search(before):
        return True
    bare = kind == "award" and found["verb"] == "" and bool(before)
    counted = (
        bare
        and _EACH.search(before) is None
        and _MEASURED.search(before) is not None
        and range_of(before) is None
        and _PLACES.search(before) is None
    )
    return counted or (bare and (before[:1] in "未不无没" or bool(re.search(NUMBER + "分", before))))


def things(words: str) -> list[str]:
    """Things that are named one after the other."""
    return [one for one in re.split(r"、|或者?|和|以及|及(?!以[上下])|与", re.sub(rf"{NUMBER}项$", "", words)) if one]


def _outcome(kind: Kind, phrase: Phrase, found: dict[str, str | None]) -> Outcome:
    given, verb = found.get("points") or found.get("until"), found.get("verb") or ""
    if kind == "award" and ("加" in verb or "奖" in verb):
        kind = "bonus"
    if kind == "most":
        verb += found.get("what") or ""
    together = found.get("sum") or found.get("what") or found.get("alike")
    total = bool(together) or found.get("how") in ("累计", "合计")
    before = (found["pre"] or "").rstrip(",")
    amount = points(given) if given else None
    amounts = tuple(points(one) for one in re.findall(NUMBER, found.get("amounts") or ""))
    if found.get("alike"):
        verb = verb or "得"
        amounts *= len(things(before))
    return Outcome(
        kind,
        phrase,
        before,
        amount,
        bool(found.get("own")),
        verb,
        found.get("note") or "",
        total,
        amounts,
        found.get("per") or "",
        found.get("formula") or "",
    )
