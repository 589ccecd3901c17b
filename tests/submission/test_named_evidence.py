"""Names of evidence that no system has: told at their place, and the file is read all the same."""

import pytest

from kaohe.problems import Problem, Problems
from kaohe.source import read
from kaohe.submission.named_evidence import LONGEST
from support.every_kind import compiled

SENTENCES = {
    "zh": "的文件名超过 255 个字节（每个汉字 3 个），没有系统存得下，这份佐证算作找不到；请核对",
    "en": "has more than 255 bytes, more than any system keeps, so this evidence counts as missing; check it",
}


def said(name: str) -> tuple[Problem, ...]:
    content = f"unit: 甲市\nevidence: {{basics: [{name}]}}\n".encode()
    values = compiled().reader.read(read("甲市.yaml", content))
    assert [one.file for one in values.evidence] == [name]
    return values.said


@pytest.mark.parametrize("name", ["a.pdf", "a" * LONGEST, "附" * (LONGEST // 3), "附" * 80 + "/" + "件" * 80], ids=len)
def test_as_long_as_systems_take(name: str) -> None:
    assert said(name) == ()


@pytest.mark.parametrize("name", ["a" * (LONGEST + 1), "附" * 86, "附件/" + "附" * 90, "附" * 90 + "/a.pdf"], ids=len)
def test_longer(name: str) -> None:
    (one,) = said(name)
    assert (one.code, one.severity, one.line, one.column) == ("evidence-too-long", "warning", 2, 20)
    assert one.message("zh").endswith(SENTENCES["zh"])
    assert one.message("en").endswith(SENTENCES["en"])


def test_beside_what_is_taken_otherwise() -> None:
    text = f"unit: 甲市\nindicators: {{basics: {{late: 3次}}}}\nevidence: {{basics: [{'附' * 90}]}}\n"
    found = compiled().reader.read(read("甲市.yaml", text.encode())).said
    assert [one.code for one in found] == ["taken-otherwise", "evidence-too-long"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = "unit: 甲市\nevidence: {basics: [3, 'C:\\a.pdf', b.pdf, '']}\n"
    with pytest.raises(Problems) as raised:
        compiled().reader.read(read("甲市.yaml", text.encode()))
    assert [one.code for one in raised.value.problems] == [
        "evidence-expected",
        "evidence-absolute",
        "evidence-expected",
    ]
