"""The commands that a rubric and units' files go through behind `score`, run in this process as in `entrances.py`."""

from collections.abc import Sequence
from pathlib import Path

from fuzz.entrances import Command
from kaohe.cli.commands import (
    announce,
    cases,
    close,
    convert,
    diff,
    evidence,
    extract,
    sql,
    table,
    table_sources,
    table_units,
    template,
    test,
    verify,
    why,
)
from kaohe.cli.list_output import ListOptions
from kaohe.cli.table_options import TableOptions


def querying(rubric: Path, dialect: str) -> Command:
    return Command(lambda reporter: sql.run(reporter, sql.SqlOptions(str(rubric), dialect, None, (), (), None)))


def asking(paths: Sequence[Path], item: str, form: str) -> Command:
    return Command(lambda reporter: why.run(reporter, why.WhyOptions(_listing(paths, form), item)))


def converting(path: Path, target: Path, of: Sequence[Path] = ()) -> Command:
    return Command(lambda reporter: convert.run(reporter, convert.ConvertOptions(path, target, of)))


def blank(rubric: Path, target: Path, *, labels: bool = False) -> Command:
    return Command(lambda reporter: template.run(reporter, template.TemplateOptions(str(rubric), target, labels)))


def bounding(rubric: Path, target: Path) -> Command:
    return Command(lambda reporter: cases.run(reporter, cases.CasesOptions(str(rubric), target)))


def taking_signed(rubric: Path, signed: Path, target: Path) -> Command:
    return Command(lambda reporter: cases.run(reporter, cases.CasesOptions(str(rubric), target, signed=signed)))


def testing(path: Path) -> Command:
    return Command(lambda reporter: test.run(reporter, test.CaseOptions([str(path)], coverage=True)))


def comparing(paths: Sequence[Path], form: str, facts: Path | None = None) -> Command:
    return Command(lambda reporter: diff.run(reporter, _listing(paths, form), facts))


def proving(paths: Sequence[Path], form: str) -> Command:
    options = evidence.EvidenceOptions(paths, None, form, record=False)
    return Command(lambda reporter: evidence.run(reporter, options))


def closing(folder: Path, target: Path) -> Command:
    options = close.CloseOptions(folder, target, None, (), None, None, None, evidence=False)
    return Command(lambda reporter: close.run(reporter, options))


def verifying_archive(archive: Path) -> Command:
    return Command(lambda reporter: verify.run(reporter, verify.VerifyOptions([archive], [], [], "text")))


def extracting(folder: Path, unit: str, target: Path) -> Command:
    return Command(lambda reporter: extract.run(reporter, extract.ExtractOptions(folder, target, unit, (), None, None)))


def announcing(folder: Path, target: Path) -> Command:
    options = announce.AnnounceOptions(folder, target, None, (), None, None, sections=True)
    return Command(lambda reporter: announce.run(reporter, options))


def gathering(folder: Path, target: Path) -> Command:
    return Command(lambda reporter: table_sources.of_folder(reporter, folder, target, ()))


def tabling(facts: Path, target: Path) -> Command:
    return Command(lambda reporter: table.run(reporter, _of_table(facts, target, ledger=True)))


def parting(facts: Path, folder: Path) -> Command:
    return Command(lambda reporter: table_units.run(reporter, _of_table(facts, None, ledger=False), folder))


def _listing(paths: Sequence[Path], form: str) -> ListOptions:
    return ListOptions(paths, None, form, [], None)


def _of_table(facts: Path, target: Path | None, *, ledger: bool) -> TableOptions:
    return TableOptions(
        facts=facts,
        target=target,
        rubric=None,
        kept=(),
        readings=(),
        parameters=None,
        limit=0,
        units=(),
        bounds=True,
        ranks=False,
        within="",
        described=False,
        ledger=ledger,
        explained=False,
    )
