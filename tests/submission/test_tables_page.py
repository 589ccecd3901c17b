"""What docs/tables.md promises of cells is what they are read as."""

import re

import pytest

from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.submission.cell_text import cell_value
from support.folders import TOP

ROW = re.compile(r"^\| ([^|]*`[^|]*) \| ([^|]*) \| `([^|]*)` \|$", re.MULTILINE)
QUOTED = re.compile(r"`([^`]*)`")
KIND = re.compile(r"`(" + "|".join(KINDS) + r")`")
TABLE = (TOP / "docs" / "tables.md").read_text(encoding="utf-8")
TAKEN = [
    pytest.param(kind, text, value, id=f"{kind}-{text}")
    for kinds, texts, value in ROW.findall(TABLE)
    for kind in KIND.findall(kinds)
    for text in QUOTED.findall(texts)
]


@pytest.mark.parametrize(("kind", "text", "value"), TAKEN)
def test_what_the_page_promises(kind: KindName, text: str, value: str) -> None:
    expected = {"是": True, "否": False}.get(value, value)
    indicator = Indicator(label="事实", kind=kind, unit="次", options={"good": "优"})
    found = cell_value(text.strip(), indicator, next(iter(KINDS[kind].fields.values())).name)
    assert str({"是": True, "否": False}.get(str(found), found)) == str(expected)
