"""Which texts of a rubric name facts."""

from pathlib import Path
from typing import Any

import pytest

from kaohe import source
from kaohe.editor.known_names import known_names
from kaohe.editor.outline.block import outline
from kaohe.editor.text_kinds import text_kind
from kaohe.formulas.tokens import names
from support.editing import SMALL
from support.folders import FORMS, TOP

LEVELS = {"increased", "diked", "open"}
"""Options of choices, which formulas compare."""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("rules 0 deductions 0 count", "formula"),
        ("rules 0 requires", "condition"),
        ("rules 0 requires 1", "condition"),
        ("rules 0 clause", ""),
        ("rules 0 points", ""),
        ("rules 0 cap", "formula"),
        ("rules 0 for_each list", "name"),
        ("rules 0 nothing of that", ""),
        ("rules 9 of", ""),
        ("vetoes 0 when", "condition"),
        ("together 0 0", "name"),
        ("indicators missing formula", "formula"),
        ("indicators missing label", ""),
    ],
)
def test_by_the_model(path: str, kind: str) -> None:
    data: Any = outline(SMALL).data
    steps = tuple(int(step) if step.isdigit() else step for step in path.split())
    if path.endswith("of that"):
        steps = ("rules", 0, "nothing", "of", "that")
    assert text_kind(("sections", 0, "items", 0, *steps), data) == kind


@pytest.mark.parametrize("path", [*(TOP / "rubrics").glob("*.yaml"), *FORMS.glob("*.yaml")], ids=lambda path: path.stem)
def test_all_that_sound_rubrics_name_is_known(path: Path) -> None:
    root = outline(source.read(str(path)).text)
    data = root.data
    for where, entry in root.walk():
        if entry.value.kind == "value" and text_kind(where, data):
            known = known_names(root, where, "zh")
            assert set(names(entry.value.text)) <= {*known, *LEVELS, "none", "null"}, where
