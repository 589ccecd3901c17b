"""One open text, and everything that an editor asks of it: no question may fail, and answers lie within the text."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lsprotocol import converters, types
from pygls.workspace import Workspace

from fuzz.editor.open_texts import OpenText
from fuzz.hostile.trying import QUOTED, Tried
from fuzz.watching import Watch
from fuzz.wording import Said, internal
from kaohe.editor.lines import Lines
from kaohe.editor.server import protocol
from kaohe.editor.server.answers import Answers
from kaohe.editor.server.desk import Desk

CONVERTER = converters.get_converter()
WHOLE = types.Range(types.Position(0, 0), types.Position(10**6, 0))
Asked = tuple[str, Callable[[], Any]]
"""What is asked, and how."""


class Asking:
    """An editor beside sound files, which goes on from text to text as a session does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workspace = Workspace(None, types.TextDocumentSyncKind.Full)
        self._desk = Desk("zh")
        server: Any = SimpleNamespace(workspace=self._workspace)
        self._answers = Answers(server, self._desk)

    def try_out(self, given: OpenText) -> Tried:
        uri = (self._folder / given.name).as_uri()
        self._workspace.put_text_document(types.TextDocumentItem(uri, "yaml", 1, given.text))
        watch, counts = Watch(), Counter({f"{given.kind}: texts": 1})
        for name, ask in self._questions(given, uri):
            step = f"{given.kind}, {name}"
            counts[f"{name}: asked"] += 1
            with watch.step(step):
                answer = CONVERTER.unstructure(ask())
                counts[f"{name}: answered"] += bool(answer)
                watch.note(step, _unfit(answer, given.text, uri))
        self._workspace.remove_text_document(uri)
        self._desk.checked.pop(uri, None)
        return Tried(given.kind, counts, watch.faults)

    def _questions(self, given: OpenText, uri: str) -> Iterator[Asked]:
        document, answers = types.TextDocumentIdentifier(uri), self._answers
        yield "check", partial(self._checked, uri)
        yield "symbols", partial(answers.symbols, types.DocumentSymbolParams(document))
        for line, column in given.places:
            at, all_of_them = types.Position(line, column), types.ReferenceContext(include_declaration=True)
            yield "completion", partial(answers.completion, types.CompletionParams(document, at))
            yield "hover", partial(answers.hover, types.HoverParams(document, at))
            yield "definition", partial(answers.definition, types.DefinitionParams(document, at))
            yield "references", partial(answers.references, types.ReferenceParams(all_of_them, document, at))
        for only in (None, [types.CodeActionKind.SourceFixAll]):
            context = types.CodeActionContext([], only=only)
            yield "actions", partial(answers.actions, types.CodeActionParams(document, WHOLE, context))

    def _checked(self, uri: str) -> list[types.Diagnostic]:
        """The findings, as they are published."""
        document = self._workspace.get_text_document(uri)
        found = self._desk.check(uri, 1, self._desk.texts(self._workspace)).found
        lines = self._desk.lines(document)
        return [protocol.diagnostic(one, lines, "zh") for one in found]


def _unfit(answer: Any, text: str, uri: str) -> Iterator[Said]:
    """Stretches that the text has not or that end before they start, and words that only we should know."""
    lines = Lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    for one in _mappings(answer):
        if one.get("uri", uri) == uri and {"start", "end"} <= one.keys():
            points = [(one[key]["line"], one[key]["character"]) for key in ("start", "end")]
            if points != sorted(points) or any(lines.point(lines.offset(point)) != point for point in points):
                yield "answers with a stretch that the text has not", str(points)
        if "severity" in one:
            yield from internal(QUOTED.sub("“”", one["message"]))


def _mappings(answer: Any) -> Iterator[Any]:
    if isinstance(answer, dict):
        yield answer
        if "uri" not in answer:
            yield from (found for one in answer.values() for found in _mappings(one))
    elif isinstance(answer, list | tuple):
        yield from (found for one in answer for found in _mappings(one))
