"""typer's own words in the language of the run, also those that it does not pass through gettext."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import gettext
from typing import TYPE_CHECKING, Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from kaohe.cli.typer_values import read_plainly

if TYPE_CHECKING:
    from typer._click import Command as Base
else:
    Base = object

MESSAGES = (
    "Missing argument {hint}.",
    "Missing option {hint}.",
    "No such option: {name} (Possible options: {known})",
    "No such option: {name}",
    "Option {name} does not take a value.",
    "Option {name} requires an argument.",
    "Got unexpected extra argument(s) ({found})",
    "Invalid value for {hint}: {message}",
    "{value} is not a valid {kind}.",
    "int",
    "{message}. Did you mean {known}?",
)
"""What typer says in English only: the finished message is recognised and said anew."""


class Spoken(Base):
    """A command whose usage, help and errors are translated, and whose values are read without delay."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=gettext("Usage: "))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [gettext(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        for param in self.get_params(ctx):
            words = getattr(param, "help", None)
            if words:  # gettext answers an empty text with the catalogue's header
                param.help = gettext(words)
        _fold_long_words()
        super().format_help(ctx, formatter)

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)
        read_plainly(params)
        return params

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        with _translated():
            return super().make_context(*arguments, **options)


class Command(Spoken, TyperCommand):
    """What `kaohe NAME` runs."""


class Group(Spoken, TyperGroup):
    """What `kaohe` runs."""

    def resolve_command(self, *arguments: Any, **options: Any) -> Any:
        with _translated():
            return super().resolve_command(*arguments, **options)


@contextmanager
def _translated() -> Iterator[None]:
    """Whatever is refused inside is refused in the language of the run."""
    try:
        yield
    except TyperException as refused:
        said = translated(refused.format_message())
        refused.format_message = lambda: said  # type: ignore[method-assign]
        raise


def _fold_long_words() -> None:
    """Chinese has no blanks between words: what does not fit a line of help goes on in the next one, and is not cut."""
    from typer import rich_utils

    class Folding(rich_utils.OptionHighlighter):
        def __call__(self, text: Any) -> Any:
            found = super().__call__(text)
            found.overflow = "fold"
            return found

    rich_utils.highlighter = Folding()


def translated(message: str) -> str:
    """The message with the words that MESSAGES knows said in the language of the run."""
    for template in MESSAGES:
        found = _pattern(template).fullmatch(message)
        if found:
            return gettext(template).format(**{name: translated(part) for name, part in found.groupdict().items()})
    return message


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """The finished messages that a template makes."""
    parts = re.split(r"\{(\w+)\}", template)
    named = [f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts)]
    return re.compile("".join(named), re.DOTALL)
