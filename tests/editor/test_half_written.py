"""Whatever is cut out of a file or put into it: each question about any of its places has an answer."""

from pathlib import Path
from random import Random

import pytest

from kaohe.editor.completion.offers import offers
from kaohe.editor.declared import declaration, references
from kaohe.editor.hover import hover
from kaohe.editor.open_file import KnownRubrics, OpenFile
from kaohe.editor.symbols import symbols
from support.editing import RUBRICS, edited, open_file
from support.folders import BAD, FORMS, TOP
from support.rounds import share

FILES = [*BAD.glob("*.yaml"), *FORMS.glob("*.yaml"), *(TOP / "examples").rglob("*.yaml")]
SIGNS = ["", "{", "[", '"', "- ", ": ", "\n", "  ", "|", "#", "}", "，", "x: ", "null", "[]", "3"]


@pytest.mark.parametrize("seed", range(6))
def test_there_is_an_answer(seed: int) -> None:
    random, rubrics = Random(seed), KnownRubrics("zh")  # noqa: S311 - any cuts will do
    for path in random.sample(sorted(FILES), 40):
        text = path.read_bytes().decode("utf-8", "replace")
        start = random.randrange(len(text) + 1)
        sign = random.choice(SIGNS)
        text = text[:start] + sign + text[start + random.choice((0, 1, 5, 50, 500)) :]
        file = OpenFile(str(path), text, rubrics)
        for offset in (start + len(sign), random.randrange(len(text) + 1)):
            for answer in (offers, hover, declaration, references):
                answer(file, min(offset, len(text)))
        symbols(file)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: ratio, ", "kind: ratio, formula: missing / 2, "),
        ("{count: missing, each: 1}", "{count: missing, fac3ach: 1}"),
        ("type: deductions", "type: [deductions]"),
        ("type: deductions", "type: null"),
        ("when: accident", "when: ac#cident"),
        ("rules:\n", "rules: 3\n        more:\n"),
        ("options: {good: 好, poor: 差}", "options: [3]"),
        ("- id: work", "- 3\n  - id: work"),
    ],
)
def test_what_once_had_none(old: str, new: str) -> None:
    text = edited(old, new)
    file = open_file(text, str(Path(RUBRICS / "small.yaml")))
    for offset in share(range(len(text)), of=3):
        hover(file, offset)
    for offset in share(range(0, len(text), 7), of=2):
        offers(file, offset)
    symbols(file)
