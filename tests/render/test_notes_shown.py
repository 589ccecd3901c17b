"""What a unit remarks on its facts stands on its sheet, where there is room for words, at every stage."""

import json
from pathlib import Path

import pytest

from support.command_line import SHIPPED, kaohe

NOTES = "notes: {1.1: [年中并轨, {实际缴费人数: 含<托管>\n    人员}], 1.5: {超时上报监测数据: 停电}}"
LATER = "changes: {unemployment_monitoring: {late_reports: {old: null, new: 1, reason: 核实}}}"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\n{NOTES}\n", encoding="utf-8")
    text = f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\nstage: preliminary\n{LATER}\n"
    Path("b.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("later", [(), ("b.yaml",)])
class TestNotes:
    def test_in_json(self, later: tuple[str, ...]) -> None:
        found = json.loads(kaohe("score", "a.yaml", *later, "--format", "json").out)
        lines = [[*one.values()] for one in found["notes"]]
        assert lines == [
            ["1.1", "coverage", "", "扩面征缴工作", "年中并轨"],
            ["1.1", "coverage", "contributors", "实际缴费人数", "含<托管> 人员"],
            ["1.5", "unemployment_monitoring", "late_reports", "超时上报监测数据", "停电"],
        ]

    def test_in_markdown(self, later: tuple[str, ...]) -> None:
        text = kaohe("score", "a.yaml", *later, "--format", "markdown").out
        assert "## 单位的备注（3 条）\n\n- 1.1 扩面征缴工作：年中并轨\n- 1.1 实际缴费人数：含&lt;托管> 人员\n" in text

    def test_on_a_page(self, later: tuple[str, ...]) -> None:
        assert kaohe("score", "a.yaml", *later, "-o", "a.html", "--lang", "en").code == 0
        text = Path("a.html").read_text(encoding="utf-8")
        assert "notes (3)</h3>" in text
        assert "<li>1.1 实际缴费人数: 含&lt;托管&gt; 人员</li>" in text


def test_without_any() -> None:
    Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\n", encoding="utf-8")
    assert json.loads(kaohe("score", "a.yaml", "--format", "json").out)["notes"] == []
    assert "备注" not in kaohe("score", "a.yaml", "--format", "markdown").out
