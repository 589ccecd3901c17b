"""Characters that no one sees and YAML trips over: blanks that are none, zero-width ones, controls."""

import re
from collections.abc import Iterable
from unicodedata import name

from kaohe.source.text_findings import Findings

_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
    r"\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001-\U000e007f]"
)
_CODES = frozenset(
    ("tab", "full-width-blank", "odd-blank", "invisible-character", "line-separator", "control-character")
)
_LINE_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
_WIDE = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where a blank parts or indents: at either end of a line, before what looks like a comment, beside colon, comma,
# bracket. A tab always does.
_PARTING = re.compile(
    rf"^[ \t]*(?:- *)*([{_WIDE}])"
    rf"|[:,\[{{] *([{_WIDE}])"
    rf"|(?<![ {_WIDE}]) *([{_WIDE}])[ {_WIDE}]*(?=[:,\]}}][ {_WIDE}\n]|[:,\]}}]?$|#(?![0-9]))"
    r"|(\t)\t*",
    re.MULTILINE,
)
_COMMENT = re.compile(r"(?<![^ \t\n])#.*")
_VISIBLE = re.compile(r"[^\n]")


def blank_out(findings: Findings) -> str:
    """The text with a blank for each character that may stand nowhere; each of those is a finding."""
    for found in _FORBIDDEN.finditer(findings.text):
        if findings.full:
            break
        findings.add(_code(found.group()), found.start(), character=_named(found.group()))
    return _FORBIDDEN.sub(" ", findings.text)


def check_escaped(findings: Findings, value: str, start: int) -> None:
    """The same characters where a quoted text has them as escapes: in what is written of it they would be themselves.

    The first is told at the beginning of the text.
    """
    found = _FORBIDDEN.search(value)
    if found and not findings.full:
        findings.add(_code(found.group()), start, character=_named(found.group()))


def _code(character: str) -> str:
    if character in _LINE_SEPARATORS:
        return "line-separator"
    return "control-character" if character < "\xa0" else "invisible-character"


def check_blanks(findings: Findings, quoted: Iterable[tuple[int, int]]) -> None:
    """Tabs and wide blanks that part or indent; in quoted and block text and in comments they are text."""
    for found in _PARTING.finditer(_structure(findings.text, quoted)):
        if findings.full:
            break
        start = found.start(found.lastindex or 0)
        character = findings.text[start]
        code = {"\t": "tab", "\u3000": "full-width-blank"}.get(character, "odd-blank")
        findings.add(code, start, character=_named(character))


def _structure(text: str, quoted: Iterable[tuple[int, int]]) -> str:
    """The text with quoted parts crossed out and comments blanked, everything at its place."""
    parts: list[str] = []
    last = 0
    for start, end in quoted:
        parts += text[last:start], _VISIBLE.sub("x", text[start:end])
        last = end
    return _COMMENT.sub(lambda comment: " " * len(comment.group()), "".join((*parts, text[last:])))


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {name(character, '')}".strip()


def were_found(findings: Findings) -> bool:
    return any(code in _CODES for _, code in findings.found)
