"""A workbook that was changed: every cell that differs is named, and nothing else."""

from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from kaohe.audit import workbook_differences
from kaohe.audit.cell_contents import contents, same
from kaohe.audit.pages import Pages
from kaohe.audit.workbook_differences import differences
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.xlsx.workbook import drawn, workbook_bytes
from kaohe.results.seal_text import PAGE
from kaohe.stages.scored_dossier import scored
from support.command_line import CITIES, CITY_FILES, ROOT, SHIPPED
from support.rendered.printing import IN_OFFICE, Office
from support.rounds import rounds, share
from support.workbooks import (
    FORM,
    LEDGER,
    NOTES,
    RECONCILIATION,
    edited,
    loaded,
    loosened,
    resealed,
    three_stage_workbook,
    three_stages,
    told,
    unit,
    verified,
)

NAMES = [path.stem for path in CITY_FILES]
EVERY_KIND = ROOT / "tests" / "support" / "every_kind.unit.yaml"
HEAD, LAST = 4, 46  # the rows of the form's headings and of its total
STAGES = {"F": "自评分", "G": "省厅初评分", "H": "省厅审定考核分"}
SCORES = [f"{letter}{row}" for letter in STAGES for row in range(HEAD + 1, LAST + 1)]


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Opened once; whoever changes it changes it back."""
    return loaded(three_stage_workbook())


@cache
def drawn_once() -> Workbook:
    return drawn(scored(three_stages()), "zh")


def found_in(book: Workbook) -> tuple[Problem, ...]:
    pages = Pages("丙市.xlsx", book, three_stage_workbook())
    with patch.object(workbook_differences, "drawn", lambda *_: drawn_once()):
        return differences(pages, scored(three_stages()), "zh", "zh", frozenset()).problems


def test_the_form_has_three_scores_of_every_item_and_of_the_whole(book: Workbook) -> None:
    numbers = [cell for cell in SCORES if isinstance(book[FORM][cell].value, int | float)]
    assert (numbers, len(SCORES)) == (SCORES, 42 * 3)
    assert found_in(book) == ()


@pytest.mark.parametrize("place", share(SCORES, of=4))
def test_any_score_that_is_changed_is_found(book: Workbook, place: str) -> None:
    cell = book[FORM][place]
    assert isinstance(cell, Cell)
    right = cell.value
    assert isinstance(right, int | float)
    for wrong in (right + 1, right - 0.5, str(right), None):
        cell.value = wrong
        (problem,) = found_in(book)
        cell.value = right
        assert (problem.code, problem.severity, problem.parameters["cell"]) == ("score-changed", "error", place)
        assert problem.parameters["stage"] == STAGES[place[0]]
        items = [item for section in scored(three_stages()).last.sections for item in section.items]
        row = int(place[1:]) - HEAD - 1
        assert problem.parameters["item"] == (items[row].id if row < len(items) else "")
        assert str(right) in problem.message("zh")


CELLS = st.sampled_from([(page.title, place) for page in drawn_once().worksheets for place in contents(page)])
CHANGES = st.none() | st.integers() | st.floats(-1000, 1000) | st.text("甲乙改9=", min_size=1)


@given(st.dictionaries(CELLS, CHANGES, max_size=40))
@rounds(40)
def test_what_is_named_is_what_was_changed(changes: dict[tuple[str, tuple[int, int]], object]) -> None:
    book = loaded(three_stage_workbook())
    expected = set()
    for (sheet, (row, column)), value in changes.items():
        cell = book[sheet].cell(row, column)
        assert isinstance(cell, Cell)
        if not same(cell.value, value):  # type: ignore[arg-type]
            expected.add((sheet, f"{get_column_letter(column)}{row}"))
        cell.value = value  # type: ignore[assignment]
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
    assert {(one.parameters["sheet"], one.parameters["cell"]) for one in found_in(book)} == expected


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", [EVERY_KIND, *share(CITY_FILES, of=6)], ids=["every kind", *share(NAMES, of=6)])
def test_an_unchanged_workbook_is_sound(path: Path, language: Language, tmp_path: Path) -> None:
    content = workbook_bytes(scored(unit(path, language=language)), language)
    for one in (content, edited(content, lambda _: None)):
        found = verified(one, tmp_path, str(path.with_name("every_kind.yaml")) if path == EVERY_KIND else SHIPPED)
        assert (told(found), found.opened) == ([], True)
        assert found.cells > 300 or path == EVERY_KIND


@IN_OFFICE
def test_what_libreoffice_has_saved_is_sound(office: Office, tmp_path: Path) -> None:
    dossiers = {path.stem: scored(unit(path)) for path in share(CITY_FILES, of=5)} | {"三阶段": scored(three_stages())}
    for name, dossier in dossiers.items():
        (tmp_path / f"{name}.xlsx").write_bytes(workbook_bytes(dossier, "zh"))
    saved = tmp_path / "saved"
    office.convert("xlsx", saved, *tmp_path.glob("*.xlsx"))
    assert len(list(saved.iterdir())) == len(dossiers)
    for path in saved.iterdir():
        assert b"LibreOffice" in path.read_bytes() or path.read_bytes() != (tmp_path / path.name).read_bytes()
        assert told(verified(path.read_bytes(), tmp_path)) == []


def test_the_seal_is_out_of_sight() -> None:
    book = loaded(three_stage_workbook())
    assert book.sheetnames == [FORM, LEDGER, RECONCILIATION, NOTES, PAGE]
    assert book[PAGE].sheet_state == "veryHidden"
    notes = {row[0]: row[1] for row in book[NOTES].iter_rows(min_col=1, max_col=2, values_only=True)}
    seal = {row[0]: row[1] for row in book[PAGE].iter_rows(max_col=2, values_only=True)}
    assert notes["事实摘要 SHA-256"] == seal["sha256"]


def test_a_later_stage_entered_by_hand_is_told_and_no_more(tmp_path: Path) -> None:
    content = workbook_bytes(scored(unit(CITIES / "甲市.yaml")), "zh")

    def enter(book: Workbook) -> None:
        book[FORM]["G5"], book[FORM]["G46"], book[FORM]["H46"] = 7, "=SUM(G5:G45)", "已审"

    found = verified(edited(content, enter), tmp_path)
    assert told(found) == [("score-entered", f"{FORM}!{cell}") for cell in ("G5", "G46", "H46")]
    assert {one.severity for one in found.problems} == {"warning"}


def test_an_open_score_is_a_text_with_its_range(tmp_path: Path) -> None:
    content = workbook_bytes(scored(unit(CITIES / "癸市.yaml")), "zh")
    page = loaded(content)[FORM]
    place = next(f"F{row}" for row in range(5, 46) if isinstance(page[f"F{row}"].value, str))

    def settle(book: Workbook) -> None:
        book[FORM][place] = 5

    assert told(verified(edited(content, settle), tmp_path)) == [("score-changed", f"{FORM}!{place}")]


def test_rows_that_were_put_in_or_taken_out(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = loosened(book[FORM])
        page.insert_rows(9, 2)
        page["F14"] = 99  # was F12
        page.delete_rows(20)  # was row 18
        loosened(book[LEDGER]).insert_rows(4)

    found = verified(edited(three_stage_workbook(), edit), tmp_path)
    assert told(found) == [("form-moved", ""), ("item-gone", ""), ("score-changed", f"{FORM}!F14"), ("form-moved", "")]
    first, gone, *_ = found.problems
    assert (first.parameters["added_rows"], first.parameters["gone_rows"]) == (2, 1)
    assert gone.parameters["title"] == "2.5 基础工作"


def test_columns_that_were_put_in_or_taken_out(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = loosened(book[FORM])
        page.insert_cols(6)
        page["H7"] = 99  # was G7
        page.delete_cols(4)

    found = verified(edited(three_stage_workbook(), edit), tmp_path)
    assert told(found) == [("form-moved", ""), ("score-changed", f"{FORM}!G7")]
    assert (found.problems[0].parameters["added_columns"], found.problems[0].parameters["gone_columns"]) == (1, 1)


def test_remarks_beside_and_below_the_form(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[FORM]["J3"], book[FORM]["B50"], book[FORM]["XFD1048576"], book[FORM]["C49"] = "已阅", "盖章", "远", "  "

    assert told(verified(edited(three_stage_workbook(), edit), tmp_path)) == [
        ("cell-changed", f"{FORM}!{cell}") for cell in ("J3", "B50", "XFD1048576")
    ]


def without(name: str) -> bytes:
    return edited(three_stage_workbook(), lambda book: book.remove(book[name]))


def renamed(book: Workbook) -> None:
    book[FORM].title = "表一"


def test_pages_that_are_gone(tmp_path: Path) -> None:
    for name in (LEDGER, RECONCILIATION, NOTES):
        found = verified(without(name), tmp_path)
        assert [(one.code, one.parameters) for one in found.problems] == [("sheet-missing", {"sheet": name})]
    other = told(verified(edited(three_stage_workbook(), renamed), tmp_path))
    assert [code for code, _ in other] == ["sheet-missing", "sheet-added"]
    assert told(verified(without(PAGE), tmp_path)) == [("seal-missing", "")]


def spoilt(place: str, old: str, new: str) -> bytes:
    def edit(book: Workbook) -> None:
        cell = book[PAGE][place]
        assert old in str(cell.value)
        cell.value = str(cell.value).replace(old, new)

    return edited(three_stage_workbook(), edit)


@pytest.mark.parametrize(
    ("place", "old", "new", "code"),
    [
        ("B4", '"coverage.contributors.current":1468420', '"coverage.contributors.current":1468421', "seal-broken"),
        ("B4", "0", "", "seal-broken"),
        ("A4", "facts", "fact", "seal-missing"),
        ("B3", "a", "b", "seal-broken"),
    ],
)
def test_a_seal_that_was_altered(place: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    found = verified(spoilt(place, old, new), tmp_path)
    assert (told(found), found.again) == ([(code, "")], None)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"format":1', '"format":2', "seal-unknown"),
        ('"format":1', '"format":1,', "seal-unfit"),
        ('"coverage.contributors.current":', '"coverage.contributors.now":', "seal-unfit"),
        ('"coverage.migrant_workers.current":306640', '"coverage.migrant_workers.current":{"text":"x"}', "seal-unfit"),
        ('"name":"contributors"', '"name":"nobody"', "seal-unfit"),
        ('"readings":{}', '"readings":{"coverage.nothing":"x"}', "seal-unfit"),
        ('"readings":{}', '"readings":[]', "seal-unfit"),
        ('"stage":"preliminary"', '"stage":"nothing"', "seal-unfit"),
        ('"old":1468420', '"old":1', "old-differs"),
    ],
)
def test_a_forged_seal_ends_in_a_sentence(old: str, new: str, code: str, tmp_path: Path) -> None:
    content = resealed(three_stage_workbook(), lambda text: text.replace(old, new))
    assert [one for one, _ in told(verified(content, tmp_path))] == [code]


def test_facts_that_were_altered_with_their_digest_do_not_fit_the_cells(tmp_path: Path) -> None:
    def change(text: str) -> str:
        text = text.replace('"service_campaigns.missing_campaigns":1', '"service_campaigns.missing_campaigns":2')
        return text.replace('"new":[0],"old":[1]', '"new":[0],"old":[2]')

    found = verified(resealed(three_stage_workbook(), change), tmp_path)
    assert {code for code, _ in told(found)} >= {"score-changed", "cell-changed"}
    assert any(
        "事实" in str(one.parameters["where"]) or NOTES in str(one.parameters["where"]) for one in found.problems
    )


def test_a_workbook_of_another_version(tmp_path: Path) -> None:
    def age(book: Workbook) -> None:
        for row in book[NOTES].iter_rows(max_col=2):
            if row[0].value == "kaohe 版本":
                row[1].value = "0.0.9"
        book[PAGE]["B1"] = "0.0.9"

    found = verified(edited(three_stage_workbook(), age), tmp_path)
    assert [(one.code, one.severity) for one in found.problems] == [("other-version", "warning")]


def test_a_rubric_that_is_not_shipped(tmp_path: Path) -> None:
    content = workbook_bytes(scored(unit(EVERY_KIND)), "zh")
    (problem,) = verified(content, tmp_path).problems
    assert problem.code == "other-rubric"
    own = EVERY_KIND.with_name("every_kind.yaml")
    other = tmp_path / "细则.yaml"
    other.write_bytes(own.read_bytes() + b"# changed\n")
    (problem,) = verified(content, tmp_path, str(other)).problems
    assert (problem.code, "细则.yaml" in problem.message("en")) == ("other-rubric", True)
    assert told(verified(content, tmp_path, str(other), str(own))) == []


def test_another_version_of_the_rubric_from_a_stage_on(tmp_path: Path) -> None:
    newer = tmp_path / "新版.yaml"
    newer.write_bytes(rubric_files.shipped()[SHIPPED].read_bytes() + b"# anew\n")
    later = tmp_path / "丙市.初评.yaml"
    reading = "readings: {benefit_payment.floor: {old: part, new: none, reason: 统一}}"
    later.write_text(
        f"rubric: 新版.yaml\nrubric_reason: 修订\nunit: 丙市\nstage: preliminary\n{reading}\n", encoding="utf-8"
    )
    content = workbook_bytes(scored(unit(CITIES / "丙市.yaml", later)), "zh")
    assert [code for code, _ in told(verified(content, tmp_path))] == ["other-rubric"]
    assert told(verified(content, tmp_path, str(newer))) == []
