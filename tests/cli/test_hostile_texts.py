"""Texts that are meant to become more: in every output they stay texts, and nothing is written where it should not."""

from collections import Counter
from collections.abc import Mapping
from contextlib import chdir
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from kaohe import source
from support.audited import watched
from support.command_line import kaohe
from support.hostile_texts import ATTEMPTS, HARMLESS, Spoiler, lay_out, write_form
from support.inert import Made, made_of, names_windows_refuses, obeyed

COMMANDS = """
validate -q 细则.yaml 0.yaml 1.yaml later.yaml
validate 0.yaml ../bad.yaml
validate 0.yaml ../bad.yaml --format sarif >json
validate 0.yaml ../bad.yaml --format gitlab >json
validate 0.yaml ../bad.yaml --format junit >xml
validate 0.yaml ../bad.yaml --format github >github
score 0.yaml later.yaml
score 0.yaml later.yaml --arithmetic -o X.json
score 0.yaml later.yaml --arithmetic -o X.md
score 0.yaml later.yaml -o X.csv
score 0.yaml later.yaml -o X.xlsx
score 0.yaml later.yaml -o X.html
why 0.yaml work
next 0.yaml -o X.md
next 0.yaml -o X.xlsx
evidence 0.yaml later.yaml
evidence 0.yaml later.yaml -o X.md
evidence 0.yaml later.yaml -o X.csv
diff 0.yaml 1.yaml -o X.md
diff 0.yaml 1.yaml -o X.csv
diff 细则.yaml ../other.yaml
diff 细则.yaml ../other.yaml -o X.md
diff 细则.yaml ../other.yaml -o X.html
batch . -o X
batch . -o X.csv
batch . -o X --format html
extract . --unit UNIT -o X.html
announce . --stage self -o X.xlsx
template 细则.yaml -o X.yaml
template 细则.yaml -o X.csv
template 细则.yaml --stage final --of 0.yaml -o X.xlsx
cases 细则.yaml -o X.yaml
cases 细则.yaml -o X.xlsx
explain 细则.yaml
schema 细则.yaml -o X.json
sql 细则.yaml -o X.sql
table ../facts.csv --rubric 细则.yaml -o X.csv
""".strip().splitlines()


def test_texts_stay_texts() -> None:
    """What an output is made of, texts aside, is the same as with texts that nobody means ill with."""
    assert differing(outputs(HARMLESS), outputs(ATTEMPTS)) == {}


def test_a_draft_of_a_hostile_form(tmp_path: Path) -> None:
    titles = write_form(tmp_path / "form.xlsx", Spoiler(ATTEMPTS))
    ran = kaohe("draft", tmp_path / "form.xlsx", "-o", tmp_path / "form.yaml")
    assert (ran.code in (0, 1), obeyed(ran.out + ran.err)) == (True, [])
    data: Any = source.read(str(tmp_path / "form.yaml")).data
    (section,) = data["sections"]
    assert len(section["items"]) == len(titles)
    assert set(data) <= {"kaohe", "id", "title", "points", "stages", "sections", "todo", "form", "source"}


def differing(plain: Mapping[str, Made], tried: Mapping[str, Made]) -> dict[str, tuple[Made, Made]]:
    """The commands whose outputs differ: what they have more, and what they have less."""
    return {name: (tried[name] - made, made - tried[name]) for name, made in plain.items() if tried[name] != made}


@cache
def outputs(attempts: tuple[str, ...]) -> dict[str, Made]:
    """What all commands write, texts aside."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path("in").mkdir()
        Path("out").mkdir()
        with chdir("in"):
            names = lay_out(Path(), Spoiler(attempts))
            laid_out = sorted(path.name for path in Path("..").rglob("*"))
            made = {command: _written(place, command, names[0]) for place, command in enumerate(COMMANDS)}
        outside = [path.name for path in Path().rglob("*") if path.parts[0] != "out"]
        assert sorted([*outside, "out"]) == laid_out
    return made


def _written(number: int, command: str, unit: str) -> Made:
    """What one command writes to its target, which X stands for, or to standard output: a file of the kind after >."""
    target, (asked, _, kind) = f"../out/{number}", command.partition(" >")
    words = [unit if one == "UNIT" else target + one[1:] if one.startswith("X") else one for one in asked.split()]
    with watched() as seen:
        ran = kaohe(*words)
    assert seen == [], "no connection, no other program, no object made from bytes"
    assert (ran.code in (0, 1), "Traceback" in ran.err, obeyed(ran.out + ran.err)) == (True, False, []), words
    if kind:
        return made_of(f"x.{kind}", ran.output)
    every = (path for path in Path("../out").rglob("*") if path.is_file())
    paths = [path for path in every if path.parts[2].split(".")[0] == str(number)]
    assert paths or " X" not in command, ran.err
    assert names_windows_refuses(PurePosixPath(*path.parts[2:]) for path in paths) == []
    made = Counter[Any]()
    for path in paths:
        made.update({(path.suffix, part): count for part, count in made_of(path.name, path.read_bytes()).items()})
    return made
