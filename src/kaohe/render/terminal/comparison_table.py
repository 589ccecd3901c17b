"""Two sheets side by side: what differs and what that does to points, on the terminal and in Markdown."""

from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.render.markdown.sheet_markdown import cause_line, escape
from kaohe.render.terminal.reconciliation_table import cause_table
from kaohe.render.terminal.screen import numbered, put, text
from kaohe.render.words import reconciliation_wording as words
from kaohe.results.dossier import Cause, Dossier

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDTH = 80


def show(dossier: Dossier, language: Language, console: "Console | None" = None) -> None:
    """Print the comparison on the console; without one, on standard output."""
    from rich.console import Console

    screen = console or Console()
    (reconciliation,) = dossier.reconciliations
    moving, idle = _sorted(dossier)
    parts: list[RenderableType] = [
        text(dossier.last.form.title, "bold"),
        text(words.heading(dossier, reconciliation, language)),
    ]
    if moving:
        difference = words.difference(dossier, reconciliation, language)
        parts.append(cause_table(moving, difference, language, screen.width))
    elif not idle:
        parts.append(text(say("stage.no_causes", language)))
    if idle:
        parts.append(text(say("stage.idle_list", language, count=len(idle))))
        parts.append(numbered([(cause.number, words.change(cause, language)) for cause in idle]))
    put(screen, parts)


def page(dossier: Dossier, language: Language) -> str:
    """The same as plain text of 80 columns."""
    from io import StringIO

    from rich.console import Console

    lines = StringIO()
    show(dossier, language, Console(file=lines, width=WIDTH, color_system=None))
    return lines.getvalue()


def markdown(dossier: Dossier, language: Language) -> str:
    """The whole document; text from files can not become markup."""
    (reconciliation,) = dossier.reconciliations
    moving, idle = _sorted(dossier)
    lines = [
        f"# {escape(dossier.last.form.title)}",
        "",
        f"**{escape(words.heading(dossier, reconciliation, language))}**",
    ]
    lines += ["", *(f"- {cause_line(cause, language)}" for cause in moving)]
    if idle:
        lines += ["", f"## {say('stage.idle_list', language, count=len(idle))}", ""]
        lines += [f"- {escape(_short(cause, language))}" for cause in idle]
    return "\n".join(lines) + "\n"


def _sorted(dossier: Dossier) -> tuple[list[Cause], list[Cause]]:
    """The causes that moved some score, and those that moved none."""
    (reconciliation,) = dossier.reconciliations
    moving = [one for one in reconciliation.causes if len(one.moved) > 1 or one.total != 0]
    return moving, [one for one in reconciliation.causes if one not in moving]


def _short(cause: Cause, language: Language) -> str:
    return f"{cause.number} {words.change(cause, language)}".strip()
