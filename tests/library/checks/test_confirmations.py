"""Items that were confirmed: any character of their official text that changes asks for it again."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from kaohe import source
from kaohe.library.checks import problems
from kaohe.rubric.confirmation import text_digest
from support.command_line import kaohe
from support.two_years import OLD, UNIT, write_years

TARGET, METHOD = "按计划培训。", "完成培训计划的得10分，否则不得分。"
DIGEST = text_digest(TARGET, METHOD)
PLACE = f"        target: {TARGET}\n"


def _confirmed(digest: str) -> str:
    assert PLACE in OLD
    return OLD.replace(PLACE, f"{PLACE}        confirmed: {{by: 王处长, on: 2012-01-16, text: {digest}}}\n")


def test_a_text_that_was_confirmed() -> None:
    assert problems(source.read("rubric.yaml", _confirmed(DIGEST).encode())) == ()


@pytest.mark.parametrize("change", [("按计划培训。", "按计划培训"), ("完成培训计划的得10分", "完成培训计划后得10分")])
def test_a_character_more_or_less(change: tuple[str, str]) -> None:
    text = _confirmed(DIGEST).replace(*change)
    (found,) = problems(source.read("rubric.yaml", text.encode()))
    assert (found.code, found.severity, found.line) == ("text-not-confirmed", "warning", 35)
    digest = str(found.parameters["digest"])
    assert digest != DIGEST
    assert problems(source.read("rubric.yaml", text.replace(DIGEST, digest).encode())) == ()


def test_a_digest_is_never_a_number() -> None:
    assert all(text_digest(TARGET, str(one)).startswith("t") for one in range(100))
    assert text_digest("甲", "乙") != text_digest("甲\n乙", "")


class TestSheets:
    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        write_years(tmp_path)
        Path("old.yaml").write_text(_confirmed("t0"), encoding="utf-8")
        text = UNIT.format(rubric="old.yaml", unit="甲市", late=0, complete="true", forged=0, trained="true")
        Path("甲市.yaml").write_text(text, encoding="utf-8")

    SAID = "待复核：1.2 培训。细则里这些子项目的文字在核准以后改过，复核以前得分只供参考"

    @pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
    def test_their_face_says_so(self, form: str) -> None:
        ran = kaohe("score", "甲市.yaml", "--format", form)
        assert ran.code == 0
        assert self.SAID in ran.out.replace("\n", "")

    def test_in_english(self) -> None:
        ran = kaohe("score", "甲市.yaml", "--format", "markdown", "--lang", "en")
        assert "To be confirmed: 1.2 培训. The rubric's text of these was changed after it was confirmed" in ran.out

    def test_for_machines(self) -> None:
        sheet = json.loads(kaohe("score", "甲市.yaml", "--format", "json").out)
        (problem,) = sheet["problems"]
        assert (problem["code"], problem["severity"]) == ("items-to-confirm", "warning")

    def test_a_row_of_csv(self) -> None:
        rows = list(csv.DictReader(StringIO(kaohe("score", "甲市.yaml", "--format", "csv").out.lstrip("\ufeff"))))
        assert (rows[-1]["state"], rows[-1]["stage"], rows[-1]["why"]) == ("to_confirm", "self", self.SAID)

    def test_a_workbook_and_what_is_said_of_it(self) -> None:
        ran = kaohe("score", "甲市.yaml", "-o", "甲市.xlsx")
        assert ran.err == f"已写入 甲市.xlsx\n注意：{self.SAID}\n"
        assert kaohe("verify", "甲市.xlsx", "--rubric", "old.yaml").code == 0

    def test_a_confirmed_text_is_silent(self) -> None:
        Path("old.yaml").write_text(_confirmed(DIGEST), encoding="utf-8")
        ran = kaohe("score", "甲市.yaml", "--format", "markdown")
        assert "待复核" not in ran.out
