"""What stands in brackets and quotes: `{from: 1%, add: 1}`, read as far as it has been written."""

import re
from dataclasses import dataclass

from kaohe.editor.outline.parts import Entry, Part
from kaohe.source.yaml.anchors import DEEPEST

CLOSING = {"{": "}", "[": "]"}
BLANKS = re.compile(r"(?:\s|(?<=\s)#[^\n]*)*")
PLAIN = re.compile(r"(?:(?!: |:$|:[,\]}]| #)[^,\[\]{}\n])*", re.MULTILINE)
AFTER_KEY = re.compile(r"[ \t]*:(?=[\s,\]}]|$)")
AFTER_QUOTED_KEY = re.compile(r"[ \t]*:")
QUOTED = {'"': re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL), "'": re.compile(r"'((?:[^']|'')*)'", re.DOTALL)}


@dataclass(slots=True)
class Flow:
    """Reads one value from `at` on, never past `limit`: brackets that are never closed end there."""

    text: str
    at: int
    limit: int

    def value(self, depth: int = 0) -> Part:
        sign = self._sign()
        if sign in CLOSING and depth < DEEPEST:
            return self._brackets(sign, depth)
        return self._quoted() if sign in QUOTED else self._plain()

    def _sign(self) -> str:
        return self.text[self.at] if self.at < self.limit else ""

    def _blanks(self) -> None:
        found = BLANKS.match(self.text, self.at, self.limit)
        self.at = found.end() if found else self.at

    def _quoted(self) -> Part:
        """To the other quote; where there is none, to the end of the line."""
        start, quote = self.at, self.text[self.at]
        found = QUOTED[quote].match(self.text, start, self.limit)
        if found:
            self.at = found.end()
            inner = found.group(1).replace("''", "'") if quote == "'" else found.group(1).replace('\\"', '"')
        else:
            line = self.text.find("\n", start, self.limit)
            self.at = self.limit if line < 0 else line
            inner = self.text[start + 1 : self.at]
        return Part("value", start, self.at, inner, quoted=True)

    def _plain(self) -> Part:
        found = PLAIN.match(self.text, self.at, self.limit)
        start, end = self.at, found.end() if found else self.at
        self.at = end
        inner = self.text[start:end].rstrip()
        return Part("value", start, start + len(inner), inner)

    def _brackets(self, opening: str, depth: int) -> Part:
        part = Part("mapping" if opening == "{" else "list", self.at, self.limit, flow=True)
        self.at += 1
        self._blanks()
        while self.at < self.limit and self._sign() not in "]}":
            before = self.at
            part.entries += [self._entry(depth) if opening == "{" else self._member(depth)]
            self._blanks()
            if self._sign() == ",":
                self.at += 1
                self._blanks()
            elif self.at == before:  # what can't stand here, such as a stray bracket
                self.at += 1
        self.at = min(self.at + (self._sign() == CLOSING[opening]), self.limit)
        part.end = self.at
        return part

    def _member(self, depth: int) -> Entry:
        value = self.value(depth + 1)
        return Entry("", value.start, value.end, value)

    def _entry(self, depth: int) -> Entry:
        key = self._quoted() if self._sign() in QUOTED else self._plain()
        pattern = AFTER_QUOTED_KEY if key.quoted else AFTER_KEY
        colon = pattern.match(self.text, self.at, self.limit)
        if colon is None:
            return Entry(key.text, key.start, key.end, Part("value", self.at, self.at), colon=False)
        self.at = colon.end()
        self._blanks()
        return Entry(key.text, key.start, key.end, self.value(depth + 1))
