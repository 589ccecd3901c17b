"""The columns of tables of facts: each fact has one, known by its id and by what people call it."""

from pathlib import Path

import pytest

from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.key_names import plainly
from kaohe.submission.table_columns import TableColumns, head_names
from support import shipped
from support.folders import FORMS, TESTS

EVERY_KIND = TESTS / "support" / "every_kind.yaml"
FORM_FILES = [path for path in sorted(FORMS.glob("*.yaml")) if not path.name.endswith(".cases.yaml")]
RUBRICS = [EVERY_KIND, rubric_files.shipped()[shipped.NAME], *FORM_FILES]


def columns(path: Path) -> TableColumns:
    rubric, document = rubric_files.load(path)
    return TableColumns(CompiledRubric(rubric, document.sha256).reader)


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_fact_is_found_by_its_id_and_by_its_label(path: Path, language: Language) -> None:
    known = columns(path)
    assert known.facts
    for one in known.facts:
        assert known.find(one.name) is one
        assert known.find(known.label(one, language)) is one
    labels = [plainly(known.label(one, language)) for one in known.facts]
    assert len({*labels, *head_names()}) == len(labels) + len(head_names())


def test_ids_and_labels() -> None:
    known = columns(EVERY_KIND)
    called = {one.name: known.label(one, "zh") for one in known.facts}
    assert called["parameters.average"] == "全省平均合格率"
    assert called["shared.class"] == "类别"
    assert called["mechanism.staff_missing"] == "1.1 缺少的人员"
    assert called["growth.people.previous"] == "2.1 人数：上年末"
    assert "mechanism.incidents" not in called
    assert "mechanism.incidents" in dict(known.lists)


def test_names_as_people_retype_them() -> None:
    known = columns(EVERY_KIND)
    assert known.find(" 1.1缺少的 人员") is known.find("Mechanism.Staff_Missing") is known.find("１.１　缺少的人员")
    assert known.find("1.1 缺少的人员(mechanism.staff_missing)") is known.find("mechanism.staff_missing")
    assert known.find("缺少的人员") is None
    assert known.list_of("1.1 失职事件") is known.list_of("mechanism.incidents") is not None
    assert known.list_of("mechanism.deputies") is None


def test_facts_that_are_called_alike_carry_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "alike.yaml"
    text = EVERY_KIND.read_text(encoding="utf-8")
    path.write_text(text.replace("label: 缺少的副职", "label: 缺少的人员"), encoding="utf-8")
    known = columns(path)
    called = [known.label(one, "zh") for one in known.facts if one.place.indicator.label == "缺少的人员"]
    assert called == ["1.1 缺少的人员（mechanism.staff_missing）", "1.1 缺少的人员（mechanism.deputies）"]
    assert known.find("1.1 缺少的人员") is None


def test_a_remark_on_a_fact_by_its_id_or_its_label(tmp_path: Path) -> None:
    """Of two facts that are called alike, only by the id."""
    known = columns(EVERY_KIND)
    names = ("mechanism.staff_missing.note", "1.1 缺少的人员：备注", "1.1 缺少的人员备注", "1.1 缺少的人员: note")
    assert {known.note(name) for name in names} == {("notes", "mechanism", "staff_missing")}
    assert known.note("1.1 缺少的人员") is None
    path = tmp_path / "alike.yaml"
    text = EVERY_KIND.read_text(encoding="utf-8")
    path.write_text(text.replace("label: 缺少的副职", "label: 缺少的人员"), encoding="utf-8")
    assert [columns(path).note(name) for name in names] == [("notes", "mechanism", "staff_missing"), None, None, None]
