"""What can't be opened as a workbook is told apart by its bytes."""

from io import BytesIO
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kaohe.source import workbooks
from kaohe.source.workbooks import Unopened, opened
from support.raw_workbooks import with_parts
from support.workbooks import FORM, three_stage_workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
SOUND = three_stage_workbook()


def zipped(**files: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "not-a-workbook", id="nothing"),
        pytest.param("单位,得分\n".encode(), "not-a-workbook", id="csv"),
        pytest.param(zipped(word__document=b"<w/>"), "not-a-workbook", id="another zip"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "workbook-old", id="xls"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "workbook-encrypted", id="password"),
        pytest.param(SOUND[: len(SOUND) // 2], "workbook-broken", id="cut short"),
        pytest.param(SOUND[:4], "workbook-broken", id="hardly begun"),
        pytest.param(zipped(**{"xl/workbook.xml": b"<nothing"}), "workbook-broken", id="broken inside"),
    ],
)
def test_what_it_is(content: bytes, code: str) -> None:
    with pytest.raises(Unopened) as found:
        opened(content)
    assert found.value.code == code


def test_bytes_that_were_flipped_end_in_a_sentence() -> None:
    for place in range(60, len(SOUND), len(SOUND) // 40):
        try:
            opened(SOUND[:place] + bytes([SOUND[place] ^ 0xFF]) + SOUND[place + 1 :])
        except Unopened as found:
            assert found.code in ("workbook-broken", "not-a-workbook")  # noqa: PT017 - most places break it, not all


def test_one_that_is_made_to_burst() -> None:
    with patch.object(workbooks, "LARGEST", 1000), pytest.raises(Unopened) as found:
        opened(SOUND)
    assert found.value.code == "workbook-too-large"


def test_a_sound_one() -> None:
    assert FORM in opened(SOUND).sheetnames
    assert opened(SOUND, cached=True)[FORM]["F5"].value == opened(SOUND)[FORM]["F5"].value


def test_one_with_more_than_can_be_looked_through() -> None:
    merged = b'<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    with pytest.raises(Unopened) as raised:
        opened(with_parts({"xl/worksheets/sheet1.xml": merged}))
    assert raised.value.code == "workbook-too-large"


def test_what_is_too_large_to_be_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "is_crowded", lambda _: True)
    assert not workbooks.is_too_large(SOUND)
    monkeypatch.setattr(workbooks, "SMALLEST_CROWDED", 1_000)
    assert workbooks.is_too_large(SOUND)
    monkeypatch.setattr(workbooks, "is_crowded", lambda _: False)
    assert not workbooks.is_too_large(SOUND)
    monkeypatch.setattr(workbooks, "LARGEST", 1_000)
    assert workbooks.is_too_large(SOUND)
