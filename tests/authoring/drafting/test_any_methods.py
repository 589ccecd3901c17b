"""Clauses put together at random, with pieces missing: a draft never fails, and is sound but for its todos."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from kaohe import source
from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.library import checks
from kaohe.problems import errors
from kaohe.render import rubric_yaml
from kaohe.source.form_document import lines

CORPUS: list[dict[str, Any]] = source.read(str(Path(__file__).parent / "phrases.yaml")).data["groups"]
PHRASES: list[str] = [method for group in CORPUS for method in group["phrases"]]
LEFT = {"todo-of-item", "todo-of-form"}


def _method(random: Random) -> str:
    first, second = random.choice(PHRASES), random.choice(PHRASES)
    start = random.randrange(len(first))
    made = {
        "as it is": first,
        "two": f"{first.rstrip('。')}{random.choice('，；。')}{second}",
        "with a gap": first[:start] + first[start + random.randrange(1, 6) :],
        "broken off": first[:start] + second[random.randrange(len(second)) :],
    }
    return random.choice(list(made.values())).replace("|", "/")


@pytest.mark.parametrize("seed", range(10))
def test_a_draft_is_sound(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing is kept secret
    points = ["3", "5", "6", "10", "20", "/", "-5"]
    rows = [f"|第{number}项|{random.choice(points)}|{_method(random)}|" for number in range(10)]
    form = official_form(lines.rows("\n".join(["考核表", "|项目|分值|评分标准|", *rows])), "form.md")
    content = rubric_yaml.text(rubric_data(form, "form", "zh"), []).encode()
    found = errors(checks.problems(source.read("form.yaml", content)))
    assert {problem.code for problem in found} <= LEFT
