"""Which files hold cases: those that are named, those below folders, those beside a rubric."""

from collections.abc import Iterable, Iterator
from os.path import realpath
from pathlib import Path

from kaohe import source
from kaohe.authoring.cases.case_reader import ENDINGS, CasesFile, is_cases, read_cases
from kaohe.authoring.cases.signing.sealed_cases import is_begun
from kaohe.authoring.cases.signing.signed_workbook import signed_document
from kaohe.authoring.input_files import called_below
from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems, Unusable
from kaohe.source.document import is_rubric
from kaohe.source.file_kinds import is_lock, is_workbook, kind_of
from kaohe.stages.prepared_rubrics import PreparedRubrics


def case_files(named: Iterable[str]) -> list[Path]:
    """The files of cases of paths and shipped rubrics, each once; raises Unusable where there are none, OSError."""
    found: dict[str, Path] = {}
    for name in named:
        several = list(_of(name))
        if not several:
            raise Unusable("no-cases", found=name)
        for path in several:
            found.setdefault(realpath(path), path)
    return list(found.values())


def read_file(path: Path, rubrics: PreparedRubrics) -> CasesFile:
    """The cases of a file; raises Problems where it or its rubric can't be read, OSError."""
    return read_cases(_cases(path), rubrics)


def rubric_of(found: CasesFile, rubrics: PreparedRubrics) -> Path:
    """The file of the rubric that a file of cases is about."""
    return rubrics.path(found.document)


def _of(name: str) -> Iterator[Path]:
    """What one name leads to."""
    path = Path(name)
    if path.is_dir():
        below = called_below(path, (*ENDINGS, ".xlsx"))
        yield from sorted(one for one in below if one.name.endswith(ENDINGS) or _signing(one))
    elif not path.exists() and name in rubric_files.shipped():
        yield from beside(rubric_files.shipped()[name])
    elif is_cases(path.name) or is_workbook(path.name):
        path.stat()  # raises OSError where it is not there
        yield path
    elif is_rubric(source.read(name).data):
        yield from beside(path)
    else:
        _cases(path)
        yield path


def beside(rubric: Path) -> list[Path]:
    """The files of cases that bear a rubric's name and lie in its folder: `NAME.cases.yaml`, `NAME.MORE.cases.yaml`."""
    several = (one for ending in ENDINGS for one in rubric.parent.glob(f"*{ending}"))
    return sorted(one for one in several if one.name.startswith(f"{rubric.stem}."))


def _cases(path: Path) -> source.Document:
    """The document of a file of cases, or of a workbook in which they were signed; raises Problems where it is none."""
    if is_workbook(path.name):
        return signed_document(str(path))
    document = source.read(str(path))
    if kind_of(document) != "cases":
        raise Problems([Problem("no-cases-file", str(path), *document.position(()))])
    return document


def _signing(path: Path) -> bool:
    """Whether cases were signed in a file, by its name first: only a workbook is opened."""
    return path.name.endswith(".xlsx") and not is_lock(path.name) and is_begun(path)
