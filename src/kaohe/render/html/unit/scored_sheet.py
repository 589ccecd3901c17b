"""The scored sheet on a unit's page: the form's rows with a column for each stage, and the ledger beside them."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.html.link_anchors import row_anchor
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.html.page_parts import table_box
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import NOTHING
from kaohe.render.words.sheet_wording import number
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore, LedgerLine, SectionScore, Sheet

Row = SectionScore | ItemScore
Scored = Row | Sheet


def scored_sheet(dossier: Dossier, anchor: str, language: Language) -> Markup:
    """The form's rows; the ledger is the last stage's."""
    scores = sheet_wording.score_columns(dossier, language)
    heads = [
        _head(say("sheet.number", language), "number"),
        _head(say("sheet.item", language)),
        _head(say("sheet.points", language), "number"),
        *(_head(score, "number") for score in scores),
        _head(say("report.reasons", language), "why"),
    ]
    earlier = [_scores(sheet) for sheet in dossier.sheets[:-1]]
    missing = sheet_wording.missing_by_item(dossier.last.missing, language)
    rows: list[Markup] = []
    for section in dossier.last.sections:
        rows.append(_row(section, _before(section, earlier), anchor, "", language))
        rows += [
            _row(item, _before(item, earlier), anchor, missing.get(item.number, ""), language) for item in section.items
        ]
    rows.append(_total(dossier, language))
    return table_box(
        say("report.sheet_of", language, unit=dossier.last.unit),
        element("thead", element("tr", heads)),
        element("tbody", rows),
        class_=f"titled sheet stages-{len(scores)}",
    )


def _head(label: str, class_: str | None = None) -> Markup:
    return element("th", label, scope="col", class_=class_)


def _scores(sheet: Sheet) -> dict[tuple[str, str], Row]:
    """Sections and items of a sheet by what they are and their id."""
    found: dict[tuple[str, str], Row] = {}
    for section in sheet.sections:
        found["section", section.id] = section
        found |= {("item", item.id): item for item in section.items}
    return found


def _before(scored: Row, earlier: list[dict[tuple[str, str], Row]]) -> list[Row | None]:
    """The same row at the earlier stages; None where their form did not have it."""
    kind = "section" if isinstance(scored, SectionScore) else "item"
    return [scores.get((kind, scored.id)) for scores in earlier]


def _row(
    scored: Row,
    before: list[Row | None],
    anchor: str,
    missing: str,
    language: Language,
) -> Markup:
    return element(
        "tr",
        element("td", scored.number, class_="number"),
        element("th", scored.title, scope="row"),
        element("td", number(scored.points), class_="number"),
        _stages([*before, scored], language),
        element("td", _reasons(scored, missing, language), class_="why"),
        id=row_anchor(anchor, scored.number),
        class_="section" if isinstance(scored, SectionScore) else None,
        data_item=scored.number,
    )


def _total(dossier: Dossier, language: Language) -> Markup:
    last = dossier.last
    return element(
        "tr",
        element("td", class_="number"),
        element("th", say("sheet.total", language), scope="row"),
        element("td", number(last.points), class_="number"),
        _stages(dossier.sheets, language),
        element("td", _reasons(last, "", language), class_="why"),
        class_="section total",
    )


def _stages(scores: Sequence[Scored | None], language: Language) -> list[Markup]:
    """A column for each stage; a score that is not the one of the stage before is marked."""
    before = [scores[0], *scores[:-1]]
    return [_score(one, old, language) for one, old in zip(scores, before, strict=True)]


def _score(scored: Scored | None, before: Scored | None, language: Language) -> Markup:
    if scored is None:
        return element("td", NOTHING, class_="number")
    kinds = "number"
    text: list[Content] = [sheet_wording.score(scored, language)]
    if scored.score is None:
        kinds += " open"
        text += [" ", element("small", sheet_wording.span(scored, language))]
    if before is not None and before.score != scored.score:
        kinds += " changed"
    return element("td", text, class_=kinds)


def _reasons(scored: Scored, missing: str, language: Language) -> Content:
    lines = [_account(line, language) for line in scored.ledger]
    if missing:
        said = say("report.missing_facts", language, labels=missing)
        lines.append(element("li", said, class_="missing"))
    if isinstance(scored, SectionScore) and scored.grade is not None:
        lines.append(element("li", sheet_wording.grade(scored.grade, language)))
    return element("ul", lines, class_="ledger") if lines else ()


def _account(line: LedgerLine, language: Language) -> Markup:
    """What was taken, and why; then the clause, the fact, and the arithmetic, which opens with a click."""
    details: list[tuple[str, str]] = [(say("report.clause", language), line.clause)] if line.clause else []
    if line.fact:
        details.append((say("report.fact", language), line.fact))
    said = [element("span", element("b", name), text, class_="detail") for name, text in details]
    if line.arithmetic:
        summary = element("summary", say("report.arithmetic", language))
        said.append(element("details", summary, sheet_wording.arithmetic(line, language), class_="detail"))
    kind = "gain" if line.applied < Fraction(0) else "loss"
    return element("li", element("span", line.why, class_="account"), said, class_=kind)
