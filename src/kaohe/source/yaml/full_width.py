"""Full-width colons that should part a key from its value, and full-width YAML written narrow."""

import re
from itertools import chain

from kaohe.source.text_findings import Findings

_KEY = re.compile(r"[\w.]{1,20} ?(?=：)")
# Further down only names as files have them, for a text may well go on with 其中：…
_FURTHER_KEY = re.compile(r"^ *(?:- +)*[a-z_][a-z0-9_]* ?(?=：)", re.MULTILINE)
_FLOW_KEY = re.compile(r"[{,]\s*(\w+ ?)(?=：)")
_NARROW = str.maketrans(
    dict(zip("０１２３４５６７８９．％＋－−–［］【】｛｝", "0123456789.%+---[][]{}", strict=True))
    | {"，": ", ", "、": ", ", "：": ": "}
)


def narrow(text: str) -> str:
    return text.translate(_NARROW).replace(",  ", ", ").replace(":  ", ": ")


def is_key(text: str, start: int) -> bool:
    return _KEY.match(text, start) is not None


def flow_key(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first key in braces that is followed by a full-width colon."""
    return _FLOW_KEY.search(text, start, len(text) if end is None else end) if "：" in text else None


def note_keys(findings: Findings, start: int, end: int) -> None:
    """One finding for the key at `start`, one for each line up to `end` that begins alike."""
    first = _KEY.match(findings.text, start)
    further = _FURTHER_KEY.finditer(findings.text, start + 1, end)
    for found in filter(None, chain((first,), further)):
        if findings.full:
            break
        findings.add("full-width-colon", found.end(), word=found.group().strip(" -"))
