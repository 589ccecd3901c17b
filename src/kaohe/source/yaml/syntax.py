"""What libyaml says of broken syntax becomes a finding in plain words, at the place a person would mend."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import MarkedYAMLError

from kaohe.source.text_findings import Findings
from kaohe.source.yaml import full_width
from kaohe.source.yaml.anchors import DEEPEST

_CLOSING = {"[": "]", "{": "}"}
_LINE_START = re.compile(r" *(?:- +)*")
_TIGHT_COLON = re.compile(r"[\w.]+(?=:[^\s:/])")
_TIGHT_DASH = re.compile(r"-(?=[^\s-])")
_DECORATED = re.compile(r" *(?:- +)*(?:[^:#]*: +)?([&*!])")


@dataclass(frozen=True, slots=True)
class _Fault:
    """The parser stopped at `at`, within something that began at `since`."""

    findings: Findings
    at: int
    since: int
    words: str

    def tell(self, code: str, start: int, **parameters: object) -> None:
        self.findings.add(code, start, **parameters)

    @property
    def text(self) -> str:
        return self.findings.text

    @property
    def line(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def before(self) -> str:
        """What stands before the place in its line."""
        return self.text[self.line : self.at]


def explain(findings: Findings, error: MarkedYAMLError) -> None:
    """Add what the error means; the parser's own words where nothing better is known."""
    since, *_, at = [mark.index for mark in (error.context_mark, error.problem_mark) if mark] * 2
    words = " ".join(filter(None, (error.context, error.problem)))
    tell = next((tell for pattern, tell in _FAULTS if re.search(pattern, words)), _unknown)
    tell(_Fault(findings, at, since, words))


def _unknown(fault: _Fault) -> None:
    fault.tell("syntax", fault.at, words=fault.words)


def _too_deep(fault: _Fault) -> None:
    """Newer libyaml refuses, before it has told of anything, what its own guard finds too deep."""
    fault.tell("too-deep", fault.at, limit=DEEPEST)


def _unclosed_quote(fault: _Fault) -> None:
    fault.tell("unclosed-quote", fault.since, quote=fault.text[fault.since])


def _outside(fault: _Fault) -> None:
    """A line that starts with %, a second document after `...`, or more text after the outermost value."""
    before = fault.text[: fault.at].rstrip()
    if directive := re.search(r"^%", fault.text[: fault.at + 1], re.MULTILINE):
        fault.tell("reserved-start", directive.start(), character="%")
    elif before.endswith("\n..."):
        fault.tell("several-documents", fault.at)
    elif fault.text[fault.at] in "]}":
        fault.tell("unmatched-bracket", fault.at, character=fault.text[fault.at])
    else:
        fault.tell("text-after-end", fault.at, character=before[-1:])


def _reserved_start(fault: _Fault) -> None:
    start = fault.at if fault.text[fault.at : fault.at + 1] in tuple("@`%?") else fault.since
    fault.tell("reserved-start", start, character=fault.text[start])


def _bad_escape(fault: _Fault) -> None:
    start = fault.text.rindex("\\", 0, fault.at + 1)
    fault.tell("bad-escape", start, escape=fault.text[start : start + 2])


def _second_colon(fault: _Fault) -> None:
    """A text with `: ` in it; or the line above is no entry; or this one stands too far right."""
    if ": " in fault.before:
        fault.tell("colon-in-text", fault.at)
        return
    above = fault.text.rfind("\n", 0, len(fault.text[: fault.line].rstrip())) + 1
    if not _tell_near_entry(fault, above):
        _bad_indentation(fault, _line_start(fault.text, fault.line))


def _bad_indentation(fault: _Fault, start: int) -> None:
    """How far the line stands in, and the one above it that is not empty."""
    line = fault.text.rfind("\n", 0, start) + 1
    above = fault.text.rfind("\n", 0, len(fault.text[:line].rstrip())) + 1
    fault.tell("bad-indentation", start, found=start - line, above=_line_start(fault.text, above) - above)


def _missing_colon(fault: _Fault) -> None:
    if not _tell_near_entry(fault, fault.since):
        fault.tell("missing-colon", fault.since, found=fault.text[fault.since :].partition("\n")[0])


def _tell_near_entry(fault: _Fault, line: int) -> bool:
    """Whether the line is an entry but for its colon or dash; if so, that is told."""
    start = _line_start(fault.text, line)
    if full_width.is_key(fault.text, start):
        full_width.note_keys(fault.findings, start, len(fault.text))
    elif colon := _TIGHT_COLON.match(fault.text, start):
        fault.tell("colon-without-blank", colon.end(), word=colon.group())
    elif _TIGHT_DASH.match(fault.text, start):
        fault.tell("dash-without-blank", start)
    else:
        return False
    return True


def _line_start(text: str, start: int) -> int:
    """Past the indentation and the dashes."""
    found = _LINE_START.match(text, start)
    return found.end() if found else start


def _dash_in_line(fault: _Fault) -> None:
    fault.tell("dash-in-line", fault.at)


def _in_brackets(fault: _Fault) -> None:
    inside = fault.text[fault.since : fault.at]
    part = re.split(r"[\[{,:]", inside)[-1].lstrip()
    if key := full_width.flow_key(fault.text, fault.since, fault.at):
        fault.tell("full-width-colon", key.end(), word=key.group(1).strip())
    elif "\n" in inside or not fault.text[fault.at :].strip():
        fault.tell("unclosed-bracket", fault.since, opening=inside[0], closing=_CLOSING[inside[0]])
    elif "，" in part or "、" in part:
        fault.tell("full-width-comma", fault.at - len(part), found=part, expected=full_width.narrow(part))
    else:
        fault.tell("missing-comma", fault.at)


def _no_content(fault: _Fault) -> None:
    """A value starts with the sign of something else, or the text ends within brackets."""
    opened: list[int] = []
    for bracket in re.finditer(r"[\[\]{}]", fault.text):
        if bracket.group() in _CLOSING:
            opened.append(bracket.start())
        elif opened:
            opened.pop()
    if fault.text[fault.at :].strip():
        fault.tell("reserved-start", fault.at, character=fault.text[fault.at])
    elif opened:
        opening = fault.text[opened[-1]]
        fault.tell("unclosed-bracket", opened[-1], opening=opening, closing=_CLOSING[opening])
    else:
        _unknown(fault)


def _in_block(fault: _Fault) -> None:
    before = fault.before.rstrip()
    if fault.text.startswith(("]", "}"), fault.at):
        fault.tell("unmatched-bracket", fault.at, character=fault.text[fault.at])
    elif before.endswith(("'", '"', "]", "}")):
        fault.tell("text-after-end", fault.at, character=before[-1])
    elif decorated := _DECORATED.match(fault.before):
        fault.tell("reserved-start", fault.line + decorated.start(1), character=decorated.group(1))
    elif not _tell_near_entry(fault, fault.at):
        _bad_indentation(fault, fault.at)


# Both parsers' words, the more special first.
_FAULTS: tuple[tuple[str, Callable[[_Fault], None]], ...] = (
    ("nesting depth", _too_deep),
    ("end of stream|document (separator|indicator)", _unclosed_quote),
    ("directive|document start|incompatible", _outside),
    ("ing an? (alias|anchor|block scalar|tag)|tag handle|cannot start|mapping keys", _reserved_start),
    ("escape|hexd?ecimal", _bad_escape),
    ("mapping values", _second_colon),
    ("sequence entries", _dash_in_line),
    ("expected ':'", _missing_colon),
    ("expected ',' or", _in_brackets),
    ("node content", _no_content),
    ("block end|expected key|expected '-'", _in_block),
)
