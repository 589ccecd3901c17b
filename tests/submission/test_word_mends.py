"""Words that offices write instead of a number or a yes: each gets the mend that fits the kind of fact."""

from typing import Any

import pytest

from kaohe.messages import Language
from kaohe.problems import Problem, Problems
from kaohe.source import read
from kaohe.submission.word_mends import NO, NONE, SOME, YES, ZEROS, word_mend
from support.every_kind import compiled

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def found(indicators: str) -> tuple[Problem, ...]:
    """All that is wrong in a unit's file."""
    text = f"unit: 甲市\nindicators:\n{indicators}"
    with pytest.raises(Problems) as raised:
        compiled().reader.read(read("甲市.yaml", text.encode()))
    return tuple(raised.value.problems)


def told(field: str, word: str, language: Language = "zh") -> str:
    """What is said of a word in place of a fact; `field` holds the place as `{}`."""
    (problem,) = found("  " + field.format(word) + "\n")
    return problem.message(language)


PLACES = {
    "count": "basics: {{late: {}}}",
    "number": "basics: {{hours: {}}}",
    "percent": "basics: {{paid: {}}}",
    "flag": "basics: {{done: {}}}",
    "member": "uploads: {{spoiled: {{甲: {}}}}}",
    "change": "growth: {{funds: {{previous: {}, current: 1}}}}",
    "ratio": "growth: {{passed: {{part: {}, whole: 1}}}}",
}


@pytest.mark.parametrize(
    ("kind", "word", "chinese"),
    [
        ("count", "无", "“1.1 迟报”：写的是“无”；没有的填 0，还不知道的留空"),
        ("count", "没有", "“1.1 迟报”：写的是“没有”；没有的填 0，还不知道的留空"),
        ("count", "零", "“1.1 迟报”：写的是“零”；没有的填 0，还不知道的留空"),
        ("count", "〇", "“1.1 迟报”：写的是“〇”；没有的填 0，还不知道的留空"),
        ("count", "O", "“1.1 迟报”：写的是“O”；没有的填 0，还不知道的留空"),
        ("count", "/", "“1.1 迟报”：写的是“/”；没有的填 0，还不知道的留空"),
        ("count", "—", "“1.1 迟报”：写的是“—”；没有的填 0，还不知道的留空"),
        ("count", "有", "“1.1 迟报”：写的是“有”；写出是多少，如 3"),
        ("count", "√", "“1.1 迟报”：写的是“√”；写出是多少，如 3"),
        ("number", "无", "“1.1 课时”：写的是“无”；没有的填 0，还不知道的留空"),
        ("percent", "无", "“1.1 兑付率”：写的是“无”；没有的填 0%，还不知道的留空"),
        ("percent", "／", "“1.1 兑付率”：写的是“／”；没有的填 0%，还不知道的留空"),
        ("percent", "有", "“1.1 兑付率”：写的是“有”；写出是多少，如 3%"),
        ("change", "无", "“2.1 资金”：写的是“无”；没有的填 0，还不知道的留空"),
        ("ratio", "无", "“2.1 通过率”：写的是“无”；没有的填 0，还不知道的留空，不适用的填“不适用”"),
        ("member", "无", "“2.2 差错”：写的是“无”；没有的填 0，还不知道的留空"),
        ("flag", "对", "“1.1 完成”：写的是“对”；这里只填 是 或 否，“对”应写成 是"),
        ("flag", "有", "“1.1 完成”：写的是“有”；这里只填 是 或 否，“有”应写成 是"),
        ("flag", "达到", "“1.1 完成”：写的是“达到”；这里只填 是 或 否，“达到”应写成 是"),
        ("flag", "无", "“1.1 完成”：写的是“无”；这里只填 是 或 否，“无”应写成 否"),
        ("flag", "错", "“1.1 完成”：写的是“错”；这里只填 是 或 否，“错”应写成 否"),
        (
            "flag",
            "未达到",
            "“1.1 完成”：写的是“未达到”；这里只填 是 或 否，“未达到”应写成 否",
        ),
    ],
)
def test_a_word_for_a_kind_of_fact(kind: str, word: str, chinese: str) -> None:
    assert told(PLACES[kind], word) == chinese


@pytest.mark.parametrize(
    ("kind", "word", "english"),
    [
        ("count", "无", "“1.1 迟报”: found “无”; write 0 for none, leave empty what is not known"),
        ("percent", "/", "“1.1 兑付率”: found “/”; write 0% for none, leave empty what is not known"),
        ("count", "有", "“1.1 迟报”: found “有”; write how much, as 3"),
        ("flag", "对", "“1.1 完成”: found “对”; only true or false may stand here, “对” is written true"),
    ],
)
def test_a_word_in_english(kind: str, word: str, english: str) -> None:
    assert told(PLACES[kind], word, "en") == english


@pytest.mark.parametrize("kind", sorted(ZEROS))
def test_every_word_for_none_and_some(kind: str) -> None:
    for word in NONE:
        assert word_mend(kind, f" {word} ") == ("word-for-none", {"found": f" {word} ", "expected": ZEROS[kind]})
    for word in SOME:
        example = "3%" if "percent" in kind else "3"
        assert word_mend(kind, word) == ("word-for-some", {"found": word, "expected": example})


def test_every_word_for_yes_and_no() -> None:
    assert not set(YES) & set(NO)
    for words, yes in ((YES, 1), (NO, 0)):
        for word in words:
            assert word_mend("flag", word) == ("word-for-flag", {"found": word, "yes": yes})


@pytest.mark.parametrize(
    ("reader", "raw"),
    [("flag", "也许"), ("count", "几次"), ("text", "无"), ("positive", "无"), ("count", 1.5), ("flag", None)],
)
def test_what_has_no_mend_keeps_its_own_finding(reader: str, raw: Any) -> None:
    assert word_mend(reader, raw) is None


def test_five_mixed_mistakes_come_in_one_run() -> None:
    problems = found(
        "  basics: {done: 错, late: 无, hours: 有, paid: 95, grade: 好}\n"
        "  growth: {funds: 不适用}\n"
        "  uploads: {sent: 无}\n"
    )
    assert [(one.code, one.line) for one in problems] == [
        ("word-for-flag", 3),
        ("word-for-none", 3),
        ("word-for-some", 3),
        ("percent-without-sign", 3),
        ("not-one-of", 3),
        ("must-apply", 4),
        ("members-expected", 5),
    ]


@LANGUAGES
@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("basics: {late: 不适用}", "没有发生的写 0，", "write 0 if it did not happen, "),
        ("basics: {done: 不适用}", "没有发生的写 false，", "write false if it did not happen, "),
        ("basics: {paid: 不适用}", "没有发生的写 0%，", "write 0% if it did not happen, "),
        ("uploads: {spoiled: 不适用}", "没有发生的写 {}，", "write {} if it did not happen, "),
        (
            "growth: {funds: 不适用}",
            "没有发生的写 {previous: 0, current: 0}，",
            "write {previous: 0, current: 0} if it did not happen, ",
        ),
        ("basics: {grade: 不适用}", "", ""),
    ],
)
def test_what_must_apply_is_told_what_to_write(text: str, chinese: str, english: str, language: Language) -> None:
    (problem,) = found(f"  {text}\n")
    said = problem.message(language)
    end = {
        "zh": f"不能填“不适用”；{chinese}还不知道的留空",
        "en": f"can't be not applicable; {english}leave it empty if it is not known",
    }
    assert said.endswith(end[language])
