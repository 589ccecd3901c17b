"""The comment by which a finding is left as it is."""

from kaohe.editor.findings import findings
from kaohe.editor.left_alone import left_alone
from support.editing import RUBRICS, SMALL, edited

PATH = str(RUBRICS / "unsaved.yaml")


def left(text: str) -> dict[str, str]:
    """The text after each comment that is proposed, by the codes of the findings."""
    return {
        one.problem.code: text[: mend.start] + mend.text + text[mend.end :]
        for one in findings(PATH, {PATH: text}, "zh")
        for mend in left_alone(one, text, "zh")
    }


def codes(text: str) -> set[str]:
    return {one.problem.code for one in findings(PATH, {PATH: text}, "zh") if one.problem.severity == "error"}


def test_only_the_reason_is_missing() -> None:
    made = left(SMALL)["orphan-words"]
    line = next(line for line in made.splitlines() if line.lstrip().startswith("method: 每少"))
    assert line.endswith("表格报送及时得2分。  # kaohe: ignore orphan-words: ")
    assert "orphan-words" in codes(made)
    assert "ignore-without-reason" in {one.problem.code for one in findings(PATH, {PATH: made}, "zh")}
    assert "orphan-words" not in codes(made.replace("orphan-words: ", "orphan-words: 另有通知"))


def test_what_must_be_mended_is_not_left() -> None:
    assert "unknown-reference" not in left(edited("count: missing", "count: mising"))


def test_none_where_a_text_goes_on() -> None:
    text = edited("method: 每少一人扣1分；", "method: |-\n          每少一人扣1分；\n          ")
    assert "orphan-words" in codes(text)
    assert "orphan-words" not in left(text)
