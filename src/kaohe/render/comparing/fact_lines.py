"""What became of the facts that an item asks for, or that are common to all."""

import re
from collections.abc import Iterator, Sequence

from kaohe.authoring.comparing.fact_pairs import FactPair
from kaohe.formulas.indicators import Indicator
from kaohe.messages import say
from kaohe.render.comparing.change_lines import ChangeLine, Lines, unlike_keys

_END = re.compile("[：，,:]")
TOLD = ("label", "kind", "unit", "note", "words")
"""Keys of a fact that have lines of their own, or that are only how it is read aloud."""


def fact_lines(pairs: Sequence[FactPair], what: str, lines: Lines) -> Iterator[ChangeLine]:
    for pair in pairs:
        if pair.old is None and pair.new is not None:
            yield lines.line(what, _said("added", pair.new[1], lines))
        elif pair.new is None and pair.old is not None:
            yield lines.line(what, _said("gone", pair.old[1], lines))
        elif pair.old is not None and pair.new is not None:
            yield from (lines.line(what, one) for one in _changes(*pair.old, *pair.new, lines))


def _said(code: str, one: Indicator, lines: Lines) -> str:
    kind = lines.say("fact-of", kind=_kind(one, lines), unit=one.unit) if one.unit else _kind(one, lines)
    return lines.say(f"fact-{code}", label=one.label, kind=kind)


def _kind(one: Indicator, lines: Lines) -> str:
    """The first words of what is said of the kind."""
    return _END.split(say(f"reference.kind-{one.kind}", lines.language))[0]


def _changes(name: str, old: Indicator, other: str, new: Indicator, lines: Lines) -> Iterator[str]:
    if name != other:
        yield lines.say("fact-name", label=new.label, old=name, new=other)
    if old.label != new.label:
        yield lines.say("fact-label", old=old.label, new=new.label)
    if old.kind != new.kind:
        yield lines.say("fact-kind", label=new.label, old=_kind(old, lines), new=_kind(new, lines))
    for key in ("unit", "note"):
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            none = lines.say("none")
            yield lines.say(f"fact-{key}", label=new.label, old=was or none, new=now or none)
    keys = unlike_keys(old, new, TOLD)
    if keys:
        yield lines.say("fact-other", label=new.label, keys=lines.say("names").join(keys))
