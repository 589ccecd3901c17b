"""What comes in becomes plain data with the place of each part; only this room knows the traps of its formats."""

import sys
from contextlib import suppress

from kaohe.problems import Problems
from kaohe.source import file_contents
from kaohe.source.decoding import BIGGEST_FILE, decode
from kaohe.source.document import Document, is_rubric
from kaohe.source.text_findings import Findings, Stopped
from kaohe.source.unsaved import content_of
from kaohe.source.yaml.loader import load

__all__ = ["Document", "read"]
TEXTS_OF_FACTS = ("full-width-number", "digit-grouping", "capital-word")
"""What is no YAML number or truth value, and yet no doubt where a fact's kind is known: there it is read as a text."""


def read(path: str, content: bytes | None = None) -> Document:
    """Read a YAML file, or standard input where the path is `-`.

    Raises Problems with all that was found, OSError if there is nothing to read.
    """
    if content is None:
        content = _content(path)
    shown = "<stdin>" if path == "-" else path
    findings = Findings()
    with suppress(Stopped):
        decode(content, findings)
        tree = load(findings)
        if not is_rubric(tree.data):
            findings.forget(TEXTS_OF_FACTS)
    if findings.found:
        raise Problems(findings.problems(shown))
    return Document(shown, tree.data, content, findings.text, tree.starts)


def _content(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(BIGGEST_FILE + 1)
    being_edited = content_of(path)
    if being_edited is not None:
        return being_edited
    return file_contents.content(path, BIGGEST_FILE + 1)
