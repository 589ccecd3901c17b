"""Every sentence exists in both languages, asks for the same facts in both, and a rule type can bring its own."""

from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

from kaohe import messages
from kaohe.messages import bring, say, table, tables

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


def test_a_rule_type_brings_its_own_sentences() -> None:
    bring({"problem.weight-too-large": ("权重 {found} 太大", "the weight {found} is too large")})
    assert say("problem.weight-too-large", "zh", found=3) == "权重 3 太大"
    assert say("problem.weight-too-large", "en", found=3) == "the weight 3 is too large"
