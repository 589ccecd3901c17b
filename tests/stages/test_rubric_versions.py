"""Which facts another rubric knows again: by name and label, by the label alone, by the name alone."""

from pathlib import Path

import pytest

from kaohe.library import rubric_files
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.rubric_versions import kept_facts, row_under, taken_over
from support.two_years import write_years

LATE = "late: {label: 迟报, kind: count, unit: 次}"
FORGED = "forged: {label: 弄虚作假, kind: count, unit: 起}"
SWAPPED = (
    (LATE, "forged: {label: 迟报, kind: count, unit: 起}"),
    (FORGED, "late: {label: 弄虚作假, kind: count, unit: 起}"),
    ("count: late", "count: forged"),
    ("when: forged", "when: late"),
)
"""Names that only count: each fact has the other's."""
ALIKE = ((LATE, LATE.replace("次", "起")),)
OF_LATE = "late: {label: 迟报, kind: count, unit: 起}"


def _sides(folder: Path, *pairs: tuple[str, str], before: tuple[tuple[str, str], ...] = ()) -> list[CompiledRubric]:
    paths = write_years(folder, *pairs, before=before)[:2]
    return [CompiledRubric(rubric_files.load(path)[0], path.stem) for path in paths]


def _kept(folder: Path, *pairs: tuple[str, str], labels: bool) -> dict[str, str]:
    old, new = _sides(folder, *pairs, before=ALIKE)
    return {fact.id: before.id for before, fact in kept_facts(old, new, labels=labels)}


def test_names_that_only_count(tmp_path: Path) -> None:
    found = _kept(tmp_path, *SWAPPED, labels=True)
    assert found == {"forged": "late", "complete": "complete", "late": "forged", "trained": "trained"}


def test_of_one_form_names_alone_count(tmp_path: Path) -> None:
    found = _kept(tmp_path, *SWAPPED, labels=False)
    assert found == {"forged": "forged", "complete": "complete", "late": "late", "trained": "trained"}


def test_a_label_that_two_have_says_nothing(tmp_path: Path) -> None:
    two = "first: {label: 迟报, kind: count, unit: 起}\n          second: {label: 迟报, kind: count, unit: 起}"
    found = _kept(
        tmp_path,
        (LATE, two),
        ("{count: late, each: 1}", "{count: first, each: 1}, {count: second, each: 1}"),
        labels=True,
    )
    assert "first" not in found
    assert "second" not in found


@pytest.mark.parametrize(("late", "taken"), [(3, True), (7, False)])
def test_what_the_other_would_not_take(tmp_path: Path, late: int, taken: bool) -> None:  # noqa: FBT001 - from the cases
    old, new = _sides(tmp_path, (LATE, LATE.replace("unit: 次", "unit: 次, range: {to: 5}")))
    row = (late, None, None, True)
    assert [fact.id for _, fact in taken_over(old, new, row)] == (["late", "trained"] if taken else ["trained"])
    assert row_under(old, new, row, None, labels=True) == (late if taken else None, None, None, True)
