"""Texts that are meant to become more: in every output they stay texts, and nothing is written where it should not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import chdir
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from kaohe import source
from kaohe.editor.hover import hover
from kaohe.editor.open_file import KnownRubrics, OpenFile
from support.audited import watched
from support.command_line import kaohe
from support.hostile_texts import ATTEMPTS, HARMLESS, Spoiler, lay_out, write_form
from support.inert import Made, made_of, names_windows_refuses, obeyed
from support.signing import Filled

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
why 0.yaml work -o X.md
why 0.yaml work -o X.json
why 0.yaml work -o X.csv
why 0.yaml work -o X.xlsx
next 0.yaml
next 0.yaml -o X.md
next 0.yaml -o X.json
next 0.yaml -o X.csv
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
diff 细则.yaml ../other.yaml -o X.html
diff 细则.yaml ../other.yaml -o X.csv
diff 细则.yaml ../other.yaml -o X.json
diff 细则.yaml ../other.yaml -o X.xlsx
batch . -o X
batch . -o X.csv
batch . -o X --format html
batch . -o X --format markdown
extract . --unit UNIT -o X.html
extract . --unit UNIT -o X.xlsx
announce . --stage self -o X.xlsx
announce . --stage self -o X.html
convert 0.yaml -o X.xlsx
template 细则.yaml -o X.yaml
template 细则.yaml -o X.csv
template 细则.yaml --stage final --of 0.yaml -o X.xlsx
cases 细则.yaml -o X.yaml
cases 细则.yaml -o X.xlsx
cases 细则.yaml --signed ../signed.xlsx -o X.yaml
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


def test_what_an_editor_shows_stays_text() -> None:
    """At every key and value of a rubric and of a unit's file."""
    assert _shown(HARMLESS) == _shown(ATTEMPTS)


def _shown(attempts: tuple[str, ...]) -> list[Made]:
    with TemporaryDirectory() as folder, chdir(folder):
        Path("in").mkdir()
        with chdir("in"):
            lay_out(Path(), Spoiler(attempts))
            return [made for name in ("细则.yaml", "0.yaml") for made in _hovers(name)]


def _hovers(name: str) -> Iterator[Made]:
    """What is shown of the beginning of each line, and of its value; JSON has each by itself."""
    file = OpenFile(name, Path(name).read_text(encoding="utf-8"), KnownRubrics("zh"))
    for line in re.finditer(r'^ *"(?:[^"\\]|\\.)*"(?:: ")?', file.text, re.MULTILINE):
        for offset in dict.fromkeys((line.start() + len(line[0]) - len(line[0].lstrip()) + 1, line.end())):
            found = hover(file, offset)
            yield made_of("x.md", found.markdown.encode()) if found else Made()


def _sign(path: Path, spoiler: Spoiler) -> None:
    """Cases that somebody has signed, with an attempt wherever he writes."""
    assert kaohe("cases", "细则.yaml", "-o", path).code == 0
    filled = Filled(path.read_bytes())
    filled.enter({"all": {"by": spoiler.before("张三"), "on": date(2014, 1, 10)}, 1: {"verdict": "对"}})
    filled.enter({2: {"verdict": "不对", "due": 2, "opinion": spoiler.before("恰好的不算")}})
    for cell in (one for row in filled.page.iter_rows() for one in row if isinstance(one.value, str)):
        cell.data_type = "s"
    filled.save(path)


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
            _sign(Path("../signed.xlsx"), Spoiler(attempts))
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
