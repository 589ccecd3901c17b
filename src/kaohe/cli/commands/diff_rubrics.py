"""`kaohe diff OLD NEW` of two rubrics: what changed clause by clause, and what that does to units."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe import source
from kaohe.cli.list_output import FORMATS, ListOptions, deliver_list
from kaohe.cli.reporter import FINE, Reporter, existing, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.library import rubric_files
from kaohe.messages import say
from kaohe.problems import Problem, Problems, Unusable
from kaohe.render.files.output import chosen_format, save, to_file
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.document import is_rubric
from kaohe.source.models import validate
from kaohe.stages.unit_loader import UnitLoader

if TYPE_CHECKING:
    from kaohe.authoring.comparing.comparison import RubricComparison
    from kaohe.authoring.comparing.effects import UnitEffect
    from kaohe.results.plain_table import PlainTable

SIDES = 2
HTML = "html"


@dataclass(frozen=True, slots=True)
class RubricDiffOptions:
    """What the command line asked for of two rubrics."""

    options: ListOptions
    facts: Path | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """What the new rubric does to units; `wrong` are the files that have errors, whose units may not be among them."""

    code: int = FINE
    units: "tuple[UnitEffect, ...]" = ()
    wrong: tuple[str, ...] = ()


def rubrics_among(files: Sequence[Path]) -> list[Document]:
    """Both documents where the files are two rubrics, by their shipped ids or as files; else nothing.

    Beside a rubric the other can only be one: raises Problems, OSError where it can't be read, or, beside a shipped
    id, is none.
    """
    if len(files) != SIDES or Path("-") in files:
        return []
    shipped = any(_shipped(one) for one in files)
    found, failed = [], list[Problems | OSError]()
    for one in files:
        try:
            found.append(source.read(str(_shipped(one) or one)))
        except (Problems, OSError) as wrong:
            failed.append(wrong)
    if failed and any(is_rubric(one.data) for one in found):
        raise failed[0]
    others = [one for one in found if not is_rubric(one.data)]
    if others and shipped:
        raise Problems([Problem("rubric-expected", one.path, *one.position(())) for one in others])
    return [] if others or failed else found  # what failed is told where it is read as a unit's


def _shipped(named: Path) -> Path | None:
    """The shipped rubric of this id, where no file is called so."""
    return None if named.exists() else rubric_files.shipped().get(str(named))


def run(reporter: Reporter, asked: RubricDiffOptions, documents: Sequence[Document]) -> int:
    from kaohe.authoring.comparing.comparison import Version, compared

    options = asked.options
    if options.readings:
        raise Unusable("readings-of-units")
    form = _format(options)
    existing([one for one in (asked.facts, options.parameters) if one is not None])
    known = [*(Path(one.path) for one in documents), *filter(None, [options.parameters])]
    files = _files(asked.facts, known)
    refuse_input(options.target, [*known, *files])
    old, new = (Version(validate(Rubric, one, one.data), one.sha256) for one in documents)
    comparison = compared(old, new)
    told = _effects(reporter, files, options.parameters, documents, comparison) if files else Effects()
    _deliver(reporter, form, options.target, comparison, told)
    return told.code


def _format(options: ListOptions) -> str:
    """What lists have, and a page."""
    form = chosen_format(options.format, options.target)
    if form not in (*FORMATS, HTML):
        raise Unusable("unknown-format", found=form, known=", ".join((*FORMATS, HTML)))
    return form


def _effects(
    reporter: Reporter,
    files: Sequence[Path],
    parameters: Path | None,
    documents: Sequence[Document],
    comparison: "RubricComparison",
) -> Effects:
    """The units of the folder by both rubrics, at the latest stage of each; raises Problems where one is not sound."""
    from kaohe.authoring.comparing.effects import effects
    from kaohe.scoring.compiled_rubric import CompiledRubric

    loaded = [rubric_files.load(Path(one.path))[0] for one in documents]
    old, new = (CompiledRubric(one, document.sha256) for one, document in zip(loaded, documents, strict=True))
    gathered = UnitInputs(reporter, UnitLoader(reporter.language, {}, parameters))
    states = [unit.states[-1] for unit in gathered.units(files)]
    if not states:
        reporter.notice("plain", text=say("compare.no_units", reporter.language))
    found = effects(comparison, (old, new), states, reporter.language)
    return Effects(gathered.code, found, tuple(gathered.wrong))


def _files(facts: Path | None, known: Sequence[Path]) -> Sequence[Path]:
    """The units' files; in a folder those that are `known` are none."""
    from kaohe.cli.folder.unit_folder import unit_files

    if facts is None:
        return ()
    return unit_files(facts, known) if facts.is_dir() else [facts]


def _deliver(
    reporter: Reporter,
    form: str,
    target: Path | None,
    comparison: "RubricComparison",
    told: Effects,
) -> None:
    from kaohe.render.comparing.change_table import change_table
    from kaohe.render.comparing.effect_tables import effect_tables
    from kaohe.render.json.rubric_comparison_json import comparison_text

    tables = (change_table(comparison, reporter.language), *effect_tables(told.units, reporter.language, told.wrong))
    if form == HTML:
        _page(reporter, target, comparison, tables)
    else:
        as_json = lambda: comparison_text(comparison, told.units, reporter.language, told.wrong)  # noqa: E731 - what the list wants
        deliver_list(reporter, form, target, [tables], as_json)


def _page(
    reporter: Reporter, target: Path | None, comparison: "RubricComparison", tables: "Sequence[PlainTable]"
) -> None:
    """A page for the head of the office."""
    from kaohe.render.comparing.comparison_page import page_bytes

    content = page_bytes(comparison, tables, reporter.language)
    if target is not None and to_file(target):
        save(target, content)
        reporter.notice("written", path=str(target))
    else:
        reporter.result(content)
