"""Why a unit's stages differ: every cause with what was changed, by whom and why, and the points that it moved."""

from kaohe.messages import Language, say
from kaohe.render.html.html_tables import Column, cell, note, row_head, table
from kaohe.render.html.link_anchors import row_anchor
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.render.html.overview.stage_pairs import direction
from kaohe.render.words import reconciliation_wording as words
from kaohe.render.words import sheet_wording
from kaohe.results.dossier import Cause, Dossier, Moved, Reconciliation
from kaohe.results.sheet import Sheet


def reconciliation(dossier: Dossier, found: Reconciliation, anchor: str, language: Language) -> Markup:
    """From one stage to another, cause by cause, and that the causes add up to the difference."""
    before, after = dossier.sheets[found.before], dossier.sheets[found.after]
    title = say(
        "report.reconciled",
        language,
        before=sheet_wording.stage(before),
        after=sheet_wording.stage(after),
    )
    moved = None if before.score is None or after.score is None else after.score - before.score
    totals = say(
        "report.reconciled_totals",
        language,
        before=sheet_wording.score(before, language),
        after=sheet_wording.score(after, language),
        moved=words.moved(moved, language),
    )
    if not found.causes:
        return joined(element("h3", title), note(totals), note(say("report.no_cause", language)))
    names = [("cause", None), ("subject", None), ("old_new", None), ("reason", None), ("by_on", None)]
    columns = [Column(say(f"report.{name}", language), class_) for name, class_ in names]
    columns.append(Column(say("report.moved", language), "number"))
    rows = [_cause(cause, after, anchor, language) for cause in found.causes]
    return joined(element("h3", title), note(totals), table(title, columns, rows, class_="titled causes"))


def _cause(cause: Cause, sheet: Sheet, anchor: str, language: Language) -> Markup:
    return element(
        "tr",
        row_head(words.kind(cause, language)),
        cell(_subject(cause, sheet, anchor)),
        cell(_change(cause)),
        cell(_reason(cause, language)),
        cell(joined(cause.by, " ", element("span", cause.on, class_="pair"))),
        cell(_moved(cause, sheet, language), f"number {direction(cause.total)}"),
    )


def _subject(cause: Cause, sheet: Sheet, anchor: str) -> Content:
    known = {item.number for section in sheet.sections for item in section.items}
    if not cause.number:
        return cause.subject
    number = (
        element("a", cause.number, href=f"#{row_anchor(anchor, cause.number)}")
        if cause.number in known
        else cause.number
    )
    return joined(number, " ", cause.subject)


def _change(cause: Cause) -> Content:
    if not cause.old and not cause.new:
        return ""
    return joined(element("del", cause.old), " → ", element("ins", cause.new))


def _reason(cause: Cause, language: Language) -> Content:
    if not cause.evidence:
        return cause.reason
    evidence = say("report.evidence", language, evidence=say("sheet.between_labels", language).join(cause.evidence))
    return joined(cause.reason, " ", element("small", evidence))


def _moved(cause: Cause, sheet: Sheet, language: Language) -> Content:
    """What the whole moved by, then the items and sections below it."""
    parts = [f"{_name(one, sheet)} {words.moved(one.points, language)}" for one in cause.moved[:-1]]
    small = [element("small", part) for part in parts]
    return joined(element("b", words.moved(cause.total, language)), small)


def _name(moved: Moved, sheet: Sheet) -> str:
    """The number on the form of an item or a section."""
    rows = (
        sheet.sections if moved.level == "section" else [item for section in sheet.sections for item in section.items]
    )
    return next((row.number for row in rows if row.id == moved.id), moved.id)
