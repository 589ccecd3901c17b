"""Small forms that once were scored otherwise than they read, through the commands, as people meet them."""

import csv
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.command_line import kaohe

TEXT = Path(__file__).with_name("surprises.yaml").read_text(encoding="utf-8")
CASES: Mapping[str, Any] = yaml.load(TEXT, yaml.CBaseLoader)  # noqa: S506 - a file of the tests
"""Every scalar as it is written."""


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """One case, its files written where the commands run."""
    monkeypatch.chdir(tmp_path)
    found = CASES[request.param]
    _write("rubric.yaml", _rubric(found))
    if "parameters" in found:
        _write("parameters.yaml", {"rubric": "rubric.yaml", "year": "2012", **found["parameters"]})
    for unit, facts in found.get("units", {"甲": found.get("facts", {})}).items():
        _write(f"{unit}.yaml", {"rubric": "rubric.yaml", "unit": unit, "year": "2012", "indicators": facts})
    return found


def test_right(case: Any) -> None:
    checked = kaohe("validate", "rubric.yaml")
    if case.get("refused"):
        assert checked.code == 1
        assert "rubric.yaml:" in checked.out
        return
    assert checked.code == 0, checked.out
    if case.get("batch"):
        assert kaohe("batch", ".", "-o", "out.csv").code == 0
        assert kaohe("batch", ".", "-o", "out.html").code == 0
        assert _totals(Path("out.csv")) == {unit: Decimal(one) for unit, one in case.get("totals", {}).items()}
        assert kaohe("batch", ".", "-o", "out", "--format", "json").code == 0
        assert {unit: _grade(unit) for unit in case.get("grades", {})} == case.get("grades", {})
    elif "facts" in case:
        _scored(case)


def _scored(case: Any) -> None:
    sheet = json.loads(kaohe("score", "甲.yaml", "--format", "json").out)
    wanted = case["score"]
    assert sheet["score"] == (None if wanted == "null" else str(Decimal(wanted)))
    assert sheet["complete"] or not case.get("complete")
    said = "".join(kaohe("score", "甲.yaml", "--format", "markdown").out.split())
    assert all(words in said for words in case.get("says", ()))
    assert not any(words in said for words in case.get("says_not", ()))


def _grade(unit: str) -> str:
    """A unit's grade after a batch; all that are possible while it is not settled."""
    sheet = json.loads(next(Path("out").glob(f"{unit}.*.json")).read_text(encoding="utf-8"))
    return "或".join(sheet["grade"]["possible"])


def _totals(path: Path) -> dict[str, Decimal]:
    """What the items of each unit come to, where all of them are decided."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["unit"], []).append(row["score"])
    return {unit: sum(map(Decimal, scores), Decimal(0)) for unit, scores in found.items() if all(scores)}


def _rubric(case: Any) -> dict[str, Any]:
    """The form of a case: what every form has besides stands here."""
    items = []
    for number, raw in enumerate(case["items"], 1):
        clauses = [one["clause"] for one in (*raw["rules"], *raw.get("vetoes", ()))]
        points = sum(Decimal(rule["points"]) for rule in raw["rules"])
        item = {"id": f"i{number}", "title": f"第{number}项", "target": "按要求完成。", "points": str(points)}
        items.append({**item, "method": f"{'；'.join(clauses)}。", **raw})
    whole = str(sum(Decimal(item["points"]) for item in items))
    section = {"id": "s", "title": "项目", "points": whole, "items": items, **case.get("section", {})}
    head = {"kaohe": "1", "id": "case", "title": "小例", "points": whole, "stages": {"self": "自评分"}}
    return {**head, **case.get("top", {}), "sections": [section]}


def _write(name: str, data: Any) -> None:
    """As YAML, every scalar as the case has it."""
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    Path(name).write_text(text, encoding="utf-8")


class _Plain(yaml.SafeDumper):
    """Writes numbers, flags and percents without quotes: they were read as texts."""


def _plain(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    known = yaml.safe_load(text) if text in ("true", "false") or re.fullmatch(r"-?[0-9.]+", text) else text
    return dumper.represent_scalar(f"tag:yaml.org,2002:{type(known).__name__}", text)


_Plain.add_representer(str, _plain)
