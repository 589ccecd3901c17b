"""Which language to speak: the option, then KAOHE_LANG, then the locale, then Chinese."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kaohe.messages import Language

OPTION = "--lang"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of a run, known before the command line is parsed: its help is written in it."""
    return named(_option(arguments)) or named(environment.get("KAOHE_LANG", "")) or _locale(environment)


def _option(arguments: Sequence[str]) -> str:
    joined = (one.removeprefix(f"{OPTION}=") for one in arguments if one.startswith(f"{OPTION}="))
    return next(joined, "") or next((value for name, value in pairwise(arguments) if name == OPTION), "")


def named(name: str) -> Language | None:
    if name.lower().startswith("zh"):
        return "zh"
    return "en" if name.lower().startswith("en") else None


def _locale(environment: Mapping[str, str]) -> Language:
    """The first locale variable that is set decides; C and POSIX say nothing of a language."""
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    return named(locale) or "zh"
