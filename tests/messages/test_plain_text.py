"""What a terminal would obey is seen and not obeyed, and all else stays."""

import json

import pytest

from kaohe.messages.plain_text import harmless, harmless_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲市\t1\n", "甲市\t1\n"),
        ("一\r\n二", "一\r\n二"),
        ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
        ("\x9b31m\x7f", "\\x9b31m\\x7f"),
        ("甲\u202e市", "甲\\u202e市"),
        ("甲\r市", "甲\\r市"),
        ("　\u200b", "　\u200b"),
    ],
)
def test_texts(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize("text", ["甲市\n", "\x1b\x07", "\x7f\x9b31m", "\u202e"])
def test_documents(text: str) -> None:
    written = harmless_json(json.dumps(text, ensure_ascii=False))
    assert written.isprintable()
    assert json.loads(written) == text
