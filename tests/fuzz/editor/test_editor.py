"""A bounded run of a fixed seed: no question about an open text fails; and what is planted is found."""

from pathlib import Path

import pytest

from fuzz.editor.campaign import run, write_examples
from fuzz.editor.open_texts import made, sound_texts
from support.rounds import rounds

INPUTS, SEED = rounds(40).max_examples, 3


def test_no_fault() -> None:
    report = run(INPUTS, SEED)
    assert not report.met, "\n".join(report.lines())
    assert report.inputs == INPUTS


def test_the_same_seed_makes_the_same_texts() -> None:
    assert [made(SEED, number) for number in range(20)] == [made(SEED, number) for number in range(20)]
    assert len({made(SEED, number).kind for number in range(60)}) == len(sound_texts())


def test_an_answer_that_fails_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise KeyError("甲")

    monkeypatch.setattr("kaohe.editor.server.answers.symbols", fail)
    report = run(1, SEED)
    assert [name.split(", ")[1] for name in report.met] == ["symbols: KeyError '…' in symbols"]
    write_examples(report, tmp_path)
    (example,) = tmp_path.iterdir()
    assert {path.name for path in example.iterdir()} == {"fault.txt", made(SEED, 0).name}
