"""Texts that are meant to become more: in every output they stay texts, and nothing is written where it should not."""

from collections import Counter
from contextlib import chdir
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from support.command_line import kaohe
from support.hostile_texts import ATTEMPTS, HARMLESS, Spoiler, lay_out
from support.inert import Made, made_of, names_windows_refuses, obeyed

COMMANDS = """
validate -q 细则.yaml 0.yaml 1.yaml later.yaml
score 0.yaml later.yaml
score 0.yaml later.yaml --arithmetic -o X.json
score 0.yaml later.yaml --arithmetic -o X.md
score 0.yaml later.yaml -o X.csv
score 0.yaml later.yaml -o X.xlsx
score 0.yaml later.yaml -o X.html
why 0.yaml work
next 0.yaml
next 0.yaml -o X.md
next 0.yaml -o X.csv
next 0.yaml -o X.json
next 0.yaml -o X.xlsx
evidence 0.yaml later.yaml
evidence 0.yaml later.yaml -o X.md
evidence 0.yaml later.yaml -o X.csv
evidence 0.yaml later.yaml -o X.json
evidence 0.yaml later.yaml -o X.xlsx
diff 0.yaml 1.yaml
diff 0.yaml 1.yaml -o X.md
diff 0.yaml 1.yaml -o X.csv
diff 0.yaml 1.yaml -o X.json
diff 0.yaml 1.yaml -o X.xlsx
diff 细则.yaml ../other.yaml
diff 细则.yaml ../other.yaml -o X.md
diff 细则.yaml ../other.yaml -o X.json
diff 细则.yaml ../other.yaml -o X.html
diff 细则.yaml ../other.yaml -o X.xlsx
batch . -o X
batch . -o X --format json
batch . -o X --format markdown
batch . -o X.csv
batch . -o X.html
batch . -o X --format html
extract . --unit UNIT -o X.xlsx
extract . --unit UNIT -o X.html
announce . --stage self -o X.xlsx
announce . --stage self -o X.html
template 细则.yaml -o X.yaml
template 细则.yaml -o X.csv
template 细则.yaml -o X.xlsx
template 细则.yaml --stage final --of 0.yaml -o X.xlsx
convert 0.yaml -o X.xlsx
cases 细则.yaml -o X.yaml
cases 细则.yaml -o X.xlsx
explain 细则.yaml
schema 细则.yaml -o X.json
sql 细则.yaml -o X.sql
""".strip().splitlines()


@pytest.mark.parametrize("first", [0])
def test_texts_stay_texts(first: int) -> None:
    plain, tried = outputs(()), outputs((first,))
    assert plain.keys() == tried.keys()
    assert {name: (tried[name] - made, made - tried[name]) for name, made in plain.items() if tried[name] != made} == {}


@cache
def outputs(first: tuple[int, ...]) -> dict[str, Made]:
    """What all commands write, each file by command and number; texts are harmless where there is no first attempt."""
    spoiler = Spoiler(ATTEMPTS, *first) if first else Spoiler(HARMLESS)
    with TemporaryDirectory() as folder, chdir(folder):
        Path("in").mkdir()
        Path("out").mkdir()
        with chdir("in"):
            names = lay_out(Path(), spoiler)
            changed = Path("细则.yaml").read_text(encoding="utf-8").replace("副职也计", "副职都计")
            Path("../other.yaml").write_text(changed.replace("年增加的", "年增加了的"), encoding="utf-8")
            made = dict(_written(place, command, names[0]) for place, command in enumerate(COMMANDS))
        assert sorted(path.name for path in Path().iterdir()) == ["in", "other.yaml", "out"]
        assert len(list(Path("in").iterdir())) == 6
    return made


def _written(number: int, command: str, unit: str) -> tuple[str, Made]:
    target = f"../out/{number}"
    words = [unit if one == "UNIT" else target + one[1:] if one.startswith("X") else one for one in command.split()]
    ran = kaohe(*words)
    assert (ran.code in (0, 1), "Traceback" in ran.err, obeyed(ran.out + ran.err)) == (True, False, []), words
    paths = sorted(
        path for path in Path("../out").rglob("*") if path.is_file() and path.parts[2].split(".")[0] == str(number)
    )
    assert paths or " X" not in command, ran.err
    assert names_windows_refuses(PurePosixPath(*path.parts[2:]) for path in paths) == []
    made = Counter[Any]()
    for path in paths:
        made.update({(path.suffix, part): count for part, count in made_of(path.name, path.read_bytes()).items()})
    return command, made
