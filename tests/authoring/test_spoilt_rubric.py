"""The shipped rubric, spoilt as people and programs spoil files, comes back to the letter, or its data do."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from kaohe.authoring.mended_files import mended
from kaohe.authoring.validation import check_document
from kaohe.source import read
from kaohe.stages.unit_loader import UnitLoader
from support.command_line import ROOT, SHIPPED
from support.rounds import share

TEXT = (ROOT / "rubrics" / f"{SHIPPED}.yaml").read_text(encoding="utf-8")
DATA = repr(read("a.yaml", TEXT.encode()).data)
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
Spoiler = Callable[[str, Random], str]


def _some(pattern: str, change: Callable[[re.Match[str]], str], often: float = 0.1) -> Spoiler:
    """Change some of what a pattern finds in lines that are no comments."""

    def spoil(text: str, random: Random) -> str:
        def changed(found: re.Match[str]) -> str:
            line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            return change(found) if random.random() < often and "#" not in line else found.group()

        return re.sub(pattern, changed, text, flags=re.MULTILINE)

    return spoil


SPOILERS: dict[str, Spoiler] = {
    "digits": _some(r"(?<=[a-z]: )\d[\d.]*%?(?=[,}\n])", lambda found: found.group().translate(WIDE)),
    "colons of lines": _some(r"^( *(?:- )?[a-z_]+): (?=[^|>{\[])", lambda found: f"{found[1]}："),
    "colons in braces": _some(r"(?<=[{,])( ?[a-z]+): (?=[\d\w])", lambda found: f"{found[1]}："),
    "tabs for all blanks that indent": lambda text, _: re.sub(
        r"^( {2})+", lambda one: "\t" * (len(one[0]) // 2), text, flags=re.MULTILINE
    ),
    "some tabs of eight": _some(r"^ {8}(?=\w)", lambda _: "\t"),
    "some wide blanks": _some(r"^ {8}(?=\w)", lambda _: "\u3000" * 4),
    "blanks of the web": _some(r"(?<=[a-z]:) (?=\w)", lambda _: "\xa0"),
    "characters that nobody sees": _some(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: "\u200b", 0.01),
    "line ends of Word": _some(r"(?<=[，；])(?=[\u4e00-\u9fff])", lambda _: "\x0b", 0.02),
    "lines pasted": _some(r"(?<=[，；])(?=[\u4e00-\u9fff][^\n:：]*$)(?<=method: .{40}[，；])", lambda _: "\n", 1),
    "the line ends of Windows": lambda text, _: text.replace("\n", "\r\n"),
}


def mend(text: bytes) -> str:
    found = mended(Path("a.yaml"), text, lambda document: check_document(document, UnitLoader("zh", {})))
    assert found is not None
    return found.edited.text


@pytest.mark.parametrize("name", share([*SPOILERS], of=4))
def test_one_thing(name: str) -> None:
    spoilt = SPOILERS[name](TEXT, Random(name))  # noqa: S311
    assert spoilt != TEXT
    assert mend(spoilt.encode()) == TEXT


@pytest.mark.parametrize("seed", range(1))
def test_all_at_once(seed: int) -> None:
    spoilt = TEXT
    for name, spoil in SPOILERS.items():
        if not name.startswith("tabs"):
            spoilt = spoil(spoilt, Random(seed))  # noqa: S311
    assert repr(read("a.yaml", mend(spoilt.encode("gb18030")).encode()).data) == DATA
