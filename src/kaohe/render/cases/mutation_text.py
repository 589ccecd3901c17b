"""Mutants for people: those that no case notices, each with a line for the file of equivalents, and the figures."""

import json
from collections.abc import Iterator
from pathlib import Path

from kaohe.authoring.mutation.equivalents import ENDING
from kaohe.authoring.mutation.mutant import Mutant
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.messages import Language, say
from kaohe.render.problem_listing import as_text


def text(one: MutatedRubric, language: Language, *, quiet: bool) -> str:
    """All of one rubric; a quiet one only says what is wrong."""
    return "".join(f"{line}\n" for line in _lines(one, language, quiet=quiet))


def told(mutant: Mutant, language: Language) -> str:
    """A mutant that is not noticed, as a sentence."""
    code = "survived" if mutant.number else "whole"
    parameters = {"number": mutant.number, "title": mutant.title, "reading": mutant.reading}
    return say(f"mutation.{code}", language, change=changed(mutant, language), **parameters)


def changed(mutant: Mutant, language: Language) -> str:
    """What was written otherwise, in words."""
    code = "changed" if mutant.before and mutant.after else "removed" if mutant.before else "added"
    return say(f"mutation.{code}", language, before=mutant.before, after=mutant.after)


def _lines(one: MutatedRubric, language: Language, *, quiet: bool) -> Iterator[str]:
    for mutant in one.survivors:
        yield f"{one.path}:{mutant.line}:{mutant.column}: {told(mutant, language)}"
        yield f"    - {{at: {mutant.name}, change: {json.dumps(mutant.change, ensure_ascii=False)}, reason: }}"
    if one.survivors and not quiet:
        yield say("mutation.hint", language, file=f"{Path(one.path).stem}{ENDING}")
    if one.problems:
        yield as_text(one.problems, language)
    if not quiet:
        yield f"{one.path}: {say('mutation.figures', language, **one.figures)}"
