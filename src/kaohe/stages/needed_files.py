"""A file that rests on others, its rubric, parameters or first file: what is wrong in those is told with it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kaohe.problems import Problem, Problems, unreadable
from kaohe.source import Document


def needs(document: Document, problems: Iterable[Problem]) -> Problem:
    """What a file lacks that rests on others in which these problems are, where it names its rubric."""
    others = dict.fromkeys(problem.path for problem in problems)
    return document.problem("needs-other", ("rubric",), {"other": ", ".join(others)}, key=True)


@contextmanager
def needed_by(document: Document) -> Iterator[None]:
    """Add to the problems of a rubric or of parameters one for the file that rests on them.

    Raises Problems too where they can't be read.
    """
    try:
        yield
    except OSError as failed:
        found = unreadable(Path(document.file), failed)
    except Problems as unsound:
        found = unsound.problems
    else:
        return
    raise Problems([*found, needs(document, found)])
