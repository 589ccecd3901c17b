"""Commands of kaohe, run in this process, and the machines behind; others are in `downstream_entrances.py`.

Besides tests no others name kaohe's modules: when one is renamed, these two have to follow.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from kaohe import source
from kaohe.backends.bounds import bounds
from kaohe.backends.exact import compile_trees
from kaohe.cli.commands import batch, explain, schema, score, template, validate, verify
from kaohe.cli.commands import next as next_changes
from kaohe.cli.commands.template import TemplateOptions
from kaohe.cli.list_output import ListOptions
from kaohe.cli.reporter import Reporter
from kaohe.library import checks
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.key_names import with_keys
from support.command_line import Ran, Stream, kaohe
from support.naive import evaluate, facts_of

__all__ = ["Ran", "kaohe"]

Row = Sequence[Any]
ZH: Language = "zh"
EN: Language = "en"
KEPT = 4
"""Results, for a form may be read in several ways."""


class Command(NamedTuple):
    """A command as its own function runs it, without the reading of arguments; `kaohe` runs it with that."""

    run: Callable[[Reporter], int]

    def __call__(self, language: Language = ZH) -> Ran:
        out, err = Stream(), Stream()
        with patch.multiple(sys, stdout=out, stderr=err):
            reporter = Reporter(language)
            code = reporter.attempt(lambda: self.run(reporter))
        return Ran(code, out.memory.getvalue(), err.memory.getvalue())


def validating(*paths: Path) -> Command:
    return Command(lambda reporter: validate.run(reporter, validate.ValidateOptions(paths, "json")))


def explaining(rubric: Path) -> Command:
    return Command(lambda reporter: explain.run(reporter, str(rubric), None))


def templating(rubric: Path) -> Command:
    return Command(lambda reporter: template.run(reporter, TemplateOptions(str(rubric), None)))


def schema_of(rubric: Path) -> Command:
    return Command(lambda reporter: schema.run(reporter, str(rubric), None))


def scoring(
    paths: Sequence[Path],
    form: str,
    target: Path | None = None,
    readings: Sequence[str] = (),
    parameters: Path | None = None,
) -> Command:
    options = score.ScoreOptions(paths, target, form, readings, parameters, complete=False, arithmetic=False)
    return Command(lambda reporter: score.run(reporter, options))


def improving(paths: Sequence[Path], form: str) -> Command:
    return Command(lambda reporter: next_changes.run(reporter, ListOptions(paths, None, form, [], None)))


def batching(folder: Path, target: Path, form: str) -> Command:
    options = batch.BatchOptions(folder, target, form, [], None, complete=False, processes=1)
    return Command(lambda reporter: batch.run(reporter, options))


def verifying(workbook: Path, rubric: Path) -> Command:
    options = verify.VerifyOptions([workbook], [str(rubric)], [], "text")
    return Command(lambda reporter: verify.run(reporter, options))


@contextmanager
def prepared_once() -> Iterator[None]:
    """What every command does anew with a rubric, its checks and its trees, is done once as long as it is the same."""
    checked, compiled = _kept(checks.problems, _by_content), _kept(CompiledRubric, lambda *given: given)
    with patch.object(checks, "problems", checked), patch("kaohe.stages.prepared_rubrics.CompiledRubric", compiled):
        yield


def _by_content(document: Document) -> tuple[str, bytes, str]:
    """What was mended has no bytes of its own, but its text."""
    return document.path, document.content, document.text


def _kept(work: Callable[..., Any], key: Callable[..., Any]) -> Callable[..., Any]:
    """The same work, whose last few results are kept."""
    known: list[tuple[Any, Any]] = []

    def again(*given: Any) -> Any:
        own = key(*given)
        found = next((result for one, result in known if one == own), None)
        if found is None:
            found = work(*given)
            known.insert(0, (own, found))
            del known[KEPT:]
        return found

    return again


def plain_data(path: Path) -> Any:
    """What a YAML file of ours says."""
    return source.read(str(path)).data


def data_of(content: bytes) -> Any:
    """The same of bytes."""
    return source.read("some.yaml", content).data


def meant_data(path: Path) -> Any:
    """What a unit's YAML file says, under the keys that are meant: schemas know no other names of theirs."""
    loader = UnitLoader(ZH, {})
    (document,) = loader.documents(str(path))
    return with_keys(document, loader.rubrics.scorer(document).compiled.reader.keys).data


class Machines:
    """What gives a rubric's items their scores, each by itself: ledger, generated code, naive walk, bounds."""

    def __init__(self) -> None:
        self._loader = UnitLoader(ZH, {})
        self._compiled: Any = None

    def row(self, unit: Path) -> Row | None:
        """A unit's facts; None where its file is refused."""
        document = source.read(str(unit))
        try:
            scorer, values = self._loader.values(document)
        except Problems:
            return None
        self._compiled = scorer.compiled
        return values.row

    def known(self, row: Row) -> bool:
        return not self._compiled.unreported(row) and not self._compiled.undefined(row)

    @cached_property
    def _codes(self) -> Sequence[Callable[[Row], Any]]:
        layout = self._compiled.layout
        trees = [self._compiled.score(place) for place in range(len(self._compiled.items))]
        return [compile_trees([tree], layout.slots, 1, layout.divided) for tree in trees]

    def scores(self, row: Row) -> list[tuple[Fraction, Fraction, Fraction]]:
        """Each item's score by the ledger, by the code and by the walk."""
        compiled = self._compiled
        scores, _ = compiled.ledger.score(row)
        facts = facts_of(compiled.layout, row)
        walked = [evaluate(compiled.score(place), facts) for place in range(len(scores))]
        coded = [run(row)[0] for run in self._codes]
        return [(compiled.ledger.exact(one), *others) for one, *others in zip(scores, coded, walked, strict=True)]

    def bounds(self, row: Row) -> list[tuple[Any, Any]]:
        """Each item's lowest and highest score for what is known."""
        compiled = self._compiled
        found = (bounds(compiled.score(at), compiled.possible(at, row)) for at in range(len(compiled.items)))
        return [(one.low, one.high) for one in found]
