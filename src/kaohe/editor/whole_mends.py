"""A file in an editor with all mended that can be meant in one way only, as `validate --fix` mends it."""

from collections.abc import Mapping
from pathlib import Path

from kaohe.authoring.mended_files import mended
from kaohe.authoring.validation import check_document
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.source.unsaved import unsaved
from kaohe.stages.unit_loader import UnitLoader

MECHANICAL = frozenset(
    (
        *("tab", "full-width-blank", "odd-blank", "invisible-character", "line-separator", "missing-colon"),
        *("full-width-number", "full-width-colon", "formula-foreign"),
    )
)
"""Findings that may be mended so, all of a file at once."""


def whole_mend(path: str, texts: Mapping[str, str], language: Language) -> tuple[str, int] | None:
    """The text of one of the open files after its mends, and how many there are; None where there are none."""

    def examine(document: Document) -> tuple[Problem, ...]:
        return check_document(document, UnitLoader(language, {}))

    contents = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    with unsaved(contents):
        found = mended(Path(path), contents[path], examine)
    if found is None or not found.edited.mends:  # ends of lines and encodings are the editor's own
        return None
    return found.edited.text, len(found.edited.mends)
