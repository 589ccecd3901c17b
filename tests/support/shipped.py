"""The shipped rubric in the hands of tests: as it is, and with its readings taken in other ways."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from kaohe.library import rubric_files
from kaohe.library.readings import patched, readings
from kaohe.results.sheet import Sheet
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, read
from kaohe.source.models import construct
from kaohe.submission.reader import Values

NAME = "jiangsu-employment-2011"


@cache
def document() -> Document:
    return read(str(rubric_files.shipped()[NAME]))


@cache
def alternatives() -> tuple[tuple[str, str], ...]:
    """Every way to read that was not chosen: (full name of the reading, option)."""
    return tuple(
        (name, option)
        for name, _, reading in readings(document().data)
        for option in reading["options"]
        if option != reading["chosen"]
    )


@cache
def compiled() -> CompiledRubric:
    return program_as({})


def program_as(choices: Mapping[str, str]) -> CompiledRubric:
    return CompiledRubric(construct(Rubric, patched(document().data, choices)), document().sha256)


def random_choices(random: Random) -> dict[str, str]:
    """Each reading with any of its options."""
    return {name: random.choice(sorted(reading["options"])) for name, _, reading in readings(document().data)}


@cache
def scorer(of: CompiledRubric) -> Scorer:
    return Scorer(of, "zh")


def sheet(of: CompiledRubric, row: tuple[Any, ...]) -> Sheet:
    return scorer(of).score(Values("甲市.yaml", "甲市", 2011, "self", row))
