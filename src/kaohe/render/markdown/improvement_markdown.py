"""Improvements as a table in Markdown."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.render.markdown.sheet_markdown import cells, escape
from kaohe.render.words import improvement_wording as words
from kaohe.render.words import sheet_wording
from kaohe.results.improvements import Improvements

HEADER = (*words.HEADER[:3], "improvement.change", *words.HEADER[3:])


def text(found: Improvements, language: Language) -> str:
    """The whole document; text from files can neither break the table nor become markup."""
    return "\n".join(_lines(found, language)) + "\n"


def _lines(found: Improvements, language: Language) -> Iterator[str]:
    yield f"# {escape(found.sheet.form.title)}　{say('improvement.title', language)}"
    yield from ("", escape("　".join(sheet_wording.heading(found.sheet, language))))
    yield from ("", f"**{escape(words.measure(found, language))}**")
    if found.found:
        yield ""
        yield cells(say(code, language) for code in HEADER)
        yield "| --- | --- | --- | --- | ---: | --- |"
    for one in found.found:
        columns = [words.numbers(one), words.titles(one, language), [one.fact.label], [words.change(one, language)]]
        columns += [[words.gain(one, language)], words.clauses(one, language)]
        yield cells("<br>".join(map(escape, lines)) for lines in columns)
    for note in words.notes(found, language):
        yield from ("", escape(note))
