"""Workbooks that would keep a program busy are known before it begins."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kaohe.source import crowded
from kaohe.source.crowded import is_crowded
from support.raw_workbooks import with_parts

SHEET = "xl/worksheets/sheet1.xml"


def test_one_as_people_have_them() -> None:
    assert not is_crowded(with_parts({}))


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (b"<row/>" * 999, False),
        (b"<row/>" * 1_001, True),
        (b'<mergeCell ref="A1:AX10"/><mergeCell ref="A11:AX19"/>', False),
        (b'<mergeCell ref="A1:AX10"/><mergeCell ref="A11:AX21"/>', True),
        (b"<mergeCell ref='$A$1:$XFD$1048576'/>", True),
    ],
)
def test_more_than_there_may_be(part: bytes, *, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_MERGED", 1_000)
    monkeypatch.setattr(crowded, "MOST_TAGS", _tags(with_parts({SHEET: b""})) + 1_000)
    assert is_crowded(with_parts({SHEET: part})) is found


def test_what_stands_across_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "PIECE", 64)
    assert is_crowded(with_parts({SHEET: b" " * 50 + b'<mergeCell ref="A1:XFD1048576"/>'}))


def test_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_CELLS", 3)
    assert not is_crowded(with_parts({SHEET: b"<c/><x:c><c a='1'/><col/>"}))
    assert is_crowded(with_parts({SHEET: b"<c/><x:c><c a='1'/><c>"}))


def test_a_text_without_end() -> None:
    assert not is_crowded(with_parts({SHEET: b"<f>" + b"a" * 299_000}))
    assert is_crowded(with_parts({SHEET: b"<f>" + b"a" * 300_001}))


def test_other_parts_are_no_matter() -> None:
    assert not is_crowded(with_parts({"xl/media/picture.png": b"<" * 2_000_000}))


def _tags(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return sum(archive.read(name).count(b"<") for name in archive.namelist())
