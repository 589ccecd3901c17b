"""Whatever a text has in it, a reader of Markdown shows it as text."""

import pytest

from kaohe.editor.hover_text import as_code, as_text
from support.hostile_texts import ATTEMPTS
from support.inert import MARKDOWN

BLOCKS = (
    "# 一",
    "####### 七",
    "1. 一",
    "12) 一",
    "1.",
    "1.5倍",
    "---",
    "- - -",
    "-5%",
    "+ 一",
    "> 一",
    "===",
    "    缩进",
    "~~~",
)


@pytest.mark.parametrize("text", [*ATTEMPTS, *BLOCKS, "第一行\n\n# 第二行", "&lt; &#60; A&B", "~~删~~"])
def test_it_is_one_paragraph_of_its_own_words(text: str) -> None:
    for before in ("", "> "):
        tokens = MARKDOWN.parse(before + as_text(text))
        (inline,) = (one for one in tokens if one.type == "inline")
        shown = [one.content for one in inline.children or () if one.type in ("text", "text_special")]
        assert ("".join(shown), len(shown)) == (" ".join(text.split()), len(inline.children or ()))
        assert [one.type for one in tokens if one.nesting == 1] == ["blockquote_open"] * bool(before) + [
            "paragraph_open"
        ]


def test_no_more_is_escaped_than_must_be() -> None:
    for text in ("每少1人扣1分；A&B ~ C", "-5%以下", "1.5倍", "60分 - 80分", "(一)", "#1"):
        assert as_text(text) == text
    assert as_text("1. 一") == "1\\. 一"


def test_names() -> None:
    assert (as_code("late_reports"), as_code("parameters.average")) == ("`late_reports`", "`parameters.average`")
    assert as_code("a`b\n# c") == "a\\`b # c"
