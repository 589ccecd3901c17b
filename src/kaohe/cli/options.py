"""The options and arguments that commands share, with their help in the language of the run."""

from collections.abc import Callable
from typing import Annotated

import typer

from kaohe import __version__
from kaohe.messages import Language, say
from kaohe.messages.language import named


def version_callback(language: Language) -> Callable[..., None]:
    def show(wanted: bool) -> None:  # noqa: FBT001 - typer hands it over so
        if wanted:
            typer.echo(f"kaohe {__version__}")
            raise typer.Exit

    def root(
        version: Annotated[  # noqa: FBT002 - typer reads options from the signature
            bool,
            typer.Option("--version", callback=show, is_eager=True, help=say("command.option-version", language)),
        ] = False,
    ) -> None:
        pass

    return root


def option(language: Language, name: str, *flags: str, metavar: str | None = None) -> typer.models.OptionInfo:
    """An option with its help; one that several commands have is described once."""
    found: typer.models.OptionInfo = typer.Option(*flags, help=say(f"command.option-{name}", language), metavar=metavar)
    return found


def argument(language: Language, name: str) -> typer.models.ArgumentInfo:
    metavar = say(f"command.metavar-{name}", language)
    found: typer.models.ArgumentInfo = typer.Argument(
        help=say(f"command.argument-{name}", language), metavar=metavar, show_default=False
    )
    return found


def lang_option(language: Language) -> typer.models.OptionInfo:
    def known(name: str | None) -> str | None:
        if name is not None and named(name) is None:
            raise typer.BadParameter(say("command.unknown-language", language, found=name))
        return name

    found: typer.models.OptionInfo = typer.Option(
        "--lang", help=say("command.option-lang", language), metavar="zh|en", callback=known
    )
    return found


def quiet_option(language: Language) -> typer.models.OptionInfo:
    return option(language, "quiet", "--quiet", "-q")
