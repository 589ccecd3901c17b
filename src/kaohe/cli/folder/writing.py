"""A batch's files are written, each by itself: what can't be written or is worked on keeps no other back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.problems import Problem
from kaohe.render.files.atomic import write
from kaohe.render.xlsx.worked_on import worked_on

File = tuple[Path, bytes]


@dataclass(slots=True)
class Written:
    """How far the writing of `total` files has come; it is true at any moment."""

    total: int = 0
    done: list[File] = field(default_factory=list)
    left_alone: list[Path] = field(default_factory=list)
    failed: list[tuple[Path, str]] = field(default_factory=list)

    def write(self, files: Sequence[File]) -> None:
        self.total += len(files)
        for path, content in files:
            try:
                if worked_on(path):
                    self.left_alone.append(path)
                    continue
                write(path, content)
            except OSError as failed:
                self.failed.append((path, failed.strerror or str(failed)))
            else:
                self.done.append((path, content))

    @property
    def whole(self) -> bool:
        return len(self.done) == self.total

    def missed(self) -> set[str]:
        """The names of those that are not there as they should be."""
        return {path.name for path in (*self.left_alone, *(path for path, _ in self.failed))}

    def problems(self) -> Iterator[Problem]:
        """What was left out; files that failed for one reason are told as one."""
        for path in self.left_alone:
            yield Problem("workbook-left-alone", str(path))
        reasons: dict[str, list[Path]] = {}
        for path, reason in self.failed:
            reasons.setdefault(reason, []).append(path)
        for reason, paths in reasons.items():
            told = {"detail": reason, "more": len(paths) - 1 or ""}
            yield Problem("output-unwritten", str(paths[0]), parameters=told)
