"""What makers of attempts share: a form by chance, its files, and texts, tables and data that are spoilt."""

from random import Random

from fuzz.entrances import data_of
from fuzz.hostile import byte_changes, table_changes
from fuzz.hostile.given import Given, Line
from fuzz.hostile.sound_files import RUBRIC, Sound, every_kind, small
from fuzz.text_changes import change
from fuzz.tree_changes import GENTLE, ROUGH
from fuzz.yaml_writing import as_yaml

SHEETS = {"xl/worksheets": 6, "xl/sharedStrings": 5, "xl/workbook.xml": 2, "xl/styles": 2, "word/document": 12}
"""Parts of archives that are spoilt more often than others."""
Files = dict[str, bytes]


def by_chance(random: Random) -> Sound:
    return small() if random.random() < 0.75 else every_kind()


def line(words: str) -> Line:
    return tuple(words.split())


def files_with(form: Sound, *names: str) -> Files:
    return {name: form[name] for name in (RUBRIC, *names)}


def spoilt_text(random: Random, content: bytes) -> bytes:
    """A text with its signs, its bytes or its encoding changed."""
    how = random.random()
    if how < 0.6:
        return change(random, content.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")
    return (byte_changes.changed if how < 0.85 else byte_changes.in_other_code)(random, content)


def spoilt_yaml(random: Random, content: bytes) -> bytes:
    """Data spoilt by their structure, or their text."""
    if random.random() < 0.4:
        return spoilt_text(random, content)
    data = data_of(content)
    for _ in range(random.choice((1, 1, 2))):
        random.choice((*ROUGH, *GENTLE))(random, data)
    return as_yaml(data).encode("utf-8", "surrogatepass")


def of_units(kind: str, files: Files, names: str, then: tuple[str, ...], scoring: str) -> Given:
    return Given(kind, files, line(f"validate {names} --format json"), [*map(line, then)], line(scoring))


def spoilt_grid(random: Random, content: bytes) -> bytes:
    """A table with its cells spoilt, and now and then its bytes too."""
    grid = table_changes.changed(random, table_changes.read(content))
    found = table_changes.written(grid, random.choice((",", ",", ",", ";", "\t")))
    return spoilt_text(random, found) if random.random() < 0.3 else found
