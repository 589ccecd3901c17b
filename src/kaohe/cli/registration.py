"""Every command with its options, as typer reads them from signatures; what a command does has a file of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kaohe.cli.options import argument, lang_option, option, quiet_option
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language

Register = Callable[[Callable[..., None]], object]
"""What takes a command's function: its options are read from the signature."""


def finish(work: Callable[[], int]) -> None:
    raise typer.Exit(work())


def add_score(register: Register, language: Language) -> None:
    def score(
        files: Annotated[list[Path], argument(language, "files")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "format", "--format", metavar="NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        complete: Annotated[bool, option(language, "complete", "--complete")] = False,
        arithmetic: Annotated[bool, option(language, "arithmetic", "--arithmetic")] = False,
        before: Annotated[Path | None, option(language, "before", "--before")] = None,
        strict: Annotated[bool, option(language, "strict", "--strict")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.score import ScoreOptions, run

        reporter = Reporter(language, quiet)
        options = ScoreOptions(files, target, form, reading or [], parameters, complete, arithmetic, strict, before)
        finish(lambda: run(reporter, options))

    register(score)


def add_next(register: Register, language: Language) -> None:
    def following(
        files: Annotated[list[Path], argument(language, "unit-files")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "list-format", "--format", metavar="NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.next import run
        from kaohe.cli.list_output import ListOptions

        reporter = Reporter(language, quiet)
        options = ListOptions(files, target, form, reading or [], parameters)
        finish(lambda: run(reporter, options))

    register(following)


def add_why(register: Register, language: Language) -> None:
    def why(
        files: Annotated[list[Path], argument(language, "unit-files")],
        item: Annotated[str, argument(language, "item")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "list-format", "--format", metavar="NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.why import WhyOptions, run
        from kaohe.cli.list_output import ListOptions

        reporter = Reporter(language, quiet)
        options = WhyOptions(ListOptions(files, target, form, reading or [], parameters), item)
        finish(lambda: run(reporter, options))

    register(why)


def add_validate(register: Register, language: Language) -> None:
    def validate(
        paths: Annotated[list[Path], argument(language, "paths")],
        form: Annotated[str, option(language, "findings-format", "--format", metavar="NAME")] = "text",
        before: Annotated[Path | None, option(language, "before", "--before")] = None,
        strict: Annotated[bool, option(language, "strict", "--strict")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.validate import ValidateOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, ValidateOptions(paths, form, before, strict)))

    register(validate)


def add_batch(register: Register, language: Language) -> None:
    def batch(
        folder: Annotated[Path, argument(language, "folder")],
        target: Annotated[Path, option(language, "batch-output", "-o", "--output")],
        form: Annotated[str, option(language, "sheet-format", "--format", metavar="NAME")] = "xlsx",
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        roster: Annotated[Path | None, option(language, "roster", "--roster")] = None,
        complete: Annotated[bool, option(language, "complete", "--complete")] = False,
        before: Annotated[Path | None, option(language, "before", "--before")] = None,
        strict: Annotated[bool, option(language, "strict", "--strict")] = False,
        processes: Annotated[int, option(language, "processes", "--processes", metavar="N")] = 0,
        log: Annotated[Path | None, option(language, "log", "--log", metavar="FILE")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.batch import BatchOptions, run
        from kaohe.cli.run_log import logged

        options = BatchOptions(
            folder, target, form, reading or [], parameters, complete, processes, strict, log, roster, before
        )
        finish(lambda: logged(Reporter(language, quiet), log, lambda reporter: run(reporter, options)))

    register(batch)


def add_verify(register: Register, language: Language) -> None:
    def verify(
        workbooks: Annotated[list[Path], argument(language, "workbooks")],
        rubric: Annotated[list[str] | None, option(language, "verify-rubric", "--rubric")] = None,
        facts: Annotated[list[Path] | None, option(language, "facts", "--facts")] = None,
        form: Annotated[str, option(language, "verify-format", "--format", metavar="NAME")] = "text",
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.verify import VerifyOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, VerifyOptions(workbooks, rubric or [], facts or [], form)))

    register(verify)


def add_close(register: Register, language: Language) -> None:
    def close(
        folder: Annotated[Path, argument(language, "folder")],
        target: Annotated[Path, option(language, "close-output", "-o", "--output")],
        stage: Annotated[str | None, option(language, "close-stage", "--stage", metavar="STAGE")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        roster: Annotated[Path | None, option(language, "roster", "--roster")] = None,
        outputs: Annotated[Path | None, option(language, "close-outputs", "--outputs")] = None,
        evidence: Annotated[bool, option(language, "with-evidence", "--with-evidence")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.close import CloseOptions, run

        reporter = Reporter(language, quiet)
        options = CloseOptions(folder, target, stage, reading or [], parameters, roster, outputs, evidence)
        finish(lambda: run(reporter, options))

    register(close)


def add_extract(register: Register, language: Language) -> None:
    def extract(
        folder: Annotated[Path, argument(language, "folder")],
        target: Annotated[Path, option(language, "extract-output", "-o", "--output")],
        unit: Annotated[str, option(language, "unit", "--unit")],
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        roster: Annotated[Path | None, option(language, "roster", "--roster")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.extract import ExtractOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, ExtractOptions(folder, target, unit, reading or [], parameters, roster)))

    register(extract)


def add_announce(register: Register, language: Language) -> None:
    def announce(
        folder: Annotated[Path, argument(language, "folder")],
        target: Annotated[Path, option(language, "extract-output", "-o", "--output")],
        stage: Annotated[str | None, option(language, "close-stage", "--stage", metavar="STAGE")] = None,
        sections: Annotated[bool, option(language, "sections", "--sections")] = False,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        roster: Annotated[Path | None, option(language, "roster", "--roster")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.announce import AnnounceOptions, run

        reporter = Reporter(language, quiet)
        options = AnnounceOptions(folder, target, stage, reading or [], parameters, roster, sections)
        finish(lambda: run(reporter, options))

    register(announce)


def add_evidence(register: Register, language: Language) -> None:
    def evidence(
        files: Annotated[list[Path], argument(language, "files")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "list-format", "--format", metavar="NAME")] = None,
        record: Annotated[bool, option(language, "record", "--record")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.evidence import EvidenceOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, EvidenceOptions(files, target, form, record)))

    register(evidence)


def add_diff(register: Register, language: Language) -> None:
    def diff(
        files: Annotated[list[Path], argument(language, "files")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "list-format", "--format", metavar="NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.diff import run
        from kaohe.cli.list_output import ListOptions

        reporter = Reporter(language, quiet)
        options = ListOptions(files, target, form, reading or [], parameters)
        finish(lambda: run(reporter, options))

    register(diff)


def add_template(register: Register, language: Language) -> None:
    def template(
        rubric: Annotated[str, argument(language, "rubric")],
        target: Annotated[Path | None, option(language, "template-output", "-o", "--output")] = None,
        labels: Annotated[bool, option(language, "labels", "--labels")] = False,
        stage: Annotated[str | None, option(language, "template-stage", "--stage", metavar="STAGE")] = None,
        files: Annotated[list[Path] | None, option(language, "template-of", "--of")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.template import TemplateOptions, run
        from kaohe.cli.entry_workbooks import StageAsked

        reporter = Reporter(language)
        options = TemplateOptions(rubric, target, labels, StageAsked(stage, files or (), parameters))
        finish(lambda: run(reporter, options))

    register(template)


def add_convert(register: Register, language: Language) -> None:
    def convert(
        file: Annotated[Path, argument(language, "converted")],
        target: Annotated[Path, option(language, "convert-output", "-o", "--output")],
        of: Annotated[list[Path] | None, option(language, "convert-of", "--of")] = None,
        parameters: Annotated[Path | None, option(language, "convert-parameters", "--parameters")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.convert import ConvertOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, ConvertOptions(file, target, of or [], parameters)))

    register(convert)


def add_explain(register: Register, language: Language) -> None:
    def explain(
        rubric: Annotated[str | None, argument(language, "rubric")] = None,
        item: Annotated[str | None, argument(language, "item")] = None,
        rule: Annotated[str | None, option(language, "rule", "--rule", metavar="NAME")] = None,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.explain import run

        reporter = Reporter(language)
        finish(lambda: run(reporter, rubric, item, rule))

    register(explain)


def add_schema(register: Register, language: Language) -> None:
    def schema(
        rubric: Annotated[str | None, argument(language, "schema-rubric")] = None,
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        roster: Annotated[bool, option(language, "schema-roster", "--roster")] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.schema import run

        reporter = Reporter(language)
        finish(lambda: run(reporter, rubric, target, roster=roster))

    register(schema)


def add_draft(register: Register, language: Language) -> None:
    def draft(
        form: Annotated[Path, argument(language, "form")],
        target: Annotated[Path | None, option(language, "draft-output", "-o", "--output")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.draft import run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, form, target))

    register(draft)


def add_check(register: Register, language: Language) -> None:
    def check(
        form: Annotated[Path, argument(language, "form")],
        rubric: Annotated[str, argument(language, "rubric")],
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.check import run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, form, rubric))

    register(check)


def add_rubrics(register: Register, language: Language) -> None:
    def rubrics(lang: Annotated[str | None, lang_option(language)] = None) -> None:
        from kaohe.cli.commands.rubrics import run

        reporter = Reporter(language)
        finish(lambda: run(reporter))

    register(rubrics)


COMMANDS = {
    "score": add_score,
    "why": add_why,
    "next": add_next,
    "validate": add_validate,
    "batch": add_batch,
    "verify": add_verify,
    "close": add_close,
    "extract": add_extract,
    "announce": add_announce,
    "diff": add_diff,
    "evidence": add_evidence,
    "template": add_template,
    "convert": add_convert,
    "draft": add_draft,
    "check": add_check,
    "explain": add_explain,
    "schema": add_schema,
    "rubrics": add_rubrics,
}
