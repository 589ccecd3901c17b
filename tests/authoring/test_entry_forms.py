"""What the workbook of facts shows: a place for every fact, and what is known of a unit in it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.authoring.entry_cells import value_cell, whole
from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import Known, nothing_known
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import say
from kaohe.results.entry_form import EntryCell, EntryForm, EntryLine
from kaohe.submission.entry_rows import ITEM_ROW, MEANING, entry_rows
from kaohe.submission.given_facts import Common, GivenFact
from support import shipped
from support.compiled_once import compiled
from support.entries import EVERY_KIND, RUBRICS, blank, filled, later, of_every_kind
from support.rounds import share


def line(form: EntryForm, row: str) -> EntryLine:
    return next(one for one in form.lines if one.id == row)


def values(one: EntryLine) -> dict[str, object]:
    return {key: cell.value for key, cell in one.cells.items() if cell.value is not None}


@pytest.mark.parametrize("path", share(RUBRICS, of=4), ids=lambda path: path.stem)
class TestEveryForm:
    def test_every_fact_has_one_place(self, path: Path) -> None:
        form, groups = blank(path), compiled(path).reader.groups
        ids = [one.id for one in form.lines if one.kind == "fact"]
        assert ids == [row.id for row in entry_rows(groups)]
        assert len({*ids}) == len(ids)
        facts = {f"{group}.{name}" for group, places in groups.items() for name in places}
        assert {one.guide for one in form.lines if one.kind == "fact"} == {
            next(one for one in ids if one == fact or one.startswith(f"{fact}.")) for fact in facts
        }
        assert [one.id for one in form.lists] == [row.id for row in entry_rows(groups) if not row.fields]

    def test_items_in_the_forms_order(self, path: Path) -> None:
        items = compiled(path).rubric.items()
        rows = [one for one in blank(path).lines if one.kind == "item"]
        assert [(one.id, one.words["number"]) for one in rows] == [
            (f"{ITEM_ROW}{item.id}", number) for number, item in items
        ]

    def test_each_says_what_to_write_and_why(self, path: Path) -> None:
        for one in blank(path).lines:
            if one.kind == "fact":
                assert one.words["asked"]
                assert one.words["clause"]
                assert one.words["label"]

    def test_not_applicable_only_where_the_rubric_has_it(self, path: Path) -> None:
        form = blank(path)
        rows = {row.id: row for row in entry_rows(compiled(path).reader.groups)}
        for one in form.lines:
            if one.kind == "fact" and not one.id.startswith(f"{PARAMETERS}."):
                assert ("state" in one.cells) == (rows[one.id].place.optional and one.id == one.guide)


def test_a_change_has_both_numbers_side_by_side() -> None:
    one = line(blank(RUBRICS[0]), "coverage.contributors")
    assert one.checked == ("previous", "current")
    assert one.words == {
        "number": "1.1",
        "item": "扩面征缴工作",
        "label": "实际缴费人数",
        "unit": "人",
        "asked": "“上期数”填上年末，“填报数”填本年末\n说明：增幅按精确值比较，不先四舍五入",
        "clause": "实际缴费人数比上年末增加的得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分",
    }


def test_what_a_unit_has_reported() -> None:
    form = filled(of_every_kind())
    assert values(line(form, "growth.people")) == {"previous": Fraction(100), "current": Fraction(108)}
    assert values(line(form, "variety.filed_on")) == {"current": date(2013, 3, 15)}
    assert values(line(form, "variety.filed_in")) == {"current": "2013-05"}
    assert values(line(form, "shared.class")) == {"current": "一类"}
    assert values(line(form, "shared.fraud")) == {"current": "否"}
    assert values(line(form, "variety.opinion.reason")) == {"current": "基础较好"}
    assert line(form, "parameters.average").cells["current"] == EntryCell("percent", Fraction(4, 5), locked=True)
    incidents, tasks = form.lists
    assert [{key: cell.value for key, cell in one.items()} for one in incidents.members] == [
        {"member": "一号", "people": Fraction(2), "severity": "一般"}
    ]
    assert (incidents.rows, incidents.fields) == (20, ("people", "severity"))
    assert [column.label for column in tasks.columns] == ["名称", "完成数", "任务数"]
    assert [one.cells["current"].value for one in form.head] == ["甲市", Fraction(2013)]


def test_nothing_none_and_not_applicable_are_three_things() -> None:
    known = of_every_kind()
    places = compiled(EVERY_KIND).reader.groups
    incidents, passed, spending = (
        places[item][name].start
        for item, name in (("mechanism", "incidents"), ("quality", "passed"), ("quality", "spending"))
    )
    row = list(known.row)
    row[incidents], row[passed], row[spending] = (), NOT_APPLICABLE, None
    form = filled(replace(known, row=row))
    assert values(line(form, "mechanism.incidents")) == {"current": "无"}
    assert values(line(form, "quality.passed")) == {"state": "不适用"}
    assert values(line(form, "quality.spending")) == {}


def test_evidence_and_notes_stand_beside_what_they_are_about() -> None:
    about = ("variety", "works")
    known = replace(
        of_every_kind(), evidence={about: ("甲.pdf", "乙.pdf"), ("growth", ""): ("丙.pdf",)}, notes={about: "见附件"}
    )
    form = filled(known)
    found = values(line(form, "variety.works.part"))
    assert (found["evidence"], found["note"]) == ("甲.pdf；乙.pdf", "见附件")
    assert "evidence" not in line(form, "variety.works.whole").cells
    assert values(line(form, "items.growth")) == {"evidence": "丙.pdf"}


def test_parameters_beside_a_unit_that_has_reported_nothing() -> None:
    rubric = compiled(EVERY_KIND)
    start = rubric.reader.groups[PARAMETERS]["average"].start
    known = nothing_known(rubric, Common(parameters={start: GivenFact(Fraction(4, 5), "80%", "parameters.yaml")}))
    assert values(line(filled(known), "parameters.average")) == {"current": Fraction(4, 5)}
    peers = nothing_known(rubric, Common(peers={start: {"甲市": 1}}))
    assert set(peers.row) == {None}


class TestLaterStages:
    def test_what_was_reported_is_locked_and_can_be_corrected(self) -> None:
        form = later(replace(of_every_kind(), judged={"growth": Fraction(5)}))
        people = line(form, "growth.people")
        assert people.cells["current"] == EntryCell("number", Fraction(108), locked=True, unit="人", whole=True)
        assert people.cells["new_previous"] == EntryCell("number", unit="人", whole=True)
        assert people.cells["cause"].options == ("事实更正", "佐证不予采信", "填报差错")
        assert {"reason", "shown_by"} <= people.cells.keys()
        assert values(line(form, "items.growth")) == {"current": Fraction(5)}
        assert [one.id for one in form.head] == ["unit", "year", "by", "on"]
        assert "new_current" not in line(form, "parameters.average").cells
        assert all(cell.locked for key, cell in people.cells.items() if key in ("evidence", "note", "previous"))

    def test_lists(self) -> None:
        incidents, _ = later(of_every_kind()).lists
        assert [one.key for one in incidents.columns] == [
            *("member", "people", "severity", "new_people", "new_severity", "new_state"),
            *("cause", "reason", "shown_by"),
        ]
        assert (incidents.rows, len(incidents.members)) == (21, 1)
        assert [one.key for one in incidents.columns if one.free.locked] == ["people", "severity"]

    def test_a_year_that_nobody_has_said_can_still_be(self) -> None:
        form = later(replace(of_every_kind(), year=None))
        assert [(one.id, one.cells["current"].locked) for one in form.head][:2] == [("unit", True), ("year", False)]


def test_what_the_workbook_says_of_itself() -> None:
    about = EntryAbout("x.yaml", "self", {"b.two": "other", "a.one": "some"})
    form = EntryForms(shipped.compiled(), "en").first(about)
    facts = {name: text for name, text in form.about.items() if name.startswith(MEANING)}
    assert facts[f"{MEANING}coverage.contributors"] == "change 人"
    assert facts[f"{MEANING}data_use.uploads"] == "list ratio"
    assert {**dict(form.about.items() - facts.items()), "version": ""} == {
        "format": "kaohe-entry-1",
        "rubric": "x.yaml",
        "rubric_id": "jiangsu-employment-2011",
        "sha256": shipped.compiled().sha256,
        "version": "",
        "stage": "self",
        "language": "en",
        "readings": "a.one=some b.two=other",
    }
    assert form.title == "全省就业工作单项考核表: entries (自评分)"


def test_the_words_on_lists_only_where_there_are_any() -> None:
    plain = blank(next(path for path in RUBRICS if path.stem == "wage-arrears-grade"))
    for form, code in ((blank(EVERY_KIND), "how-lists"), (plain, "how-free"), (later(of_every_kind()), "review-lists")):
        assert form.how_to[3] == say(f"entry.{code}", "zh")
        assert len(form.how_to) == 5


def test_known_is_of_one_unit() -> None:
    assert Known((None,)) == Known((None,), "", None, {}, {}, {})


def test_what_is_counted_is_asked_for_as_a_whole_number() -> None:
    """The form that fills itself in computes no decimals of it."""
    people = Indicator(label="参训人数", kind="number", unit="人")
    assert whole(people, "")
    assert value_cell(people, "", None) == EntryCell("number", unit="人", whole=True)
    assert not whole(Indicator(label="经费", kind="number", unit="万元"), "")
    assert not whole(Indicator(label="次数", kind="count", unit="次"), "")
    assert not whole(Indicator(label="类别", kind="choice", options={"a": "一类"}), "")
