"""`kaohe template`: an empty workbook or indicator file that says what to enter where, or a table of many units."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.authoring.blank_table import BlankTable
from kaohe.cli.entry_workbooks import EntryWriter, StageAsked
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter
from kaohe.cli.rubric_names import name_for
from kaohe.formulas.scope import PARAMETERS
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.render import blank_submission, sheet_csv
from kaohe.render.files.output import BYTE_ORDER_MARK, suffix_of, to_file
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source.file_kinds import TABLE
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_loader import CommonParameters
from kaohe.submission.answers import Place
from kaohe.submission.given_facts import Common

PLAIN = re.compile(r"[A-Za-z./][A-Za-z0-9._/-]*")
"""Names that mean themselves in YAML without quotes."""
WORKBOOK = ".xlsx"
SUFFIXES = (WORKBOOK, ".yaml", ".yml", TABLE)


@dataclass(frozen=True, slots=True)
class TemplateOptions:
    """What the command line asked for; `labels` name a table's columns as people do, `asked` is about a workbook."""

    rubric: str
    target: Path | None
    labels: bool = False
    asked: StageAsked = field(default_factory=StageAsked)

    @property
    def suffix(self) -> str:
        """That of the file, empty for standard output."""
        return suffix_of(self.target)


def run(reporter: Reporter, options: TemplateOptions) -> int:
    target = options.target
    if target is not None and to_file(target) and target.is_file():
        raise Unusable("file-exists", path=target)
    if options.suffix not in ("", *SUFFIXES):
        raise Unusable("template-suffix", found=target, known=" ".join(SUFFIXES))
    if options.labels and options.suffix != TABLE:
        raise Unusable("labels-without-table")
    only = [one for one in options.asked.options if one != "--parameters" or options.suffix == TABLE]
    if only and options.suffix != WORKBOOK:
        raise Unusable("entry-workbook-only", option=only[0])
    path = rubric_files.find(options.rubric, Path())
    model, document = rubric_files.load(path)
    name = name_for(options.rubric, path, target)
    if target is not None and options.suffix == WORKBOOK:
        return EntryWriter(reporter, CompiledRubric(model, document.sha256), name, target).write(options.asked)
    if options.suffix == TABLE:
        _deliver_table(reporter, options, model, name)
    else:
        given = _given(reporter, options, CompiledRubric(model, document.sha256))
        deliver(reporter, blank_submission.text(model, _quoted(name), reporter.language, given), target)
    return FINE


def _given(reporter: Reporter, options: TemplateOptions, compiled: CompiledRubric) -> blank_submission.Given | None:
    """The parameters of the file that is named, or that lies where the unit's file is to lie; None where none is."""
    target, named = options.target, options.asked.parameters
    folder = target.parent if target is not None and to_file(target) else Path()
    parameters = CommonParameters(named, PreparedRubrics(reporter.language, {}))
    common = parameters.of(folder, Scorer(compiled, reporter.language))
    if not common.parameters:
        return None
    places = compiled.reader.groups[PARAMETERS]
    values = {name: _told(common, place) for name, place in places.items()}
    return blank_submission.Given(Path(common.path).name, values)


def _told(common: Common, place: Place) -> str:
    told = (common.parameters[at] for at in range(place.start, place.stop))
    return "、".join(one.told for one in told if one.value is not None)


def _deliver_table(reporter: Reporter, options: TemplateOptions, rubric: Rubric, name: str) -> None:
    table = BlankTable(rubric)
    rows = table.by_labels(name, reporter.language) if options.labels else table.by_ids(name)
    deliver(reporter, BYTE_ORDER_MARK + sheet_csv.lines(rows), options.target)
    for code, facts in (("lists-not-in-table", table.lists), ("parameters-not-in-table", table.parameters)):
        if facts:
            reporter.notice(code, count=len(facts), facts=reporter.say("between-facts").join(facts))


def _quoted(name: str) -> str:
    return name if PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
