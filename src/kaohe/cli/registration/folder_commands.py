"""Commands about a folder of units and what has come of it: their options, as typer reads them from signatures."""

from pathlib import Path
from typing import Annotated

from kaohe.cli.options import argument, lang_option, option, quiet_option
from kaohe.cli.registration.registering import Register, finish
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language


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


def add_table(register: Register, language: Language) -> None:
    def table(
        facts: Annotated[str, argument(language, "fact-table")],
        target: Annotated[Path | None, option(language, "table-output", "-o", "--output")] = None,
        rubric: Annotated[str | None, option(language, "table-rubric", "--rubric")] = None,
        keep: Annotated[list[str] | None, option(language, "keep", "--keep", metavar="COLUMN")] = None,
        reading: Annotated[list[str] | None, option(language, "reading", "--reading", metavar="ID=NAME")] = None,
        parameters: Annotated[Path | None, option(language, "parameters", "--parameters")] = None,
        bounds: Annotated[bool, option(language, "bounds", "--bounds/--no-bounds")] = True,
        ranks: Annotated[bool, option(language, "ranks", "--ranks")] = False,
        within: Annotated[str, option(language, "within", "--within", metavar="COLUMN")] = "",
        describe: Annotated[bool, option(language, "describe", "--describe")] = False,
        ledger: Annotated[bool, option(language, "table-ledger", "--ledger")] = False,
        members: Annotated[
            list[str] | None, option(language, "table-members", "--members", metavar="ITEM.FACT=FILE")
        ] = None,
        engine: Annotated[str, option(language, "engine", "--engine", metavar="NAME")] = "polars",
        explain: Annotated[bool, option(language, "table-explain", "--explain")] = False,
        limit: Annotated[int, option(language, "limit", "--limit", metavar="N")] = 0,
        where: Annotated[list[str] | None, option(language, "where", "--where", metavar="UNIT")] = None,
        schema: Annotated[bool, option(language, "table-schema", "--schema")] = False,
        example: Annotated[int, option(language, "example", "--example", metavar="N")] = 0,
        from_folder: Annotated[bool, option(language, "from-folder", "--from")] = False,
        to: Annotated[str | None, option(language, "table-to", "--to", metavar="FOLDER")] = None,
        quiet: Annotated[bool, quiet_option(language)] = False,
        lang: Annotated[str | None, lang_option(language)] = None,
    ) -> None:
        from kaohe.cli.commands import table_engines, table_sources, table_units
        from kaohe.cli.commands.table import run
        from kaohe.cli.table_options import TableOptions, named_folder, refuse_ignored, refuse_several

        reporter = Reporter(language, quiet)
        asked = {"--schema": schema, "--example": example != 0, "--from": from_folder, "--to": to is not None}
        refuse_several({**asked, "--engine": engine != "polars"})
        folder = named_folder(to)
        kept = [*(keep or []), *([within] if within and within not in (keep or []) else [])]
        options = TableOptions(
            facts=Path(facts),
            target=target,
            rubric=rubric,
            kept=kept,
            readings=reading or [],
            parameters=parameters,
            limit=limit,
            units=[one.strip() for one in where or []],
            bounds=bounds,
            ranks=ranks,
            within=within,
            described=describe,
            ledger=ledger,
            explained=explain,
            members=members or [],
        )
        made = next((name for name in ("--schema", "--example", "--from") if asked[name]), "")
        if made:
            refuse_ignored(made, {**(options.written if schema else {}), **options.of_scores})
        if schema:
            finish(lambda: table_sources.columns(reporter, facts))
        elif example:
            finish(lambda: table_sources.example(reporter, facts, example, target, members or []))
        elif from_folder:
            finish(lambda: table_sources.of_folder(reporter, Path(facts), target, members or []))
        if folder is not None:
            finish(lambda: table_units.run(reporter, options, folder))
        if engine != "polars":
            finish(lambda: table_engines.run(reporter, options, engine))
        finish(lambda: run(reporter, options))

    register(table)


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
