"""The documents: kept up to date with what they are made from, and every YAML in them is sound."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from textwrap import indent
from typing import Any, get_args

import pytest

from kaohe.authoring import rule_examples
from kaohe.formulas.formula_examples import FACTS, GIVEN, SIGNS, examples
from kaohe.formulas.functions import FUNCTIONS
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.signs import COMPARISONS
from kaohe.formulas.tokens import WORDS
from kaohe.library.checks import problems
from kaohe.library.checks.acknowledged import KNOWABLE
from kaohe.library.checks.numbers.number_kinds import KINDS as KINDS_OF_NUMBERS
from kaohe.library.checks.numbers.number_kinds import TIMES
from kaohe.messages import Language, table, told
from kaohe.render.explain import reference_page
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, read
from kaohe.source.file_kinds import is_later
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import Bad
from kaohe.submission.amendment import FactCause
from kaohe.submission.amendment_reader import CHANGE_KEYS, JUDGEMENT_KEYS, KEYS, READING_KEYS
from support.command_line import CITIES, SHIPPED, kaohe
from support.folders import TOP

DOCS = TOP / "docs"
STAGES = (DOCS / "three-stages.md").read_text(encoding="utf-8")
MISTAKES = (DOCS / "what-can-go-wrong.md").read_text(encoding="utf-8")
WRITING = (DOCS / "writing-rubrics.md").read_text(encoding="utf-8")
HEAD = {"rubric": SHIPPED, "unit": "甲市", "year": 2011, "stage": "preliminary"}
"""What an excerpt of a later stage's file leaves out."""
WRONG = re.compile(r"```yaml 有错\n(.*?)```\n+```text\n(.*?)```", re.DOTALL)
CODES = re.compile(r"^\| `([a-z-]+-[a-z-]+)` \|", re.MULTILINE)
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
GIVEN_THERE = re.compile(r"填\s*`(\{[^`]*\})`，(?:得 (-?[\d.]+) 分|算不出)")
"""What a unit reports, said after a block, and what it then scores; nothing where that stays open."""
BLOCKS = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in sorted(DOCS.glob("*.md"))
    for number, block in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), 1)
]


def test_the_reference_is_kept_up_to_date() -> None:
    assert reference_page.markdown("zh") == (DOCS / "rules.md").read_text(encoding="utf-8"), "make generate"


def test_the_reference_is_there_in_english() -> None:
    chinese, english = reference_page.markdown("zh"), reference_page.markdown("en")
    assert len(english.splitlines()) == len(chinese.splitlines())
    assert BLOCK.findall(english) == BLOCK.findall(chinese)


@pytest.mark.parametrize("block", BLOCKS)
def test_yaml_is_sound(block: str) -> None:
    """A block with rules is an item, or a whole rubric, whose author knows of every finding.

    A later stage's file fits the example city. Any other is read.
    """
    document = read("block.yaml", block.encode())
    data: Any = document.data
    if "kaohe" in data or "rules" in data:
        assert [one for one in problems(rubric_of(block)) if not one.reason] == []
    elif is_later({"unit": "甲市", **data}):
        assert later_findings(block, data) == {}


def rubric_of(block: str) -> Document:
    """A whole rubric as it stands, or the one around a few rules."""
    return read("block.yaml", block.encode()) if "kaohe:" in block else rule_examples.rubric(block)


def scored_there() -> Iterator[Any]:
    """Every block with each unit that is said of it, up to the next block."""
    for path in sorted(DOCS.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for number, (block, said) in enumerate(re.findall(BLOCK.pattern + r"(.*?)(?=```|\Z)", text, re.DOTALL), 1):
            for facts, score in GIVEN_THERE.findall(said):
                yield pytest.param(block, facts, score, id=f"{path.stem}-{number}: {facts}")


@pytest.mark.parametrize(("block", "expected"), WRONG.findall(MISTAKES))
def test_what_is_wrong_with_a_rubric_is_told_as_it_stands_there(block: str, expected: str) -> None:
    assert "".join(f"{one.message('zh')}\n" for one in problems(rubric_of(block))) == expected


@pytest.mark.parametrize(("block", "facts", "score"), list(scored_there()))
def test_a_unit_scores_what_is_said(block: str, facts: str, score: str) -> None:
    """Of a block with rules the facts are the item's, of a whole rubric those of all items."""
    document = rubric_of(block)
    if "kaohe:" in block:
        compiled = CompiledRubric(rule_examples.model(document), document.sha256)
        text = f"rubric: {compiled.rubric.id}\nunit: 甲市\nyear: 2011\nindicators: {facts}\n"
        found = Scorer(compiled, "zh").score(compiled.reader.read(read("facts.yaml", text.encode()))).score
    else:
        found = rule_examples.score(document, facts + "\n", "zh").score
    assert found == (Fraction(score) if score else None)


def later_findings(block: str, data: Mapping[str, object]) -> Bad:
    """What is wrong with a later stage's file, of which only a part may be shown, after the example city's files."""
    left_out = {key: value for key, value in HEAD.items() if key not in data}
    text = "".join(f"{key}: {value}\n" for key, value in left_out.items()) + block
    before = ["甲市.yaml", *(["甲市.初评.yaml"] if data.get("stage") == "final" else [])]
    first, *others = [read(str(CITIES / name)) for name in before]
    return UnitLoader("zh", {}).unit(UnitFiles(first, [*others, read("block.yaml", text.encode())])).bad


@pytest.mark.parametrize(("block", "expected"), WRONG.findall(STAGES))
def test_what_is_wrong_is_told_as_it_stands_there(
    block: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("甲市.初评.yaml").write_text(block, encoding="utf-8")
    ran = kaohe("score", CITIES / "甲市.yaml", "甲市.初评.yaml")
    assert (ran.code, ran.err) == (1, expected)


def test_problems_in_the_tables_are_some_that_kaohe_has() -> None:
    codes = CODES.findall(STAGES)
    assert len(codes) >= 5
    assert {code for code in codes if f"problem.{code}" not in table("problem")} == set()


def test_every_key_of_a_later_file_is_explained() -> None:
    named = set(re.findall(r"`(\w+)`", STAGES))
    assert {*KEYS, *CHANGE_KEYS, *READING_KEYS, *JUDGEMENT_KEYS, *get_args(FactCause)} - {"score"} <= named
    assert {*HEAD.values()} - {2011} <= set(re.findall(r"[\w-]+", STAGES))


def test_every_kind_of_number_that_no_rule_needs_is_shown() -> None:
    shown = re.findall(r"^\| .* \| (.*) \|$", WRITING, re.MULTILINE)
    assert shown[1:] == [kind.example for kind in (*KINDS_OF_NUMBERS.values(), *TIMES.values())]


def test_what_can_be_acknowledged_is_said() -> None:
    said = re.findall(r"`([a-z-]+-[a-z-]+)`", WRITING.partition("## 条款里的数")[2])
    assert set(said) == set(KNOWABLE)


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("formula", examples())
def test_every_example_of_a_formula_holds(formula: str) -> None:
    rule = f"rules: [{{type: all_or_nothing, clause: 成立的得1分, points: 1, requires: '{formula}'}}]\n"
    document = rule_examples.rubric(f"indicators:\n{indent(FACTS, '  ')}{rule}")
    assert {one.code for one in problems(document)} <= {"unused-indicator"}
    assert rule_examples.score(document, GIVEN, "zh").score == 1


def test_every_sign_has_an_example() -> None:
    shown = {sign for signs, _ in SIGNS.values() for sign in signs.split()}
    assert shown == {*COMPARISONS, *WORDS, *"+-*/()%"}
    for name, one in FUNCTIONS.items():
        assert f"{name}(" in one.example


@pytest.mark.parametrize("language", ["zh", "en"])
def test_signs_functions_and_kinds_are_described(language: Language) -> None:
    named = [f"sign-{name}" for name in SIGNS] + [f"function-{name}" for name in FUNCTIONS]
    for code in named + [f"kind-{name}" for name in KINDS]:
        assert told(f"reference.{code}", language), code


@pytest.mark.parametrize("name", KINDS)
def test_a_unit_may_write_what_stands_for_each_kind(name: str) -> None:
    kind = KINDS[name]
    if name in ("year", "record"):  # the one is not reported, the other is made of facts of these kinds
        assert not kind.sample
        return
    sample: Any = read("sample.yaml", f"sample: {kind.sample}\n".encode()).data["sample"]
    given = sample if isinstance(sample, dict) else {"": sample}
    assert given.keys() == kind.fields.keys()
    for field, reader in kind.fields.items():
        reader.read(given[field])
