"""Points that a form gives on top of its total: those of rows for extra points, where the others come to the total."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from kaohe.authoring.official_form.model import FormItem, FormSection
from kaohe.expr.numbers import plain

_EXTRA = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）])?"
    r"(?:(?:奖励|创新|特色|附加|额外)?(?:加分|加减分|奖励分|附加分)(?:奖励)?(?:项目?|指标|事项|部分|因素)?(?:[与和及、](?:一票)?否决(?:项|事项)?)?|附加项目?|奖励项目?)"
)
_TAKES = re.compile(r"[减扣]")
UNBOUND = "加分"
"""The limit of a row without any."""
_WHOLE = 100
"""Where no total is printed, the other rows come to hundreds."""


def on_top(sections: Sequence[FormSection], printed: Fraction | None) -> tuple[FormSection, ...]:
    """Rows for extra points have a limit in place of points, where the others come to the total without them."""
    own = [one.points or Fraction(0) for section in sections for one in section.items if not _extra(section, one)]
    rest = sum(own, Fraction(0))
    if not rest or not (rest == printed if printed is not None else rest % _WHOLE == 0):
        return tuple(sections)
    return tuple(_limited(one) for one in sections)


def _extra(section: FormSection, item: FormItem) -> bool:
    """Whether its title, or that of its section, calls a row extra, which has a number of points or none at all."""
    numbered = item.points or (item.points is None and not item.printed.strip("-—/"))
    return bool(numbered) and any(_EXTRA.fullmatch(title) for title in (section.title, item.title))


def _limited(section: FormSection) -> FormSection:
    items = tuple(_as_limit(section, one) if _extra(section, one) else one for one in section.items)
    changed = items != section.items and all(one.points is None for one in items)
    return replace(section, items=items, printed=None if changed else section.printed)


def _as_limit(section: FormSection, item: FormItem) -> FormItem:
    if item.points is None:
        return replace(item, limit=UNBOUND)
    sign = "≤" if _TAKES.search(section.title + item.title) else "+"
    return replace(item, points=None, limit=f"{sign}{plain(item.points)}")
