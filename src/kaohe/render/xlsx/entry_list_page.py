"""The sheet of one list: a row for each of its members, as many as are needed."""

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from kaohe.render.xlsx.cells import SIZE, set_paper, widen
from kaohe.render.xlsx.entry_faults import EntryFaults
from kaohe.render.xlsx.entry_look import HEADING, HIDDEN, EntryPen, begin_at, entry_look, mark_open, mark_wrong, protect
from kaohe.render.xlsx.entry_places import FIRST_MEMBER, LAST_MEMBER, LIST_HEADING, EntryPlaces, member_rows
from kaohe.render.xlsx.entry_validations import EntryValidations
from kaohe.render.xlsx.paper_layout import height, room, wrap
from kaohe.results.entry_form import EntryList

WIDTHS = {"member": 150.0, "reason": 150.0, "shown_by": 120.0}
FIELD = 92.0
"""Widths of columns in points, of those for fields the second."""
ROW = 21.0


def fill(page: Worksheet, listed: EntryList, form: str, places: EntryPlaces, language: Language) -> None:
    """Draw the sheet without the values of its cells. `form` is the word for the format."""
    pen = EntryPen(page)
    widths = [WIDTHS.get(one.key, FIELD) for one in listed.columns]
    widen(page, [40, *widths])
    pen.words(1, 1, f"{form}:{listed.id}", HIDDEN)
    lines = 1
    for column, (one, width) in enumerate(zip(listed.columns, widths, strict=True), 2):
        pen.words(1, column, one.key, HIDDEN)
        pen.words(LIST_HEADING, column, one.label, HEADING)
        lines = max(lines, len(wrap(one.label, room(width, SIZE))))
    page.row_dimensions[LIST_HEADING].height = height(lines, SIZE)
    for row, member in enumerate(member_rows(listed), FIRST_MEMBER):
        pen.words(row, 1, "known" if member["member"].locked else "member", HIDDEN)
        page.row_dimensions[row].height = ROW
        for column, one in enumerate(listed.columns, 2):
            cell = member[one.key]
            pen.words(row, column, "", entry_look(cell.kind, locked=cell.locked))
    _columns(page, listed, places, language)
    protect(page)
    _on_paper(page)


def _columns(page: Worksheet, listed: EntryList, places: EntryPlaces, language: Language) -> None:
    """What may be entered in each column, down to rows beyond those that are prepared, and what is wrong in it."""
    faults, validations = EntryFaults(places.options, language), EntryValidations(places.options, language)
    stop = FIRST_MEMBER + listed.rows - 1 if listed.declared else LAST_MEMBER
    for column, one in enumerate(listed.columns, 2):
        letter = get_column_letter(column)
        first, cells = f"{letter}{FIRST_MEMBER}", f"{letter}{FIRST_MEMBER}:{letter}{stop}"
        if one.free.locked:
            continue
        validations.note(cells, one.free)
        if not listed.declared:
            page.column_dimensions[letter].protection = Protection(locked=False)
        mark_wrong(page, cells, f"ISERROR({first})")
        for condition, _ in faults.of(first, one.free):
            mark_wrong(page, cells, f'AND({first}<>"",{condition})')
        if one.key == "member":
            mark_wrong(page, cells, f"COUNTIF({_fixed(cells)},{first})>1")
        elif one.key in listed.fields:
            mark_open(page, cells, f'AND($B{FIRST_MEMBER}<>"",{first}="")')
    validations.put(page)
    _reasons(page, listed, stop)


def _reasons(page: Worksheet, listed: EntryList, stop: int) -> None:
    """At a later stage, a correction or a new member without a reason is wrong."""
    letters = {one.key: get_column_letter(column) for column, one in enumerate(listed.columns, 2)}
    if "reason" not in letters:
        return
    new = [f'${letter}{FIRST_MEMBER}<>""' for key, letter in letters.items() if key.startswith("new_")]
    added = f'AND(ROW()>={FIRST_MEMBER + len(listed.members)},$B{FIRST_MEMBER}<>"")'
    reason = letters["reason"]
    condition = f'AND(${reason}{FIRST_MEMBER}="",OR({",".join([*new, added])}))'
    mark_wrong(page, f"{reason}{FIRST_MEMBER}:{reason}{stop}", condition)


def _fixed(cells: str) -> str:
    """The same range wherever it is named from."""
    first, last = cells.split(":")
    return ":".join(f"${one[0]}${one[1:]}" for one in (first, last))


def _on_paper(page: Worksheet) -> None:
    page.row_dimensions[1].hidden = True
    page.column_dimensions["A"].hidden = True
    page.freeze_panes = f"C{FIRST_MEMBER}"
    page.print_title_rows = f"{LIST_HEADING}:{LIST_HEADING}"
    set_paper(page, shrink=True)
    begin_at(page, "bottomLeft", f"B{FIRST_MEMBER}")
