"""Numbers stored as texts: a formula takes those that kaohe reads, and no other."""

from functools import partial
from pathlib import Path
from typing import Any

from kaohe.expr.numbers import Unreadable, read_amount
from kaohe.render.xlsx.number_texts import number_in, strange, unless_word
from kaohe.results.entry_form import EntryCell
from kaohe.submission.cell_text import number_value
from support.rendered.printing import IN_OFFICE, Office
from support.spoken_formulas import computed

pytestmark = IN_OFFICE
TEXTS = ["7", " 7 ", "７", "-7", "7.5", "1,000", "12,345,678.9", "７次", "7 次", "007", "９" * 20]
REFUSED = ["7.", ".5", "+7", "1e3", "1/2", "1:2", "1-2", "1,00", "1000,000", "7次次", "次", "7人", "三", "(7)"]
REFUSED += ["7%", "$7", "7 0", "1.2.3", "1" * 61, ""]
PERCENTS = ["7%", "７％", "-0.5%", "1,000%", "0"]
NO_PERCENTS = ["7", "0.5", "%", "7%%", "-%"]


def test_those_are_taken_that_kaohe_reads(office: Office, tmp_path: Path) -> None:
    asked = [(text, partial(taken, unit="次", percent=False)) for text in (*TEXTS, *REFUSED)]
    asked += [(text, partial(taken, unit="", percent=True)) for text in (*PERCENTS, *NO_PERCENTS)]
    found = computed(office, tmp_path, asked)
    plain = dict(zip((*TEXTS, *REFUSED), found, strict=False))
    assert plain == {**dict.fromkeys(TEXTS, True), **dict.fromkeys(REFUSED, False)}
    assert plain == {text: reads(text) for text in plain}
    percents = dict(zip((*PERCENTS, *NO_PERCENTS), found[len(plain) :], strict=True))
    assert percents == {**dict.fromkeys(PERCENTS, True), **dict.fromkeys(NO_PERCENTS, False)}


def taken(ref: str, *, unit: str, percent: bool) -> str:
    return f"NOT(OR(ISERROR({number_in(ref, unit)}),{strange(ref, unit, percent=percent)}))"


def reads(text: str) -> bool:
    try:
        read_amount(number_value(text.strip(), "次"))
    except Unreadable:
        return False
    return True


def test_the_number_in_a_cell(office: Office, tmp_path: Path) -> None:
    cases: list[tuple[Any, str, float]] = [
        (7, "次", 7),
        ("1,000.5", "", 1000.5),
        ("７ 次", "次", 7),
        ('3"', '"', 3),
        ("86.5%", "", 0.865),
    ]
    found = computed(office, tmp_path, [(content, partial(number_in, unit=unit)) for content, unit, _ in cases])
    assert found == [number for _, _, number in cases]


def test_a_cell_that_takes_a_word_as_well() -> None:
    assert unless_word("A1<0", "A1", EntryCell("amount")) == "A1<0"
    assert unless_word("A1<0", "A1", EntryCell("amount", options=("无",))) == "IF(ISERROR(A1),FALSE,A1<0)"
