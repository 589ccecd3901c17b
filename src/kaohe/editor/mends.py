"""How a finding can be mended at once: the one replacement that its sentence proposes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kaohe.editor.findings import Found
from kaohe.messages import Language, say

TIGHT = {"colon-without-blank": ":", "dash-without-blank": "-"}
"""Signs behind which a blank is missing."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A replacement of a stretch of text, with what it is called."""

    title: str
    start: int
    end: int
    text: str


def mends(found: Found, text: str, language: Language) -> list[Mend]:
    """What may be written instead, the likeliest first."""
    made = [*_nearest(found, text), *_expected(found, text), *_special(found, text)]
    unique = {one: None for one in made if text[one[0] : one[1]] != one[2]}
    return [
        Mend(say("editor.mend", language, found=_shown(text[start:end]), expected=_shown(new)), start, end, new)
        for start, end, new in unique
    ]


Replacement = tuple[int, int, str]


def _shown(text: str) -> str:
    return text.strip() or text


def _nearest(found: Found, text: str) -> Iterator[Replacement]:
    """The known name that is most like the one written there."""
    meant = str(found.problem.parameters.get("nearest") or "")
    written = _written(found, text, ("key", "found", "name"))
    if meant and written:
        yield found.start, found.start + len(written), meant


def _expected(found: Found, text: str) -> Iterator[Replacement]:
    """What the sentence says is to be written, where it is one value and stands for what is there."""
    if found.problem.code not in WRITTEN_ANEW:
        return
    expected = str(found.problem.parameters.get("expected") or "")
    written = _written(found, text, ("found",))
    if expected and written:
        yield found.start, found.start + len(written), expected


def _written(found: Found, text: str, names: tuple[str, ...]) -> str:
    """What a finding says it has found, if it stands there."""
    several = [str(found.problem.parameters.get(name) or "") for name in names]
    return next((one for one in several if one and text.startswith(one, found.start)), "")


def _special(found: Found, text: str) -> Iterator[Replacement]:
    make = SPECIAL.get(found.problem.code)
    if make is not None:
        yield from make(found, text)


def _narrow_colon(found: Found, text: str) -> Iterator[Replacement]:
    if text.startswith("：", found.start):
        blank = "" if text[found.start + 1 : found.start + 2] in ("", "\n", " ") else " "
        yield found.start, found.start + 1, f":{blank}"


def _blank_behind(found: Found, text: str) -> Iterator[Replacement]:
    sign = TIGHT[found.problem.code]
    if text.startswith(sign, found.start):
        yield found.start, found.start + 1, f"{sign} "
    elif text.startswith(sign, found.start - 1):
        yield found.start - 1, found.start, f"{sign} "


def _quoted(found: Found, text: str) -> Iterator[Replacement]:
    """A number or a word that is meant as text."""
    written = text[found.start : found.end]
    if written and not set(written) & set("\"'{}[]\n"):
        yield found.start, found.end, f'"{written}"'


SPECIAL: Mapping[str, Callable[[Found, str], Iterator[Replacement]]] = {
    "full-width-colon": _narrow_colon,
    "colon-without-blank": _blank_behind,
    "dash-without-blank": _blank_behind,
    "text-expected": _quoted,
}
WRITTEN_ANEW = frozenset(
    (
        *("leading-zero", "digit-grouping", "plus-sign", "bare-point", "yes-word", "no-word", "capital-word"),
        *("full-width-number", "full-width-comma", "full-width-quotes", "full-width-brackets", "formula-foreign"),
        *("formula-unit", "number-with-unit", "grouped-number", "number-in-words"),
    )
)
"""Findings whose `expected` is what is to be written in place of what they have found."""
