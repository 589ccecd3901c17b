"""The small rubric of these tests, and cases of it that are written in them."""

from functools import partial

from kaohe import source
from kaohe.authoring.cases.case_reader import CasesFile, read_cases
from kaohe.authoring.cases.running import Outcome, run
from kaohe.stages.prepared_rubrics import PreparedRubrics
from support.folders import TOP

FOLDER = TOP / "tests" / "authoring" / "cases"
RUBRIC = FOLDER / "assessed.yaml"
CASES = FOLDER / "assessed.cases.yaml"
RUBRICS = PreparedRubrics("zh", {})
HEAD = "rubric: assessed.yaml\ncases:\n"


def cases(text: str, head: str = HEAD) -> CasesFile:
    """The cases of a text that would stand beside the rubric."""
    return read_cases(source.read(str(FOLDER / "written.cases.yaml"), (head + text).encode()), RUBRICS)


def outcomes(text: str, head: str = HEAD) -> list[Outcome]:
    found = cases(text, head)
    return list(run(found.cases, partial(RUBRICS.scorer, found.document)))


def said(text: str, head: str = HEAD) -> list[str]:
    """All that is wrong in the file itself, in Chinese and English."""
    found = [(one, language) for one in cases(text, head).problems for language in ("zh", "en")]
    return [f"{one.line}:{one.column} {one.message('en' if language == 'en' else 'zh')}" for one, language in found]
