"""The command line: arguments in, exit code out, no logic."""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import typer

from kaohe.cli.options import version_callback
from kaohe.cli.registration.all_commands import COMMANDS
from kaohe.cli.reporter import Reporter
from kaohe.cli.typer_words import Command, Group
from kaohe.messages import Language, say
from kaohe.messages.language import choose

SELDOM = 200_000
"""So many objects are made before any are looked through: hardly any refer to each other, and looking takes time."""


def main() -> None:
    """The entry point; the language is settled first, for the help is written in it."""
    gc.set_threshold(SELDOM)
    prepare_streams()
    language = choose(sys.argv[1:], os.environ)
    sys.exit(Reporter(language).attempt(lambda: run(language)))


def prepare_streams() -> None:
    """All three streams are there, and no character that a console lacks stops a run."""
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:  # closed by whoever started the run
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def run(language: Language) -> int:
    """Run the command that was asked for, write out all of its output, and return its exit code."""
    speak(language)
    try:
        application(language, sys.argv[1:2])()
    except SystemExit as ended:  # so typer ends every run
        code = ended.code
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def speak(language: Language) -> None:
    """Have typer's own words in the language too: they come through gettext."""
    import gettext

    os.environ["LANGUAGE"] = {"zh": "zh_CN", "en": "en"}[language]
    gettext.bindtextdomain("messages", str(Path(__file__).parents[1] / "locale"))


def application(language: Language, asked: Sequence[str] = ()) -> typer.Typer:
    """The commands, with their help in one language.

    Where the first argument `asked` names a command, that one alone is registered, which makes the start faster.
    """
    app = typer.Typer(
        cls=Group,
        help=say("command.help", language),
        no_args_is_help=True,
        pretty_exceptions_show_locals=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(version_callback(language))
    named = {name: COMMANDS[name] for name in asked if name in COMMANDS}
    for name, add in (named or COMMANDS).items():
        add(app.command(name, cls=Command, help=say(f"command.help-{name}", language)), language)
    return app
