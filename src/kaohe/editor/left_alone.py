"""A finding in a rubric that its author leaves as it is: the comment for it, of which only the reason is missing."""

from collections.abc import Iterator

from kaohe.editor.findings import Found
from kaohe.editor.mends import Mend
from kaohe.editor.outline.block import outline
from kaohe.editor.pointed import pointed
from kaohe.library.checks.acknowledged import KNOWABLE
from kaohe.messages import Language, say


def left_alone(found: Found, text: str, language: Language) -> Iterator[Mend]:
    """The comment at the end of the line: as long as it gives no reason, that is said of it."""
    problem = found.problem
    knowable = problem.severity == "warning" or problem.code in KNOWABLE
    line = text.find("\n", found.end)
    end = len(text) if line < 0 else line
    if knowable and not problem.reason and not _within_a_text(text, end):
        yield Mend(say("editor.leave", language), end, end, f"  # kaohe: ignore {problem.code}: ")


def _within_a_text(text: str, end: int) -> bool:
    """Whether a text goes on past the end of the line: there a comment would be a part of it."""
    at = pointed(outline(text), end)
    return at is not None and at.entry.value.kind == "value" and at.entry.value.end > end
