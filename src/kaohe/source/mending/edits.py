"""What a person would type instead, finding by finding; None where another thing may be meant."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kaohe.source.mending.edited_text import Edit
from kaohe.source.yaml.full_width import narrow

_WIDE = "\u1680\u2000-\u200a\u202f\u205f\u3000\xa0"
_BLANKS = re.compile(rf"[ \t{_WIDE}]*")
_INDENTATION = re.compile(rf"(?:[ \t{_WIDE}]|-(?=[ \t{_WIDE}]))*")
_NUMBER = re.compile(r"[-+－＋−–]?[0-9０-９][0-9０-９.．]*[%％]?")
_WORD = re.compile(r" ?[\w.]+")
"""Backwards from a colon."""
_PARTS = (*":,[{", ": ", ", ")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Of no width, wherever they stand; others turn the direction of what is written, and that a person must look at."""
_TO_THE_END = r"(?:(?! #).)*"
_OFFICIAL = re.compile(rf"( *(?:- +)*)(?:method|target|clause|title|words): +[^\s\"'|>&*!\[{{#]{_TO_THE_END}")
"""A line with official text without quotes, and without a comment."""
_GOING_ON = re.compile(rf"( +)[^\s#]{_TO_THE_END}")
_LATIN, _IN_NUMBER = re.compile(r"[A-Za-z0-9,.;:)]"), re.compile(r"[0-9０-９.．%％]")


@dataclass(frozen=True, slots=True)
class Widths:
    """How far a tab and a wide blank are meant to indent."""

    tab: int
    wide: int


Mender = Callable[[str, int, Widths | None], Edit | None]
"""Of a text, a place in it and the widths, where these can be told, the edit."""


def edit_for(text: str, code: str, start: int, widths: Widths | None) -> Edit | None:
    """The edit for a finding of this code."""
    mender = _MENDERS.get(code)
    return mender(text, start, widths) if mender else None


def indents(text: str, start: int) -> bool:
    """Whether a blank stands before all else in its line but dashes."""
    return start < _end(_INDENTATION, text, text.rfind("\n", 0, start) + 1)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where that ends which the pattern finds at a place; it may be nothing."""
    found = pattern.match(text, start)
    return found.end() if found else start


def of_one_kind(text: str) -> bool:
    """Whether all lines that are indented are so by one kind of blank: then no width changes what lies in what."""
    kinds = {one for line in text.split("\n") for one in line[: _end(_INDENTATION, line, 0)]}
    return len(kinds - {"-"}) == 1


def _blank(text: str, start: int, widths: Widths | None) -> Edit | None:
    if not indents(text, start):
        end = _end(_BLANKS, text, start)
        if text[end : end + 1] == "#" and text[end - 1] not in " \t" and not text[:start].endswith(_PARTS):
            return None  # what is text so far would become a comment
        return Edit("blanks", start, end, "" if _ends(text, end) else " ", start)
    line = text.rfind("\n", 0, start) + 1
    end = _end(_INDENTATION, text, line)
    return Edit("blanks", line, end, _expanded(text[line:end], widths), line) if widths else None


def _ends(text: str, at: int) -> bool:
    return text[at : at + 1] in ("", "\n")


def _expanded(blanks: str, widths: Widths) -> str:
    narrow_ones = "".join(one if one in " \t-" else " " * _width(one, widths) for one in blanks)
    return narrow_ones.expandtabs(widths.tab)


def _width(blank: str, widths: Widths) -> int:
    return widths.wide if blank == "\u3000" else 1


def _unseen(text: str, start: int, _: Widths | None) -> Edit | None:
    return Edit("unseen", start, start + 1, "", start) if text[start] in _UNSEEN else None


def _number(text: str, start: int, _: Widths | None) -> Edit | None:
    end = _end(_NUMBER, text, start)
    return Edit("full-width", start, end, narrow(text[start:end]), start)


def _colon(text: str, start: int, _: Widths | None) -> Edit | None:
    end = _end(_BLANKS, text, start + 1)
    word = start - len(_WORD.match(text[start - 1 :: -1]).group())  # type: ignore[union-attr]
    return Edit("full-width", start, end, ":" if _ends(text, end) else ": ", word)


def _line_separator(text: str, start: int, _: Widths | None) -> Edit | None:
    end = start + 1
    if _ends(text, end) or text[start - 1 : start] in ("", "\n"):
        return Edit("broken-text", start, end, "", start)
    return _joined(text, start, end)


def _broken_line(text: str, start: int, _: Widths | None) -> Edit | None:
    """Official text that was pasted with the line ends of a document: its next line is no `key: value`."""
    line = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    end = line + len(text[line:]) - len(text[line:].lstrip(" "))
    if not line or not _OFFICIAL.fullmatch(text, above, line - 1):
        return None
    return _joined(text, len(text[:line].rstrip()), end)


def folds(text: str) -> Iterator[Edit]:
    """Official text that goes on in lines that stand further in: YAML has a blank there, and no reader of Chinese.

    Between words of Latin letters it is right.
    """
    inside, end = None, -1
    for line in text.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        further = _GOING_ON.fullmatch(line)
        if inside is not None and further and len(further[1]) > inside:
            edit = _joined(text, start - 1, start + len(further[1]))
            if edit and not edit.text:
                yield edit
            continue
        official = _OFFICIAL.fullmatch(line)
        inside = len(official[1]) if official else None


def _joined(text: str, start: int, end: int) -> Edit | None:
    """As a reader joins lines: Latin words with a blank; whether two numbers are one nobody can tell."""
    before, after = text[:start].rstrip(" ")[-1:], text[end:].lstrip(" ")[:1]
    if _IN_NUMBER.match(before) and _IN_NUMBER.match(after):
        return None
    blank = " " if _LATIN.match(before) and _LATIN.match(after) else ""
    return Edit("broken-text", start, end, blank, start)


_MENDERS: Mapping[str, Mender] = {
    **dict.fromkeys(("tab", "full-width-blank", "odd-blank"), _blank),
    "invisible-character": _unseen,
    "line-separator": _line_separator,
    "missing-colon": _broken_line,
    "full-width-number": _number,
    "full-width-colon": _colon,
}
