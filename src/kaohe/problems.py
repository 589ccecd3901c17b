"""A finding in a file: a value that says where, what was found and what was expected."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from os.path import realpath
from pathlib import Path
from typing import Literal

from kaohe.messages import Language, said_to_be_known, say

Severity = Literal["error", "warning", "notice"]
NOTHING = ("(空)", "(empty)")
"""What `expr.numbers.shown` makes of nothing, and what it is in English."""


@dataclass(frozen=True, slots=True)
class Said:
    """A parameter of a finding that is itself a sentence, in the language in which the finding is told."""

    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)


def worded(value: object, language: Language) -> object:
    """A parameter in words: a sentence said, several parts joined, all else as it is but for what says nothing."""
    if isinstance(value, Said):
        return say(value.sentence, language, **{name: worded(one, language) for name, one in value.parameters.items()})
    if isinstance(value, tuple):
        return say("doubt.between", language).join(str(worded(one, language)) for one in value)
    if isinstance(value, str) and language == "en":
        return value.replace(*NOTHING)
    return value


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    `line` and `column` count from 1, columns in characters; 0 means the whole file, or that there is no file: then
    `keys` lead to the value in the data, and `path` is the name they were given.
    `code` names the sentence in the message table, `parameters` fill it. In a workbook, `sheet` is the title of the
    sheet of which these are row and column. A `notice` is nothing wrong: it says what was taken, and how. Where the
    author knows of it, `reason` says why it is left as it is.
    """

    code: str
    path: str
    line: int = 0
    column: int = 0
    parameters: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    keys: tuple[str | int, ...] = ()
    sheet: str = ""
    reason: str = ""

    def message(self, language: Language) -> str:
        told = {name: worded(one, language) for name, one in self.parameters.items()}
        return say(f"problem.{self.code}", language, **told) + said_to_be_known(self.reason, language)

    @property
    def identity(self) -> tuple[object, ...]:
        """What is wrong where, whatever the file is called from here."""
        return realpath(self.path), self.sheet, self.line, self.column, self.keys, self.code, str(dict(self.parameters))

    @property
    def cell(self) -> str:
        """The name of a workbook's cell, as `E17`; nothing elsewhere."""
        return cell_name(self.line, self.column) if self.sheet and self.line and self.column else ""

    @property
    def place(self) -> str:
        if self.sheet:
            return f"{self.path}:{'!'.join(filter(None, (self.sheet, self.cell)))}"
        if self.line:
            return f"{self.path}:{self.line}:{self.column}"
        return f"{self.path}: {'.'.join(map(str, self.keys))}" if self.keys else self.path


def cell_name(row: int, column: int) -> str:
    """`E17` for the fifth column of row 17."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


class Problems(Exception):  # noqa: N818 - it carries findings, several at once
    """All problems of a file, raised together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.code}" for p in self.problems))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those findings that make a file unusable; warnings and notices do not."""
    return tuple(p for p in problems if p.severity == "error")


def warnings(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those findings that somebody should look at, though nothing is wrong."""
    return tuple(p for p in problems if p.severity == "warning")


class NoFile(OSError):  # noqa: N818 - one of the ways in which a file can not be had
    """A pipe, a socket or a device where a file was to be."""


def unreadable(path: Path, failed: OSError) -> tuple[Problem, ...]:
    """The finding for a file that can't be read at all."""
    said = {NoFile: "no-file", IsADirectoryError: "folder"}
    words = [Said(f"command.{name}-detail") for kind, name in said.items() if isinstance(failed, kind)]
    detail = words[0] if words else failed.strerror
    return (Problem("unreadable-file", str(failed.filename or path), parameters={"detail": detail}),)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Name the file in an OSError raised while it is read: the system leaves the name out."""
    try:
        yield
    except OSError as failed:
        failed.filename = str(path)
        raise


class Unusable(Exception):  # noqa: N818 - it is what could not be used, not an error of ours
    """What was asked can't be done at all (a bad option, an unreadable file); `code` names the sentence."""

    def __init__(self, code: str, **parameters: object) -> None:
        self.code = code
        self.parameters = parameters
        super().__init__(code)

    def message(self, language: Language) -> str:
        told = {name: worded(one, language) for name, one in self.parameters.items()}
        return say(f"problem.{self.code}", language, **told)
