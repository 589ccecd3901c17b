"""Attempts with units' files: workbooks of entries, tables of units, tables of columns."""

from random import Random

from fuzz.hostile import byte_changes, zip_changes
from fuzz.hostile.given import Given
from fuzz.hostile.sound_files import RUBRIC, UNIT, UNITS, Sound
from fuzz.hostile.spoiling import SHEETS, by_chance, files_with, line, of_units, spoilt_grid


def unit_workbook(random: Random) -> Given:
    form, name = by_chance(random), random.choice(("unit.xlsx", "unit.xlsx", "blank.xlsx"))
    content = zip_changes.changed(random, form[name], SHEETS)
    then = ("score u.xlsx -o s.html", "score u.xlsx -o s.xlsx", "next u.xlsx -o n.csv", "evidence u.xlsx -o e.xlsx")
    back = ("convert u.xlsx -o back.yaml", "validate back.yaml", "score back.yaml -o s.md")
    score = "score u.xlsx --format json"
    return of_units("workbook of entries", {**files_with(form), "u.xlsx": content}, "u.xlsx", (*then, *back), score)


def later_workbook(random: Random) -> Given:
    form = by_chance(random)
    content = zip_changes.changed(random, form["later.xlsx"], SHEETS)
    then = ("score unit.yaml u.xlsx -o s.xlsx", "diff unit.yaml u.xlsx -o d.md", "convert u.xlsx -o back.yaml")
    score = "score unit.yaml u.xlsx --format json"
    return of_units(
        "later stage's workbook", {**files_with(form, UNIT), "u.xlsx": content}, "unit.yaml u.xlsx", then, score
    )


def table_of_units(random: Random) -> Given:
    form = by_chance(random)
    if random.random() < 0.7:
        name, content = "u.csv", spoilt_grid(random, form[UNITS])
    else:
        name, content = "u.xlsx", zip_changes.changed(random, form["units.xlsx"], SHEETS)
    then = (f"batch {name} --processes 1 -o all.csv", f"batch {name} --processes 1 -o out --format json")
    files = {**files_with(form), name: content}
    return of_units(f"table of units {name[1:]}", files, name, then, f"score {name} --format json")


def table_of_columns(random: Random) -> Given:
    form, name = by_chance(random), random.choice(("c.csv", "c.parquet", "c.parquet", "c.xlsx"))
    whole = form[name.replace("c.", "columns.")]
    if name == "c.csv":
        content = spoilt_grid(random, whole)
    elif name == "c.xlsx":
        content = zip_changes.changed(random, whole, SHEETS)
    else:
        content = _parquet(random, form)
    table = f"table {name} --rubric {RUBRIC} --keep county"
    then = [line(f"{table} --ranks --ledger --within county -o t.parquet"), line(f"{table} --describe")]
    return Given(f"table of columns {name[1:]}", {**files_with(form), name: content}, line(f"{table} -o t.csv"), then)


def _parquet(random: Random, form: Sound) -> bytes:
    """The bytes of a file of columns spoilt, or columns of types that nobody expects."""
    from fuzz.hostile.odd_columns import odd_columns

    content = form["columns.parquet"]
    return byte_changes.changed(random, content) if random.random() < 0.5 else odd_columns(random, content)
