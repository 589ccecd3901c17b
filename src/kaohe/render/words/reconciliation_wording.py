"""How the way from one stage to the next is worded, the same in every form of output."""

from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.results.dossier import Cause, Dossier, Reconciliation
from kaohe.results.sheet import Sheet


def heading(dossier: Dossier, reconciliation: Reconciliation, language: Language) -> str:
    """`自评分 396 → 省厅初评分 388.5`, each side called by that in which it differs from the other."""
    before, after = sides(dossier, reconciliation)
    return say(
        "stage.heading",
        language,
        before=_called(before, after),
        after=_called(after, before),
        old=sheet_wording.score(before, language),
        new=sheet_wording.score(after, language),
    )


def sides(dossier: Dossier, reconciliation: Reconciliation) -> tuple[Sheet, Sheet]:
    return dossier.sheets[reconciliation.before], dossier.sheets[reconciliation.after]


def _called(sheet: Sheet, other: Sheet) -> str:
    """Unit, year and stage, as far as they are not the same for both."""
    parts = [
        sheet.unit if sheet.unit != other.unit else "",
        str(sheet.year) if sheet.year not in (None, other.year) else "",
        sheet_wording.stage(sheet) if sheet.stage != other.stage else "",
    ]
    return " ".join(filter(None, parts)) or sheet_wording.stage(sheet)


def difference(dossier: Dossier, reconciliation: Reconciliation, language: Language) -> str:
    """What the whole moved by."""
    before, after = sides(dossier, reconciliation)
    open_side = before.score is None or after.score is None
    return moved(None if open_side else (after.score or Fraction(0)) - (before.score or Fraction(0)), language)


def moved(points: Fraction | None, language: Language) -> str:
    """Points with their sign; 待定 where a side is open."""
    if points is None:
        return say("sheet.open", language)
    return f"{'+' * (points > 0)}{sheet_wording.number(points)}"


def lines(cause: Cause, language: Language) -> list[str]:
    """What was changed; then why, by whom and when, and the files that show it."""
    found = [change(cause, language), why(cause, language)]
    if cause.evidence:
        found.append(say("stage.evidence", language, files=say("sheet.between_labels", language).join(cause.evidence)))
    return found


def change(cause: Cause, language: Language) -> str:
    return say("stage.change", language, subject=cause.subject, old=cause.old, new=cause.new)


def why(cause: Cause, language: Language) -> str:
    """`事实更正：理由（王某，2012-01-12）`."""
    if not cause.reason:
        return kind(cause, language)
    who = say("arithmetic.between_who", language).join(filter(None, (cause.by, cause.on)))
    code = "stage.why_by" if who else "stage.why"
    return say(code, language, kind=kind(cause, language), reason=cause.reason, who=who)


def kind(cause: Cause, language: Language) -> str:
    return say(f"stage.{cause.kind}", language)


def scores(sheet: Sheet) -> dict[tuple[str, str], tuple[str, Fraction | None]]:
    """Title and score of every item, section and of the whole, by what causes call them."""
    found: dict[tuple[str, str], tuple[str, Fraction | None]] = {}
    for section in sheet.sections:
        found |= {("item", item.id): (f"{item.number} {item.title}", item.score) for item in section.items}
        found["section", section.id] = f"{section.number} {section.title}", section.score
    return {**found, ("total", ""): (sheet.form.title, sheet.score)}
