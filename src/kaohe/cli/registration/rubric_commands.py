"""Commands about rubrics and forms: their options, as typer reads them from signatures."""

from pathlib import Path
from typing import Annotated

from kaohe.cli.options import argument, lang_option, option, quiet_option
from kaohe.cli.registration.registering import Register, finish
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language


def add_validate(register: Register, language: Language) -> None:
    def validate(
        paths: Annotated[list[Path], argument(language, "paths")],
        form: Annotated[str | None, option(language, "findings-format", "--format", metavar="NAME")] = None,
        before: Annotated[Path | None, option(language, "before", "--before")] = None,
        select: Annotated[list[str] | None, option(language, "select", "--select", metavar="CODE")] = None,
        ignore: Annotated[list[str] | None, option(language, "ignore", "--ignore", metavar="CODE")] = None,
        strict: Annotated[bool | None, option(language, "findings-strict", "--strict/--no-strict")] = None,
        statistics: Annotated[bool | None, option(language, "statistics", "--statistics/--no-statistics")] = None,
        exit_zero: Annotated[bool | None, option(language, "exit-zero", "--exit-zero/--no-exit-zero")] = None,
        stdin_name: Annotated[Path | None, option(language, "stdin-name", "--stdin-name", metavar="FILE")] = None,
        fix: Annotated[bool, option(language, "fix", "--fix")] = False,
        diff: Annotated[bool, option(language, "mends-shown", "--diff")] = False,
        changed: Annotated[bool, option(language, "changed", "--changed")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.validate import ValidateOptions, run

        reporter = Reporter(language, quiet)
        options = ValidateOptions(
            paths,
            form,
            before,
            select or (),
            ignore or (),
            strict,
            statistics,
            exit_zero,
            stdin_name,
            fix,
            diff,
            changed,
        )
        finish(lambda: run(reporter, options))

    register(validate)


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


def add_test(register: Register, language: Language) -> None:
    def test(
        paths: Annotated[list[str] | None, argument(language, "test-paths")] = None,
        form: Annotated[str, option(language, "test-format", "--format", metavar="NAME")] = "text",
        coverage: Annotated[bool, option(language, "coverage", "--coverage")] = False,
        fail_under: Annotated[str | None, option(language, "fail-under", "--fail-under", metavar="N")] = None,
        mutate: Annotated[bool, option(language, "mutate", "--mutate")] = False,
        watch: Annotated[bool, option(language, "watch", "--watch")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.test import CaseOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, CaseOptions(paths or (), form, coverage, fail_under, watch, mutate)))

    register(test)


def add_cases(register: Register, language: Language) -> None:
    def cases(
        rubric: Annotated[str, argument(language, "rubric")],
        target: Annotated[Path | None, option(language, "cases-output", "-o", "--output")] = None,
        item: Annotated[list[str] | None, option(language, "cases-item", "--item", metavar="ITEM")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        signed: Annotated[Path | None, option(language, "signed", "--signed", metavar="FILE")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.cases import CasesOptions, run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, CasesOptions(rubric, target, item or (), parameters, signed)))

    register(cases)


def add_explain(register: Register, language: Language) -> None:
    def explain(
        rubric: Annotated[str | None, argument(language, "rubric")] = None,
        item: Annotated[str | None, argument(language, "item")] = None,
        rule: Annotated[str | None, option(language, "rule", "--rule", metavar="NAME")] = None,
        code: Annotated[str | None, option(language, "code", "--code", metavar="CODE")] = None,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.explain import run

        reporter = Reporter(language)
        finish(lambda: run(reporter, rubric, item, rule, code))

    register(explain)


def add_schema(register: Register, language: Language) -> None:
    def schema(
        rubric: Annotated[str | None, argument(language, "schema-rubric")] = None,
        target: Annotated[Path | None, option(language, "output", "-o", "--output")] = None,
        roster: Annotated[bool, option(language, "schema-roster", "--roster")] = False,
        cases: Annotated[bool, option(language, "schema-cases", "--cases")] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.schema import run

        reporter = Reporter(language)
        finish(lambda: run(reporter, rubric, target, roster=roster, cases=cases))

    register(schema)


def add_sql(register: Register, language: Language) -> None:
    def sql(
        rubric: Annotated[str, argument(language, "rubric")],
        dialect: Annotated[str, option(language, "dialect", "--dialect", metavar="NAME")] = "duckdb",
        table: Annotated[str | None, option(language, "sql-table", "--table", metavar="NAME")] = None,
        members: Annotated[list[str] | None, option(language, "sql-members", "--members", metavar="LIST=NAME")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        ranks: Annotated[bool, option(language, "ranks", "--ranks")] = False,
        within: Annotated[str, option(language, "within", "--within", metavar="COLUMN")] = "",
        target: Annotated[Path | None, option(language, "sql-output", "-o", "--output")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.sql import SqlOptions, run

        reporter = Reporter(language, quiet)
        options = SqlOptions(rubric, dialect, table, members or (), reading or (), target, ranks, within)
        finish(lambda: run(reporter, options))

    register(sql)


def add_rubrics(register: Register, language: Language) -> None:
    def rubrics(lang: Annotated[str | None, lang_option(language)] = None) -> None:
        from kaohe.cli.commands.rubrics import run

        reporter = Reporter(language)
        finish(lambda: run(reporter))

    register(rubrics)


def add_lsp(register: Register, language: Language) -> None:
    def lsp(
        stdio: Annotated[bool, option(language, "stdio", "--stdio")] = False,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands.lsp import run

        reporter = Reporter(language, quiet)
        finish(lambda: run(reporter, lang))

    register(lsp)
