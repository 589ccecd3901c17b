"""Units' files from the command line, put together stage by stage; a file with problems does not stop the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.cli.reporter import FINE, Reporter, exit_code
from kaohe.problems import Problem, Problems, errors, unreadable
from kaohe.source import Document
from kaohe.source.file_kinds import kind_of
from kaohe.stages.needed_files import needs
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from kaohe.stages.unread_files import without_unread


@dataclass(slots=True)
class UnitInputs:
    """Reads files, reports what is wrong in them, and keeps the exit code that this makes."""

    reporter: Reporter
    loader: UnitLoader
    code: int = FINE
    documents: dict[str, Document] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    """Files that could not be read, or that belong to no unit."""
    wrong: list[str] = field(default_factory=list)
    """Files that have errors."""

    def units(self, files: Sequence[Path]) -> list[UnitStages]:
        """Every unit of which at least the first file is sound."""
        read = list(self._documents(files))
        self.documents |= {one.path: one for one in read}
        units, homeless = join(read)
        found = []
        for unit in units:
            try:
                found.append(self.loader.unit(unit))
            except Problems as wrong:
                self._refuse(wrong.problems, unit.later)
                continue
            except OSError as failed:
                self._refuse(unreadable(Path(unit.first.file), failed), unit.later)
                continue
            self.reporter.remark(found[-1].remarks)
            for problems in found[-1].bad.values():
                self._report(problems)
        self._report([*homeless.values()])
        self.unread += homeless
        return [without_unread(one, self.unread) for one in found]

    def _refuse(self, problems: Sequence[Problem], later: Sequence[Document]) -> None:
        """What is wrong with a unit's first file, and so with those that rest on it."""
        self._report(problems)
        self._report([needs(one, problems) for one in later])

    def _documents(self, files: Sequence[Path]) -> Iterator[Document]:
        for path in files:
            try:
                for read in self.loader.documents(str(path)):
                    document, said = self.loader.called_officially(read)
                    self.reporter.remark((*document.remarks, *said))
                    if len(files) == 1 or kind_of(document) != "parameters":  # a folder's units come with it
                        yield document
            except Problems as wrong:
                self.unread.append(str(path))
                self._report(wrong.problems)
            except OSError as failed:
                self._report(unreadable(path, failed))

    def _report(self, problems: Sequence[Problem]) -> None:
        self.reporter.report(problems)
        self.wrong += [one.path for one in errors(problems) if one.path not in self.wrong]
        self.code = max(self.code, exit_code(problems))
