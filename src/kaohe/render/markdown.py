"""A sheet as Markdown: a table for each section, then what is missing and how doubtful words were read."""

from collections.abc import Iterable, Iterator

from kaohe.messages import Language, say
from kaohe.quantities import plain
from kaohe.render import wording
from kaohe.sheet import ItemScore, SectionScore, Sheet

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[|#"} | {"&": "&amp;", "<": "&lt;", "\n": " ", "\r": " "}
)
_HEADER = ("sheet.number", "sheet.item", "sheet.points", "sheet.score", "sheet.reasons")


def text(sheet: Sheet, language: Language) -> str:
    """The whole document; text from files can neither break a table nor become markup."""
    return "\n".join(_lines(sheet, language)) + "\n"


def _lines(sheet: Sheet, language: Language) -> Iterator[str]:
    yield f"# {_escape(sheet.form.title)}"
    yield ""
    yield _escape("　".join(wording.heading(sheet, language)))
    yield ""
    yield f"**{_escape(_summary(sheet, language))}**"
    for line in wording.reasons(sheet, language) if sheet.complete else ():
        yield from ("", _escape(line))
    for section in sheet.sections:
        yield from _section(section, language)
    missing = wording.missing_by_item(sheet.missing, language)
    yield from _list(
        say("sheet.missing", language, count=len(sheet.missing)),
        [f"{number} {_escape(labels)}" for number, labels in missing.items()],
    )
    yield from _list(
        say("sheet.readings", language, count=len(sheet.readings)),
        [f"`{taken.id}` {_escape(wording.reading(taken, language))}" for taken in sheet.readings],
    )


def _summary(sheet: Sheet, language: Language) -> str:
    if not sheet.complete:
        return wording.settled(sheet, language)
    return say("sheet.result", language, score=wording.score(sheet, language), points=plain(sheet.points))


def _section(section: SectionScore, language: Language) -> Iterator[str]:
    yield ""
    yield f"## {section.number} {_escape(section.title)}"
    yield ""
    yield _cells(say(code, language) for code in _HEADER)
    yield "| --- | --- | ---: | ---: | --- |"
    for item in section.items:
        yield _row(item.number, item.title, item, language)
    yield _row("", say("sheet.subtotal", language), section, language)


def _row(number: str, title: str, scored: ItemScore | SectionScore, language: Language) -> str:
    reasons = "<br>".join(_escape(line) for line in wording.reasons(scored, language))
    return _cells([number, _escape(title), plain(scored.points), wording.score(scored, language), reasons])


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(title: str, entries: list[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"## {title}"
        yield ""
        yield from (f"- {entry}" for entry in entries)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)
