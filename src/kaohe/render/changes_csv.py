"""The province's changes as a tidy CSV: a row for each; where a score is open, the points stay empty."""

from collections.abc import Iterable, Iterator, Sequence

from kaohe.messages import Language, say
from kaohe.render.sheet_csv import inert
from kaohe.render.words.province_change_table import changed_items
from kaohe.render.words.sheet_wording import number
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.summary import Heading

BETWEEN = "\n"  # what several items or files of one change are kept apart by


def rows(changes: Iterable[ProvinceChange], items: Sequence[Heading], language: Language) -> Iterator[list[str]]:
    for one in changes:
        cause, titles = one.cause, BETWEEN.join(item.title for item in changed_items(one.cause, items))
        head = [one.form, one.unit, "" if one.year is None else str(one.year), one.stage]
        fact = [cause.number, cause.item, titles, cause.subject, cause.old, cause.new]
        points = ["", "open"] if cause.total is None else [number(cause.total), "decided"]
        why = [cause.kind, say(f"stage.{cause.kind}", language), cause.reason, cause.by, cause.on]
        yield [*map(inert, (*head, *fact)), *points, *map(inert, (*why, BETWEEN.join(cause.evidence)))]
