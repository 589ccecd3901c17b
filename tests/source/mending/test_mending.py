"""What is mechanically wrong is mended where it can be meant in one way only; all else stays, to the letter."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.problems import Problems
from kaohe.source import read
from kaohe.source.decoding import BIGGEST_FILE
from kaohe.source.mending.edited_text import Edit, EditedText
from kaohe.source.mending.edits import folds
from kaohe.source.mending.mending import mend, read_through
from kaohe.source.yaml.full_width import narrow
from support.rounds import rounds

HEAD = "kaohe: 1\nsections:\n"


def mended(text: str) -> str:
    found = mend(text.encode())
    assert found is not None
    return found.edited.text


def in_item(text: str) -> str:
    return mended(f"{HEAD}- id: a\n{text}").removeprefix(f"{HEAD}- id: a\n")


def test_a_copy_is_edited_alone() -> None:
    text = EditedText("a: １\n")
    copy = text.copy()
    assert copy.make([Edit("full-width", 3, 4, "1", 3)], frozenset())
    assert (copy.text, text.text, len(copy.mends), text.mends) == ("a: 1\n", "a: １\n", 1, [])


class TestBytes:
    @pytest.mark.parametrize(
        ("content", "expected", "encodings"),
        [
            ("单位: 甲市\n".encode("gb18030"), "单位: 甲市\n", ("gbk",)),
            ("\ufeff单位: 甲市\n".encode(), "单位: 甲市\n", ("byte-order-mark",)),
            ("单位: 甲市\n".encode("utf-16"), "单位: 甲市\n", ("utf-16",)),
            (b"a: 1\r\nb: 2\rc: 3\n", "a: 1\nb: 2\nc: 3\n", ("carriage-returns",)),
            ("单位: 甲市\r\n".encode("gb18030"), "单位: 甲市\n", ("gbk", "carriage-returns")),
            ("\ufeffa: 1\r\n".encode(), "a: 1\n", ("byte-order-mark", "carriage-returns")),
            (b"a: 1\n", "a: 1\n", ()),
        ],
    )
    def test_of_other_encodings(self, content: bytes, expected: str, encodings: tuple[str, ...]) -> None:
        found = mend(content)
        assert found is not None
        assert (found.content.decode(), found.encodings, found.edited.mends) == (expected, encodings, [])

    @pytest.mark.parametrize(
        "content", [b"\x00\x01", b"a: 1\n" + b"#" * BIGGEST_FILE, "单位".encode() + b"\xff", b"\x80\x81\x82\xff"]
    )
    def test_what_is_no_text_is_left(self, content: bytes) -> None:
        assert mend(content) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  points: ８．５\n", "  points: 8.5\n", id="digits"),
        pytest.param("  of: －１％\n", "  of: -1%\n", id="signs"),
        pytest.param("  points：８\n", "  points: 8\n", id="a colon"),
        pytest.param(
            "  points：\u3000８\n  rules：\n  - type：steps\n", "  points: 8\n  rules:\n  - type: steps\n", id="colons"
        ),
        pytest.param("  b: [{from：１％, to: ２}]\n", "  b: [{from: 1%, to: 2}]\n", id="in brackets"),
        pytest.param("  points:\t8\t# 注\t释\n", "  points: 8 # 注\t释\n", id="tabs between, but none of a comment"),
        pytest.param("  points:\u30008\u3000\n", "  points: 8\n", id="wide blanks"),
        pytest.param("  points:\xa08\n", "  points: 8\n", id="blanks of the web"),
        pytest.param("  rules:\u3000# 注\n", "  rules: # 注\n", id="a comment that no text stands before"),
        pytest.param("  points: 8\u3000 # 注\n", "  points: 8 # 注\n", id="what is a comment already"),
        pytest.param("  points ：8\n", "  points : 8\n", id="a blank before a colon"),
        pytest.param("\tpoints: 8\n", "  points: 8\n", id="a tab that indents"),
        pytest.param("\u3000points: 8\n", "  points: 8\n", id="a wide blank that indents"),
        pytest.param("  po\u200bints: 8\ufeff\n", "  points: 8\n", id="characters of no width"),
        pytest.param("  title: 增加\u2028的\x0b得\u20292分\n", "  title: 增加的得2分\n", id="line ends of Word"),
        pytest.param("  title: 增加\u2028\n", "  title: 增加\n", id="a line end too many"),
        pytest.param("  title: GDP\u2028of 甲\n", "  title: GDP of 甲\n", id="between Latin words"),
        pytest.param(
            "  method: 增加的得2分，\n其他的\n得1分\n  points: 3\n",
            "  method: 增加的得2分，其他的得1分\n  points: 3\n",
            id="lines pasted",
        ),
        pytest.param(
            "  method: 增加的得2分，\n  其他的得1分\n",
            "  method: 增加的得2分，其他的得1分\n",
            id="lines pasted and moved in",
        ),
    ],
)
def test_mended(text: str, expected: str) -> None:
    assert in_item(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('  title: "８，\u3000得\t分"\n', id="in quotes all is text"),
        pytest.param("  method: |\n    得８分\u3000好\n     二\n", id="in blocks too"),
        pytest.param("  # ８\t\u3000：\n", id="in comments too"),
        pytest.param("  title: 得８分\n", id="in a text"),
        pytest.param("  method: 得分为1\n2分\n", id="two numbers or one"),
        pytest.param("  title: 得1\u20282分\n", id="two numbers or one, by Word"),
        pytest.param("  title: 得\u2028#1\n", id="a comment would become text"),
        pytest.param("  title: 得\u3000# 1\n", id="text would become a comment"),
        pytest.param("  points: 8\xa0# 1\n", id="by another blank"),
        pytest.param("  title: a\u202e21\n", id="what turns the direction"),
        pytest.param("  points: [1，2]\n", id="commas"),
        pytest.param("  points: 1，000\n", id="grouped digits"),
        pytest.param("  points: “8”\n", id="quotes"),
        pytest.param("  method: 增加的得2分， # 注释\n其他的得1分\n", id="it would become a comment"),
        pytest.param("  id: b\n其他的得1分\n", id="a line after what is no official text"),
        pytest.param("  ：8\n", id="a colon after nothing"),
        pytest.param("  x: - b\n\ty: 1\n", id="a tab where something else is broken"),
        pytest.param("  x: 1\n\x01\n", id="a control character"),
    ],
)
def test_left(text: str) -> None:
    assert in_item(text) == text


def test_a_line_that_goes_on_at_the_very_top() -> None:
    assert mended("增加的\n") == "增加的\n"


class TestIndentation:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a:\n\tb: 1\n        c: 2\n", "a:\n        b: 1\n        c: 2\n"),
            ("-\ta: 1\n\tb: 2\n", "- a: 1\n  b: 2\n"),
            ("a:\n\t- b: 1\n\t  c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
            ("a:\n\tb: |\n\t\t一\n\t\t二\n", "a:\n  b: |\n    一\n    二\n"),
        ],
    )
    def test_one_way_to_understand_it(self, text: str, expected: str) -> None:
        assert mended(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("a:\n  x:\n    b: 1\n\tc: 2\n", id="of x or of a"),
            pytest.param("a:\n  b: |\n    一\n\t二\n", id="how far a line of a block stands in"),
        ],
    )
    def test_several_ways(self, text: str) -> None:
        assert mended(text) == text

    def test_tabs_alone_mean_one_thing_whatever_else_is_broken(self) -> None:
        assert mended("a:\n\tb: 1\n\t\n\tc: [1\n") == "a:\n  b: 1\n  \n  c: [1\n"

    def test_other_mends_are_made_all_the_same(self) -> None:
        rest = "  x:\n    b: 1\n\tc: 2\n"
        assert mended(f"{HEAD}- points: １\n{rest}") == f"{HEAD}- points: 1\n{rest}"


def test_texts_of_facts_are_read_as_they_are() -> None:
    """In a unit's file a number in full width is no doubt, for there its kind is known."""
    assert mended("单位：甲市\nindicators:\n  a: １２\n") == "单位: 甲市\nindicators:\n  a: １２\n"


def test_places_are_those_of_the_file() -> None:
    text = f"{HEAD}- id: a\n\ttitle: 增\u200b加\n\tpoints：８\n"
    found = mend(text.encode())
    assert found is not None
    told = [
        (one.kind, text[one.start : one.end], one.text, text[one.at])
        for one in sorted(found.edited.mends, key=lambda one: one.start)
    ]
    assert told == [
        ("blanks", "\t", "  ", "\t"),
        ("unseen", "\u200b", "", "\u200b"),
        ("blanks", "\t", "  ", "\t"),
        ("full-width", "：", ": ", "p"),
        ("full-width", "８", "8", "８"),
    ]
    now = found.edited.text
    assert [now[found.edited.now(one.at)] for one in found.edited.mends if one.kind == "full-width"] in (
        ["p", "8"],
        ["8", "p"],
    )


def test_what_is_to_be_left_stays() -> None:
    text = f"{HEAD}- id: a\n  points: ８\n  of: ９\n"
    found = mend(text.encode(), frozenset({text.index("８")}))
    assert found is not None
    assert found.edited.text == text.replace("９", "9")


def test_edits_do_not_overlap() -> None:
    edited = EditedText("abc")
    assert edited.make([Edit("x", 0, 2, "1", 0), Edit("x", 1, 3, "2", 1)], frozenset())
    assert edited.text == "a2"


def test_numbers_are_exact() -> None:
    tree = read_through(mended(f"{HEAD}- points: ０．１０\n"))
    assert tree is not None
    assert repr(tree.data) == repr({"kaohe": 1, "sections": [{"points": Decimal("0.10")}]})


LINES = st.lists(
    st.text(st.sampled_from("ab：:１２1% \t\u3000\u200b\u2028-#\"'[]{}，得分\n.%\xa0"), max_size=12), max_size=8
)


@rounds(400)
@given(LINES)
def test_nothing_but_blanks_and_widths_changes(lines: list[str]) -> None:
    """No digit, no letter is put in or taken away; what could be read stays; nothing is left to a second run."""
    text = HEAD + "\n".join(lines)
    now = mended(text)
    assert _letters(now) == _letters(text)
    assert mended(now) == now
    with suppress(Problems):
        read("a.yaml", text.encode())
        assert now == text


def _letters(text: str) -> str:
    return "".join(narrow(text).translate(dict.fromkeys(map(ord, "\u200b"))).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("method: 一\n  二\n  三 # 注\n  四\n", "method: 一二\n  三 # 注\n  四\n"),
        ("- clause: 一\n   二\n  x: 三\n    四\n", "- clause: 一二\n  x: 三\n    四\n"),
        ("title: GDP\n  of 甲\n  乙\n", "title: GDP\n  of 甲乙\n"),
        ("title: 得1\n  2分\n", "title: 得1\n  2分\n"),
        ("title: 一\n\n  二\n", "title: 一\n\n  二\n"),
        ("title: |\n  一\n  二\n", "title: |\n  一\n  二\n"),
        ('title: "一\n  二"\n', 'title: "一\n  二"\n'),
        ("title: 一 # 注\n  二\n", "title: 一 # 注\n  二\n"),
    ],
)
def test_folds(text: str, expected: str) -> None:
    edited = EditedText(text)
    edited.make([*folds(text)], frozenset())
    assert edited.text == expected
