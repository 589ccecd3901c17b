"""`kaohe cases`: the boundary cases of a rubric, as a file of cases or as a workbook to be signed; and back again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kaohe.authoring.cases.boundaries import BoundaryCases, boundary_cases
from kaohe.authoring.cases.signing.signing_forms import signing_form
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter, existing_files
from kaohe.cli.rubric_names import name_for
from kaohe.library import rubric_files
from kaohe.library.named_items import find_item
from kaohe.messages import say
from kaohe.problems import Unusable
from kaohe.render.cases import cases_yaml
from kaohe.render.files.output import refuse_unwritable, save, suffix_of, to_file
from kaohe.scoring.scorer import Scorer
from kaohe.source.program_data import document_of
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_loader import CommonParameters
from kaohe.submission.given_facts import Common

WORKBOOK = ".xlsx"
SUFFIXES = (WORKBOOK, ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class CasesOptions:
    """What the command line asked for; `items` are numbers, ids or titles."""

    rubric: str
    target: Path | None
    items: Sequence[str] = ()
    parameters: Path | None = None
    signed: Path | None = field(default=None)

    @property
    def suffix(self) -> str:
        """That of the file, empty for standard output."""
        return suffix_of(self.target)


def run(reporter: Reporter, options: CasesOptions) -> int:
    target = options.target
    if target is not None and to_file(target) and target.is_file():
        raise Unusable("file-exists", path=target)
    known = SUFFIXES if options.signed is None else SUFFIXES[1:]
    if options.suffix not in ("", *known):
        raise Unusable(
            "cases-suffix" if options.signed is None else "signed-suffix", found=target, known=" ".join(known)
        )
    if options.signed is not None:
        besides = {"--item": options.items, "--parameters": options.parameters}
        for option in (name for name, value in besides.items() if value):
            raise Unusable("signed-alone", option=option)
        from kaohe.cli.commands.signed_cases import run_signed

        return run_signed(reporter, options.rubric, options.signed, target)
    return _write(reporter, options)


def _write(reporter: Reporter, options: CasesOptions) -> int:
    path, language = rubric_files.find(options.rubric, Path()), reporter.language
    rubrics = PreparedRubrics(language, {}, {options.rubric: path})
    named = document_of({"rubric": options.rubric}, str(path))
    scorer = rubrics.named(options.rubric)
    rubric, common = scorer.compiled.rubric, _common(options, rubrics, scorer)
    items = sorted({find_item(rubric, one) for one in options.items}) if options.items else None
    found = boundary_cases(lambda readings: rubrics.scorer(named, readings), language, common, items)
    if options.suffix == WORKBOOK:
        found = replace(found, cases=tuple(one for one in found.cases if not one.same))
    about = {"name": name_for(options.rubric, path, options.target), "id": rubric.id, "sha256": scorer.compiled.sha256}
    remarks = [say("signing.remark", language, title=rubric.title), say("signing.remark-check", language)]
    text = cases_yaml.text({"rubric": about["name"], **found.head}, [one.raw for one in found.cases], remarks)
    if options.target is not None and options.suffix == WORKBOOK:
        from kaohe.render.xlsx.signing_workbook import signing_bytes

        refuse_unwritable(options.target)
        save(options.target, signing_bytes(signing_form(found, rubric, about, text, language), language))
        reporter.notice("written", path=str(options.target))
    else:
        deliver(reporter, text, options.target)
    _told(reporter, found)
    return FINE


def _common(options: CasesOptions, rubrics: PreparedRubrics, scorer: Scorer) -> Common:
    """What is known for all units: of the file that is named, or of the one that lies where the cases will."""
    if options.parameters is not None:
        existing_files([options.parameters])
    folder = options.target.parent if options.target is not None and to_file(options.target) else Path()
    return CommonParameters(options.parameters, rubrics).of(folder, scorer)


def _told(reporter: Reporter, found: BoundaryCases) -> None:
    """How many cases there are, of what."""
    whole = sum(not one.item for one in found.cases)
    items = len({one.item for one in found.cases if one.item})
    also = say("signing.written-whole", reporter.language, count=whole) if whole else ""
    told = say("signing.written", reporter.language, cases=len(found.cases), items=items, whole=also)
    reporter.notice("plain", text=told)
