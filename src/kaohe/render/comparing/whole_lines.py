"""What became of sections and of the form as a whole: titles, points, how they are made up, common facts."""

from collections.abc import Iterator, Mapping

from kaohe.authoring.comparing.fact_pairs import facts_paired
from kaohe.authoring.comparing.pairs import sections_paired
from kaohe.formulas.indicators import Indicator
from kaohe.render.comparing.change_lines import ChangeLine, Lines
from kaohe.render.comparing.fact_lines import fact_lines
from kaohe.render.comparing.told_side import ToldSide


def whole_lines(was: ToldSide, now: ToldSide) -> Iterator[ChangeLine]:
    """First the whole, then section after section."""
    old, new = was.rubric, now.rubric
    lines = Lines("", new.title, now.language)
    yield from lines.text(lines.say("title-of"), old.title, new.title)
    yield from lines.text(lines.say("source"), old.source, new.source)
    yield from lines.points(old.points, new.points)
    yield from lines.several(lines.say("stages"), old.stages.values(), new.stages.values())
    places = [lines.say("places", places=one.rounding.places) for one in (old, new)]
    yield from lines.text(lines.say("rounding"), *places)
    yield from lines.several(lines.say("totals"), was.above(old), now.above(new))
    for before, after in ((old.parameters, new.parameters), (old.shared, new.shared)):
        yield from _facts(before, after, lines)
    yield from _sections(was, now)


def _facts(old: Mapping[str, Indicator], new: Mapping[str, Indicator], lines: Lines) -> Iterator[ChangeLine]:
    yield from fact_lines(tuple(facts_paired(old, new)), lines.say("parameter"), lines)


def _sections(was: ToldSide, now: ToldSide) -> Iterator[ChangeLine]:
    numbers = {one.id: str(place) for place, one in enumerate(now.rubric.sections, 1)}
    for old, new in sections_paired(was.rubric, now.rubric):
        shown = new or old
        assert shown is not None  # noqa: S101 - a pair has a side
        lines = Lines(numbers.get(shown.id, "") if new else "", shown.title, now.language)
        if old is not None and new is not None:
            yield from lines.text(lines.say("title-of"), old.title, new.title)
            yield from lines.points(old.points, new.points)
            yield from lines.several(lines.say("totals"), was.above(old), now.above(new))
        else:
            code = "section-added" if new else "section-gone"
            yield lines.line(lines.say(code), lines.of_points(shown.points))
