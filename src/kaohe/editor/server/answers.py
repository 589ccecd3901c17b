"""What the server answers to an editor's questions about one place of an open file."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from kaohe.editor.completion.offers import offers
from kaohe.editor.declared import Stretch, declaration, references
from kaohe.editor.findings import Found
from kaohe.editor.hover import hover
from kaohe.editor.left_alone import left_alone
from kaohe.editor.lines import Lines
from kaohe.editor.mends import mends
from kaohe.editor.open_file import OpenFile
from kaohe.editor.server import protocol
from kaohe.editor.server.desk import Desk, as_bytes, path_of
from kaohe.editor.symbols import symbols
from kaohe.editor.whole_mends import MECHANICAL, whole_mend
from kaohe.messages import say
from kaohe.source.unsaved import unsaved

At = types.CompletionParams | types.HoverParams | types.DefinitionParams | types.ReferenceParams


@dataclass(frozen=True, slots=True)
class Answers:
    """Each method answers one of the protocol's requests; all files that are open are read as they stand."""

    server: LanguageServer
    desk: Desk

    def completion(self, params: types.CompletionParams) -> types.CompletionList:
        file, offset = self._at(params)
        with self._unsaved():
            found = offers(file, offset)
        return protocol.completion(found, self._lines(params.text_document.uri))

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        file, offset = self._at(params)
        with self._unsaved():
            found = hover(file, offset)
        return None if found is None else protocol.hover(found, self._lines(params.text_document.uri))

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        file, offset = self._at(params)
        with self._unsaved():
            found = declaration(file, offset)
        return None if found is None else self._location(found, params.text_document.uri, file)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        file, offset = self._at(params)
        found = references(file, offset)
        wanted = found if params.context.include_declaration else found[1:]
        return [self._location(one, params.text_document.uri, file) for one in wanted]

    def symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = self.server.workspace.get_text_document(params.text_document.uri)
        with self._unsaved():
            found = symbols(self.desk.file(document))
        return [protocol.symbol(one, self.desk.lines(document)) for one in found]

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The mends of what was found in the stretch, and all of the file at once; nothing of an earlier text."""
        uri = params.text_document.uri
        document, checked = self.server.workspace.get_text_document(uri), self.desk.checked.get(uri)
        if checked is None or checked.version != (document.version or 0):
            return []
        if params.context.only and types.CodeActionKind.QuickFix not in params.context.only:
            return self._all_mended(uri, protocol.FIX_ALL)
        lines = self.desk.lines(document)
        first, last = (lines.offset((one.line, one.character)) for one in (params.range.start, params.range.end))
        near = [one for one in checked.found if one.start <= last and first <= one.end]
        found = [action for one in near for action in self._mended(one, uri)]
        several = any(one.problem.code in MECHANICAL for one in near)
        return [*found, *self._all_mended(uri, types.CodeActionKind.QuickFix)] if several else found

    def _all_mended(self, uri: str, kind: types.CodeActionKind | str) -> list[types.CodeAction]:
        texts = self.desk.texts(self.server.workspace)
        mended = whole_mend(path_of(uri), texts, self.desk.language)
        if mended is None:
            return []
        text, count = mended
        title = say("editor.mend-all", self.desk.language, count=count)
        return [protocol.whole_fix(title, kind, text, uri, self._lines(uri))]

    def _mended(self, found: Found, uri: str) -> list[types.CodeAction]:
        """Where the file is a rubric, it may be left as it is too, with a reason."""
        file = self.desk.file(self.server.workspace.get_text_document(uri))
        lines, language = self._lines(uri), self.desk.language
        several = mends(found, lines.text, language)
        diagnosed = protocol.diagnostic(found, lines, language)
        fixes = [protocol.quick_fix(one, uri, lines, diagnosed, only=len(several) == 1) for one in several]
        alone = left_alone(found, lines.text, language) if file.kind == "rubric" else ()
        return [*fixes, *(protocol.quick_fix(one, uri, lines, diagnosed, only=False) for one in alone)]

    def _at(self, params: At) -> tuple[OpenFile, int]:
        document = self.server.workspace.get_text_document(params.text_document.uri)
        place = params.position.line, params.position.character
        return self.desk.file(document), self.desk.lines(document).offset(place)

    def _lines(self, uri: str) -> Lines:
        return self.desk.lines(self.server.workspace.get_text_document(uri))

    def _unsaved(self) -> AbstractContextManager[None]:
        return unsaved(as_bytes(self.desk.texts(self.server.workspace)))

    def _location(self, found: Stretch, uri: str, file: OpenFile) -> types.Location:
        """A place in the same file has its address as the editor has it."""
        location = protocol.location(found, self.desk.encoding)
        return types.Location(uri, location.range) if found.path == file.path else location
