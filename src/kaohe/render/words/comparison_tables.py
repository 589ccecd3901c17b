"""Two or more sheets compared (`kaohe diff`), as plain tables: their scores side by side, then each difference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.reconciliation_table import called, way_tables
from kaohe.results.dossier import Dossier
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow
from kaohe.results.sheet import ItemScore, SectionScore, Sheet

ACROSS = 5
"""So many sheets stand side by side; more go on in a table below."""
LEAD = 2
Key = tuple[str, str]
Part = ItemScore | SectionScore


def comparison_tables(dossier: Dossier, language: Language) -> tuple[PlainTable, ...]:
    """Of two sheets what differs, under the form's title; of more their scores first, then each way's differences."""
    ways = [way_tables(dossier, way, language) for way in dossier.reconciliations]
    if len(ways) > 1:
        return (*_scores(dossier.sheets, language), *(table for tables in ways for table in tables))
    ((found, *idle),) = ways
    return replace(found, title=dossier.last.form.title, before=(found.title,)), *idle


def _scores(sheets: Sequence[Sheet], language: Language) -> Iterator[PlainTable]:
    """A column for each sheet; of the items only those that are not the same in all."""
    number, item = heads(language, ("sheet.number", "text"), ("sheet.item", "name"))
    labels = [called(sheet, sheets) for sheet in sheets]
    columns = (number, replace(item, below=True), *(TableColumn(label, "score") for label in labels))
    known = [_by_key(sheet) for sheet in sheets]
    keys = list(dict.fromkeys(key for one in reversed(known) for key in one))
    unlike = [key for key in keys if not _same(key, known)]
    totals = TableRow(("", say("sheet.total", language), *(sheet.bare() for sheet in sheets)), is_sum=True)
    rows = (*(_row(key, known) for key in unlike), totals)
    same = len(keys) - len(unlike)
    after = (say("stage.same_items", language, count=same),) if same else ()
    whole = PlainTable("compared_scores", sheets[-1].form.title, columns, rows)
    for start in range(0, len(sheets), ACROSS):
        places = range(start, min(start + ACROSS, len(sheets)))
        part = whole.only([*range(LEAD), *(place + LEAD for place in places)])
        title = say("sheet.between_labels", language).join(labels[place] for place in places)
        last = places.stop == len(sheets)
        yield replace(part, title=title if start else part.title, after=after if last else ())


def _same(key: Key, known: Sequence[Mapping[Key, Part]]) -> bool:
    """Whether an item has one score on all sheets; sections are told of anyway."""
    scores = {(one := sheet.get(key)) and one.bare() for sheet in known}
    return key[0] == "item" and len(scores) == 1


def _row(key: Key, known: Sequence[Mapping[Key, Part]]) -> TableRow:
    """A score for each sheet that has one, named as on the last of them."""
    scores = [sheet.get(key) for sheet in known]
    last = next(one for one in reversed(scores) if one is not None)
    values = (last.number, last.title, *(one and one.bare() for one in scores))
    return TableRow(values, is_sum=key[0] == "section")


def _by_key(sheet: Sheet) -> dict[Key, Part]:
    """Items and sections as they stand on the form, a section after its items."""
    found: dict[Key, Part] = {}
    for section in sheet.sections:
        found |= {("item", item.id): item for item in section.items}
        found["section", section.id] = section
    return found
