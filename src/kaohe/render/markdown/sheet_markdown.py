"""A sheet as Markdown: a table for each section, then what is missing and how doubtful words were read."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.markdown.markdown_table import cells, escape, lines_of, paragraph
from kaohe.render.words import sheet_wording
from kaohe.render.words.reconciliation_table import reconciliation_tables
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore, SectionScore, Sheet


def text(dossier: Dossier, language: Language) -> str:
    """The whole document; text from files can neither break a table nor become markup."""
    return "\n".join(_lines(dossier, language)) + "\n"


def _lines(dossier: Dossier, language: Language) -> Iterator[str]:
    sheet = dossier.last
    yield f"# {escape(sheet.form.title)}"
    yield ""
    yield paragraph("　".join(sheet_wording.heading(sheet, language)))
    yield ""
    for one in sheet_wording.on_face(sheet, language):
        yield from (f"**{escape(one)}**", "")
    yield f"**{escape(_summary(sheet, language))}**"
    for line in sheet_wording.reasons(sheet, language) if sheet.complete or sheet.score is not None else ():
        yield from ("", paragraph(line))
    for section in sheet.sections:
        yield from _Section(dossier, language).lines(section)
    for table in reconciliation_tables(dossier, language):
        yield from lines_of(table, language, "##")
    missing = sheet_wording.missing_by_item(sheet.missing, language)
    yield from _list(
        say("sheet.missing", language, count=len(sheet.missing)),
        [f"{number} {escape(labels)}" for number, labels in missing.items()],
    )
    yield from _list(
        say("sheet.findings", language, count=len(sheet.findings)),
        [paragraph(problem.message(language)) for problem in sheet.findings],
    )
    yield from _list(
        say("sheet.notes", language, count=len(sheet.notes)),
        [paragraph(sheet_wording.note(one, language)) for one in sheet.notes],
    )
    yield from _list(
        say("sheet.readings", language, count=len(sheet.readings)),
        [f"`{taken.id}` {escape(sheet_wording.reading(taken, language))}" for taken in sheet.readings],
    )


def _summary(sheet: Sheet, language: Language) -> str:
    if not sheet.complete:
        return sheet_wording.settled(sheet, language)
    return say("sheet.result", language, score=sheet_wording.score(sheet, language), points=plain(sheet.points))


@dataclass(frozen=True, slots=True)
class _Section:
    """Writes sections as tables with a column of scores for each stage."""

    dossier: Dossier
    language: Language

    def lines(self, section: SectionScore) -> Iterator[str]:
        yield ""
        yield f"## {section.number} {escape(section.title)}"
        yield ""
        names = [say(f"sheet.{name}", self.language) for name in ("number", "item", "points", "reasons")]
        scores = [escape(name) for name in sheet_wording.score_columns(self.dossier, self.language)]
        yield cells([*names[:-1], *scores, names[-1]])
        yield f"| --- | --- | ---: | {'---: | ' * len(scores)}--- |"
        for item in section.items:
            yield self._row(item.number, item.title, item)
        yield self._row("", say("sheet.subtotal", self.language), section)

    def _row(self, number: str, title: str, scored: ItemScore | SectionScore) -> str:
        reasons = "<br>".join(escape(line) for line in sheet_wording.reasons(scored, self.language))
        earlier = [sheet_wording.scores(sheet, self.language) for sheet in self.dossier.sheets[:-1]]
        scores = [
            *(one.get(sheet_wording.key(scored), "") for one in earlier),
            sheet_wording.score(scored, self.language),
        ]
        return cells([number, escape(title), plain(scored.points), *scores, reasons])


def _list(title: str, entries: list[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"## {title}"
        yield ""
        yield from (f"- {entry}" for entry in entries)
