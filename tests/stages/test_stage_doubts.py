"""What later stages change into something that can hardly be so: told at the change, and only of what it touches."""

from pathlib import Path

import pytest

from kaohe.stages.unit_stages import UnitStages
from support.doubtful import compiled
from support.doubtful_files import first, later, loaded

WHAT = "，请核对；属实的，在这一处改动的理由里写明“属实”"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(unit: UnitStages) -> list[tuple[str, str]]:
    """Of each stage behind the first."""
    assert not unit.bad
    found = [one for state in unit.states[1:] for one in state.values.doubts]
    assert not [one for one in found if not one.path.startswith("later")]
    return [(one.severity, one.message("zh")) for one in found]


def test_what_a_change_makes_of_a_fact() -> None:
    """The first stage's own doubts are not told again, nor of a member that stays as it was."""
    uploads = {"就业": {"part": 120, "whole": 100}, "失业": {"part": 100, "whole": 100}}
    unit = loaded(
        first("first.yaml", {"passed": "101%"}, {"uploads": uploads}),
        later(
            "later.yaml",
            {
                "work.completion": ["120%", "990%"],
                "lists.uploads.失业": [{"part": 100, "whole": 100}, {"part": 111, "whole": 100}],
            },
        ),
    )
    assert len(unit.states[0].values.doubts) == 2
    assert said(unit) == [
        ("warning", f"1.1 任务完成率：990%，高于 150%{WHAT}"),
        ("warning", f"1.2 上传量（失业）比率：111%（上传 111，实际 100），高于 110%{WHAT}"),
    ]
    assert unit.states[1].values.doubts[0].line == 9


def test_a_field_and_a_condition_of_several_facts() -> None:
    unit = loaded(
        first("first.yaml", {}),
        later("later.yaml", {"work.surveyed": [100, 10], "work.checked.part": [90, 900]}),
    )
    assert [message.partition("：")[0] for _, message in said(unit)] == ["1.1 核查率", "1.1 有效问卷", "1.1 有效率"]
    assert [one.line for one in unit.states[1].values.doubts] == [14, 9, 9]


def test_ten_thousand_times_what_the_stage_before_has() -> None:
    """Also of a fact that was doubted no more than before; not where the rubric leaves its facts to themselves."""
    change = {"work.cost": [900, 9_000_000]}
    unit = loaded(first("first.yaml", {}), later("later.yaml", change))
    assert said(unit)[0] == ("warning", f"1.1 支出：由 900元 改为 9000000元，差一万倍上下，像是元和万元混了{WHAT}")
    assert unit.states[1].values.doubts[0].message("en") == (
        "1.1 支出: changed from 900元 to 9000000元, about 10,000 times apart, as if 元 and 万元 were mixed up; "
        "check it and, if it is right, say “confirmed” in the reason for the change"
    )


def test_a_reason_or_a_note_answers() -> None:
    unit = loaded(
        first("first.yaml", {}, parameters={"average": "90%"}),
        later("later.yaml", {"work.completion": ["120%", "990%", "台账核过，属实"], "work.passed": ["93%", "101%"]}),
        later("later2.yaml", {"work.passed": ["101%", "102%"]}, "final", notes={"work": {"passed": "含免考"}}),
    )
    assert said(unit) == [
        ("warning", f"1.1 通过率：101%，高于 100%{WHAT}"),
        ("notice", "1.1 任务完成率：990%，高于 150%（已说明：台账核过，属实）"),
        ("notice", "1.1 通过率：102%，高于 100%（已说明：含免考）"),
    ]


def test_a_stage_that_changes_no_fact() -> None:
    assert said(loaded(first("first.yaml", {"passed": "101%"}), later("later.yaml", {}))) == []


def test_a_list_that_comes_to_apply() -> None:
    unit = loaded(
        first("first.yaml", {}, {"uploads": None}),
        later("later.yaml", {"lists.uploads": [None, {"就业": {"part": 111, "whole": 100}}]}),
    )
    assert [message.partition("：")[0] for _, message in said(unit)] == ["1.2 上传量（就业）比率"]


def test_beside_another_form_nothing_is_compared() -> None:
    """Where the rubric has changed between two stages, the row before is another's."""
    values = loaded(first("first.yaml", {"passed": "101%"})).states[0].values
    doubts = compiled().reader.doubts
    assert [one.code for one in doubts.changed({("work", "passed")}, values.row, None)] == ["doubt-above"]
    assert [*doubts.changed({("work", "cost")}, values.row, None)] == []


def test_each_doubt_stands_at_its_own_change() -> None:
    """Of several members the one that is meant, of several facts the one that the doubt is about."""
    was = {"part": 100, "whole": 100}
    uploads = dict.fromkeys(("就业", "失业", "培训"), was)
    changes = {
        f"lists.uploads.{name}": [was, {"part": part, "whole": 100}] for name, part in (("就业", 99), ("失业", 111))
    }
    unit = loaded(first("first.yaml", {}, {"uploads": uploads}), later("later.yaml", {"work.late": [0, 1], **changes}))
    (one,) = unit.states[1].values.doubts
    text = Path("later.yaml").read_text(encoding="utf-8").splitlines()
    member = next(at for at, line in enumerate(text, 1) if "失业" in line)
    assert "（失业）" in one.message("zh")
    assert member < one.line <= member + 8
    unit = loaded(
        first("first.yaml", {}), later("later.yaml", {"work.late": [0, 1], "work.completion": ["120%", "990%"]})
    )
    (one,) = unit.states[1].values.doubts
    text = Path("later.yaml").read_text(encoding="utf-8").splitlines()
    assert "990%" in text[one.line - 1]
