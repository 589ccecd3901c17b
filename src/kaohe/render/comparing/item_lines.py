"""What became of one item: whether it is new or gone, its place, points, texts, clauses and facts."""

from collections.abc import Iterator

from kaohe.authoring.comparing.comparison import waits
from kaohe.authoring.comparing.pairs import ItemPair, Placed
from kaohe.render.comparing.change_lines import ChangeLine, Lines, numbered, unlike_keys
from kaohe.render.comparing.clause_lines import ClauseLines
from kaohe.render.comparing.fact_lines import fact_lines
from kaohe.render.comparing.told_side import ToldSide

TOLD = (
    "id", "title", "points", "target", "method", "indicators", "confirmed", "acknowledge",
    "rules", "vetoes", "non_scoring", "scored_above", "todo",
)  # fmt: skip
"""Keys of an item that have lines of their own, or that change nothing of the form."""


def item_lines(pair: ItemPair, was: ToldSide, now: ToldSide) -> Iterator[ChangeLine]:
    """Nothing where nothing differs."""
    placed, language = pair.shown, now.language
    lines = Lines(numbered(pair, language), placed.item.title, language)
    clauses = ClauseLines(pair, lines, was, now)
    if pair.old is not None and pair.new is not None:
        yield from _changed(pair.old, pair.new, lines, clauses)
    elif pair.new is not None:
        yield lines.line(lines.say("item-added"), lines.of_points(pair.new.item.points))
        yield from clauses.all()
    else:
        yield lines.line(lines.say("item-gone"), lines.of_points(placed.item.points))
        yield from clauses.all()
    if pair.changed:
        yield from fact_lines(pair.facts, lines.say("fact"), lines)
    yield from _recheck(pair, lines)


def _changed(old: Placed, new: Placed, lines: Lines, clauses: ClauseLines) -> Iterator[ChangeLine]:
    pair, was, now = clauses.pair, old.item, new.item
    if pair.moved or old.section.title != new.section.title:
        places = (lines.say("place_in", number=one.number, section=one.section.title) for one in (old, new))
        yield lines.line(lines.say("place"), lines.way(*places))
    yield from lines.text(lines.say("title-of"), was.title, now.title)
    yield from lines.points(was.points, now.points)
    yield from lines.text(lines.say("target"), was.target, now.target)
    yield from clauses.all()
    same = all(one.old and one.new and one.old.words == one.new.words for one in pair.clauses)
    if same:  # what stands between the clauses
        yield from lines.text(lines.say("method"), was.method, now.method)
    yield from lines.several(lines.say("fact"), clauses.was.made(old), clauses.now.made(new))
    keys = unlike_keys(was, now, TOLD)
    if keys:
        yield lines.line(lines.say("rest"), lines.say("rest-keys", keys=lines.say("names").join(keys)))


def _recheck(pair: ItemPair, lines: Lines) -> Iterator[ChangeLine]:
    """Whether somebody has gone over the text that is now."""
    if waits(pair):
        yield lines.line(lines.say("recheck"), lines.say("recheck-text"), marks=True)
    elif pair.old is not None and pair.new is not None and pair.new.item.confirmed is not None:
        one = pair.new.item.confirmed
        if pair.old.item.digest != pair.new.item.digest:
            yield lines.line(lines.say("confirmed"), lines.say("confirmed-text", by=one.by, on=one.on))
