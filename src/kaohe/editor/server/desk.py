"""The files that an editor has open, and what was found in each when it was last checked."""

from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import to_fs_path
from pygls.workspace import TextDocument, Workspace

from kaohe.editor.findings import Found, Wanted, every, findings
from kaohe.editor.lines import Encoding, Lines
from kaohe.editor.open_file import KnownRubrics, OpenFile
from kaohe.messages import Language
from kaohe.source.unsaved import unsaved
from kaohe.stages.rosters import is_roster_file


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one version of a file."""

    version: int
    found: tuple[Found, ...]


@dataclass(slots=True)
class Desk:
    """Language and rubrics of one editor's run; `checked` are findings by the files' addresses."""

    language: Language
    encoding: Encoding = "utf-16"
    wanted: Wanted = every
    checked: dict[str, Checked] = field(default_factory=dict)
    _rubrics: KnownRubrics | None = None

    @property
    def rubrics(self) -> KnownRubrics:
        if self._rubrics is None or self._rubrics.language != self.language:
            self._rubrics = KnownRubrics(self.language)
        return self._rubrics

    def file(self, document: TextDocument) -> OpenFile:
        return OpenFile(path_of(document.uri), text_of(document), self.rubrics)

    def lines(self, document: TextDocument) -> Lines:
        return Lines(text_of(document), self.encoding)

    def texts(self, workspace: Workspace) -> dict[str, str]:
        """All texts that are open, by the paths of their files."""
        return {path_of(document.uri): document.source for document in workspace.text_documents.values()}

    def check(self, uri: str, version: int, texts: dict[str, str]) -> Checked:
        """Everything wrong in a file of ours; nothing in another's."""
        path = path_of(uri)
        with unsaved(as_bytes(texts)):
            ours = self._is_ours(path, texts[path])
        found = tuple(findings(path, texts, self.language, self.wanted)) if ours else ()
        self.checked[uri] = Checked(version, found)
        return self.checked[uri]

    def _is_ours(self, path: str, text: str) -> bool:
        """Whoever edits YAML has files of other programs open as well."""
        return is_roster_file(Path(path)) or OpenFile(path, _narrow(text), self.rubrics).kind != "unknown"


def path_of(uri: str) -> str:
    """The path of a file; of a text that has none yet, its address."""
    return to_fs_path(uri) or uri


def text_of(document: TextDocument) -> str:
    """The text with its lines ended as everywhere here."""
    return _narrow(document.source)


def as_bytes(texts: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}


def _narrow(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
