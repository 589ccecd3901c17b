"""Names of files that every system takes, and that say whose sheet it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.files.file_names import LONGEST, alike, is_taken_everywhere, safe, sheet_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲市", "甲市"),
        ("示例市（本级）", "示例市（本级）"),
        ("a b", "a b"),
        ("a/b:c", "a_b_c"),
        ('\\/:*?"<>|', "_________"),
        ("..", "_"),
        (".", "_"),
        ("", "_"),
        ("   ", "_"),
        (".hidden", "_hidden"),
        ("甲市.", "甲市_"),
        (" 甲市 ", "_甲市_"),
        ("../../etc/passwd", "__.._etc_passwd"),
        ("a\nb\tc\x00", "a_b_c_"),
        ("甲\u200b市\u2028", "甲_市_"),
        ("\ud800", "_"),
        ("CON", "CON_"),
        ("com1", "com1_"),
        ("nul.txt", "nul_.txt"),
        ("com1 .txt", "com1_ .txt"),
        ("甲:$DATA", "甲_$DATA"),
        ("console", "console"),
        ("e\u0301", "\u00e9"),
        ("ｱ市", "ｱ市"),
    ],
)
def test_safe(text: str, name: str) -> None:
    assert safe(text) == name


def test_long_names_are_cut() -> None:
    """By bytes, of which a Chinese character has three and a rare one four."""
    assert safe("市" * 300) == "市" * (LONGEST // 3)
    assert safe("𠮷" * 300) == "𠮷" * (LONGEST // 4)
    assert safe("市" * (LONGEST // 3 - 1) + "ab.x") == "市" * (LONGEST // 3 - 1) + "ab", "and not just before a point"
    for longest in ("市" * 300, "𠮷" * 300):
        (name, _) = sheet_names([(longest, longest), (f"{longest}甲", longest)], ".xlsx")
        assert len(name.encode()) < 255


def test_a_sheet() -> None:
    assert sheet_names([("甲市", "自评分")], ".xlsx") == ["甲市.自评分.xlsx"]
    assert sheet_names([("a/b", "初评/复评")], ".md") == ["a_b.初评_复评.md"]


@pytest.mark.parametrize(
    ("units", "names"),
    [
        (("a:b", "a?b", "甲市"), ("a_b~6783a3", "a_b~c2a7b6", "甲市")),
        (("A市", "a市"), ("A市~3820ca", "a市~429514")),
        (("市" * 60 + "甲", "市" * 60 + "乙"), ("市" * 60 + "~b428c4", "市" * 60 + "~73f144")),
        (("a:b", "a?b", "a_b~6783a3"), ("a_b~6783a3~6783a31eabf6", "a_b~c2a7b6", "a_b~6783a3~e1f15f9df890")),
        (("汇总",), ("汇总~bd0a40",)),
    ],
    ids=["signs", "capitals", "long", "a name like a mark", "the summary's"],
)
def test_units_that_would_be_called_alike(units: tuple[str, ...], names: tuple[str, ...]) -> None:
    found = sheet_names([(one, "自评分") for one in units], ".md", ["汇总"])
    assert found == [f"{one}.自评分.md" for one in names]
    assert sheet_names([(one, "自评分") for one in reversed(units)], ".md", ["汇总"]) == found[::-1]


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    name = safe(text)
    assert name
    assert name.isprintable()
    assert not set(name) & set('\\/:*?"<>|')
    assert name[0] not in " ."
    assert name[-1] not in " ."
    assert unicodedata.normalize("NFC", name) == name
    assert safe(name) == name
    assert len(name.encode()) <= 4 * LONGEST


@pytest.mark.parametrize("path", ["甲市.yaml", "in/甲　市/.x", " a", "console/nulls", "com", "a.b/c..d", "甲" * 85])
def test_what_every_system_takes(path: str) -> None:
    assert is_taken_everywhere(path)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "/a",
            "a/",
            "a//b",
            ".",
            "a/..",
            "a.",
            "a ",
            "a /b",
            "a\t",
            "a\u3000",
            "a\\b",
            "a:b",
            "a?",
            "a\nb",
            "\u200ba",
        ),
        *("con", "a/NUL.yaml", "lpt1 .x", "COM²", "conin$", "甲" * 86),
    ],
)
def test_what_some_system_does_not_take(path: str) -> None:
    assert not is_taken_everywhere(path)


def test_which_lead_to_one_file_on_some_system() -> None:
    decomposed = unicodedata.normalize("NFD", "é.txt")
    paths = ["a/B.pdf", "a/b.pdf", "é.txt", decomposed, "c", "A/b.pdf", "c"]
    found = [("a/B.pdf", "a/b.pdf"), ("é.txt", decomposed), ("a/B.pdf", "A/b.pdf"), ("c", "c")]
    assert list(alike(paths)) == found
    assert not list(alike(["甲市.yaml", "乙市.yaml"]))
