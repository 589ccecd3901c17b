"""Findings as lines, with the place shown below the line of the file; as data; as annotations."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from kaohe.problems import Problem, Severity
from kaohe.render.problem_listing import ROOM, as_data, as_github, as_text

Make = Callable[..., Problem]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "甲市.yaml"


def problem(path: str | Path, line: int = 0, column: int = 0, severity: Severity = "error", **found: object) -> Problem:
    parameters = {"key": "单位", "nearest": "", **found}
    return Problem("unknown-key", str(path), line, column, parameters, severity)


def lines(path: Path, content: bytes, line: int, column: int) -> list[str]:
    """The finding with its excerpt, without the four blanks before it."""
    path.write_bytes(content)
    head, *excerpt = as_text([problem(path, line, column)], "zh", excerpts=True).split("\n")
    assert head == f"{path}:{line}:{column}: unknown-key 不认识“单位”"
    assert all(one.startswith("    ") for one in excerpt)
    return [one[4:] for one in excerpt]


class TestText:
    def test_place_code_sentence(self) -> None:
        several = [problem("a.yaml", 3, 5), problem("b.yaml"), problem("c.yaml", 1, 1, "warning")]
        assert as_text(several, "zh").split("\n") == [
            "a.yaml:3:5: unknown-key 不认识“单位”",
            "b.yaml: unknown-key 不认识“单位”",
            "c.yaml:1:1: [警告] unknown-key 不认识“单位”",
        ]
        assert as_text(several[2:], "en") == "c.yaml:1:1: [warning] unknown-key unknown key “单位”"
        assert as_text([], "zh") == ""

    @pytest.mark.parametrize("odd", ["\n", "\r\n", "\x1b[31m", "\t", "\u2028", "\u200b", "\x85"])
    def test_a_finding_stays_on_its_line_and_steers_no_terminal(self, odd: str) -> None:
        """What stands in a file may be quoted; it must not do anything."""
        text = as_text([problem(f"甲{odd}.yaml", 1, 1, key=f"甲{odd}乙")], "zh")
        assert len(text.splitlines()) == 1
        assert not set(text) & {"\x1b", "\u200b", "\t"}


class TestExcerpt:
    def test_under_chinese_the_caret_moves_two_cells(self, file: Path) -> None:
        source, caret = lines(file, "单位: 甲\n考核年度: ２０\n".encode(), 2, 7)
        assert source == "考核年度: ２０"
        assert cell_len(source[:6]) == caret.index("^") == 10

    def test_combining_marks_take_no_cell(self, file: Path) -> None:
        assert lines(file, "e\u0301: x\n".encode(), 1, 5) == ["e\u0301: x", "   ^"]

    @pytest.mark.parametrize(
        ("content", "shown"),
        [
            (b"\xef\xbb\xbfa: x\nb: y\n", "b: y"),
            (b"a: x\r\nb: y\r\n", "b: y"),
            (b"a: x\rb: y\r", "b: y"),
            ("a: 甲\nb: y\n".encode("utf-16"), "b: y"),
            ("a: 甲\nb: 乙\n".encode("gbk"), "b: 乙"),
            ("a: \u2028甲\x0b\x85\nb: y\n".encode(), "b: y"),
            (b"a: x\nb:\ty\n", "b: y"),
            ("a: x\nb: \u200by\x1b\n".encode(), "b:  y"),
            ("a: x\nb:　y\n".encode(), "b:　y"),
        ],
    )
    def test_the_line_that_was_counted(self, file: Path, content: bytes, shown: str) -> None:
        assert lines(file, content, 2, 1) == [shown, "^"]

    def test_a_place_behind_the_text(self, file: Path) -> None:
        assert lines(file, b"a:\nb: 1\n", 1, 3) == ["a:", "  ^"]
        assert lines(file, b"a:   \n", 1, 6) == ["a:", "  ^"]

    @pytest.mark.parametrize("content", [b"", b"a: 1\n", b"a: 1\n  \n"])
    def test_no_line_no_caret(self, file: Path, content: bytes) -> None:
        assert lines(file, content, 2, 1) == []

    def test_a_file_that_is_gone(self, file: Path) -> None:
        several = [problem(file, 1, 1), problem("<stdin>", 1, 1), problem(file)]
        assert len(as_text(several, "zh", excerpts=True).split("\n")) == 3

    @pytest.mark.parametrize("column", [1, 20, 60, 100, 150, 201])
    @pytest.mark.parametrize("text", ["甲" * 200, "a" * 200, "甲a" * 100])
    def test_a_long_line_is_cut_around_the_place(self, file: Path, text: str, column: int) -> None:
        source, caret = lines(file, text.encode(), 1, column)
        assert cell_len(source) <= ROOM + 2
        shown = source.removesuffix("…").removeprefix("…")
        assert shown in text
        place = len(caret[:-1])
        before = next(length for length in range(len(source) + 1) if cell_len(source[:length]) == place)
        assert source[before:].removesuffix("…") == text[column - 1 :][: len(source[before:].removesuffix("…"))]

    @pytest.mark.parametrize("column", [1, 30, 36])
    def test_a_line_that_fits_is_shown_whole(self, file: Path, column: int) -> None:
        text = "甲" * (ROOM // 2)
        assert lines(file, text.encode(), 1, column) == [text, "  " * (column - 1) + "^"]

    def test_every_place_of_a_line(self, file: Path) -> None:
        text = "得5分，每迟报一次扣1分；" * 8
        for column in range(1, len(text) + 1):
            source, caret = lines(file, text.encode(), 1, column)
            cells = 0
            for one in source:
                if cells == caret.index("^"):
                    assert one == text[column - 1]
                    break
                cells += cell_len(one)


def test_data() -> None:
    assert as_data(problem("a.yaml", 3, 5, "warning"), "en") == {
        "code": "unknown-key",
        "severity": "warning",
        "path": "a.yaml",
        "line": 3,
        "column": 5,
        "message": "unknown key “单位”",
    }


class TestGithub:
    def test_a_line_each(self) -> None:
        several = [problem("a.yaml", 3, 5), problem("b.yaml", severity="warning")]
        assert as_github(several, "en").split("\n") == [
            "::error file=a.yaml,line=3,col=5,title=unknown-key::unknown key “单位”",
            "::warning file=b.yaml,line=1,col=1,title=unknown-key::unknown key “单位”",
        ]
        assert as_github([], "zh") == ""

    def test_what_would_end_a_property_or_a_line_is_escaped(self) -> None:
        (text,) = as_github([problem("a,b:c%\n.yaml", 1, 2, key="50%\r\n::error::甲, 乙")], "en").splitlines()
        assert text == (
            "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,col=2,title=unknown-key::unknown key “50%25%0D%0A::error::甲, 乙”"
        )


def test_a_cell_of_a_table_is_named_by_row_and_column_alone(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("rubric,unit\nx,y\n", encoding="utf-8")
    assert len(as_text([problem(path, 2, 1)], "zh", excerpts=True).split("\n")) == 1
