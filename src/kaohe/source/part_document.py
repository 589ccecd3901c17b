"""A part of a file as a document of its own: data put together from it, each at the place where the file has it."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaohe.source.document import Document
from kaohe.source.workbook_document import WorkbookDocument
from kaohe.source.yaml.places import Step

Path = tuple[Step, ...]


def part_document(whole: Document, data: Mapping[str, Any], origins: Mapping[Path, Path]) -> Document:
    """The document of these data; `origins` lead from paths in them to where the file has what stands there."""
    part = _Part(whole, origins, set())
    if isinstance(whole, WorkbookDocument):
        paths = {*((key,) for key in data), *(path for path in origins if path)}
        places = {path: whole.place(part.origin(path)) for path in paths}
        return WorkbookDocument(whole.path, data, b"", "", [], places, (), (), {})
    if not whole.starts:
        return Document(whole.path, data, b"", "", [])
    starts = [whole.start(part.origin(())), *part.starts(data, ())]
    return Document(whole.path, data, b"", whole.text, starts)


class _Part:
    """Finds where the parts of data start, in their own order."""

    def __init__(self, whole: Document, origins: Mapping[Path, Path], seen: set[int]) -> None:
        self._whole = whole
        self._origins = origins
        self._seen = seen

    def starts(self, value: Any, path: Path) -> Iterator[int]:
        """What an alias stands for has starts but once, as in a file."""
        if not isinstance(value, dict | list) or id(value) in self._seen:
            return
        self._seen.add(id(value))
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            origin = self.origin((*path, step))
            if isinstance(value, dict):
                yield self._whole.start(origin, key=True)
            yield self._whole.start(origin)
            yield from self.starts(one, (*path, step))

    def origin(self, path: Path) -> Path:
        """The path in the file of what is at a path in the data."""
        for length in range(len(path), -1, -1):
            if path[:length] in self._origins:
                return (*self._origins[path[:length]], *path[length:])
        return ()
