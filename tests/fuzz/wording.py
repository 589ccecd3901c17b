"""What people must never read: words of Python, of its libraries and of our classes; findings without a place."""

import json
import re
from collections.abc import Iterator
from typing import Any

HINTS: dict[str, tuple[str, ...]] = {
    "an exception's name": ("Error", "Exception", "Traceback ("),
    "data as Python writes them": ("['", "{'", "('", "', '", "Fraction(", "Decimal("),
    "a word of Python": ("None", "True", "False"),
    "a number that is none": ("NaN", "nan", "inf"),
    "a class of ours": ("Const(", "Input(", "Call(", "Interval(", "Missing(", "Notation.", "Op.", " object at "),
    "a library's words": ("Input should", "Field required", "validation error", "_type: ", "keyword argument"),
}
"""Words that only we should know, by what they are; a part of a longer word is none of them."""
ENDINGS = ("Error", "Exception")
FINDING = re.compile(
    r"(?P<path>[^:\n]+?):(?:(?P<line>\d+):(?P<column>\d+):)? (?:警告：|warning: )?(?P<code>[a-z-]+) (?P<message>.*)"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
Said = tuple[str, str]
"""What is wrong, and the text in which it is."""


def internal(text: str) -> Iterator[Said]:
    """Words in a text that only we should know."""
    for what, hints in HINTS.items():
        for hint in (one for one in hints if one in text):
            before = "" if hint in ENDINGS else "(?<![a-z])"
            found = re.search(rf"{before}{re.escape(hint)}(?![a-z])", text)
            if found:
                yield f"tells {what}", text[max(0, found.start() - 80) : found.end() + 80]
                break


def findings_in_json(output: str, *, chinese: bool = True) -> Iterator[Said]:
    """What is wrong with the findings that `validate --format json` tells."""
    for file in json.loads(output)["files"]:
        for one in file["problems"]:
            yield from _finding(one)
            if chinese and not CHINESE.search(one["message"]):
                yield "tells a Chinese reader nothing in Chinese", f"{one['code']} {one['message']}"


def findings_in_text(errors: str) -> Iterator[Said]:
    """What is wrong with the findings that a run writes, a line each."""
    for line in errors.splitlines():
        found = FINDING.fullmatch(line)
        if found is None:
            yield from ((what, line) for what, _ in internal(line))
        else:
            yield from _finding(found.groupdict(default=0))


def _finding(one: dict[str, Any]) -> Iterator[Said]:
    place = f"{one['line']}:{one['column']} {one['code']} {one['message']}"
    if not (int(one["line"]) and int(one["column"])):
        yield f"{one['code']} without a place", place
    if one["code"] == "invalid-value":
        yield "message tells a library's words", place
    yield from ((f"message {what}", place) for what, _ in internal(one["message"]))
