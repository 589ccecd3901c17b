"""`--fix` and `--diff` of `kaohe validate`: files are mended in place, or it is shown what would be mended in them."""

from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from kaohe.authoring.input_files import TEXTS
from kaohe.authoring.mended_files import Examine, mended
from kaohe.cli.reporter import Reporter
from kaohe.problems import Unusable, naming
from kaohe.render.files.atomic import clear_abandoned, replace
from kaohe.source import file_contents
from kaohe.source.decoding import BIGGEST_FILE
from kaohe.source.mending.mending import Mended
from kaohe.source.text_findings import place

ANYBODY_WRITES = 0o222
"""The bits of a file's mode; renaming asks for none of them."""
FEW = 12
"""So many lines are named."""


def mend_files(reporter: Reporter, paths: Iterable[Path], examine: Examine) -> int:
    """Mend the files where they lie; how many there were to mend."""
    return _each(reporter, paths, examine, _write)


def show_mends(reporter: Reporter, paths: Iterable[Path], examine: Examine) -> int:
    """Show what would be mended, and write nothing; in how many files there is something."""
    return _each(reporter, paths, examine, _show)


def _each(
    reporter: Reporter,
    paths: Iterable[Path],
    examine: Examine,
    then: Callable[[Reporter, Path, bytes, Mended], None],
) -> int:
    count = 0
    for path in paths:
        content = _content(path)
        found = mended(path, content, examine) if content is not None else None
        if content is not None and found is not None:
            then(reporter, path, content, found)
            count += 1
    return count


def _content(path: Path) -> bytes | None:
    """None of what is no text of ours; what can't be read is told when it is checked."""
    if not path.name.lower().endswith(TEXTS) or not path.is_file():
        return None
    try:
        return file_contents.content(path, BIGGEST_FILE + 1)
    except OSError:
        return None


def _write(reporter: Reporter, path: Path, content: bytes, found: Mended) -> None:
    """Beside and renamed; a file that somebody has changed meanwhile, or does not want changed, stays as it is."""
    if path.read_bytes() != content:
        raise Unusable("changed-meanwhile", path=path)
    if not path.stat().st_mode & ANYBODY_WRITES:
        reporter.notice("mend-read-only", path=path)
        return
    try:
        with naming(path):
            replace(path, found.content)
            clear_abandoned(path.parent)
    except PermissionError:
        reporter.notice("mend-forbidden", path=path)
        return
    reporter.notice("mended", path=path, what=_told(reporter, found))


def _show(reporter: Reporter, path: Path, _: bytes, found: Mended) -> None:
    lines = (found.before.splitlines(keepends=True), found.edited.text.splitlines(keepends=True))
    for line in unified_diff(*lines, str(path), str(path)):
        reporter.result(line if line.endswith("\n") else f"{line}\n")
    reporter.notice("would-mend", path=path, what=_told(reporter, found))


def _told(reporter: Reporter, found: Mended) -> str:
    """What was mended, each kind with its lines."""
    return reporter.say("between-mends").join(
        [*(reporter.say(f"mended-{one}") for one in found.encodings), *_lines_told(reporter, found)]
    )


def _lines_told(reporter: Reporter, found: Mended) -> Iterator[str]:
    of_kinds: dict[str, set[int]] = {}
    for one in sorted(found.edited.mends, key=lambda one: one.start):
        of_kinds.setdefault(one.kind, set()).add(place(found.before, one.start)[0])
    for kind, several in sorted(of_kinds.items(), key=lambda pair: min(pair[1])):
        lines = sorted(several)
        named = reporter.say("between-stages").join(map(str, lines[:FEW])) + "…" * (len(lines) > FEW)
        yield reporter.say(f"mended-{kind}", lines=named)
