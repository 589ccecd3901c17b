"""Every sentence exists in both languages, asks for the same facts in both, and a rule type can bring its own."""

import re
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

from kaohe import messages
from kaohe.messages import CHOICE, bring, say, table, tables

SENTENCES = [(code, pair) for name in tables() for code, pair in table(name).items()]


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_ask_for_the_same() -> None:
    unsaid = [code for code, pair in SENTENCES if not pair[0]]
    different = [code for code, (chinese, english) in SENTENCES if fields(chinese) != fields(english)]
    assert (unsaid, different) == ([], [])


def test_no_sentence_stands_in_two_files() -> None:
    """One would silently take the other's place."""
    files = [import_module(one.name) for one in walk_packages(messages.__path__, "kaohe.messages.")]
    codes = [code for file in files for code in getattr(file, "SENTENCES", ())]
    assert sorted(codes) == sorted(set(codes))
    assert set(codes) == {code for code, _ in SENTENCES}


def test_a_part_is_left_out_where_there_is_nothing_to_say() -> None:
    assert (
        say("problem.unknown-key", "en", key="pionts", nearest="points")
        == "unknown key “pionts”; did you mean “points”?"
    )
    assert say("problem.unknown-key", "en", key="pionts", nearest="") == "unknown key “pionts”"


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [
        (0, "0 files: 0 errors, 0 warnings", "共 0 个文件：0 个错误，0 个警告"),
        (1, "1 file: 1 error, 1 warning", "共 1 个文件：1 个错误，1 个警告"),
        (2, "2 files: 2 errors, 2 warnings", "共 2 个文件：2 个错误，2 个警告"),
    ],
)
def test_words_go_with_their_count(count: int, english: str, chinese: str) -> None:
    counts = {"files": count, "errors": count, "warnings": count}
    assert (say("command.checked", "en", **counts), say("command.checked", "zh", **counts)) == (english, chinese)


@pytest.mark.parametrize(
    ("points", "english"),
    [
        ("1", "1 point"),
        ("0.5", "0.5 points"),
        ("-1", "-1 points"),
        ("11", "11 points"),
    ],
)
def test_so_do_words_that_follow_points(points: str, english: str) -> None:
    assert say("arithmetic.points", "en", points=points) == english


def test_what_a_sentence_needs_must_be_given() -> None:
    with pytest.raises(KeyError):
        say("command.checked", "en", files=1, errors=1)


def test_every_counted_word_has_both_numbers() -> None:
    """A word that has them in one sentence has them in each; between two numbers there is no 1."""
    specs = [spec for _, (_, english) in SENTENCES for _, _, spec, _ in Formatter().parse(english) if spec]
    words = {word for spec in specs if CHOICE in spec for word in re.findall(r"\w+s\b", spec.split(CHOICE)[1])}
    assert words >= {"points", "files", "vetoes"}
    plain = re.compile(rf"\}} ({'|'.join(words)})\b")
    assert [code for code, (_, english) in SENTENCES if plain.search(english)] == ["report.scale"]


def test_a_rule_type_brings_its_own_sentences() -> None:
    bring({"problem.weight-too-large": ("权重 {found} 太大", "the weight {found} is too large")})
    assert say("problem.weight-too-large", "zh", found=3) == "权重 3 太大"
    assert say("problem.weight-too-large", "en", found=3) == "the weight 3 is too large"
