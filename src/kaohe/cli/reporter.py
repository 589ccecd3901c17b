"""What every command shares: its language, where results and notices go, and how a run ends."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.messages import Language, say
from kaohe.messages.plain_text import harmless
from kaohe.problems import NoFile, Problem, Problems, Unusable, errors, naming
from kaohe.render.files.kept import target_is_input
from kaohe.source import file_contents

FINE, FINDINGS, IMPOSSIBLE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Reporter:
    """One run's language and quietness. Results go to standard output, all else to standard error.

    What `keep` is handed is all that goes there, and what a quiet run does not say.
    """

    language: Language
    quiet: bool = False
    keep: Callable[[str], None] | None = None
    _said: set[tuple[object, ...]] = field(default_factory=set, init=False)

    def say(self, code: str, **parameters: object) -> str:
        return say(f"command.{code}", self.language, **parameters)

    def notice(self, code: str, **parameters: object) -> None:
        """A line about the run, unless it is to be quiet."""
        self._tell(self.say(code, **parameters), shown=not self.quiet)

    def result(self, text: str | bytes) -> None:
        """A result; machine formats come as bytes and are written as they are."""
        if isinstance(text, bytes):
            sys.stdout.buffer.write(text)
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(harmless(text))

    def report(self, problems: Iterable[Problem], *, shown: bool = True) -> None:
        """Findings, to standard error."""
        from kaohe.render.problem_listing import as_text

        new = self.unsaid(problems)
        if new and shown:
            print(harmless(as_text(new, self.language, excerpts=sys.stderr.isatty())), file=sys.stderr)
        if new and self.keep:
            self.keep(harmless(as_text(new, self.language)))

    def remark(self, remarks: Iterable[Problem]) -> None:
        """What is said of files though nothing is wrong in them, unless the run is to be quiet."""
        for one in remarks:
            self.report([one], shown=one.severity == "warning" or not self.quiet)

    def _tell(self, text: str, *, shown: bool) -> None:
        text = harmless(text)
        if shown:
            print(text, file=sys.stderr)
        if self.keep:
            self.keep(text)

    def unsaid(self, problems: Iterable[Problem]) -> list[Problem]:
        """The findings without those of before: what is wrong in a file that many need is said once."""
        new = [one for one in problems if one.identity not in self._said]
        self._said.update(one.identity for one in new)
        return new

    def attempt(self, work: Callable[[], int]) -> int:
        """The whole of a run; what can't be done or read ends it with a sentence, never with a traceback."""
        try:
            return work()
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            _close_output()
            return FINDINGS
        except Problems as found:
            self.report(found.problems)
            return exit_code(found.problems)
        except Unusable as refused:
            self._complain(refused.message(self.language))
        except OSError as failed:
            self._complain(self._failure(failed))
        except UnicodeEncodeError as failed:
            if failed.encoding != sys.getfilesystemencoding():
                raise
            self._complain(self.say("unnameable", name=failed.object, encoding=failed.encoding))
        return IMPOSSIBLE

    def _complain(self, sentence: str) -> None:
        sentence = harmless(sentence)
        with suppress(OSError):  # where not even this can be written, the exit code has to do
            print(sentence, file=sys.stderr, flush=True)
        if self.keep:
            self.keep(sentence)

    def _failure(self, failed: OSError) -> str:
        if failed.filename is None:
            _close_output()
            return self.say("no-stream", detail=failed.strerror)
        kinds = {
            NoFile: "no-file",
            FileNotFoundError: "no-such-file",
            IsADirectoryError: "is-a-folder",
            PermissionError: "no-permission",
        }
        code = next((name for kind, name in kinds.items() if isinstance(failed, kind)), "unreadable")
        return self.say(code, path=failed.filename, detail=failed.strerror)


def _close_output() -> None:
    """Nobody takes standard output any more: what is still waiting to be written goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def exit_code(problems: Iterable[Problem]) -> int:
    """What findings make of a run: a file that can't be read at all is more than something wrong in it."""
    found = errors(problems)
    if any(problem.code == "unreadable-file" for problem in found):
        return IMPOSSIBLE
    return FINDINGS if found else FINE


def choices(given: Iterable[str]) -> dict[str, str]:
    """`--reading ITEM.READING=ALTERNATIVE`, each once."""
    found: dict[str, str] = {}
    for one in given:
        name, sign, option = one.partition("=")
        if not (sign and name and option):
            raise Unusable("malformed-choice", found=one)
        if found.setdefault(name, option) != option:
            raise Unusable("choice-twice", found=name)
    return found


def existing(paths: Iterable[Path]) -> None:
    """Refuse a path that is not there before any work is done."""
    for path in paths:
        if str(path) != "-":
            with naming(path):
                file_contents.refuse_what_waits(path)


def existing_files(paths: Iterable[Path]) -> None:
    """Refuse a folder too."""
    for path in paths:
        existing([path])
        if path.is_dir():
            raise IsADirectoryError(21, "", str(path))


def refuse_input(target: Path | None, files: Iterable[Path]) -> None:
    """Refuse a result in place of what it is made from, before any work is done."""
    if target is not None and target.exists() and any(path.exists() and target.samefile(path) for path in files):
        raise target_is_input(target)
