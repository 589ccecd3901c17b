"""Texts that editors have open: sound files of every kind that are cut off, spoilt, or written on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from fuzz.hostile import byte_changes
from fuzz.hostile.sound_files import ROSTER_YAML, RUBRIC, UNIT, small
from fuzz.text_changes import change
from support.editing import SMALL
from support.folders import TESTS
from support.random_rows import seeded

SEEDS = 10_000_019
"""Runs of different seeds have no text in common."""
EVERY = "every.yaml"
"""The rubric with facts of every kind, beside the small one."""
PLACES = 2
"""Of a text, at which all is asked."""
WRITTEN = (
    *(
        "\n",
        "\r\n",
        "\r",
        "  ",
        "\n  - ",
        ": ",
        "- {",
        "when: ",
        "rules: [",
        "count: ",
        "\n        ",
        ".",
        "=",
        "(",
        ",",
    ),
    *(
        "type: ",
        "rubric: ",
        "changes: {",
        "🀄",
        "\u2028",
        "\0",
        "\ud800",
        "甲",
        "{" * 40,
        "[" * 40,
        "- " * 40,
        "\t",
        "#",
    ),
    *(
        "&a ",
        "*a",
        "<<: *a",
        "? ",
        "|\n",
        ">-\n ",
        "'",
        '"',
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "!!str ",
        "# kaohe: ignore ",
    ),
)
"""What a key or a paste puts in."""


@dataclass(frozen=True)
class OpenText:
    """A text under the name of its file, and places in it as lines and columns, some of them beyond its end."""

    kind: str
    name: str
    text: str
    places: Sequence[tuple[int, int]]


def rubric_of_every_kind() -> str:
    return (TESTS / "support" / "every_kind.yaml").read_text(encoding="utf-8")


@cache
def sound_texts() -> dict[str, tuple[str, str]]:
    """The name and the text of a file for each kind."""
    form, every = small(), rubric_of_every_kind()
    unit = (TESTS / "support" / "every_kind.unit.yaml").read_text(encoding="utf-8")
    later = f"rubric: {RUBRIC}\nunit: 甲市\nyear: 2011\nstage: final\nby: 张三\non: 2012-01-10\nchanges: {{}}\n"
    return {
        "rubric": ("open.yaml", form[RUBRIC].decode()),
        "rubric of every kind": ("open.yaml", every),
        "rubric being written": ("open.yaml", SMALL),
        "unit": ("open.yaml", form[UNIT].decode()),
        "unit of every kind": ("open.yaml", unit.replace("every_kind.yaml", EVERY)),
        "later stage": ("open.yaml", later),
        "cases": ("open.cases.yaml", form["rubric.cases.yaml"].decode()),
        "parameters": ("parameters.yaml", f"rubric: {EVERY}\nparameters: {{average: 80%}}\n"),
        "roster": ("units.yaml", ROSTER_YAML),
    }


def made(seed: int, number: int) -> OpenText:
    """The text of this number in the run of this seed; it is the same whenever it is made."""
    random = seeded(seed * SEEDS + number)
    kind = random.choice([*sound_texts()])
    name, text = sound_texts()[kind]
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        text = _changed(random, text)
    return OpenText(kind, name, text, [_place(random, text) for _ in range(PLACES)])


def _changed(random: Random, text: str) -> str:
    how, at = random.random(), random.randrange(len(text) + 1)
    if how < 0.35:
        return change(random, text)
    if how < 0.75:
        return text[:at] + random.choice(WRITTEN) + text[at:]
    if how < 0.9:
        return text[:at] if random.random() < 0.5 else text[: text.rfind("\n", 0, at) + 1]
    if how < 0.95:
        return text.replace("\n", random.choice(("\r\n", "\r")))
    return byte_changes.changed(random, text.encode("utf-8", "surrogatepass"))[: 4 * len(text)].decode(
        "utf-8", "replace"
    )


def _place(random: Random, text: str) -> tuple[int, int]:
    """Mostly within the text, now and then beyond a line or all lines."""
    lines = text.split("\n")
    number = random.randrange(len(lines) + 2) if random.random() < 0.1 else random.randrange(len(lines))
    wide = len(lines[number]) if number < len(lines) else 9
    return number, random.randrange(wide + 1) if random.random() < 0.9 else random.choice((0, wide + 3, 10**6))
