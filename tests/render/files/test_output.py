"""Which form a result takes, and that it is written whole or not at all, under the name the user gave."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kaohe.messages import Language
from kaohe.problems import Unusable
from kaohe.render.files import output
from kaohe.render.files.output import FORMATS, SUFFIXES, chosen_format, content, csv_head, csv_rows, deliver, save
from support.html_reader import read
from support.rendered.dossiers import alone
from support.rendered.small_batch import COMPLETE, SHEET

TEXTS = [form for form in FORMATS if form != "xlsx"]


@dataclass
class Shelf:
    """Where results and notices of a test go."""

    language: Language = "zh"
    results: list[str | bytes] = field(default_factory=list)
    notices: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def result(self, text: str | bytes) -> None:
        self.results.append(text)

    def notice(self, code: str, **parameters: object) -> None:
        self.notices.append((code, parameters))


@pytest.mark.parametrize(
    ("asked", "target", "form"),
    [
        (None, None, "terminal"),
        (None, "-", "terminal"),
        ("json", None, "json"),
        ("json", "-", "json"),
        ("xlsx", "-", "xlsx"),
        (None, "a.json", "json"),
        (None, "a.md", "markdown"),
        (None, "a.b.csv", "csv"),
        (None, "a.XLSX", "xlsx"),
        (None, "a.html", "html"),
        (None, "a.txt", "terminal"),
        ("csv", "a.json", "csv"),
        ("csv", "a", "csv"),
    ],
)
def test_formats(asked: str | None, target: str | None, form: str) -> None:
    assert chosen_format(asked, None if target is None else Path(target)) == form


@pytest.mark.parametrize(
    ("asked", "target", "code"),
    [
        ("pdf", None, "unknown-format"),
        ("", None, "unknown-format"),
        (None, "a.pdf", "unknown-suffix"),
        (None, "a", "unknown-suffix"),
        (None, ".json", "unknown-suffix"),
        ("xlsx", None, "workbook-needs-file"),
        (None, ".", "file-expected"),
        ("json", "none/a", "no-such-folder"),
    ],
)
def test_refused(asked: str | None, target: str | None, code: str) -> None:
    with pytest.raises(Unusable) as raised:
        chosen_format(asked, None if target is None else Path(target))
    assert raised.value.code == code
    assert raised.value.message("zh") != raised.value.message("en")


def test_every_suffix_has_its_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_is_utf8(form: str, language: Language) -> None:
    one = content([alone(SHEET)], form, language)
    assert one.decode("utf-8").endswith("\n")
    assert one.startswith(b"\xef\xbb\xbf") == (form == "csv")
    assert b"\r\n" not in one or form == "csv"


def test_several_sheets_in_one_text() -> None:
    both = [alone(SHEET), alone(COMPLETE)]
    assert [one["unit"] for one in json.loads(content(both, "json", "zh"))] == ["甲市", "甲市"]
    assert json.loads(content([alone(SHEET)], "json", "zh"))["unit"] == "甲市"
    assert content(both, "csv", "zh").count(b"\xef\xbb\xbf") == 1
    for form in ("terminal", "markdown"):
        parts = [content([one], form, "zh").decode() for one in both]
        whole = content(both, form, "zh").decode()
        assert whole.startswith(parts[0])
        assert whole.endswith(parts[1])


def test_rows_of_many_make_one_table() -> None:
    parts = csv_head() + csv_rows(alone(SHEET), "zh") + csv_rows(alone(COMPLETE), "zh")
    assert parts == content([alone(SHEET), alone(COMPLETE)], "csv", "zh")


def test_a_page_for_each_sheet() -> None:
    found = read(content([alone(SHEET), alone(COMPLETE)], "html", "zh"))
    assert [one.attributes["data-name"] for one in found.all("article")] == ["甲市", "甲市"]


@pytest.mark.parametrize("form", FORMATS)
def test_to_a_file(form: str, tmp_path: Path) -> None:
    target, shelf = tmp_path / "甲市", Shelf()
    deliver([alone(SHEET)], form, target, shelf)
    assert target.read_bytes() == content([alone(SHEET)], form, "zh")
    assert shelf == Shelf(notices=[("written", {"path": str(target)})])


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "terminal"])
@pytest.mark.parametrize("target", [None, Path("-")])
def test_to_standard_output(form: str, target: Path | None) -> None:
    shelf = Shelf()
    deliver([alone(SHEET)], form, target, shelf)
    assert shelf == Shelf(results=[content([alone(SHEET)], form, "zh")])


def test_a_table_goes_to_the_terminal_as_wide_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    deliver([alone(SHEET), alone(COMPLETE)], "terminal", None, Shelf())
    assert capsys.readouterr().out == content([alone(SHEET), alone(COMPLETE)], "terminal", "zh").decode()


class TestSave:
    @pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), OSError(28, "full", "temporary")])
    def test_a_failure_names_what_the_user_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError
    ) -> None:
        def fail(*_: Any) -> None:
            raise failure

        monkeypatch.setattr("kaohe.render.files.output.write", fail)
        with pytest.raises(OSError, match="甲市") as raised:
            save(tmp_path / "甲市", b"new")
        assert (raised.value.errno, raised.value.filename) == (28, str(tmp_path / "甲市"))

    def test_its_kind_stays(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError) as raised:
            save(tmp_path / "none" / "a", b"new")
        assert raised.value.filename == str(tmp_path / "none" / "a")

    def test_an_interrupt_is_no_failure(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("kaohe.render.files.output.write", interrupt)
        with pytest.raises(KeyboardInterrupt):
            save(tmp_path / "a", b"new")

    def test_nothing_is_refused_that_can_be_written(self, tmp_path: Path) -> None:
        for target in (None, Path("-"), tmp_path / "a", Path("/dev/null")):
            output.refuse_unwritable(target)
