"""A bounded run of a fixed seed: no file of any kind breaks a promise; and what is planted is found."""

from pathlib import Path

import pytest

from fuzz.hostile import byte_changes, table_changes, xml_changes, zip_changes
from fuzz.hostile.campaign import given, run
from fuzz.hostile.given import Given
from fuzz.hostile.kinds import KINDS
from fuzz.hostile.makers import table_of_units
from fuzz.hostile.other_makers import official_form, roster
from fuzz.hostile.trying import try_out
from support.random_rows import seeded
from support.rounds import rounds

INPUTS, SEED = rounds(45).max_examples, 5


def test_no_fault() -> None:
    report = run(INPUTS, SEED, forked=False)
    assert not report.met, "\n".join(report.lines())
    assert report.counts.total() == INPUTS


def test_the_same_seed_makes_the_same_files() -> None:
    for maker in (roster, official_form, table_of_units):
        assert maker(seeded(7)) == maker(seeded(7))
    kinds = {given(SEED, number).kind.split(" .")[0] for number in range(60)}
    assert len(kinds) > len(KINDS) / 2


def test_an_exception_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyError("甲")

    monkeypatch.setattr("kaohe.cli.commands.validate.check_files", fail)
    tried = try_out(Given("some", {"unit.yaml": b"rubric: x\n"}, ("validate", "unit.yaml")), tmp_path)
    assert [one.name for one in tried.faults] == ["some, validate: KeyError '…' in _checked"]


def test_what_is_sound_must_go_on_and_what_is_not_must_not(tmp_path: Path) -> None:
    files = {"a.yaml": b"rubric: nowhere\n"}
    wrong = ("validate", "a.yaml")
    tried = try_out(Given("some", files, ("rubrics",), [wrong], scoring=wrong), tmp_path)
    kinds = [one.kind for one in tried.faults]
    assert kinds == ["ends with 1 on what was found sound"] * 2
    tried = try_out(Given("some", files, wrong, scoring=("rubrics",)), tmp_path)
    assert "ends well on what was found wrong" in [one.kind for one in tried.faults]


@pytest.mark.parametrize("seed", range(40))
def test_changes_change_something_and_never_fail(seed: int) -> None:
    random = seeded(seed)
    whole = zip_changes.packed([("xl/a.xml", b'<a b="1"><c r="A1"><v>1</v></c></a>'), ("other.bin", b"1234")])
    assert zip_changes.changed(random, whole, {"xl": 5}) is not None
    assert isinstance(xml_changes.changed(random, b'<a b="1">text</a>'), bytes)
    assert isinstance(byte_changes.changed(random, b""), bytes)
    assert table_changes.read(table_changes.written([["a", "b"], ["1", "2"]])) == [["a", "b"], ["1", "2"]]
    table_changes.changed(random, [["a", "b"], ["1", "2"]])
