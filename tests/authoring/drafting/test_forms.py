"""Whole forms of other offices, made up after the kinds that there are: what each row becomes, read and pinned."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from authoring.drafting.summaries import summary
from kaohe import source
from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.library import checks
from kaohe.problems import errors
from kaohe.render import rubric_yaml
from kaohe.source.form_document.reading import read_form
from support.readings_together import lost
from support.rounds import share

FORMS = sorted((Path(__file__).parent / "forms").glob("*.md"))
LEFT = {"todo-of-item", "todo-of-form"}


def _draft(path: Path) -> dict[str, Any]:
    return rubric_data(official_form(read_form(path), str(path)), path.stem, "zh")


def _said(data: dict[str, Any]) -> Iterator[str]:
    for section in data["sections"]:
        for item in section["items"]:
            yield f"{item['title']} {item['points']:f}"
            yield from (f"  {summary(rule)}" for rule in (*item.get("rules", ()), *item.get("vetoes", ())))
            yield from (f"  silent {one['clause']}" for one in item.get("non_scoring", ()))
            yield from (f"  todo {one['clause']}" for one in item.get("todo", ()))
    yield from (f"todo {one['clause']}" for one in data.get("todo", ()))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_row(path: Path, pinned: Callable[[Path, str], None]) -> None:
    pinned(path.with_suffix(".txt"), "\n".join([*_said(_draft(path)), ""]))


@pytest.mark.parametrize("path", share(FORMS, of=10), ids=lambda path: path.stem)
def test_sound_but_for_what_is_left(path: Path) -> None:
    """And drafted the same way each time; no reading undoes another."""
    content = rubric_yaml.text(_draft(path), []).encode()
    assert content == rubric_yaml.text(_draft(path), []).encode()
    document = source.read(f"{path.stem}.yaml", content)
    assert {problem.code for problem in errors(checks.problems(document))} <= LEFT
    assert not lost(document.data)
