"""A workbook that somebody has saved is not replaced."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kaohe.problems import Unusable
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.render.xlsx.worked_on import refuse_worked_on
from support.rendered.dossiers import alone
from support.rendered.printing import IN_OFFICE, Office
from support.rendered.sheets import official

CODE = "workbook-worked-on"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "甲市.xlsx"
    path.write_bytes(workbook_bytes(alone(official()), "zh"))
    return path


def refused(path: Path) -> str | None:
    try:
        refuse_worked_on([path])
    except Unusable as raised:
        return raised.code
    return None


def test_as_it_was_written(workbook: Path) -> None:
    assert refused(workbook) is None


def test_saved_again(workbook: Path) -> None:
    load_workbook(workbook).save(workbook)
    assert refused(workbook) == CODE


@IN_OFFICE
def test_saved_by_an_office_program(office: Office, workbook: Path, tmp_path: Path) -> None:
    office.convert("xlsx", tmp_path / "out", workbook)
    assert refused(tmp_path / "out" / workbook.name) == CODE


@pytest.mark.parametrize("content", [b"", b"PK", b"text"])
def test_no_workbook_at_all(workbook: Path, content: bytes) -> None:
    workbook.write_bytes(content)
    assert refused(workbook) == CODE


def test_what_is_not_there_and_what_is_no_workbook_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    (tmp_path / "b.xlsx").mkdir()
    for name in ("a.csv", "b.xlsx", "c.xlsx"):
        assert refused(tmp_path / name) is None
