"""The server itself: which of an editor's messages it takes, and that none of them ends it."""

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar, get_args

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from kaohe import __version__
from kaohe.editor.findings import Wanted, every
from kaohe.editor.lines import Encoding
from kaohe.editor.server.answers import Answers
from kaohe.editor.server.checking import Checking
from kaohe.editor.server.desk import Desk
from kaohe.editor.server.protocol import FIX_ALL
from kaohe.messages import Language
from kaohe.messages.language import named

Params = TypeVar("Params")
TRIGGERS = [" ", "{", "[", "(", ",", ".", "="]
"""Signs behind which an editor asks at once what may follow."""


def serve(language: Language, wanted: Wanted = every, *, settled: bool) -> None:
    """Speak with an editor over standard input and output to the end; a language that is not `settled` is its own."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:  # it closes what it writes to
        make(language, wanted, settled=settled).start_io(stdout=output)


def make(language: Language, wanted: Wanted = every, *, settled: bool) -> LanguageServer:
    """Texts are sent whole: parts of lines would be counted otherwise where a text has other line ends in it."""
    server = LanguageServer("kaohe", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    desk = Desk(language, wanted=wanted)
    _begin(server, desk, settled=settled)
    _watch(server, Checking(server, desk))
    answers = Answers(server, desk)
    _answer(server, types.TEXT_DOCUMENT_COMPLETION, answers.completion, types.CompletionOptions(TRIGGERS))
    _answer(server, types.TEXT_DOCUMENT_HOVER, answers.hover)
    _answer(server, types.TEXT_DOCUMENT_DEFINITION, answers.definition)
    _answer(server, types.TEXT_DOCUMENT_REFERENCES, answers.references)
    _answer(server, types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answers.symbols)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])
    _answer(server, types.TEXT_DOCUMENT_CODE_ACTION, answers.actions, kinds)
    return server


def _begin(server: LanguageServer, desk: Desk, *, settled: bool) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        if not settled:
            desk.language = named(params.locale or "") or desk.language
        chosen = str(getattr(server.workspace.position_encoding, "value", "utf-16"))
        desk.encoding = next(one for one in get_args(Encoding) if one == chosen)


def _watch(server: LanguageServer, checking: Checking) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        checking.soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        checking.soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        checking.all_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        checking.forget(params.text_document.uri)


def _answer(server: LanguageServer, asked: str, work: Callable[[Params], Any], options: Any = None) -> None:
    """Where the answer fails, the editor is told nothing and the reason is noted in its log."""

    def answer(params: Params) -> Any:
        try:
            return work(params)
        except Exception as failed:  # noqa: BLE001 - whatever a half-written file does, the server goes on
            server.window_log_message(types.LogMessageParams(types.MessageType.Error, f"{asked}: {failed!r}"))
            return None

    server.feature(asked, options)(answer)
