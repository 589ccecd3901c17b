"""A file mended: what its text alone leaves open is settled by what may stand at that place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from kaohe.authoring.our_files import is_ours
from kaohe.formulas.tokens import FOREIGN
from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.source.mending.edited_text import Edit, EditedText, Mend
from kaohe.source.mending.edits import folds
from kaohe.source.mending.mending import NOTHING, Mended, mend, read_through, says_as_much
from kaohe.source.text_findings import place

Examine = Callable[[Document], Sequence[Problem]]
"""What is wrong in a file's document."""
SIGNS: Mapping[str, str] = {
    sign: plain for sign, plain in FOREIGN.items() if len(sign) == 1 and not sign.isascii() and sign not in "且或非、"
}
"""Signs of a formula that stand for one thing only."""
OF_CLAUSES = ("clause-not-in-method", "orphan-words", "words-not-in-clause")
OF_KEYS = ("unknown-key", "unknown-item", "unknown-file-kind", "misplaced-key", "outermost-key", "key-beside")


def mended(path: Path, content: bytes, examine: Examine) -> Mended | None:
    """The file, mended as far as there is no doubt; None where there is nothing to mend, or it is none of ours."""
    leave = NOTHING
    while True:
        found = mend(content, leave)
        if found is None or not is_ours(found.before):
            return None
        refused = frozenset(_refused(path, found, examine))
        if not refused:
            break
        leave |= refused
    while _mend_signs(path, found, examine, leave):
        pass
    found = replace(found, edited=_unfolded(path, found, examine))
    return found if found.encodings or found.edited.mends else None


def _document(path: Path, found: Mended) -> Document | None:
    """What the text says by now, texts standing for what is still no value.

    None where it can't be read through, or has a key twice.
    """
    tree = read_through(found.edited.text)
    if tree is None or tree.repeats or not isinstance(tree.data, dict):
        return None
    return Document(str(path), tree.data, b"", found.edited.text, tree.starts)


def _refused(path: Path, found: Mended, examine: Examine) -> Iterator[int]:
    """Where numbers and keys are that something else was meant by: a text with full-width digits, or with a colon.

    A key in Chinese is one where all that the file says can be asked of it, for it may as well begin a text.
    """
    doubtful = [one for one in found.edited.mends if one.kind == "full-width"]
    document = _document(path, found) if doubtful else None
    if document is None:
        yield from (one.at for one in doubtful if not _sure(found, one))
        return
    wrong = [one for one in examine(document) if one.code.endswith("-expected") or one.code in (*OF_KEYS, "not-one-of")]
    places = {(one.line, one.column) for one in wrong if one.code not in OF_KEYS}
    for one in doubtful:
        foreign = one.text.startswith(":") and not _sure(found, one)
        if place(document.text, found.edited.now(one.at)) in places or (foreign and wrong):
            yield one.at


def _sure(found: Mended, one: Mend) -> bool:
    """Whether a mend needs no look at what it makes of the file: a key in Latin letters before a colon."""
    return one.text.startswith(":") and found.before[one.at : one.start].isascii()


def _mend_signs(path: Path, found: Mended, examine: Examine, leave: AbstractSet[int]) -> bool:
    """Mend the full-width signs of formulas that can't be read for them; whether there were any."""
    document = _document(path, found)
    wrong = examine(document) if document else ()
    return found.edited.make([edit for one in wrong for edit in _signs(found.edited.text, one)], leave)


def _signs(text: str, problem: Problem) -> Iterator[Edit]:
    """The edits of a formula, if it stands where the finding says."""
    formula, sign = str(problem.parameters.get("formula")), str(problem.parameters.get("found"))
    if problem.code != "formula-foreign" or sign not in SIGNS:
        return
    start = _offset(text, problem.line, problem.column) - formula.index(sign)
    if text.startswith(formula, start):
        for at, one in enumerate(formula, start):
            if one in SIGNS:
                yield Edit("full-width", at, at + 1, SIGNS[one], start)


def _unfolded(path: Path, found: Mended, examine: Examine) -> EditedText:
    """The text with official words on one line, if it is for these lines that clauses are not those of their method."""
    before, edits = _document(path, found), [*folds(found.edited.text)]
    wrong = examine(before) if before and edits else ()
    if not any(one.code in OF_CLAUSES for one in wrong):
        return found.edited
    edited = found.edited.copy()
    edited.make(edits, NOTHING)
    after = _document(path, replace(found, edited=edited))
    left = examine(after) if after and says_as_much(found.edited.text, edited.text) else wrong
    return (
        edited if len(left) < len(wrong) and {one.code for one in left} <= {one.code for one in wrong} else found.edited
    )


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
