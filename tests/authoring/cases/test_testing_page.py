"""The page on cases tells the truth: the file in it is read, and all its cases agree."""

import re
from functools import partial

from kaohe import source
from kaohe.authoring.cases.case_keys import CASE, EXPECTED
from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import run
from support.folders import TOP
from support.small_cases import RUBRICS

PAGE = (TOP / "docs" / "testing.md").read_text(encoding="utf-8")


def test_the_file_in_it_agrees() -> None:
    (text, *_) = re.findall(r"```yaml\n(rubric:.*?)```", PAGE, re.DOTALL)
    found = read_cases(source.read("page.cases.yaml", text.encode()), RUBRICS)
    ran = list(run(found.cases, partial(RUBRICS.scorer, found.document)))
    assert (found.problems, [(one.differences, one.problems) for one in ran if not one.passed]) == ((), [])
    assert len(ran) == 4


def test_every_key_is_named() -> None:
    assert {f"`{key}`" for key in (*CASE, *EXPECTED)} <= set(re.findall(r"`[a-z]+`", PAGE))
