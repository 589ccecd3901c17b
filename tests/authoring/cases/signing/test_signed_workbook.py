"""A workbook of cases comes back: signed rows are cases, objections are cases that fail, the rest is counted."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import run
from kaohe.authoring.cases.signing.sealed_cases import is_begun, is_signing, opened
from kaohe.authoring.cases.signing.signed_rows import spans
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.render.xlsx.signing_workbook import signing_bytes
from kaohe.stages.prepared_rubrics import PreparedRubrics
from support.rendered.printing import IN_OFFICE, Office
from support.signing import Entries, Filled, form, read, said, written

SIGNED = {"by": "张三", "on": date(2012, 1, 10)}
EVERYONE: Entries = {"all": SIGNED}


ASSESSED = Path(__file__).parents[1] / "assessed.yaml"
PINNED = Path(__file__).parent / "pinned"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def filled(folder: Path, entries: Entries) -> Path:
    return Filled(written()).enter(entries).save(folder / "签.xlsx")


def test_signed_rows_are_cases(tmp_path: Path) -> None:
    path = filled(
        tmp_path, {1: {"verdict": "对", **SIGNED}, 15: {"verdict": " √ ", "by": "李四", "on": "2012年1月11日"}}
    )
    found = read(path)
    assert said(found) == ""
    assert (found.agreed, found.objections) == (2, ())
    assert [(one["name"], one["points"], one["signed"]) for one in found.cases] == [
        ("1.1 扩面征缴：各项都达到", 5, {"by": "张三", "on": "2012-01-10"}),
        ("1.2 超时上报：1 次", 3, {"by": "李四", "on": "2012-01-11"}),
    ]
    (remark,) = found.document.remarks
    assert remark.message("zh") == "共 27 例，没有签 25 例：第 2–14、16–27 例"
    assert remark.message("en") == "25 of 27 cases not signed: 2–14、16–27"


def test_who_checks_all_signs_once(tmp_path: Path) -> None:
    found = read(filled(tmp_path, {**EVERYONE, 1: {"verdict": "对"}, 2: {"verdict": "right", "by": "李四"}}))
    assert [one["signed"]["by"] for one in found.cases] == ["张三", "李四"]
    assert [one["signed"]["on"] for one in found.cases] == ["2012-01-10", "2012-01-10"]


def test_an_objection_is_a_case_of_what_is_due(tmp_path: Path) -> None:
    """It fails until the rubric is mended, at its cell."""
    entries = {
        **EVERYONE,
        7: {"verdict": "不对", "due": 2, "opinion": "恰好1%不算"},
        26: {"verdict": "错", "due": 19.5},
    }
    found = read(filled(tmp_path, entries))
    assert said(found) == ""
    assert [(one.name, one.points, str(one.row.due), one.row.opinion) for one in found.objections] == [
        ("1.1 实际缴费人数：上年 10000 人，本年 10100 人（增长 1%）", "3", "2", "恰好1%不算"),
        ("全表：各项都达到", "20", "19.5", ""),
    ]
    rubrics = PreparedRubrics("zh", {})
    file = read_cases(found.document, rubrics)
    assert file.problems == ()
    failed = [one for one in run(file.cases, partial(rubrics.scorer, file.document)) if not one.passed]
    places = [str(difference.place).rpartition(":")[2] for one in failed for difference in one.differences]
    assert places == ["例!G14", "例!G38"]


def test_of_the_whole_form_a_score_that_was_found_is_no_objection(tmp_path: Path) -> None:
    """A grade is shown beside it; a case of the same score would hold, whatever the signer meant."""
    shown = form(path=ASSESSED)
    case = next(one for one in shown.every() if str(one.points).endswith("，好"))
    entries = {**EVERYONE, case.number: {"verdict": "不对", "due": str(case.points).partition("，")[0]}}
    found = read(Filled(signing_bytes(shown, "zh")).enter(entries).save(tmp_path / "签.xlsx"))
    assert (found.cases, found.objections) == ([], ())
    (problem,) = found.document.findings
    assert problem.code == "signing-due-same"
    assert f"（{case.points}）" in problem.message("zh")


WRONG: dict[str, Entries] = {
    "verdict": {1: {"verdict": "好"}},
    "no-verdict": {1: {"opinion": "再看看"}},
    "right-but-due": {1: {"verdict": "对", "due": 4}},
    "nothing-due": {1: {"verdict": "不对"}},
    "due-what-was-found": {1: {"verdict": "不对", "due": "5 分"}},
    "due-no-number": {1: {"verdict": "不对", "due": "很多"}},
    "no-date": {1: {"verdict": "对", "on": "明天"}},
    "facts-changed": {1: {"verdict": "对", "facts": "别的事实"}},
    "points-changed": {2: {"points": 3}},
    "date-for-points": {1: {"verdict": "不对", "due": date(2012, 1, 10)}},
    "due-formula": {1: {"verdict": "不对", "due": "=1+1"}},
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_row(name: str, tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
    found = read(filled(tmp_path, {**EVERYONE, **WRONG[name]}))
    pinned(PINNED / f"{name}.txt", said(found))
    assert found.cases == []


def test_a_row_without_name_or_date(tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
    found = read(filled(tmp_path, {1: {"verdict": "对", "by": "张三"}, 3: {"verdict": "对", "on": "2012-01-10"}}))
    pinned(PINNED / "not-signed.txt", said(found))


def test_rows_that_are_gone_twice_or_strange(tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
    book = Filled(written()).enter({**EVERYONE, 1: {"verdict": "对"}})
    page, last = book.page, book.page.max_row
    for column in range(1, 11):
        page.cell(last + 1, column).value = page.cell(book.rows["1"], column).value
    page.cell(last + 2, book.keys["number"]).value = 99
    page.delete_rows(book.rows["26"])
    found = read(book.save(tmp_path / "签.xlsx"))
    pinned(PINNED / "rows-moved.txt", said(found))
    assert len(found.cases) == 1


def test_sorted_rows_are_found_by_their_numbers(tmp_path: Path) -> None:
    book = Filled(written()).enter({**EVERYONE, 1: {"verdict": "对"}})
    one, two = book.rows["1"], book.rows["2"]
    for column in range(1, 11):
        first, second = book.page.cell(one, column), book.page.cell(two, column)
        first.value, second.value = second.value, first.value
    found = read(book.save(tmp_path / "签.xlsx"))
    assert said(found) == ""
    assert [case["name"] for case in found.cases] == ["1.1 扩面征缴：各项都达到"]


def test_one_that_nobody_has_signed(tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
    path = filled(tmp_path, {})
    pinned(PINNED / "none-signed.txt", said(read(path)))
    assert is_signing(path)
    assert not is_begun(path)
    assert is_begun(filled(tmp_path, {1: {"verdict": "对"}}))


def refused(path: Path) -> str:
    with pytest.raises(Problems) as found:
        opened(str(path))
    return "".join(f"{one.message(language)}\n" for one in found.value.problems for language in LANGUAGES)


def test_what_is_no_workbook_of_cases(tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
    book = Filled(written())
    book.workbook["kaohe"]["B3"] = "0" * 64
    assert refused(book.save(tmp_path / "改.xlsx")).startswith("封签里的事实被改过：摘要应为 0000")
    assert is_begun(tmp_path / "改.xlsx")
    book = Filled(written())
    del book.workbook["kaohe"]
    pinned(PINNED / "no-seal.txt", refused(book.save(tmp_path / "无.xlsx")))
    assert not is_signing(tmp_path / "无.xlsx")
    book = Filled(written())
    book.page.cell(1, book.keys["due"]).value = None
    pinned(PINNED / "no-keys.txt", refused(book.save(tmp_path / "列.xlsx")))
    (tmp_path / "文.xlsx").write_text("no workbook")
    assert refused(tmp_path / "文.xlsx")
    assert not is_signing(tmp_path / "文.xlsx")
    assert not is_signing(tmp_path / "没有.xlsx")


@IN_OFFICE
def test_what_libreoffice_has_saved_is_the_same(office: Office, tmp_path: Path) -> None:
    objection = {"verdict": "不对", "due": 2.5, "opinion": "恰好1%\n不算"}
    path = filled(tmp_path, {**EVERYONE, 1: {"verdict": "对"}, 7: objection})
    office.convert("xlsx", tmp_path / "saved", path)
    saved = read(tmp_path / "saved" / path.name)
    assert said(saved) == ""
    assert saved.cases == read(path).cases
    assert [(str(one.row.due), one.row.opinion, one.row.on) for one in saved.objections] == [
        ("2.5", "恰好1%\n不算", "2012-01-10")
    ]


def test_numbers_as_spans() -> None:
    assert spans([1]) == "1"
    assert spans([9, 1, 2, 3, 5, 6]) == "1–3、5–6、9"
