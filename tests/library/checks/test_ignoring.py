"""Comments leave findings on their line as they are, with a reason; what they can't do is said."""

from textwrap import indent

import pytest

from kaohe.library import rubric_files
from kaohe.library.checks import problems
from kaohe.problems import Problem
from kaohe.source import read
from support.folders import TOP

BAD = TOP / "tests" / "bad"
TEXT = (BAD / "acknowledged.yaml").read_text(encoding="utf-8").rpartition("        acknowledge:")[0]
CLAUSE = "clause: 得5分，每迟报一次扣1分"
READING = """
readings:
  - id: late
    words: 每迟报一次
    chosen: once
    options:
      once: {meaning: 每次扣2分}
      more: {meaning: 每次扣2分，扣到7分为止, patch: {deductions: [{count: late, each: 2, free: 2}]}}
"""


def found(text: str) -> tuple[Problem, ...]:
    return problems(read("small.yaml", text.encode()))


def said(text: str) -> list[tuple[str, str, int]]:
    return [(one.code, one.severity, one.line) for one in found(text)]


def with_comment(words: str, clause: str = CLAUSE) -> str:
    return TEXT.replace(CLAUSE, f"{clause}  # kaohe: {words}")


def test_an_error_that_scores_do_not_need_mended_becomes_a_warning() -> None:
    (only,) = found(with_comment("ignore number-not-in-rule: 来函更正"))
    assert (only.code, only.severity, only.reason) == ("number-not-in-rule", "warning", "来函更正")
    assert only.message("zh") == "条文“得5分，每迟报一次扣1分”里的 1 在规则里找不到（作者已知：来函更正）"
    assert only.message("en").endswith("is not in its rule (known to the author: 来函更正)")


def test_so_it_is_scored_by() -> None:
    assert rubric_files.load(BAD / "ignored.yaml")[0].points == 5


@pytest.mark.parametrize("words", ["IGNORE number-not-in-rule： 来函", "ignore orphan-words、number-not-in-rule: 来函"])
def test_ways_of_writing_it(words: str) -> None:
    assert ("number-not-in-rule", "warning", 20) in said(with_comment(words))


def test_a_warning_becomes_a_notice() -> None:
    text = TEXT.replace(CLAUSE, "clause: 得5分，每迟报一次扣2分").replace("扣1分", "扣2分") + indent(
        READING, "            "
    )
    (doubtful,) = found(text)
    assert (doubtful.code, doubtful.severity) == ("number-only-in-meaning", "warning")
    lines = text.splitlines()
    lines[doubtful.line - 1] += "  # kaohe: ignore number-only-in-meaning: 会议纪要有此说"
    assert [(one.severity, one.reason) for one in found("\n".join(lines))] == [("notice", "会议纪要有此说")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ignore", "ignore-without-reason"),
        ("ignore number-not-in-rule", "ignore-without-reason"),
        ("ignore number-not-in-rule:", "ignore-without-reason"),
        ("ignore: 来函", "ignore-without-reason"),
        ("ignore number-not-in-rul: 来函", "ignore-unknown-code"),
        ("ignored number-not-in-rule: 来函", "comment-unknown"),
    ],
)
def test_what_does_not_say_enough_does_nothing(words: str, code: str) -> None:
    assert sorted(said(with_comment(words))) == [(code, "warning", 20), ("number-not-in-rule", "error", 20)]


def test_one_for_nothing_is_told_once_all_else_is_right() -> None:
    comment = "# kaohe: ignore clause-twice: 来函"
    right = TEXT.replace("each: 2", "each: 1")
    assert said(right.replace(CLAUSE, f"{CLAUSE}  {comment}")) == [("nothing-to-ignore", "warning", 20)]
    assert said(TEXT.replace(CLAUSE, f"{CLAUSE}  {comment}")) == [("number-not-in-rule", "error", 20)]


def test_another_line_is_another_matter() -> None:
    text = TEXT.replace("deductions: [", "# kaohe: ignore number-not-in-rule: 来函\n            deductions: [")
    assert said(text) == [("number-not-in-rule", "error", 20), ("nothing-to-ignore", "warning", 22)]


def test_on_the_line_of_a_block_of_text() -> None:
    text = with_comment(
        "ignore number-not-in-rule: 来函", f"clause: >-\n              {CLAUSE.removeprefix('clause: ')}"
    )
    (head, words), comment = text.split("clause: >-\n"), "clause: >-  # kaohe: ignore number-not-in-rule: 来函\n"
    words = words.replace("  # kaohe: ignore number-not-in-rule: 来函", "")
    assert said(comment.join([head, words])) == [("number-not-in-rule", "warning", 20)]


def test_what_nothing_can_be_scored_with_stays() -> None:
    text = TEXT.replace("each: 2}]", "each: 2x}]  # kaohe: ignore unknown-reference: 以后再说")
    text = text.replace("count: late", "count: latte").replace("2x", "1")
    assert said(text) == [("unknown-reference", "error", 22), ("ignored-must-be-mended", "warning", 22)]


def test_neither_can_it_be_acknowledged() -> None:
    todo = "        todo: [{clause: 每迟报一次扣1分, why: 没读懂}]\n"
    known = "        acknowledge: [{problem: todo-of-item, words: 每迟报一次, reason: 再说}]\n"
    assert said(TEXT + todo + known)[-2:] == [
        ("todo-of-item", "error", 23),
        ("ignored-must-be-mended", "warning", 24),
    ]
