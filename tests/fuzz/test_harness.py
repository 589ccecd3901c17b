"""The run itself: what is planted is found and made small, what is changed in a sheet is seen, files are as meant."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fuzz import downstream, sheet_promises, watching
from fuzz.campaign import Report, run, write_examples
from fuzz.downstream import STEPS
from fuzz.entrances import Command, plain_data, scoring
from fuzz.examination import examine
from fuzz.laid_out import lay_out
from fuzz.schema_agreement import refused
from fuzz.trial import ALWAYS, BEHIND, RUBRIC, Trial, Unit
from fuzz.watching import Watch
from fuzz.wording import findings_in_text, internal
from fuzz.yaml_writing import AGAIN, Verbatim, as_yaml
from support.rounds import share
from support.small_rubric import COUNT, FLAG, RULE, deductions, item, rubric

LATE = deductions("迟报一次扣1分", {"count": "late", "each": 1})
FORM: Any = rubric(
    [item(indicators={"done": FLAG, "late": COUNT}, rules=[RULE, LATE], method="完成的得5分；迟报一次扣1分")]
).data
FACTS = {"done": False, "late": 7}
UNIT = Unit({"rubric": RUBRIC, "unit": "甲市", "indicators": {"item": FACTS}})


def planted(monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
    """Something goes wrong in `explain` where a rule of deductions is spoken of."""
    from kaohe.rubric.rules.deductions import Deductions

    monkeypatch.setattr(Deductions, "sentence", lambda *_: what())


def test_an_exception_is_found_and_its_example_is_small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    planted(monkeypatch, lambda: FACTS["nothing"])
    found = run(400, 1)
    report = Report(1, met={name: met for name, met in found.met.items() if name.startswith("explain: KeyError")})
    assert [met.fault.kind for met in report.met.values()] == ["KeyError '…' in rule_sentence"]
    write_examples(report, tmp_path)
    (example,) = tmp_path.iterdir()
    assert sorted(path.name for path in example.iterdir()) == ["fault.txt", RUBRIC]
    (section,) = plain_data(example / RUBRIC)["sections"]
    assert [rule["type"] for rule in section["items"][0]["rules"]] == ["deductions"]


def test_a_step_without_end_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(watching, "SECONDS", 0.2)

    def endless() -> None:
        while True:
            pass

    planted(monkeypatch, endless)
    faults = examine(Trial(FORM, steps=frozenset({"explain"})), tmp_path).faults
    assert [one.name for one in faults] == ["explain: takes more than 0.2 s"]


def test_memory_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_most_memory", iter([100, 400, 400, 701]).__next__)
    watch = Watch()
    with watch.step("some"):
        assert not watch.faults
    with watch.step("others"):
        assert not watch.faults
    assert [one.name for one in watch.faults] == ["others: takes more than 300 MB"]


def test_a_sound_trial_breaks_nothing(tmp_path: Path) -> None:
    part = Unit({**UNIT.first, "unit": "乙市", "indicators": {"item": {"late": 7}}}, part_of=0)
    steps = frozenset({*ALWAYS, "english", "again", "machines", "next", "batch", "terminal", "html", "xlsx"})
    found = examine(Trial(FORM, [UNIT, part], None, steps | {"schema agreement", "command line"}), tmp_path)
    assert found.faults == []
    assert (found.counts["rubrics validated"], found.counts["units scored"]) == (1, 2)


@pytest.mark.parametrize("step", share(sorted(BEHIND), of=4))
def test_every_command_behind_score_takes_what_is_sound(step: str, tmp_path: Path) -> None:
    other, later = {**UNIT.first, "unit": "乙市"}, {"rubric": RUBRIC, "unit": "甲市", "stage": "final"}
    form = {**FORM, "stages": {"self": "自评分", "final": "审定分"}}
    units = [replace(UNIT, later=[later]), Unit(other)]
    assert examine(Trial(form, units, None, frozenset({step})), tmp_path).faults == []


def test_each_has_its_step() -> None:
    assert STEPS.keys() == BEHIND.keys()


def test_a_command_behind_score_that_ends_badly_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(downstream, "scoring", lambda *_: Command(lambda _: 2))
    faults = examine(Trial(FORM, [UNIT], None, frozenset({"table"})), tmp_path).faults
    assert "table: exit code 2" in {one.name for one in faults}


def sheet(folder: Path) -> Any:
    files = lay_out(Trial(FORM, [UNIT]), folder)
    return json.loads(scoring(files.all_units, "json")().out)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: one["sections"][0]["items"][0]["ledger"].pop(), "item: points less ledger are not the score"),
        (lambda one: one["sections"][0].update(score="1"), "section: points less ledger are not the score"),
        (lambda one: one.update(points="11"), "total: points less ledger are not the score"),
        (lambda one: one["sections"][0]["items"][0]["ledger"][0].update(due="1"), "item: more applied than due"),
        (lambda one: one.update(low="3"), "lowest, score and highest are not in order"),
        (lambda one: one["sections"][0].update(score=None, state="open"), "complete and yet open"),
    ],
)
def test_a_sheet_that_is_not_sound(tmp_path: Path, change: Callable[[Any], None], said: str) -> None:
    one = sheet(tmp_path)
    assert list(sheet_promises.sound(one)) == []
    change(one)
    assert said in [what for what, _ in sheet_promises.sound(one)]


def test_a_part_that_rules_out_the_whole(tmp_path: Path) -> None:
    whole = sheet(tmp_path)
    part = deepcopy(whole)
    assert list(sheet_promises.contained(whole, part)) == []
    part["low"] = part["high"] = "1"
    assert [what for what, _ in sheet_promises.contained(whole, part)] == ["total: outside of what was still possible"]


def test_a_grade_that_was_not_possible(tmp_path: Path) -> None:
    settled = sheet(tmp_path)
    before = deepcopy(settled)
    settled["sections"][0]["grade"] = {"id": "a", "possible": ["a"]}
    before["sections"][0]["grade"] = {"id": None, "possible": ["a", "b"]}
    assert list(sheet_promises.may_have(settled, before)) == []
    before["sections"][0]["grade"]["possible"] = ["b", "c"]
    said = [what for what, _ in sheet_promises.contained(settled, before)]
    assert said == ["grade: another than those that were possible"]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    data = {
        "a": [1, Decimal("0.5"), None, True, "是", "5", "yes", "3%", "", "a: b"],
        "b": {"c": [{"d": {}}, {"e": []}]},
    }
    (tmp_path / "some.yaml").write_text(as_yaml({**data, "long": [{"f": "长" * 90, "g": data}] * 2}), encoding="utf-8")
    assert plain_data(tmp_path / "some.yaml") == {**data, "long": [{"f": "长" * 90, "g": data}] * 2}
    assert as_yaml({"a": 1, f"a{AGAIN}": Verbatim("0x1F")}) == "a: 1\na: 0x1F\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("这里写的是“{'甲': 1}”", ["tells data as Python writes them"]),
        ("True → 5 分", ["tells a word of Python"]),
        ("KeyError", ["tells an exception's name"]),
        ("Truely finance 5 分", []),
    ],
)
def test_internal_words(text: str, said: list[str]) -> None:
    assert [what for what, _ in internal(text)] == said


def test_findings_without_a_place() -> None:
    assert list(findings_in_text("u.yaml:3:1: unknown-key 没有这个键")) == []
    assert [what for what, _ in findings_in_text("u.yaml: needs-other 有问题")] == ["needs-other without a place"]


def test_schemas_may_refuse_what_is_plainly_meant() -> None:
    percent = {"type": ["string", "null"]}
    listed = {"anyOf": [{"const": "none"}, {"additionalProperties": {"type": "integer"}}]}
    schema = {"properties": {"percent": percent, "list": listed}}
    for meant in ({"percent": 0}, {"list": {"甲": "１２"}}):
        assert list(refused(schema, Path("u.yaml"), meant, texts=False)) == []
    assert list(refused(schema, Path("u.yaml"), {"list": {"甲": Decimal("0.5")}}, texts=False))


def test_the_same_seed_makes_the_same_run() -> None:
    one, other = run(80, 7), run(80, 7)
    assert (one.counts, one.met.keys()) == (other.counts, other.met.keys())
    assert run(80, 8).counts != one.counts
