"""Which texts among others are rubrics or units' files: those with an outermost key that hardly any other file has."""

import re

from kaohe.submission.file_keys import WORDS

_ELSEWHERE_TOO = ("year", "stage", "parameters", "evidence", "notes", "readings", "by", "on")
_OURS = ("kaohe", "sections", "rubric_reason", *(key for key in WORDS if key not in _ELSEWHERE_TOO))
_NAMES = "|".join((*_OURS, *(name for key in WORDS if key in _OURS for name in WORDS[key])))
_KEY = re.compile(rf"^\ufeff?(?:(?:\{{ ?| {{0,4}}|\t)[\"'](?:{_NAMES})[\"']|(?:{_NAMES}))[ \u3000]*[:：]", re.MULTILINE)
"""At the very left; in JSON it may stand further in, for it is quoted there."""


def is_ours(text: str) -> bool:
    return _KEY.search(text) is not None
