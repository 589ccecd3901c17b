"""The directory of evidence as a table in Markdown."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.render.markdown.sheet_markdown import cells, escape
from kaohe.render.words import evidence_wording as words
from kaohe.results.dossier import Dossier


def text(dossier: Dossier, language: Language) -> str:
    """One unit's directory; text from files can neither break the table nor become markup."""
    return "\n".join(_lines(dossier, language)) + "\n"


def _lines(dossier: Dossier, language: Language) -> Iterator[str]:
    sheet, found = dossier.sheets[0], dossier.evidence
    yield f"# {escape(say('stage.directory', language, unit=sheet.unit))}"
    if found is None:
        yield from ("", say("stage.no_evidence", language))
        return
    yield from ("", f"**{escape(words.claimed(found, sheet, language))}**", "")
    yield cells(say(name, language) for name in words.HEADER)
    yield cells("---" for _ in words.HEADER)
    for row in words.rows(found, language):
        yield cells("<br>".join(map(escape, cell.split("\n"))) for cell in row)
    for title, lines in words.lists(found, language):
        yield from ("", f"## {title}", "", *(f"- {number} {escape(line)}" for number, line in lines))
