"""An editor in the hands of tests: it starts `kaohe lsp` and speaks with it as editors do."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from support.editing import at_cursor

PATIENCE = 60
"""Seconds: a machine may be busy with other tests."""


@dataclass
class Editor:
    """A running server, what it has published, and what it has noted in its log."""

    client: LanguageClient = field(default_factory=lambda: LanguageClient("tests", "1"))
    published: "asyncio.Queue[types.PublishDiagnosticsParams]" = field(default_factory=asyncio.Queue)
    log: list[str] = field(default_factory=list)
    capabilities: types.ServerCapabilities = field(default_factory=types.ServerCapabilities)

    def __post_init__(self) -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)  # type: ignore[untyped-decorator]
        def note(params: types.LogMessageParams) -> None:
            self.log.append(params.message)

    def open(self, path: Path, text: str) -> str:
        uri = path.as_uri()
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def write(self, uri: str, version: int, text: str) -> types.Position:
        """Change the text to one with the cursor's sign in it, and say where that stands."""
        written, offset = at_cursor(text)
        self.change(uri, version, written)
        line = written.count("\n", 0, offset)
        before = written[written.rfind("\n", 0, offset) + 1 : offset]
        return types.Position(line, len(before.encode("utf-16-le")) // 2)

    async def findings(self, uri: str, version: int | None = 1) -> list[types.Diagnostic]:
        """What was published for one version of a file; what is out of date is passed over."""
        while True:
            found = await asyncio.wait_for(self.published.get(), PATIENCE)
            if (found.uri, found.version) == (uri, version):
                return list(found.diagnostics)


@asynccontextmanager
async def editor(locale: str = "zh-CN", *options: str) -> AsyncIterator[Editor]:
    found = Editor()
    await found.client.start_io(sys.executable, "-m", "kaohe", "lsp", *options)
    asked = types.InitializeParams(capabilities=types.ClientCapabilities(), locale=locale)
    found.capabilities = (await found.client.initialize_async(asked)).capabilities
    found.client.initialized(types.InitializedParams())
    yield found
    await found.client.shutdown_async(None)
    found.client.exit(None)
    process = found.client._server  # noqa: SLF001 - how it ended is nowhere else to be seen
    assert process is not None
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    await found.client.stop()  # type: ignore[no-untyped-call]


def edit(work: Callable[[Editor], Awaitable[None]], locale: str = "zh-CN", *options: str) -> None:
    """Have an editor do some work, in a loop of its own."""

    async def run() -> None:
        async with editor(locale, *options) as found:
            await work(found)

    asyncio.run(asyncio.wait_for(run(), 3 * PATIENCE))
