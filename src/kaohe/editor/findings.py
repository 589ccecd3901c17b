"""What is wrong in an open file, as `validate` finds it, each finding with the stretch of text that it is about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kaohe.authoring.validation import check_files
from kaohe.editor.lines import Lines
from kaohe.editor.outline.block import outline
from kaohe.editor.outline.parts import Part
from kaohe.editor.pointed import pointed
from kaohe.messages import Language
from kaohe.problems import Problem, Unusable
from kaohe.source.file_kinds import is_later
from kaohe.source.unsaved import content_of, unsaved
from kaohe.stages.unit_loader import UnitLoader

WORD = re.compile(r"[\w.]+|\S")
Wanted = Callable[[Problem], bool]
"""Whether a finding is to be told, by the settings of the file's project; raises Unusable where these are wrong."""
LONGEST = 200
"""So many characters of a long text are marked: its start is what leads to it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem, and the characters of the text that are to be marked."""

    problem: Problem
    start: int
    end: int


def every(_: Problem) -> bool:
    """Where there are no settings."""
    return True


def findings(path: str, texts: Mapping[str, str], language: Language, wanted: Wanted = every) -> list[Found]:
    """The findings in one of the open files, where `texts` are all of them as they stand, by their paths.

    Of settings that can't be read, nothing is left out, and that is said at the start of the file.
    """
    contents = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    with unsaved(contents):
        checked = check_files([Path(path), *_same_unit(path, contents[path])], UnitLoader(language, {}))
    text = texts[path].replace("\r\n", "\n").replace("\r", "\n")
    own = {_key(one): one for file in checked for one in file.problems if one.path == path}
    try:
        left = {identity: one for identity, one in own.items() if wanted(one)}
    except Unusable as refused:
        left = {**own, (): Problem(refused.code, path, parameters=refused.parameters)}
    lines, root = Lines(text), outline(text)
    return [_placed(one, lines, root) for one in left.values()]


def _key(problem: Problem) -> object:
    """Findings are told once; that it rests on others, once with all of these."""
    return problem.code if problem.code == "needs-other" else problem.identity


def _same_unit(path: str, content: bytes) -> list[Path]:
    """The other files beside a later stage's that may be of its unit: what it changes stands in them."""
    data = outline(content.decode("utf-8", "replace")).data
    unit = data.get("unit") if isinstance(data, dict) and is_later(data) else None
    if not isinstance(unit, str) or not unit:
        return []
    others = (one for one in sorted(Path(path).parent.glob("*.y*ml")) if one != Path(path) and one.is_file())
    return [one for one in others if unit.encode() in (content_of(str(one)) or one.read_bytes())]


def _placed(problem: Problem, lines: Lines, root: Part) -> Found:
    """What is to be marked of a finding: a key, a value, a word, or the first line."""
    if not problem.line:
        end = lines.text.find("\n")
        return Found(problem, 0, len(lines.text) if end < 0 else end)
    start = lines.of_problem(problem.line, problem.column)
    return Found(problem, start, max(_end(start, lines, root), start))


def _end(start: int, lines: Lines, root: Part) -> int:
    """Of the key or value that starts there; within a text, of the word there. Never past the line's end."""
    line = lines.text.find("\n", start)
    line = len(lines.text) if line < 0 else line
    at = pointed(root, start)
    end = line
    if lines.text[start : start + 1].isspace():  # a blank that is not one
        end = start + 1
    elif at is not None and at.entry.start == start and at.on_key:
        end = at.entry.end
    elif at is not None and at.entry.value.start == start:
        end = min(at.entry.value.end, start + LONGEST)
    elif word := WORD.match(lines.text, start):
        end = word.end()
    return min(end, line)
