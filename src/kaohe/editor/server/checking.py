"""Open files are checked as they are written: soon after the last key, one at a time, and never twice for nothing."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from kaohe.editor.server import protocol
from kaohe.editor.server.desk import Checked, Desk

PAUSE = 0.3
"""Seconds without a key before a file is checked."""


@dataclass(slots=True)
class Checking:
    """The checks that wait, by the files' addresses; a newer one of the same file takes the place of an older one."""

    server: LanguageServer
    desk: Desk
    waiting: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    def soon(self, uri: str, pause: float = PAUSE) -> None:
        if uri in self.waiting:
            self.waiting[uri].cancel()
        self.waiting[uri] = asyncio.ensure_future(self._after(uri, pause))

    def all_soon(self, first: str) -> None:
        """The file, then all others that are open: they may rest on it."""
        self.soon(first, 0)
        for document in self.server.workspace.text_documents.values():
            if document.uri != first:
                self.soon(document.uri)

    def forget(self, uri: str) -> None:
        """Of a file that is closed, nothing is shown any more."""
        if uri in self.waiting:
            self.waiting.pop(uri).cancel()
        self.desk.checked.pop(uri, None)
        self._show(uri, None, [])

    async def _after(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        async with self.one_at_a_time:
            document = self._document(uri)
            if document is None:
                return
            version, texts = document.version or 0, self.desk.texts(self.server.workspace)
            try:
                checked = await asyncio.to_thread(self.desk.check, uri, version, texts)
            except Exception as failed:  # noqa: BLE001 - whatever a half-written file does, the server goes on
                self.server.window_log_message(types.LogMessageParams(types.MessageType.Error, repr(failed)))
                return
        document = self._document(uri)
        if document is not None and (document.version or 0) == version:
            self._publish(document, checked)

    def _document(self, uri: str) -> TextDocument | None:
        """The file, while it is open: pygls knows its address by the characters that it stands for."""
        documents: dict[str, TextDocument] = self.server.workspace.text_documents
        return documents.get(unquote(uri))

    def _publish(self, document: TextDocument, checked: Checked) -> None:
        lines = self.desk.lines(document)
        shown = [protocol.diagnostic(one, lines, self.desk.language) for one in checked.found]
        self._show(document.uri, checked.version, shown)

    def _show(self, uri: str, version: int | None, shown: list[types.Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))
