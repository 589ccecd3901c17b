"""A method cut into phrases: at commas and stops, and where points that were given or taken end a phrase unmarked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.authoring.drafting.list_numbers import entries
from kaohe.authoring.drafting.scoring_words import GIVE, PLAIN, POINTS, TAKE

_STOPS = ",;。\n"
_PAIRS = {"(": ")", "“": "”", "《": "》", "[": "]", "‘": "’", '"': '"'}
_SCORED = rf"(?:{GIVE}{POINTS}|{TAKE}{POINTS}|(?<!否则)不(?:予)?[得计记给]分)"
_ENDED = re.compile(
    rf"{_SCORED}(?=[^\s)”、,;。为封以至到的者或和及与~\-—–(上下内计/])(?![并且另还再]{{0,2}}倒扣)|{_SCORED}(?=否则|反之|如|若)"
    rf"|(?:{_SCORED}|(?<=[^\d.、]){POINTS})(?=、(?!\d|[一二三四五六七八九十半]{{1,3}}分))"
)
"""得2分未实现的不得分 is two phrases."""
_ON = re.compile(r",[并且另还再]{0,2}倒扣")
"""不得分，并倒扣5分 is one phrase."""
_BLANK = re.compile(r"(?<![a-zA-Z])[ \u3000\xa0](?![a-zA-Z])")
_POINT = re.compile(r"(?<=[分止])\.(?!\d)")
"""扣0.5分. ends as with a stop."""
_TELLING = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?!、(?:春节|国庆|元旦|中秋|五一))"
"""A number of a list in Chinese: 七一、国庆 begins with no such number, but with a day."""
_HEADING = re.compile(
    rf"\s*(?:\(?\d{{1,2}}\)|[①-⑳]|[(]?{_TELLING}[)、](?![一二三四五六七八九十])|\d{{1,2}}[.、)](?!\d))\s*"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words between two stops: `text` in plain signs, `start` and `end` in the method, and the stop before them.

    `begin` is where the number of a list stands that is before them, if there is one. `blanks` are the places of
    blanks that the text is without.
    """

    text: str
    start: int
    end: int
    before: str
    begin: int
    blanks: tuple[int, ...] = ()

    def after(self, length: int) -> int:
        """The place in the method behind so many characters of the text."""
        place = self.start + length
        for blank in self.blanks:
            place += blank < place
        return place

    @property
    def opens(self) -> bool:
        """Whether a sentence or a half of one begins with it."""
        return self.before != ","


def phrase_of(plain: str, start: int, end: int, before: str, begin: int) -> Phrase:
    """Words between two places, without blanks that only set them apart: 扣 0.5 分."""
    blanks = tuple(one.start() + start for one in _BLANK.finditer(plain[start:end]))
    return Phrase(_BLANK.sub("", plain[start:end]), start, end, before, begin, blanks)


def phrases(method: str) -> Iterator[Phrase]:
    plain = method.translate(PLAIN)
    before = "。"
    for start, end in _between_stops(plain):
        for begun, ended in _cuts(plain, start, end):
            begin, last = _trimmed(plain, begun, ended)
            found = _HEADING.match(plain, begin, last) if begun == start else None
            first = found.end() if found else begin
            if first < last:
                yield phrase_of(plain, first, last, before, begin)
                before = ","
        if end < len(plain) and plain[end] != "," and (before == "," or plain[start:end].strip()):
            before = ";" if plain[end] == ";" else "。"
        elif end < len(plain) and before not in ";。":
            before = ","


def _between_stops(plain: str) -> Iterator[tuple[int, int]]:
    """Stretches without a stop; what is in brackets or quoted is not looked at."""
    start = place = 0
    begun = entries(plain)
    while place < len(plain):
        if place in begun and plain[start:place].strip():
            yield start, place
            start = place
        closing = _PAIRS.get(plain[place])
        ends = plain.find(closing, place + 1) if closing else -1
        if ends > 0:
            place = ends
        elif (plain[place] in _STOPS or _POINT.match(plain, place)) and not _ON.match(plain, place):
            yield start, place
            start = place + 1
        place += 1
    yield start, len(plain)


def _cuts(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _ENDED.finditer(plain, start, end):
        if found.end() < end:
            yield start, found.end()
            start = found.end()
    yield start, end


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks around it."""
    while start < end and (plain[start].isspace() or plain[start] == "、"):
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    return start, end
