"""The documents: kept up to date with what they are made from, and every YAML in them is sound."""

import re
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from kaohe import specimens
from kaohe.checks import problems
from kaohe.formula_examples import FACTS, GIVEN, SIGNS, examples
from kaohe.formulas import COMPARISONS
from kaohe.functions import FUNCTIONS
from kaohe.kinds import KINDS
from kaohe.messages import Language, told
from kaohe.render import reference
from kaohe.source import read
from kaohe.tokens import WORDS

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
BLOCKS = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in sorted(DOCS.glob("*.md"))
    for number, block in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), 1)
]


def test_the_reference_is_kept_up_to_date() -> None:
    assert reference.markdown("zh") == (DOCS / "rules.md").read_text(encoding="utf-8"), "make generate"


def test_the_reference_is_there_in_english() -> None:
    chinese, english = reference.markdown("zh"), reference.markdown("en")
    assert len(english.splitlines()) == len(chinese.splitlines())
    assert BLOCK.findall(english) == BLOCK.findall(chinese)


@pytest.mark.parametrize("block", BLOCKS)
def test_yaml_is_sound(block: str) -> None:
    """A block with rules is an item, or a whole rubric, without a finding; any other is read."""
    document = read("block.yaml", block.encode())
    data: Any = document.data
    if "kaohe" in data:
        assert problems(document) == ()
    elif "rules" in data:
        assert problems(specimens.rubric(block)) == ()


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("formula", examples())
def test_every_example_of_a_formula_holds(formula: str) -> None:
    rule = f"rules: [{{type: all_or_nothing, clause: 成立的得1分, points: 1, requires: '{formula}'}}]\n"
    document = specimens.rubric(f"indicators:\n{indent(FACTS, '  ')}{rule}")
    assert {one.code for one in problems(document)} <= {"unused-indicator"}
    assert specimens.score(document, GIVEN, "zh").score == 1


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
    if name == "year":
        assert not kind.sample
        return
    sample: Any = read("sample.yaml", f"sample: {kind.sample}\n".encode()).data["sample"]
    given = sample if isinstance(sample, dict) else {"": sample}
    assert given.keys() == kind.fields.keys()
    for field, reader in kind.fields.items():
        reader.read(given[field])
