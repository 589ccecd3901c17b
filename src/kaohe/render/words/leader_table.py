"""What a leader reads first (要点), as a plain table of sentences: who is first, who moved and why, what is open."""

from collections.abc import Iterable, Iterator, Sequence

from kaohe.messages import Language, say
from kaohe.render.words.absent_wording import listed
from kaohe.render.words.cell_wording import heads, signed
from kaohe.render.words.first_places import LAST, first_places
from kaohe.render.words.province_change_table import changes_counted
from kaohe.render.words.rank_moves import rank_moves, told_disagreement
from kaohe.render.words.reading_table import moves
from kaohe.render.words.sheet_wording import number, span
from kaohe.results.batch_figures import BatchFigures, ReadingEffect
from kaohe.results.plain_table import PlainTable, TableRow
from kaohe.results.summary import Summary, ranking

MOST = 5
"""So many units, files or disagreements are named one by one."""
READINGS = 3
Lines = Iterable[str]


def leader_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """One page: a row for each matter, a line for each sentence; nothing of what there is nothing to say of."""
    columns = heads(language, ("leader.matter", "name"), ("leader.said", "long"))
    found = [(matter, "\n".join(lines)) for matter, lines in _matters(figures, language)]
    rows = tuple(TableRow(values) for values in found if values[1])
    return (PlainTable("leader", say("table.leader", language), columns, rows),)


def _matters(figures: BatchFigures, language: Language) -> Iterator[tuple[str, Lines]]:
    summary = figures.summary
    points = number(figures.losses.whole.heading.points)
    yield say("leader.total_of", language, points=points), _whole(summary, language)
    for place, one in enumerate(summary.sections):
        yield (
            say("leader.section", language, title=one.title, points=number(one.points)),
            [first_places(ranking(summary.units, place), language)],
        )
    yield say("leader.who_moved", language), [*rank_moves(figures, language), *_not_compared(figures, language)]
    if figures.pairs:
        told = [told_disagreement(one, language) for one in figures.disagreements[:MOST]]
        yield say("leader.most_disagreed", language), told or [say("leader.no_disagreement", language)]
        yield say("table.changes", language), [changes_counted(summary.changes, language)]
    yield say("leader.who_is_missing", language), _missing(summary, language)
    if summary.switched:
        yield say("table.switched", language), _readings(figures, language)


def _whole(summary: Summary, language: Language) -> Iterator[str]:
    """The first three, then who has no rank."""
    yield first_places(ranking(summary.units), language)
    still_open = [unit for unit in summary.units if unit.total.state == "open"]
    if still_open:
        told = [say("leader.in_range", language, unit=one.unit, range=span(one.total, language)) for one in still_open]
        yield say("leader.open_units", language, count=len(told), units=_named(told, language))
    unscored = [unit.unit for unit in summary.units if not unit.total.scored]
    if unscored:
        yield say("leader.not_scored", language, count=len(unscored), units=_named(unscored, language))


def _not_compared(figures: BatchFigures, language: Language) -> Iterator[str]:
    names = [pair.now.unit for pair in figures.pairs if pair.difference is None]
    if names:
        yield say("leader.not_compared", language, count=len(names), units=_named(names, language))


def _missing(summary: Summary, language: Language) -> Iterator[str]:
    """Units that have not come so far, those that have not reported everything, and files that are no unit's."""
    if summary.absent:
        names = listed(summary.absent, dict(summary.form.stages), language)
        yield say("leader.absent", language, count=len(summary.absent), units=names)
    lacking = [unit for unit in summary.units if unit.missing]
    if lacking:
        told = [say("leader.lacking", language, unit=one.unit, count=one.missing) for one in lacking]
        yield say("leader.units_lacking", language, count=len(told), units=_named(told, language))
    if summary.bad:
        files = [one.path.replace("\\", "/").rpartition("/")[2] for one in summary.bad]
        sheet = say("table.left_out", language)
        yield say("leader.files_left_out", language, count=len(files), files=_named(files, language), sheet=sheet)
    if not (summary.absent or lacking or summary.bad):
        yield say("leader.nothing_missing", language, count=len(summary.units))


def _readings(figures: BatchFigures, language: Language) -> Iterator[str]:
    """The alternatives that change most."""
    if not figures.effects:
        yield say("leader.no_reading_matters", language, count=len(figures.summary.switched))
        return
    yield from (_effect(one, language) for one in figures.effects[:READINGS])
    rest = len(figures.effects) - READINGS
    if rest > 0:
        yield say("leader.more_alternatives", language, count=rest, sheet=say("table.switched", language))


def _effect(effect: ReadingEffect, language: Language) -> str:
    one, by = effect.switched, effect.largest
    most = say("leader.most_by", language, unit=by.unit.unit, by=signed(by.difference)) if by and by.difference else ""
    first = [move for move in effect.moves if any(rank and rank <= LAST for rank in (move.old_rank, move.new_rank))]
    code = "leader.first_move" if first else "leader.first_stay" if effect.moves else "leader.all_stay"
    places = say(code, language, count=len(effect.moves), moves=moves(first, language))
    told = {"words": one.words, "meaning": one.meaning, "count": effect.changed, "most": most}
    return say("leader.effect", language, **told, places=places)


def _named(names: Sequence[str], language: Language) -> str:
    rest = len(names) - MOST
    more = say("leader.and_more", language, count=rest) if rest > 0 else ""
    return say("sheet.between_labels", language).join(names[:MOST]) + more
