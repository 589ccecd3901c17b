"""The bytes of a file become text: UTF-8, or UTF-16 with its mark; nothing else is guessed."""

import re

from kaohe.source.text_findings import Findings

BIGGEST_FILE = 10_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def decode(content: bytes, findings: Findings, *, gb18030: bool = False) -> None:
    """Set the text of the findings, its lines ended as Python likes them; with `gb18030` that is no finding."""
    if len(content) > BIGGEST_FILE:
        findings.stop("file-too-large", limit=BIGGEST_FILE // 1_000_000)
    mark, encoding = next((pair for pair in _MARKS if content.startswith(pair[0])), (b"", "utf-8"))
    content = content[len(mark) :]
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = _undecodable(content[: error.start], content, encoding, findings)
        if not gb18030:
            findings.add("gbk", len(content[: error.start].decode("gb18030", "ignore")))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings.text = text
    if "\0" in text:
        findings.stop("not-text", text.index("\0"))


def _undecodable(good: bytes, content: bytes, encoding: str, findings: Findings) -> str:
    """The text as GB18030, or else a stop."""
    findings.text = good.decode(encoding)
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = "\0"
    # Chinese characters before the bad byte: the file is UTF-8 and damaged
    if encoding != "utf-8" or max(findings.text, default="") >= "\u0800" or _BINARY.search(text):
        findings.stop("not-text", len(findings.text))
    return text
