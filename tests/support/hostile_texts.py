"""Files of every kind whose texts, wherever people write one, are meant to become more than text."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

from support.folders import TESTS

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    '=HYPERLINK("http://x","x")',
    "=cmd|'/C calc'!A0",
)
MARKUP = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://x/x.png)",
    "<http://x>",
    "`x` *y* __z__ ~~s~~",
    "]]></x><!--",
    "| a | b |\n|---|---|\n| c | d |\n",
    "~~~\n",
    "\n\n~~~\n",
    "- a\n> b\n# c\n",
    "</td></tr></table>",
)
COMMANDS = ("\n::error::y\n", "\n##[error]y\n", "%0A::error::", "${{ x }} {0} {unit} %s [red]:smile:[/red]")
CODE = ("'; DROP TABLE facts; --", '"; --', "*/ 1 /*", "\n1; SELECT 2 --", "\\' \\\" \\", "$$", "__import__('os')")
DOCUMENTS = (
    "!!python/object/apply:os.system [x]",
    "&a",
    "*a",
    "? a\n: b\n- c #",
    "--- ",
    "%TAG ! x\n",
    "{a: [b",
    "\n  x: y\n",
)
CELLS = ("_x001B_", "_x000A_", "#REF!", "'=1+1", "'; [x]y!A1")
PATHS = ("../../x", "..\\..\\x", "/etc/x", "C:x", "CON", "nul.", "com1 .", "a:b:$DATA", "x" * 200)
ATTEMPTS = (*FORMULAS, *MARKUP, *COMMANDS, *CODE, *DOCUMENTS, *CELLS, *PATHS)
HARMLESS = tuple(f"{one}{two}" for one in "abcdefgh" for two in "abcdefgh")[: len(ATTEMPTS)]
_TEXTS = frozenset(("title", "label", "meaning", "reason", "note", "unit", "source", "attachment"))
_NAMED = frozenset(("stages", "options", "labels"))
_DIGITS = str.maketrans("", "", "0123456789")
"""A number of a clause must stand in its rule."""


class Spoiler:
    """Puts one attempt after another before texts."""

    def __init__(self, attempts: Sequence[str]) -> None:
        self._attempts = cycle(attempts)

    def before(self, text: str) -> str:
        return next(self._attempts) + text

    def spoilt(self, node: Any, key: str = "") -> Any:
        if isinstance(node, list):
            return [self.spoilt(one, key) for one in node]
        if isinstance(node, str):
            return self.before(node) if key in _TEXTS else node
        if not isinstance(node, dict):
            return node
        if key in _NAMED and all(isinstance(one, str) for one in node.values()):
            return {name: self.before(one) for name, one in node.items()}
        changed = {name: self.spoilt(one, name) for name, one in node.items()}
        return {**changed, **dict(self._of_item(node, changed["rules"]))} if "method" in node else changed

    def _of_item(self, item: Mapping[str, Any], rules: list[Any]) -> Iterator[tuple[str, Any]]:
        """The clauses must make up the method, to the letter."""
        start = self.before("").translate(_DIGITS)
        yield "target", self.before(item["target"])
        yield "method", start + item["method"]
        yield "rules", [{**rules[0], "clause": start + rules[0]["clause"]}, *rules[1:]]


def lay_out(folder: Path, spoiler: Spoiler) -> list[str]:
    """Write a rubric, two units, a later stage, parameters, a roster; the names of the units come back.

    Beside the folder are the rubric with other words, a unit's file that is wrong throughout, a table of facts.
    """
    rubric = yaml.safe_load((TESTS / "support" / "hostile.yaml").read_text(encoding="utf-8"))
    _write(folder / "细则.yaml", spoiler.spoilt(rubric))
    names = [spoiler.before(name) for name in "甲乙"]
    _write(folder / "parameters.yaml", {"parameters": {"average": "80%"}})
    for place, name in enumerate(names):
        _write(folder / f"{place}.yaml", _unit(name, spoiler))
    _write(folder / "later.yaml", _later(names[0], spoiler))
    roster = [{"unit": name, "aliases": [spoiler.before(str(place))]} for place, name in enumerate(names)]
    _write(folder / "units.yaml", {"units": roster})
    changed = (folder / "细则.yaml").read_text(encoding="utf-8").replace("副职也计", "副职都计")
    (folder / "../other.yaml").write_text(changed.replace("年增加的", "年增加了的"), encoding="utf-8")
    _write(folder / "../bad.yaml", _bad(spoiler))
    _write_table(folder / "../facts.csv", names)
    return names


def _bad(spoiler: Spoiler) -> dict[str, Any]:
    """What is found in it quotes what people wrote."""
    before = spoiler.before
    work = {"made": before("对"), "missing": before("三"), "people": before("多"), before("键"): 1}
    return {
        "rubric": "in/细则.yaml",
        "unit": before("丙"),
        "year": before("年"),
        "stage": before("阶段"),
        "indicators": {"work": work},
    }


def _write_table(path: Path, names: Sequence[str]) -> None:
    header = ["unit", "work.made", "work.missing"]
    rows = [[name, "是", "1"] for name in names]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_form(path: Path, spoiler: Spoiler) -> list[str]:
    """An official form as a workbook, with an attempt in each of its texts; the titles of its items come back."""
    book = Workbook()
    titles = [spoiler.before(f"事项{number}") for number in range(len(ATTEMPTS))]
    rows: list[list[Any]] = [
        ["子项目", "分值", "评分办法"],
        *([one, 5, spoiler.before("完成的得5分。")] for one in titles),
    ]
    page = book.worksheets[0]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell: Any = page.cell(number, column)
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else "n"
    book.save(path)
    return titles


def _unit(name: str, spoiler: Spoiler) -> dict[str, Any]:
    before = spoiler.before
    results = {"failed": {before("县"): 1, before("区"): 0}, "events": {before("号"): {"people": 1}}}
    return {
        "rubric": "细则.yaml",
        "unit": name,
        "year": 2013,
        "indicators": {
            "shared": {"class": "a"},
            "work": {"made": True, "missing": 1, "deputies": 0, "people": {"previous": 100, "current": 90}},
            "results": {"passed": "78%", "opinion": {"score": 1, "reason": before("好")}, **results},
        },
        "notes": {"work": before("注")},
        "evidence": {"work": ["附/" + before("证.pdf"), "附/" + before("据.pdf")]},
    }


def _later(name: str, spoiler: Spoiler) -> dict[str, Any]:
    before = spoiler.before
    change = {"old": 1, "new": 2, "reason": before("查实"), "evidence": ["附/" + before("函.pdf")]}
    return {
        "rubric": "细则.yaml",
        "unit": name,
        "year": 2013,
        "stage": "final",
        "by": before("省厅"),
        "on": "2014-01-12",
        "changes": {"work": {"missing": change}},
        "judgements": {"results": {"score": 2, "reason": before("不实")}},
    }


def _write(path: Path, data: Any) -> None:
    """JSON is YAML, whatever stands in its texts."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
