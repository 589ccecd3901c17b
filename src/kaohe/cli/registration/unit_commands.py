"""Commands about units' files, one or several: their options, as typer reads them from signatures."""

from pathlib import Path
from typing import Annotated

from kaohe.cli.options import argument, lang_option, option, quiet_option
from kaohe.cli.registration.registering import Register, finish
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language


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
        rubric: Annotated[str | None, option(language, "score-rubric", "--rubric", metavar="RUBRIC")] = None,
        strict: Annotated[bool, option(language, "strict", "--strict")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.score import ScoreOptions, run

        reporter = Reporter(language, quiet)
        options = ScoreOptions(
            files, target, form, reading or [], parameters, complete, arithmetic, strict, before, rubric
        )
        finish(lambda: run(reporter, options))

    register(score)


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


def add_diff(register: Register, language: Language) -> None:
    def diff(
        files: Annotated[list[Path], argument(language, "diff-files")],
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        form: Annotated[str | None, option(language, "diff-format", "--format", metavar="NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        facts: Annotated[Path | None, option(language, "diff-facts", "--facts")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.diff import run
        from kaohe.cli.list_output import ListOptions

        reporter = Reporter(language, quiet)
        options = ListOptions(files, target, form, reading or [], parameters)
        finish(lambda: run(reporter, options, facts))

    register(diff)


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
