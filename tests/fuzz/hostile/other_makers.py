"""Attempts with all that is no unit's file: rosters, cases, sealed workbooks, archives, official forms and the like."""

from random import Random

from fuzz import fact_changes, rule_changes, total_changes
from fuzz.hostile import zip_changes
from fuzz.hostile.given import Given
from fuzz.hostile.sound_files import ROSTER, ROSTER_YAML, UNIT, UNITS, as_workbook, documents, every_kind, small
from fuzz.hostile.spoiling import SHEETS, by_chance, files_with, line, of_units, spoilt_grid, spoilt_text, spoilt_yaml
from fuzz.mending import mend
from fuzz.seed_forms import seed_form
from fuzz.tree_changes import GENTLE, ROUGH, clone
from fuzz.yaml_writing import as_yaml

CHANGES = (*rule_changes.CHANGES, *fact_changes.CHANGES, *total_changes.CHANGES)
"""Of a form, as those who revise it make them."""


def roster(random: Random) -> Given:
    form, kind = small(), random.choice((".csv", ".csv", ".xlsx", ".yaml"))
    if kind == ".csv":
        content = spoilt_grid(random, ROSTER.encode())
    elif kind == ".xlsx":
        content = zip_changes.changed(random, as_workbook(ROSTER), SHEETS)
    else:
        content = spoilt_yaml(random, ROSTER_YAML.encode())
    files = {
        **files_with(form),
        "in/units" + kind: content,
        "in/甲市.yaml": form[UNIT].replace(b"rubric: ", b"rubric: ../"),
    }
    first, whole = "validate in --format json", "batch in --processes 1 -o"
    then = [
        line(f"{whole} all.xlsx"),
        line(f"{whole} all.html"),
    ]  # units that are due and absent are told there alone
    return Given(f"roster {kind}", files, line(first), then, judging=True)


def cases(random: Random) -> Given:
    form = small()
    files = {**files_with(form), "rubric.cases.yaml": spoilt_yaml(random, form["rubric.cases.yaml"])}
    then = [line("test rubric.cases.yaml --coverage --format json")]
    return Given("cases", files, line("test rubric.cases.yaml"), then)


def signed(random: Random) -> Given:
    form = small()
    files = {**files_with(form), "s.xlsx": zip_changes.changed(random, form["signing.xlsx"], SHEETS)}
    return Given("signed cases", files, line("cases rubric.yaml --signed s.xlsx -o rubric.cases.yaml"))


def sealed(random: Random) -> Given:
    form, name = by_chance(random), random.choice(("scored.xlsx", "scored.xlsx", "all.xlsx"))
    files = {**files_with(form, UNIT), "v.xlsx": zip_changes.changed(random, form[name], SHEETS)}
    then = [line("verify v.xlsx --rubric rubric.yaml --format json")]
    return Given(f"sealed {name}", files, line("verify v.xlsx --rubric rubric.yaml --facts unit.yaml"), then)


def archive(random: Random) -> Given:
    form = small()
    weights = {"kaohe-manifest": 6, "manifest": 6}
    files = {**files_with(form), "c.zip": zip_changes.changed(random, form["closed.zip"], weights)}
    return Given("archive", files, line("verify c.zip"), [line("verify c.zip --format json")])


def official_form(random: Random) -> Given:
    suffix = random.choice((".md", ".txt", ".docx", ".docx", ".xlsx"))
    content, form = random.choice(documents()[suffix]), small()
    spoilt = (
        zip_changes.changed(random, content, SHEETS) if suffix in (".docx", ".xlsx") else spoilt_text(random, content)
    )
    files = {**files_with(form), f"f{suffix}": spoilt}
    then = [line("validate d.yaml --exit-zero"), line(f"check f{suffix} d.yaml")]
    return Given(f"official form {suffix}", files, line(f"draft f{suffix} -o d.yaml"), then, judging=True)


def checked_form(random: Random) -> Given:
    given = official_form(random)
    name = next(one for one in given.files if one != "rubric.yaml")
    return Given(f"checked form {name[1:]}", given.files, line(f"check {name} rubric.yaml"))


def folder_of_results(random: Random) -> Given:
    """A manifest that somebody has worked on; what it says must lead nowhere."""
    form = small()
    manifest = dict(zip_changes.entries(form["closed.zip"]))
    content = next(part for name, part in manifest.items() if name.endswith(".json"))
    files = {**files_with(form, UNITS), "out/kaohe-manifest.json": spoilt_text(random, content)}
    batch = line("batch units.csv --processes 1 -o out --format json")
    return Given("manifest", files, batch, [line("close units.csv --stage self --outputs out -o c.zip")])


def settings(random: Random) -> Given:
    text = 'select = ["number"]\nignore = ["doubt"]\nstrict = true\nformat = "json"\nexit-zero = false\n'
    form = small()
    files = {**files_with(form, UNIT), "kaohe.toml": spoilt_text(random, text.encode())}
    return Given("settings", files, line("validate unit.yaml"), [line("score unit.yaml -o s.json")])


def common_facts(random: Random) -> Given:
    form = every_kind()
    text = "rubric: rubric.yaml\nparameters: {average: 80%}\npeers: {variety.honours: 3}\n"
    unit = form[UNIT].replace(b"parameters: {average: 80%}\n", b"")
    files = {**files_with(form), UNIT: unit, "parameters.yaml": spoilt_yaml(random, text.encode())}
    then = ("score unit.yaml -o s.csv", "next unit.yaml -o n.md")
    return of_units("parameters", files, UNIT, then, "score unit.yaml --format json")


def rubric_pair(random: Random) -> Given:
    """A form and what became of it, or another form: they may be compared unless one can't be read as a form."""
    old = seed_form(random)
    mend(old)
    new = clone(old) if random.random() < 0.9 else seed_form(random)
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        random.choice(CHANGES)(random, new)
    if random.random() < 0.8:
        mend(new)
    if random.random() < 0.3:
        random.choice((*ROUGH, *GENTLE))(random, random.choice((old, new)))
    files = {"old.yaml": as_yaml(old).encode(), "new.yaml": as_yaml(new).encode()}
    then = [line(f"diff old.yaml new.yaml -o d.{form}") for form in ("md", "html", "csv", "xlsx")]
    return Given("rubrics compared", files, line("diff old.yaml new.yaml --format json"), then)
