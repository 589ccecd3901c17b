"""The file of changes that make no difference: read, matched with mutants, wrong."""

from pathlib import Path

import pytest

from kaohe import source
from kaohe.authoring.mutation.equivalents import beside, read_equivalents
from kaohe.authoring.mutation.mutant import Mutant
from kaohe.problems import Problems

HEAD = "rubric: small\nequivalents:\n"
MUTANT = Mutant("coverage.rules.1.cap", "1.1", "扩面", 7, 3, "cap: 5", "cap: 6", "", "survived")


def read(text: str) -> object:
    return read_equivalents(source.read("small.equivalents.yaml", text.encode()))


@pytest.mark.parametrize(
    ("written", "matches"),
    [
        ('{at: coverage.rules.1.cap, change: "cap: 5 → cap: 6", reason: 扣完为止}', True),
        ('{at: coverage.rules.1.cap, change: "cap: 5 -> cap: 6", reason: 扣完为止}', True),
        ('{at: coverage.rules.1.cap, change: "cap:5→cap:6", reason: 扣完为止}', True),
        ("{at: coverage.rules.1.cap, reason: 扣完为止}", True),
        ('{at: coverage.rules.1.cap, change: "cap: 5 → cap: 4", reason: 扣完为止}', False),
        ('{at: coverage.rules.2.cap, change: "cap: 5 → cap: 6", reason: 扣完为止}', False),
    ],
)
def test_which_mutant_is_meant(written: str, *, matches: bool) -> None:
    (one,) = read_equivalents(source.read("small.equivalents.yaml", f"{HEAD}- {written}\n".encode()))
    assert one.is_of(MUTANT) is matches
    assert one.reason == "扣完为止"


EXPECTED = (
    "应是不影响得分的改动：写 equivalents:，下面每处一行，"
    "如 - {at: coverage.rules.1.cap, change: cap: 5 → cap: 6, reason: 理由}"
)
IN_ENGLISH = (
    "expected changes that make no difference: write equivalents: and below it one for each, "
    "like - {at: coverage.rules.1.cap, change: cap: 5 → cap: 6, reason: WHY}"
)
INCOMPLETE = "at 写改动在哪里，reason 写为什么不影响得分"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rubric: small\nequivalents: 无\n", [("2:14", f"这里写的是“无”，{EXPECTED}", f"found “无”, {IN_ENGLISH}")]),
        (f"{HEAD}- coverage\n", [("3:3", f"这里写的是“coverage”，{EXPECTED}", f"found “coverage”, {IN_ENGLISH}")]),
        (
            f"{HEAD}- {{at: a.b}}\n- {{reason: 理由}}\n- {{at: a.b, reason: ''}}\n",
            [
                ("3:3", f"这一处缺 reason；{INCOMPLETE}", None),
                ("4:3", f"这一处缺 at；{INCOMPLETE}", None),
                (
                    "5:3",
                    f"这一处缺 reason；{INCOMPLETE}",
                    "reason is missing here; at says where the change is, reason why it makes no difference",
                ),
            ],
        ),
        (
            f"{HEAD}- {{at: a.b, raeson: 理由, reason: 理由}}\n",
            [("3:13", "不认识“raeson”，是不是“reason”？", "unknown key “raeson”; did you mean “reason”?")],
        ),
    ],
)
def test_what_is_wrong(text: str, said: list[tuple[str, str, str | None]]) -> None:
    with pytest.raises(Problems) as found:
        read(text)
    for (place, chinese, english), one in zip(said, found.value.problems, strict=True):
        assert f"{one.line}:{one.column}" == place
        assert one.message("zh") == chinese
        assert english in (None, one.message("en"))


def test_unused() -> None:
    document = source.read("small.equivalents.yaml", f"{HEAD}- {{at: a.b, change: x, reason: 理由}}\n".encode())
    (one,) = read_equivalents(document)
    problem = one.unused(document)
    assert (problem.place, problem.code) == ("small.equivalents.yaml:3:3", "unused-equivalent")
    assert problem.message("zh") == (
        "没有这样一处不影响得分的改动：a.b（x）；它已有例发现，或者评分细则改过了，去掉这一行或改正 at、change"
    )
    assert problem.message("en") == (
        "there is no such change that makes no difference: a.b (x); some case notices it now, or the rubric was "
        "changed: remove this or mend at and change"
    )


def test_beside_a_rubric(tmp_path: Path) -> None:
    rubric = tmp_path / "small.yaml"
    assert beside(rubric) is None
    (tmp_path / "small.equivalents.yaml").write_text(HEAD + "- {at: a, reason: b}\n", encoding="utf-8")
    document = beside(rubric)
    assert document is not None
    assert len(read_equivalents(document)) == 1
