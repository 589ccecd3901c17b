"""What docs/tables.md promises of facts: all that is taken, in a table's cell and in a file; all that is refused."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.problems import Problems
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.source.yaml.scalars import plain
from kaohe.submission.answers import answer, place_of
from kaohe.submission.cell_text import cell_value
from support.folders import TOP

ROW = re.compile(r"^\| ([^|]*`[^|]*) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
QUOTED = re.compile(r"`([^`]*)`")
KIND = re.compile(r"`(" + "|".join(KINDS) + r")`")
PAGE = (TOP / "docs" / "tables.md").read_text(encoding="utf-8")


def rows(heading: str) -> Iterator[Any]:
    """Each text under a heading that is written so, with the kind of fact, its label and what comes of it."""
    table = PAGE.partition(f"| {heading} |\n")[2].partition("\n\n")[0]
    for kinds, texts, outcome in ROW.findall(table):
        label = "有无违规" if "以“有”" in kinds else "事实"
        for kind in KIND.findall(kinds) or ["count", "flag", "month"]:
            for text in QUOTED.findall(texts):
                yield pytest.param(kind, label, text, outcome, id=f"{kind}-{label}-{text}")


TAKEN = [*rows("读成")]
REFUSED = [*rows("怎么说")]


def indicator(kind: KindName, label: str) -> Indicator:
    return Indicator(label=label, kind=kind, unit="次", options={"good": "优"} if kind == "choice" else {})


def read(kind: KindName, label: str, raw: object) -> Any:
    """What a file says of a fact; raises Problems."""
    place = place_of(Fact("item", "fact", "item.fact", indicator(kind, label), 0), frozenset({"item.fact"}), "项")
    findings = FileFindings(Document("甲市.yaml", {}, b"", "", []))
    (value,) = answer(place, raw, ("indicators", "item", "fact"), findings)
    findings.raise_any()
    return value


def test_there_are_tables() -> None:
    assert len(TAKEN) > 60
    assert len(REFUSED) > 60


@pytest.mark.parametrize(("kind", "label", "text", "outcome"), TAKEN)
def test_what_is_taken(kind: KindName, label: str, text: str, outcome: str) -> None:
    meant = outcome.strip("`")
    found = cell_value(text.strip(), indicator(kind, label), next(iter(KINDS[kind].fields.values())).name)
    same = {"True": "是", "False": "否", "not_applicable": "不适用"}
    assert same.get(str(found), str(found)) == meant


@pytest.mark.parametrize(("kind", "label", "text", "outcome"), TAKEN)
def test_a_file_takes_the_same(kind: KindName, label: str, text: str, outcome: str) -> None:
    meant: object = {"是": True, "否": False}.get(outcome.strip("`"), outcome.strip("`"))
    value = read(kind, label, text)
    if KINDS[kind].fields[""].name in ("count", "number", "signed-number"):
        meant = plain(str(meant))
    plainly = read(kind, label, meant)
    assert (value, type(value)) == (plainly, type(plainly))


@pytest.mark.parametrize(("kind", "label", "text", "outcome"), REFUSED)
def test_what_is_refused_and_how_to_mend_it(kind: KindName, label: str, text: str, outcome: str) -> None:
    with pytest.raises(Problems) as raised:
        read(kind, label, text)
    (problem,) = raised.value.problems
    told = problem.message("zh").replace(f"“{label}”：", "").replace(f"“{text}”", "“…”")
    assert told.removesuffix("，不适用的填“不适用”") == outcome
