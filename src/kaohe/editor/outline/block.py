"""The outline of a text: its parts by how far lines stand in, whatever has not been written yet."""

import re
from dataclasses import dataclass

from kaohe.editor.outline.flow import CLOSING, QUOTED, Flow
from kaohe.editor.outline.parts import Entry, Part
from kaohe.source.yaml.anchors import DEEPEST

KEY = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|"""
    r"""(?:[^\s#\[\]{},'"-]|-(?=\S))(?:(?!:\s| \#)[^\n])*?)[ \t]*:(?=\s|$)"""
)
DASH = re.compile(r"-(?:[ \t]+|$)", re.MULTILINE)
REMARK = re.compile(r"(?:^|[ \t]+)#.*$", re.MULTILINE)
LONG_TEXT = re.compile(r"[|>][+-]?[0-9]?[ \t]*(?:#.*)?$", re.MULTILINE)


def outline(text: str) -> Part:
    """The outline of a whole text; an empty mapping where it has nothing in it."""
    lines = _lines(text)
    found = _Blocks(text, lines).block(0, 0) if lines else None
    return found or Part("mapping", 0, len(text))


@dataclass(slots=True)
class _Line:
    """A line that is neither empty nor a remark: where its first character stands, and how far in."""

    start: int
    indent: int


def _lines(text: str) -> list[_Line]:
    found, start = [], 0
    for line in text.split("\n"):
        inner = line.lstrip(" \t\ufeff")
        if inner and not inner.startswith(("#", "---", "%")):
            indent = len(line) - len(inner)
            found.append(_Line(start + indent, indent))
        start += len(line) + 1
    return found


@dataclass(slots=True)
class _Blocks:
    """Reads blocks line by line; `number` is the line that comes next."""

    text: str
    lines: list[_Line]
    number: int = 0

    def block(self, least: int, depth: int) -> Part | None:
        """What starts on the next line if that stands in at least so far."""
        line = self._next()
        if line is None or line.indent < least or depth > DEEPEST:
            return None
        if DASH.match(self.text, line.start):
            return self._list(line.indent, depth)
        if self.text[line.start] in CLOSING or (depth and not self._has_keys(line)):
            return self._value(line.start, line.indent - 1)
        return self._mapping(line.indent, depth)

    def _has_keys(self, line: _Line) -> bool:
        """Whether the line has a key, or the next one if a word has only been begun on this one."""
        several = self.lines[self.number : self.number + 2]
        return any(one.indent == line.indent and KEY.match(self.text, one.start) for one in several)

    def _next(self) -> _Line | None:
        return self.lines[self.number] if self.number < len(self.lines) else None

    def _list(self, indent: int, depth: int) -> Part:
        start = self.lines[self.number].start
        part = Part("list", start, start)
        while (line := self._at(indent)) and (dash := DASH.match(self.text, line.start)):
            part.entries.append(self._member(line, dash.end(), depth))
            part.end = part.entries[-1].value.end
        return part

    def _at(self, indent: int) -> _Line | None:
        """The next line that stands in just so far; those further in belong to nothing, and are passed over."""
        while (line := self._next()) and line.indent > indent:
            self.number += 1
        return line if line and line.indent == indent else None

    def _member(self, line: _Line, inner: int, depth: int) -> Entry:
        """The rest of the line behind the dash is as a line of its own that stands further in."""
        outer, end = line.indent, self._line_end(line.start)
        if inner >= end or REMARK.match(self.text, inner):
            self.number += 1
            value = self.block(outer + 1, depth + 1) or Part("value", end, end)
        else:
            self.lines[self.number] = _Line(inner, outer + inner - line.start)
            value = self.block(outer + 1, depth + 1) or self._value(inner, outer)
        return Entry("", value.start, value.end, value)

    def _mapping(self, indent: int, depth: int) -> Part:
        start = self.lines[self.number].start
        part = Part("mapping", start, start)
        while line := self._at(indent):
            if DASH.match(self.text, line.start):
                break
            key = KEY.match(self.text, line.start)
            part.entries.append(self._entry(line, key, depth) if key else self._begun(line))
            part.end = max(part.entries[-1].end, part.entries[-1].value.end)
        return part

    def _begun(self, line: _Line) -> Entry:
        """A line with no colon yet."""
        end = self._line_end(line.start)
        self.number += 1
        return Entry(self.text[line.start : end], line.start, end, Part("value", end, end), colon=False)

    def _entry(self, line: _Line, key: re.Match[str], depth: int) -> Entry:
        name, start, end = key.group(1), key.start(1), key.end(1)
        name = name[1:-1] if name[0] in QUOTED else name
        inner = key.end()
        while self.text[inner : inner + 1] in (" ", "\t"):
            inner += 1
        line_end = self._line_end(line.start)
        if inner < line_end and self.text[inner] != "#":
            return Entry(name, start, end, self._value(inner, line.indent))
        self.number += 1
        after = self._next()
        same = after is not None and after.indent == line.indent and DASH.match(self.text, after.start)
        value = self.block(line.indent if same else line.indent + 1, depth + 1)
        place = min(inner, line_end)
        return Entry(name, start, end, value or Part("value", place, place))

    def _value(self, start: int, indent: int) -> Part:
        """What stands on from here; lines further in than `indent` may belong to it."""
        limit = self._limit(indent)
        if LONG_TEXT.match(self.text, start):
            value = Part("value", start, limit, self.text[self._line_end(start) : limit].strip(), quoted=True)
        elif self.text[start] in CLOSING or self.text[start] in QUOTED:
            value = Flow(self.text, start, limit).value()
        else:
            value = self._plain(start, limit)
        self.number += 1
        while (line := self._next()) and line.start < value.end:
            self.number += 1
        return value

    def _plain(self, start: int, limit: int) -> Part:
        """To a remark or the end of the line, and on over lines that stand further in."""
        end = self._line_end(start)
        if self.number + 1 < len(self.lines) and self.lines[self.number + 1].start < limit:
            end = len(self.text[start:limit].rstrip()) + start
        inner = self.text[start:end]
        return Part("value", start, end, " ".join(inner.split()) if "\n" in inner else inner)

    def _limit(self, indent: int) -> int:
        """Where the first of the next lines starts that stands in no further and closes no bracket."""
        for line in self.lines[self.number + 1 :]:
            if line.indent <= indent and self.text[line.start] not in "]}":
                return line.start - line.indent
        return len(self.text)

    def _line_end(self, start: int) -> int:
        """Where the line ends that starts here, without a remark and blanks."""
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        remark = REMARK.search(self.text, start, end)
        return len(self.text[start : remark.start() if remark else end].rstrip()) + start
