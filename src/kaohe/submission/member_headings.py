"""What stands at the heads of a list's own sheet, and where these do not stand above what they are about any more."""

from collections.abc import Iterator, Mapping
from typing import get_args

from kaohe.compiler.row_layout import field_label
from kaohe.messages import Language, say
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.answers import Place
from kaohe.submission.entry_members import MemberSheet
from kaohe.submission.entry_rows import MEMBER, member_columns
from kaohe.submission.key_names import plainly
from kaohe.submission.typed_cell import plain_text


def measured(label: str, unit: str, language: Language) -> str:
    """A fact by its label, with the unit in which it is measured."""
    return f"{label}{say('question.unit', language, unit=unit)}" if unit else label


def field_headings(place: Place, language: Language) -> Mapping[str, str]:
    """The heads of the columns in which a list's facts stand, by their keys."""
    found = {}
    for key, field in member_columns(place).items():
        one, _ = place.indicator.of_field(field)
        label = field_label(place.indicator, field, language) if field else place.indicator.label
        found[key] = measured(label, one.unit, language)
    return found


def member_headings(place: Place, language: Language) -> Mapping[str, str]:
    """The heads of all columns that a list's sheet may have, by their keys."""
    fields = field_headings(place, language)
    return {
        MEMBER: say("entry.column-member", language),
        **fields,
        **{f"new_{key}": say("entry.new", language, label=label) for key, label in fields.items()},
        "new_state": say("entry.gone", language),
        "cause": say("entry.column-cause", language),
        "reason": say("entry.column-reason", language),
        "shown_by": say("entry.column-shown_by", language),
    }


def misplaced(sheet: MemberSheet, place: Place) -> Iterator[tuple[CellPlace, str]]:
    """The heads that are not those of the hidden keys above them: cells were put in or taken out between the two.

    Heads that people have put in other words are nobody's, and hold.
    """
    heads = [member_headings(place, language) for language in get_args(Language)]
    own = {key: {plainly(one[key]) for one in heads} for key in heads[0]}
    known = set[str]().union(*own.values())
    cells = sheet.cells.get(sheet.head, {})
    said = {column: plainly(plain_text(cell)) for column, cell in cells.items()}
    for key, column in sheet.columns.items():
        here = own.get(key, set())
        if said.get(column, "") in here:
            continue
        wrong = [column] if said.get(column) in known else [other for other, text in said.items() if text in here]
        yield from ((CellPlace(sheet.title, sheet.head, one), plain_text(cells[one])) for one in wrong[:1])


def gone(sheet: MemberSheet, place: Place) -> Iterator[str]:
    """The heads of the columns that are not there any more."""
    yield from (head for key, head in field_headings(place, "zh").items() if key not in sheet.columns)
