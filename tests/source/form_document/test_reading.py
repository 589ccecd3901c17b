"""A form's file by its suffix, and what is said of those that can't be read."""

from pathlib import Path

import pytest

from kaohe.problems import Problems
from kaohe.source.form_document import reading
from support.word_documents import document, table

TEXT = "项目\t分值\n甲\t5\n"


def _said(path: Path) -> tuple[str, str, str]:
    with pytest.raises(Problems) as found:
        reading.read_form(path)
    (problem,) = found.value.problems
    return problem.code, problem.message("zh"), problem.message("en")


def test_each_kind(tmp_path: Path) -> None:
    text, word = tmp_path / "form.TXT", tmp_path / "form.docx"
    text.write_bytes(TEXT.encode("gbk"))
    word.write_bytes(document(table([["项目", "分值"], ["甲", "5"]])))
    rows = [[[cell.text for cell in row.cells] for row in reading.read_form(path)] for path in (text, word)]
    assert rows[0] == rows[1] == [["项目", "分值"], ["甲", "5"]]


@pytest.mark.parametrize(
    ("name", "way"), [("a.doc", ".docx"), ("a.wps", ".docx"), ("a.PDF", ".docx"), ("a.xls", ".xlsx")]
)
def test_other_formats_are_told_the_way_out(name: str, way: str) -> None:
    """Whatever is in the file: it is not even read."""
    suffix = Path(name).suffix.lower()
    assert _said(Path(name)) == (
        "form-other-format",
        f"读不了 {suffix}；用 Word 或 WPS 打开，另存为 {way}，再来一次",
        f"can't read {suffix}; open it in Word, Excel or WPS, save it as {way} and try again",
    )


def test_an_unknown_suffix() -> None:
    assert _said(Path("form.html")) == (
        "form-suffix",
        "不认识后缀“.html”；考核表可以是：.docx .xlsx .txt .md",
        "unknown suffix “.html”; a form may be: .docx .xlsx .txt .md",
    )


def test_a_broken_document(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(b"broken")
    assert _said(path) == (
        "document-broken",
        "这个文件已损坏或不是 .docx，打不开；用 Word 或 WPS 打开，另存为 .docx",
        "this file is damaged or no .docx; open it in Word or WPS and save it as .docx",
    )


def test_an_old_document(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert _said(path) == (
        "document-old",
        "这不是 .docx：是旧格式的 Word 文件，或设了打开密码；用 Word 或 WPS 打开，去掉密码，另存为 .docx",
        (
            "this is no .docx but an old Word file, or it needs a password; open it in Word or WPS, remove the "
            "password and save it as .docx"
        ),
    )


def test_a_document_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BIGGEST_FILE", 3)
    path = tmp_path / "form.docx"
    path.write_bytes(b"large")
    assert _said(path) == (
        "document-too-large",
        "这个文件太大，不像一张考核表；删去图片再存一次",
        "this file is too large for a form; remove its pictures and save it again",
    )


def test_a_number_that_no_form_has(tmp_path: Path) -> None:
    path = tmp_path / "form.md"
    path.write_text(f"| {'9' * 100} | 5 |\n| {'8' * 101} | 5 |\n", encoding="utf-8")
    assert _said(path) == (
        "document-number",
        "文件里有一个超过 100 位的数（88888888888888888888…），没有哪张考核表这样写；看看是不是误贴进来的，删去再试",
        (
            "there is a number of more than 100 digits (88888888888888888888…), which no form has; see whether it came "
            "in by mistake, and remove it"
        ),
    )


def test_a_text_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_bytes(b"\0\1\2")
    assert _said(path)[0] == "not-text"
