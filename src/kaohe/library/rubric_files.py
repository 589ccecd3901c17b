"""Rubric files: where they are found, and how one becomes a Rubric."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.library.clashing_readings import same_place, unsound_together
from kaohe.library.readings import clashes, patched
from kaohe.problems import Problems, Unusable, errors
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.models import construct, nearest

PACKAGE = Path(__file__).parents[1]
DIGESTS = "validated.sha256"
_FOUND_SOUND: set[str] = set()


@cache
def shipped() -> Mapping[str, Path]:
    """The rubrics that come with kaohe, by id; what stands beside a rubric has another ending before the last."""
    return {path.stem: path for path in sorted(shipped_folder().glob("*.yaml")) if "." not in path.stem}


def shipped_folder() -> Path:
    """In an installed kaohe beside its modules, in a checkout at the top."""
    installed = PACKAGE / "_rubrics"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "rubrics"


def find(name: str, beside: Path) -> Path:
    """The file of a rubric named by its shipped id or by a path relative to the folder `beside`."""
    if name.endswith((".yaml", ".yml")):
        return beside / name
    known = shipped()
    if name not in known:
        raise Unusable("unknown-rubric", found=name, nearest=nearest(name, tuple(known)), known=", ".join(known))
    return known[name]


def load(path: Path, choices: Mapping[str, str] | None = None) -> tuple[Rubric, Document]:
    """A rubric with its readings taken as chosen; raises Problems with all errors of the file."""
    document = sound(path)
    return built(document, choices or {}), document


def sound(path: Path) -> Document:
    """A rubric's file; raises Problems with all of its errors.

    A file whose every byte was validated before it was shipped is not checked once more.
    """
    document = source.read(str(path))
    if not _checked(document):
        _refuse_unsound(document)
    return document


def built(document: Document, choices: Mapping[str, str]) -> Rubric:
    """The rubric of a sound file with its readings taken as chosen; raises Problems where they clash."""
    return construct(Rubric, taken(document, choices))


def taken(document: Document, choices: Mapping[str, str]) -> Any:
    """A sound rubric's data with its readings taken as chosen; raises Problems where they clash."""
    if len(choices) > 1:
        clashing = [same_place(document, one) for one in clashes(document.data, choices)]
        if clashing:
            raise Problems(clashing)
    data = patched(document.data, choices)
    if len(choices) > 1 and not _checked(document):  # each was found sound alone
        from kaohe.library.checks import unsound

        wrong = unsound(document, data)
        if wrong:
            raise Problems([*wrong, unsound_together(document, choices, wrong[0])])
    return data


def taken_otherwise(document: Document, choices: Mapping[str, str]) -> Callable[[str, str], Any]:
    """What takes one reading, by its full name, as an option says, beside those that are chosen."""
    return lambda reading, option: taken(document, {**choices, reading: option})


def _checked(document: Document) -> bool:
    return document.sha256 in _validated_digests()


@cache
def _validated_digests() -> frozenset[str]:
    listed = shipped_folder() / DIGESTS
    if not listed.is_file():
        return frozenset()
    return frozenset(line.split()[0] for line in listed.read_text(encoding="utf-8").splitlines())


def _refuse_unsound(document: Document) -> None:
    """The same bytes, wherever they stand, are checked once in a run."""
    if document.sha256 in _FOUND_SOUND:
        return
    from kaohe.library.checks import problems

    found = errors(problems(document))
    if found:
        raise Problems(found)
    _FOUND_SOUND.add(document.sha256)
