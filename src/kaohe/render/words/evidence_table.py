"""The directory of evidence (佐证目录) as plain tables: every file, then the items without sound evidence."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.sheet_wording import number
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory, EvidenceFile, Unsupported
from kaohe.results.plain_table import PlainTable, TableRow
from kaohe.results.sheet import Sheet

SHORT = 12
"""So many digits of a digest tell files apart for the eye."""


def evidence_tables(dossier: Dossier, language: Language) -> tuple[PlainTable, ...]:
    """The files alone where every item has sound evidence; where none is named, a note that says so."""
    sheet, found = dossier.sheets[0], dossier.evidence
    year = [] if sheet.year is None else [say("sheet.year", language, year=sheet.year)]
    nothing = "stage.no_evidence_workbook" if dossier.in_workbook else "stage.no_evidence"
    said = say(nothing, language) if found is None else _claimed(found, sheet, language)
    files = () if found is None else found.files
    listed = PlainTable(
        name="evidence",
        title=say("stage.directory", language, unit=sheet.unit),
        columns=heads(
            language,
            *(("stage.file_number", "number"), ("sheet.item", "name"), ("stage.file_fact", "text")),
            *(("stage.file", "long"), ("stage.file_state", "text")),
        ),
        rows=tuple(_file(place, one, language) for place, one in enumerate(files, 1)),
        before=("　".join([sheet.form.title, *year]), said),
    )
    lacking = (
        {}
        if found is None
        else {"doubtful": (found.doubtful, "stage.file"), "without": (found.without, "stage.file_fact")}
    )
    return (listed, *(_lacking(name, *one, sheet, language) for name, one in lacking.items() if one[0]))


def _file(place: int, one: EvidenceFile, language: Language) -> TableRow:
    state = "\n".join(filter(None, (say(f"stage.{one.state}", language), one.sha256[:SHORT])))
    fact = one.fact or say("stage.whole_item", language)
    return TableRow((Fraction(place), f"{one.number} {one.title}".strip(), fact, one.file, state), item=one.number)


def _claimed(found: EvidenceDirectory, sheet: Sheet, language: Language) -> str:
    """How many of the points that the first stage's sheet claims rest on what."""
    return say(
        "stage.claimed",
        language,
        stage=sheet_wording.stage(sheet),
        claimed=number(found.claimed),
        supported=number(found.supported),
        without=number(found.points_without),
        doubtful=number(found.points_doubtful),
    )


def _lacking(name: str, items: Sequence[Unsupported], reasons: str, sheet: Sheet, language: Language) -> PlainTable:
    """Items with their points, and the facts or the files that these do not rest on."""
    between = say("sheet.between_labels", language)
    return PlainTable(
        name=name,
        title=say(f"stage.{name}", language, unit=sheet.unit),
        columns=heads(
            language, ("sheet.number", "text"), ("sheet.item", "name"), ("sheet.score", "number"), (reasons, "long")
        ),
        rows=tuple(
            TableRow((one.number, one.title, one.score, between.join(one.reasons)), item=one.number) for one in items
        ),
    )
