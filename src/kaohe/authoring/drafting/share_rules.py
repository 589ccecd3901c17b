"""未完成的按比例得分: points in proportion to what was done."""

import re
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import measured, written
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.proportions import share_gates
from kaohe.authoring.drafting.ranges import range_of

_BELOW = re.compile(r"(?:未|没有|达不到|不足|低于|不满|其[他余]|部分).*|")
_DONE = re.compile(r"(?:按(?:时|期|要求))?(?:全面|全部)?完成|达到|达|得满分")


def shares(item: Item, part: Part, rule: Rule) -> Rule:
    """Points in proportion to what was done, in full at the number that the award asks for."""
    share = part.of("share")[0]
    award = next(iter(part.of("award", "full")), None)
    gates = part.of("zero")
    if gates:
        rest = [move for move in part.moves if move not in gates]
        made = shares(item, Part(rest), rule)
        return {**made, **share_gates(item, gates, made["of"])}
    if len(part.moves) != 1 + (award is not None) or part.moves[-1] is not share:
        raise NotRead("why-unread", words=item.clause(part))
    if award is None:
        return _plain_share(item, share, rule)
    if not _BELOW.fullmatch(share.when) or conditions.says_more(award.when):
        raise NotRead("why-unread", words=item.clause_of(share))
    stretch = range_of(award.when)
    if stretch is not None and not stretch.exact:
        if stretch.low is None or stretch.high is not None:
            raise NotRead("why-number", words=item.clause_of(award))
        full: Any = written(stretch.low, stretch.unit) if stretch.unit == "%" else stretch.low
        zero: Any = "0%" if stretch.unit == "%" else Decimal(0)
        anchors = [{"at": zero, "points": Decimal(0)}, {"at": full, "points": rule["points"]}]
        return {**rule, "of": measured(item, stretch), "anchors": anchors}
    return {**rule, "of": f"{_ratio(item, item.original(award))}.rate"}


def _plain_share(item: Item, share: Move, rule: Rule) -> Rule:
    """按完成比例得60分."""
    what = share.when
    if conditions.says_more(what) or range_of(what) is not None or "扣" in share.outcome.verb:
        raise NotRead("why-unread", words=item.clause_of(share))
    return {**rule, "of": f"{_ratio(item, item.original(share))}.rate"}


def _ratio(item: Item, words: str) -> str:
    what = _DONE.sub("", words, count=1) or words
    return item.facts.add(what, "ratio", labels={"part": item.say("done"), "whole": item.say("planned")})
