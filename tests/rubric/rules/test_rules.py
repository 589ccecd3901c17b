"""Every case of every rule type: what the values score, what the ledger says, what `check` and loading find."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe import messages
from kaohe.authoring import rule_examples
from kaohe.compiler.lowering import in_order
from kaohe.compiler.possible_facts import possible_facts
from kaohe.library.checks import problems
from kaohe.library.checks.proofs.claims_proved import broken
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.render.explain.rubric_page import words
from kaohe.rubric.model import Rubric
from kaohe.rubric.rules import awards, rule_types
from kaohe.source import read
from kaohe.source.models import construct, validate
from support.rule_cases import FOLDER, Case, cases, document, files, rubric_document

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _listed(key: str) -> list[Any]:
    return [
        pytest.param(one, id=f"{stem}: {_name(one)}")
        for stem, content in files().items()
        for one in content.get(key, [])
    ]


def _name(one: Any) -> str:
    return str(one["name"]) if isinstance(one, dict) else f"{one[1]} {one[0]}"


@pytest.mark.parametrize("name", rule_types())
def test_every_rule_type_has_cases(name: str) -> None:
    content = files()[name]
    assert all(any(rule["type"] == name for rule in case["rules"]) for case in content["cases"])
    assert {"cases", "findings", "refused"} <= content.keys()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_case(case: Case) -> None:
    ledger = case.compiled.ledger
    for example in case.examples:
        scores, entries = ledger.score(case.row(example))
        assert ledger.exact(scores[0]) == example.score, example.values
        if example.ledger is not None:
            found = tuple((ledger.exact(entry.due), ledger.exact(entry.applied)) for entry in entries)
            assert found == example.ledger, example.values


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_case_is_a_sound_rubric(case: Case) -> None:
    """Without a finding of `validate`, and the same whether it is checked while it is built or not."""
    assert problems(case.document) == ()
    assert construct(Rubric, case.document.data) == case.compiled.rubric


def test_sentences(pinned: Callable[[Path, str], None]) -> None:
    """What every rule of every case says of itself."""
    pinned(FOLDER / "snapshots" / "sentences.txt", "".join(f"# {case.name}\n{_said(case)}" for case in cases()))


def _said(case: Case) -> str:
    rubric = case.compiled.rubric
    item = rubric.sections[0].items[0]
    languages = [words(item, rubric.common, language) for language in LANGUAGES]
    return "".join(f"{rule.sentence(one)}\n" for rule in item.rules for one in languages)


@pytest.mark.parametrize("finding", _listed("findings"))
def test_findings(finding: Mapping[str, Any]) -> None:
    written = rubric_document({**finding, "rules": [finding["rule"]]})
    rubric = validate(Rubric, written, written.data)
    item = rubric.sections[0].items[0]
    found = [[one.code, *one.path] for one in item.rules[0].check(item.scope(rubric.common))]
    assert found == finding["found"]


@pytest.mark.parametrize("claim", _listed("claims"))
def test_claims(claim: Mapping[str, Any]) -> None:
    """What the rule promises and does not keep, worked out from what its facts may be."""
    written = rubric_document({**claim, "rules": [claim["rule"]]})
    rubric = validate(Rubric, written, written.data)
    ((accounts, common),) = in_order(rubric)
    found = [[one.code, *one.path[2:]] for one in broken(accounts, common, possible_facts(rubric))]
    assert found == claim["found"]


@pytest.mark.parametrize("refused", _listed("refused"))
def test_refused(refused: tuple[Mapping[str, Any], str]) -> None:
    rule, code = refused
    written = document(
        {"kaohe": 1, "id": "case", "title": "表", "points": 1, "stages": {}, "sections": [_section(rule)]}
    )
    with pytest.raises(Problems) as raised:
        validate(Rubric, written, written.data)
    assert [problem.code for problem in raised.value.problems] == [code]


def _section(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    texts = {"target": "目标", "method": "办法"}
    item = {"id": "it", "title": "子项目", "points": 1, **texts, "rules": [{"clause": "得分", **rule}]}
    return {"id": "section", "title": "项目", "points": 1, "items": [item]}


def test_a_rule_type_may_bring_its_own_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_brought", {})
    monkeypatch.setattr(awards, "SENTENCES", {"problem.of-awards": ("奖励", "awards")}, raising=False)
    rule_types.__wrapped__()
    assert [messages.say("problem.of-awards", language) for language in LANGUAGES] == ["奖励", "awards"]


@pytest.mark.parametrize("name", rule_types())
def test_example_is_a_rule(name: str) -> None:
    written = read(f"{name}.yaml", f"rules:\n{rule_types()[name].example}".encode())
    (data,) = written.data["rules"]
    rule = validate(rule_types()[name], written, data, ("rules", 0))
    assert rule.type == name == rule.name()
    assert rule.points > Fraction(0)


@pytest.mark.parametrize("name", rule_types())
def test_example_is_a_sound_rubric_with_the_facts_it_needs(name: str) -> None:
    rule = rule_types()[name]
    written = rule_examples.rubric(rule_examples.of_rule(rule))
    assert problems(written) == ()
    scored = rule_examples.score(written, rule.given, "zh")
    assert scored.score is not None
    assert scored.score < scored.points, "it shows a loss"
    assert sum(line.applied for line in scored.ledger) == scored.points - scored.score


def test_no_case_file_is_left_out() -> None:
    assert {path.name for path in FOLDER.glob("*.y*ml")} == {f"{stem}.yaml" for stem in files()}
