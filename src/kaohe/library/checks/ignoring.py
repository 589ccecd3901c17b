"""Comments in a rubric by which its author leaves a finding as it is: `# kaohe: ignore CODE: reason`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.messages.problem_topics import problem_codes
from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.source.models import nearest
from kaohe.source.yaml.comments import Comment, comments

MUST_BE_MENDED = "ignored-must-be-mended"
_IGNORE = re.compile(r"ignore\b\s*(?P<codes>[^:：]*)(?:[:：]\s*(?P<reason>.*))?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding of this code on this line is left as it is, for this reason."""

    code: str
    reason: str
    comment: Comment
    path: str

    def covers(self, problem: Problem) -> bool:
        return problem.code == self.code and problem.line == self.comment.about

    def in_vain(self) -> Problem:
        return _problem("nothing-to-ignore", self.path, self.comment, found=self.code, line=self.comment.about)

    def refused(self) -> Problem:
        return _problem(MUST_BE_MENDED, self.path, self.comment, found=self.code)


def ignored(document: Document) -> tuple[list[Ignored], list[Problem]]:
    """What comments leave as it is, and what is wrong with comments."""
    read = [one for comment in comments(document.text) for one in _read(comment, document.path)]
    return [one for one in read if isinstance(one, Ignored)], [one for one in read if isinstance(one, Problem)]


def idle(document: Document) -> tuple[Problem, ...]:
    """What is said of such comments in a unit's file, which has `notes` instead."""
    return tuple(_problem("comment-in-facts", document.path, one, found=one.words) for one in comments(document.text))


def _read(comment: Comment, path: str) -> Iterator[Ignored | Problem]:
    meant = _IGNORE.fullmatch(comment.words)
    if meant is None:
        yield _problem("comment-unknown", path, comment, found=comment.words)
        return
    codes = [one for one in _BETWEEN.split(meant["codes"]) if one]
    reason = (meant["reason"] or "").strip()
    if not codes or not reason:
        yield _problem("ignore-without-reason", path, comment, found=", ".join(codes) or "CODE")
        return
    for code in codes:
        if code in problem_codes():
            yield Ignored(code, reason, comment, path)
        else:
            near = nearest(code, problem_codes())
            yield _problem("ignore-unknown-code", path, comment, found=code, nearest=near)


def _problem(kind: str, path: str, comment: Comment, **parameters: object) -> Problem:
    return Problem(kind, path, comment.line, comment.column, parameters, "warning")
