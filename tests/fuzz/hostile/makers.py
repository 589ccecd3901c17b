"""The kinds of attempts: what is spoilt, how, and which commands read it."""

from collections.abc import Callable, Mapping
from random import Random

from fuzz.entrances import data_of
from fuzz.hostile import byte_changes, table_changes, zip_changes
from fuzz.hostile.given import Given, Line
from fuzz.hostile.sound_files import ROSTER, ROSTER_YAML, RUBRIC, UNIT, UNITS, Sound, as_workbook, documents, every_kind, small
from fuzz.text_changes import change
from fuzz.tree_changes import GENTLE, ROUGH
from fuzz.yaml_writing import as_yaml

SHEETS = {"xl/worksheets": 6, "xl/sharedStrings": 5, "xl/workbook.xml": 2, "xl/styles": 2, "word/document": 12}
Files = dict[str, bytes]


def _form(random: Random) -> Sound:
    return small() if random.random() < 0.75 else every_kind()


def _line(words: str) -> Line:
    return tuple(words.split())


def _with(form: Sound, *names: str) -> Files:
    return {name: form[name] for name in (RUBRIC, *names)}


def _text(random: Random, content: bytes) -> bytes:
    """A text with its signs, its bytes or its encoding changed."""
    how = random.random()
    if how < 0.6:
        return change(random, content.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")
    return (byte_changes.changed if how < 0.85 else byte_changes.in_other_code)(random, content)


def _yaml(random: Random, content: bytes) -> bytes:
    """Data spoilt by their structure, or their text."""
    if random.random() < 0.4:
        return _text(random, content)
    data = data_of(content)
    for _ in range(random.choice((1, 1, 2))):
        random.choice((*ROUGH, *GENTLE))(random, data)
    return as_yaml(data).encode("utf-8", "surrogatepass")


def unit_workbook(random: Random) -> Given:
    form, name = _form(random), random.choice(("unit.xlsx", "unit.xlsx", "blank.xlsx"))
    content = zip_changes.changed(random, form[name], SHEETS)
    then = ("score u.xlsx -o s.html", "score u.xlsx -o s.xlsx", "next u.xlsx -o n.csv", "evidence u.xlsx -o e.xlsx")
    back = ("convert u.xlsx -o back.yaml", "validate back.yaml", "score back.yaml -o s.md")
    score = "score u.xlsx --format json"
    return _units("workbook of entries", {**_with(form), "u.xlsx": content}, "u.xlsx", (*then, *back), score)


def later_workbook(random: Random) -> Given:
    form = _form(random)
    content = zip_changes.changed(random, form["later.xlsx"], SHEETS)
    then = ("score unit.yaml u.xlsx -o s.xlsx", "diff unit.yaml u.xlsx -o d.md", "convert u.xlsx -o back.yaml")
    score = "score unit.yaml u.xlsx --format json"
    return _units("later stage's workbook", {**_with(form, UNIT), "u.xlsx": content}, "unit.yaml u.xlsx", then, score)


def _units(kind: str, files: Files, names: str, then: tuple[str, ...], scoring: str) -> Given:
    return Given(kind, files, _line(f"validate {names} --format json"), [*map(_line, then)], _line(scoring))


def _grid(random: Random, content: bytes) -> bytes:
    """A table with its cells spoilt, and now and then its bytes too."""
    grid = table_changes.changed(random, table_changes.read(content))
    found = table_changes.written(grid, random.choice((",", ",", ",", ";", "\t")))
    return _text(random, found) if random.random() < 0.3 else found


def table_of_units(random: Random) -> Given:
    form = _form(random)
    if random.random() < 0.7:
        name, content = "u.csv", _grid(random, form[UNITS])
    else:
        name, content = "u.xlsx", zip_changes.changed(random, form["units.xlsx"], SHEETS)
    then = (f"batch {name} --processes 1 -o all.csv", f"batch {name} --processes 1 -o out --format json")
    files = {**_with(form), name: content}
    return _units(f"table of units {name[1:]}", files, name, then, f"score {name} --format json")


def table_of_columns(random: Random) -> Given:
    form, name = _form(random), random.choice(("c.csv", "c.parquet", "c.parquet", "c.xlsx"))
    whole = form[name.replace("c.", "columns.")]
    if name == "c.csv":
        content = _grid(random, whole)
    elif name == "c.xlsx":
        content = zip_changes.changed(random, whole, SHEETS)
    else:
        content = _parquet(random, form)
    table = f"table {name} --rubric {RUBRIC} --keep county"
    then = [_line(f"{table} --ranks --ledger --within county -o t.parquet"), _line(f"{table} --describe")]
    return Given(f"table of columns {name[1:]}", {**_with(form), name: content}, _line(f"{table} -o t.csv"), then)


def _parquet(random: Random, form: Sound) -> bytes:
    """The bytes of a file of columns spoilt, or columns of types that nobody expects."""
    from fuzz.hostile.odd_columns import odd_columns

    content = form["columns.parquet"]
    return byte_changes.changed(random, content) if random.random() < 0.5 else odd_columns(random, content)


def roster(random: Random) -> Given:
    form, kind = small(), random.choice((".csv", ".csv", ".xlsx", ".yaml"))
    if kind == ".csv":
        content = _grid(random, ROSTER.encode())
    elif kind == ".xlsx":
        content = zip_changes.changed(random, as_workbook(ROSTER), SHEETS)
    else:
        content = _yaml(random, ROSTER_YAML.encode())
    files = {**_with(form), "in/units" + kind: content, "in/甲市.yaml": form[UNIT].replace(b"rubric: ", b"rubric: ../")}
    first, whole = "validate in --format json", "batch in --processes 1 -o"
    then = [_line(f"{whole} all.xlsx"), _line(f"{whole} all.html")]  # units that are due and absent are told there alone
    return Given(f"roster {kind}", files, _line(first), then, judging=True)


def cases(random: Random) -> Given:
    form = small()
    files = {**_with(form), "rubric.cases.yaml": _yaml(random, form["rubric.cases.yaml"])}
    then = [_line("test rubric.cases.yaml --coverage --format json")]
    return Given("cases", files, _line("test rubric.cases.yaml"), then)


def signed(random: Random) -> Given:
    form = small()
    files = {**_with(form), "s.xlsx": zip_changes.changed(random, form["signing.xlsx"], SHEETS)}
    return Given("signed cases", files, _line("cases rubric.yaml --signed s.xlsx -o rubric.cases.yaml"))


def sealed(random: Random) -> Given:
    form, name = _form(random), random.choice(("scored.xlsx", "scored.xlsx", "all.xlsx"))
    files = {**_with(form, UNIT), "v.xlsx": zip_changes.changed(random, form[name], SHEETS)}
    then = [_line("verify v.xlsx --rubric rubric.yaml --format json")]
    return Given(f"sealed {name}", files, _line("verify v.xlsx --rubric rubric.yaml --facts unit.yaml"), then)


def archive(random: Random) -> Given:
    form = small()
    weights = {"kaohe-manifest": 6, "manifest": 6}
    files = {**_with(form), "c.zip": zip_changes.changed(random, form["closed.zip"], weights)}
    return Given("archive", files, _line("verify c.zip"), [_line("verify c.zip --format json")])


def official_form(random: Random) -> Given:
    suffix = random.choice((".md", ".txt", ".docx", ".docx", ".xlsx"))
    content, form = random.choice(documents()[suffix]), small()
    spoilt = zip_changes.changed(random, content, SHEETS) if suffix in (".docx", ".xlsx") else _text(random, content)
    files = {**_with(form), f"f{suffix}": spoilt}
    then = [_line("validate d.yaml --exit-zero"), _line(f"check f{suffix} d.yaml")]
    return Given(f"official form {suffix}", files, _line(f"draft f{suffix} -o d.yaml"), then, judging=True)


def checked_form(random: Random) -> Given:
    given = official_form(random)
    name = next(one for one in given.files if one != RUBRIC)
    return Given(f"checked form {name[1:]}", given.files, _line(f"check {name} rubric.yaml"))


def folder_of_results(random: Random) -> Given:
    """A manifest that somebody has worked on; what it says must lead nowhere."""
    form = small()
    manifest = dict(zip_changes.entries(form["closed.zip"]))
    content = next(part for name, part in manifest.items() if name.endswith(".json"))
    files = {**_with(form, UNITS), "out/kaohe-manifest.json": _text(random, content)}
    batch = _line("batch units.csv --processes 1 -o out --format json")
    return Given("manifest", files, batch, [_line("close units.csv --stage self --outputs out -o c.zip")])


def settings(random: Random) -> Given:
    text = 'select = ["number"]\nignore = ["doubt"]\nstrict = true\nformat = "json"\nexit-zero = false\n'
    form = small()
    files = {**_with(form, UNIT), "kaohe.toml": _text(random, text.encode())}
    return Given("settings", files, _line("validate unit.yaml"), [_line("score unit.yaml -o s.json")])


def common_facts(random: Random) -> Given:
    form = every_kind()
    text = "rubric: rubric.yaml\nparameters: {average: 80%}\npeers: {variety.honours: 3}\n"
    unit = form[UNIT].replace(b"parameters: {average: 80%}\n", b"")
    files = {**_with(form), UNIT: unit, "parameters.yaml": _yaml(random, text.encode())}
    then = ("score unit.yaml -o s.csv", "next unit.yaml -o n.md")
    return _units("parameters", files, UNIT, then, "score unit.yaml --format json")


KINDS: Mapping[Callable[[Random], Given], int] = {
    unit_workbook: 14,
    later_workbook: 6,
    table_of_units: 20,
    table_of_columns: 10,
    roster: 14,
    cases: 14,
    signed: 10,
    sealed: 10,
    archive: 8,
    official_form: 20,
    checked_form: 12,
    folder_of_results: 4,
    settings: 2,
    common_facts: 6,
}
"""What is made, and how often."""


def made(random: Random) -> Given:
    return random.choices([*KINDS], [*KINDS.values()])[0](random)
